"""A text as sentences of plain words, each word with its place: what passages are compared on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from whence.model.document import Document
from whence.model.vocabulary import load

_WORD = re.compile(r"\w+(?:[’'‘`]\w+)*")
_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[“\"‘'(\[]?[^\W\da-z_])|\n+")
DATELINE = re.compile(
    r"^[^\n(]{0,60}\((?P<credit>[^()\n]{2,40})\)\s*[—–-]{1,2}\s+(?:\[\w+\]\s*)?", re.MULTILINE
)
"""Where a report opens with place and agency, "ENCAMP (AP) —": a credit, and no passage."""
_APPEAL = re.compile(
    r"\W*(?:anyone|anybody|those|people|witnesses|if you|if anyone|callers|tips?)\b"
    r"[^.\n]{0,80}\b(?:call|contact|e-?mail|text|submit|submitted|reach|remain anonymous)\b",
    re.IGNORECASE,
)
"""An appeal for information, with the number to call: everybody prints it, word for word."""
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:[^\W\d_]|[^\W\d_]{2,4})$")
_QUOTED = re.compile(
    r"[“\"„][^“”\"\n]*(?:[”\"]|(?=\n)|$)|«[^»\n]*»"
    r"|(?<!\w)['‘](?=\w)(?:[^'‘’“”\"\n]|(?<=\w)['’](?=\w))+['’](?!\w)"
)
"""Double marks may stay open until the end of their line; single ones are apostrophes else."""


class Word(NamedTuple):
    """A plain lower-case word at [start, end) of the text; ``quoted`` inside quotation marks.

    ``named`` when it is part of a name or a number: what two reports of one thing share anyway.
    """

    plain: str
    start: int
    end: int
    quoted: bool
    named: bool


Line = tuple[Word, ...]
"""One sentence (or heading) of a document: its words that are no part of a stock phrase."""


@cache
def _formulas() -> dict[str, list[tuple[str, ...]]]:
    """Return the stock phrases by first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(load("formulas", list[str], "whence.trace"), key=lambda text: -len(text)):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append(parts)
    return table


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("wording", dict[str, list[str]], "whence.trace")["abbreviations"])


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Return [start, end) of every stretch between quotation marks, marks included."""
    return [found.span() for found in _QUOTED.finditer(text)]


def lines(document: Document) -> Iterator[Line]:
    """Cut a document into sentences of words. Sentences never cross a block or a line break."""
    text = document.text
    quotes = quoted_ranges(text)
    openings: dict[int, int] = {}
    for start, end in _sentences(text):
        if _APPEAL.match(text, start, end):
            continue
        opened = text.rfind("\n", 0, start) + 1
        if opened not in openings:
            dateline = DATELINE.match(text, opened)
            openings[opened] = dateline.end() if dateline is not None else 0
        words = _words(text, start, end, (quotes, openings[opened]))
        if words:
            yield words


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if "\n" not in mark.group() and _abbreviation(text[start : mark.start()]):
            continue
        yield start, mark.end()
        start = mark.end()
    yield start, len(text)


def _abbreviation(before: str) -> bool:
    last = _INITIAL.search(before)
    if last is None:
        return False
    word = last.group().strip(' (“"').lower()
    return len(word) == 1 or word in _abbreviations()


@lru_cache(maxsize=65536)
def _plain(word: str) -> tuple[str, bool]:
    """Return a word as it is compared, and whether it has a digit."""
    plain = (word if word.isascii() else anyascii(word)).lower().replace("'", "")
    return plain, any(character.isdigit() for character in plain)


def _words(
    text: str, start: int, end: int, known: tuple[list[tuple[int, int]], int]
) -> tuple[Word, ...]:
    """Return the telling words of a sentence; ``known`` are the quotes and the dateline's end."""
    quotes, opening = known
    places = [found.span() for found in _WORD.finditer(text, start, end)]
    raw = [_plain(text[first:last]) for first, last in places]
    stock = _stock([plain for plain, _ in raw])
    capital = [number > 0 and text[first].isupper() for number, (first, _) in enumerate(places)]
    # Where most words have capitals, as in headlines, they tell nothing of names.
    names = 2 * sum(capital) <= len(raw)
    near = _meeting(quotes, start, end)
    return tuple(
        Word(
            plain,
            first,
            last,
            any(left <= first < right for left, right in near),
            digit or (names and capital[number]),
        )
        for number, ((first, last), (plain, digit)) in enumerate(zip(places, raw, strict=True))
        if number not in stock and first >= opening
    )


def _meeting(ranges: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return those of ranges, which are in order and apart, that reach into [start, end)."""
    first = bisect_right(ranges, start, key=lambda one: one[1])
    last = bisect_left(ranges, end, key=lambda one: one[0])
    return ranges[first:last]


def _stock(plain: list[str]) -> set[int]:
    """Return the positions of words that belong to a stock phrase."""
    covered: set[int] = set()
    for position, word in enumerate(plain):
        for phrase in _formulas().get(word, ()):
            if tuple(plain[position : position + len(phrase)]) == phrase:
                covered.update(range(position, position + len(phrase)))
                break
    return covered
