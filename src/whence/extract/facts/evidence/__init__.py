"""What is said about responsibility as such, and evidence recovered, awaited or lost."""

from whence.extract.facts.evidence.find import evidence

__all__ = ["evidence"]
