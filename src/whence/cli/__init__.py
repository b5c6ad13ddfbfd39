"""The command line: what a person types, what is printed, and how a command ends."""
