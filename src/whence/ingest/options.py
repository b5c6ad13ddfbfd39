"""The settings of the ingest stage."""

from typing import Annotated

from msgspec import Meta, Struct

LANGUAGE_WORDS = 20
"""Below this many words a text is too short to tell its language."""


class Options(Struct, frozen=True, kw_only=True):
    """Limits that one document must keep.

    ``max_bytes`` bounds the raw input (and what it unpacks to), ``max_characters`` the text found
    in it (17,000 words: more is a book, which would take minutes to read), ``max_elements`` and
    ``max_attributes`` the markup of a page (elements in all, attributes of one of them), and
    ``min_words`` the shortest text that counts as a report: one word, since agencies do flash
    single lines.
    """

    max_bytes: Annotated[int, Meta(ge=1, le=1_000_000_000)] = 20_000_000
    max_characters: Annotated[int, Meta(ge=1)] = 1_000_000
    max_elements: Annotated[int, Meta(ge=1)] = 60_000
    max_attributes: Annotated[int, Meta(ge=1)] = 1_000
    min_words: Annotated[int, Meta(ge=1)] = 1
