"""Which paragraphs are titles and headings, told by their shape alone."""

import re
from itertools import pairwise

from whence.ingest.article.paragraphs import is_gap
from whence.ingest.draft import Unit

_TITLE_WORDS = 30
_TITLE_CHARACTERS = 220
_HEADING_WORDS = 16
_PLAIN_HEADING_WORDS = 8
_SMALL = re.compile(
    r"an?|and|as|at|but|by|for|from|if|in|into|nor|off?|on|or|over|per|so|than|the|to|up|via|vs|"
    r"with|who|what|was|is|be|its?|his|her",
    re.IGNORECASE,
)
_TURN = re.compile(r"\[|Q[\s:.]|A[:.]|[A-Z][\w.' -]{1,40}:\s")
"""A turn of a transcript: "Q And ...", "[REPORTER] ...", "MS. DOE: ..."."""
_QUOTES = "\"'“”‘’«»„"
_STOPS = (".", ",", ":", ";", "…", ".”", '."', ".’", "”", '"', "-", "—")


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines have the same letters and digits, whatever else they have."""
    left, right = (re.sub(r"\W+", "", text.casefold()) for text in (one, other))
    return bool(left) and left == right


def is_title_case(line: str) -> bool:
    """Tell whether most of a line's words that carry meaning start with a capital or digit."""
    words = [word for word in re.findall(r"[\w’'-]+", line) if not _SMALL.fullmatch(word)]
    capital = sum(not word[0].islower() for word in words)
    return bool(words) and capital * 4 >= len(words) * 3


def _is_short_line(unit: Unit, words: int) -> bool:
    text = unit.text
    return (
        "\n" not in text
        and 1 <= len(text.split()) <= words
        and len(text) <= _TITLE_CHARACTERS
        and not text.endswith(_STOPS)
        and any(character.isalpha() for character in text)
        and (text[0].isalnum() or text[0] in _QUOTES)
        and not text[0].islower()
        and not (text[0] in _QUOTES and text[-1] in _QUOTES)
    )


def label(units: list[Unit], known_title: str | None = None) -> str | None:
    """Label the title and the headings of a plain text (in place); return the title, if any."""
    kept = [unit for unit in units if unit.reason is None]
    blocks = [unit for unit in kept if unit.kind is not None]
    if not blocks:
        return None
    title = _title(blocks, known_title)
    extracts = any(is_gap(unit.text) for unit in kept)
    for unit, following in pairwise(blocks):
        if unit.kind == "paragraph" and following.kind == "paragraph" and unit.blank_after:
            unit.kind = "heading" if _is_heading(unit, extracts) else unit.kind
    return title


def _title(blocks: list[Unit], known_title: str | None) -> str | None:
    first = blocks[0]
    known = bool(known_title) and same_words(first.text, known_title or "")
    looks = (
        len(blocks) > 1
        and first.blank_after
        and first.kind == "paragraph"
        and _is_short_line(first, _TITLE_WORDS)
    )
    if not (known or looks):
        return None
    first.kind = "title"
    return " ".join(first.text.split())


def _is_heading(unit: Unit, extracts: bool) -> bool:
    if not _is_short_line(unit, _HEADING_WORDS):
        return False
    if _TURN.match(unit.text):
        return False
    if is_title_case(unit.text):
        return True
    short = len(unit.text.split()) <= _PLAIN_HEADING_WORDS
    return short and not extracts and not unit.text.endswith(("?", "!"))
