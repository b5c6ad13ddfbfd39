"""Who could have acted: groups, states, services, persons and classes, as the text names them."""

from whence.extract.parties.find import census, find
from whence.extract.parties.party import Party
from whence.extract.parties.registry import Census

__all__ = ["Census", "Party", "census", "find"]
