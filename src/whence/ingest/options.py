"""The settings of the ingest stage."""

from msgspec import Struct

LANGUAGE_WORDS = 20
"""Below this many words a text is too short to tell its language."""


class Options(Struct, frozen=True, kw_only=True):
    """Limits that one document must keep.

    ``max_bytes`` bounds the raw input (and what it unpacks to), ``max_elements`` and
    ``max_attributes`` the markup of a page (elements in all, attributes of one of them), and
    ``min_words`` the shortest text that counts as a report: one word, since agencies do flash
    single lines.
    """

    max_bytes: int = 20_000_000
    max_elements: int = 60_000
    max_attributes: int = 1_000
    min_words: int = 1
