"""How far the incident got, and what it damaged."""

from whence.extract.facts.outcome.damage import damage
from whence.extract.facts.outcome.find import outcome

__all__ = ["damage", "outcome"]
