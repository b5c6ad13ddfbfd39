"""Where: place mentions resolved with an embedded gazetteer."""

from whence.extract.place.find import find

__all__ = ["find"]
