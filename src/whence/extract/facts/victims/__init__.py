"""The victims that a report describes one by one, and the counts that follow from them."""
