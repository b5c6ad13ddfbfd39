"""When: the anchor of a document and its date expressions as ISO prefixes."""

from whence.extract.time.anchor import Anchor, find_anchor
from whence.extract.time.resolve import disagreeing, resolve

__all__ = ["Anchor", "disagreeing", "find_anchor", "resolve"]
