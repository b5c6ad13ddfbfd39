"""At whom or what the incident was aimed, and how whoever was aimed at came out of it."""

from whence.extract.facts.targets.find import targets

__all__ = ["targets"]
