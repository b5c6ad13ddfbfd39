"""Real cases by hand: their facts, what was read on the words of each, and what fits which."""
