"""What happened: counts, weapon, target, date, place and what is said about responsibility."""

from whence.extract.facts.find import find
from whence.extract.facts.kind import incident_kind

__all__ = ["find", "incident_kind"]
