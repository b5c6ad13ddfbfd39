"""When what was read is what was to be read: words carried over, pairs, names, heads."""
