"""The readers under test, and their answers in the shapes that are measured."""
