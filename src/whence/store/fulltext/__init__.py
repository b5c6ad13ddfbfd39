"""Full-text search over a library: one query language, the same hits on every database."""
