"""Where the incident was: chosen among the places that a text mentions."""

from whence.extract.facts.site.where import where

__all__ = ["where"]
