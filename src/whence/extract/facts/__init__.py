"""What happened: counts, weapon, target, date, place and what is said about responsibility."""

from whence.extract.facts.find import find
from whence.extract.facts.kind import incident_kind
from whence.extract.facts.responsibility import claimed

__all__ = ["claimed", "find", "incident_kind"]
