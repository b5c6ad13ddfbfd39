"""The settings of the case library."""

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """Where cases are kept.

    ``library`` is a file (SQLite) or the address of a database (``postgresql://...``); left empty
    it is ``library.db`` in the user's data folder.
    """

    library: str = ""
