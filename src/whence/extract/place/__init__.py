"""Where: place mentions resolved with an embedded gazetteer."""

from whence.extract.place.find import locate
from whence.extract.place.located import Located

__all__ = ["Located", "locate"]
