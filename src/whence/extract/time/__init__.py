"""When: the anchor of a document and its date expressions as ISO prefixes."""

from whence.extract.time.anchor import Anchor, find_anchor
from whence.extract.time.resolve import resolve

__all__ = ["Anchor", "find_anchor", "resolve"]
