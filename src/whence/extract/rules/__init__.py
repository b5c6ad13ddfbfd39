"""The rules reader: attributions, mentions and tone by lexicons and patterns."""
