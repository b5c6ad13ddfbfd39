"""Names across spellings: transliterations, titles, offices and the words for states."""
