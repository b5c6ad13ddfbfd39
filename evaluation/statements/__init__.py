"""Who says what: readings by hand, when two are the same, and what was read wrongly."""
