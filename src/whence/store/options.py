"""The settings of the case library."""

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """Where cases are kept, and under whose name.

    ``library`` is a file (SQLite) or the address of a database (``postgresql://...``); left empty
    it is ``library.db`` in the user's data folder. ``author`` is the name that entries and
    judgements carry; left empty it is that of the account.
    """

    library: str = ""
    author: str = ""
