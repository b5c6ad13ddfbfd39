"""How many: numbers bound to what they count and to what befell it."""

from whence.extract.facts.counts.find import counts

__all__ = ["counts"]
