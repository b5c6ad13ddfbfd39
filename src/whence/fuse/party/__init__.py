"""Parties under all their names: what identifies them, who rules them, what sort they are."""
