"""A text as sentences of plain words, each word with its place: what passages are compared on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import compress, pairwise
from typing import NamedTuple

from whence.model.document import Document
from whence.model.vocabulary import load
from whence.names.dateline import dateline
from whence.names.spelling import to_ascii

_WORD = re.compile(r"\w+(?:[’'‘`]\w+)*")
_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"')\]]*+\s++(?=[“\"‘'(\[]?[^\W\da-z_])|\n++")
_APPEAL = re.compile(
    r"\W*(?:anyone|anybody|those|people|witnesses|if you|if anyone|callers|tips?)\b"
    r"[^.\n]{0,80}\b(?:call|contact|e-?mail|text|submit|submitted|reach|remain anonymous)\b",
    re.IGNORECASE,
)
"""An appeal for information, with the number to call: everybody prints it, word for word."""
_INITIAL = re.compile(r"(?:^|[\s(“\"])(?:(?:[^\W\d_]\.)*[^\W\d_]|[^\W\d_]{2,4})$")
_BEFORE = 6
"""Characters before a full stop in which an abbreviation, and what stands before it, are seen."""
_QUOTED = re.compile(
    r"[“\"„][^“”\"\n]*(?:[”\"]|(?=\n)|$)|«[^»\n]*(?:»|(?=\n)|$)"
    r"|(?<!\w)['‘](?=\w)(?:[^'‘’“”\"\n]|(?<=\w)['’](?=\w))+['’](?!\w)"
)
"""Double marks may stay open until the end of their line; single ones are apostrophes else."""


QUOTED, NAMED = 1, 2
"""Marks of a word: inside quotation marks; part of a name or a number, which two reports of one
thing share anyway."""


class Line(NamedTuple):
    """One sentence (or heading) of a document: its words that are no part of a stock phrase.

    Plain lower-case words, where each starts and ends in the text, and its marks.
    """

    plain: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    marks: Sequence[int]


@cache
def _formulas() -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """Return the stock phrases by their first two words, longest first."""
    table: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in sorted(load("formulas", list[str], "whence.trace"), key=lambda text: -len(text)):
        parts = tuple(phrase.split())
        table.setdefault((parts[0], parts[1]), []).append(parts)
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
            head = dateline(text, opened)
            openings[opened] = head.end if head is not None else 0
        line = _line(text, start, end, (quotes, openings[opened]))
        if line.plain:
            yield line


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        before = text[max(start, mark.start() - _BEFORE) : mark.start()]
        if "\n" not in mark.group() and _abbreviation(before):
            continue
        yield start, mark.end()
        start = mark.end()
    yield start, len(text)


def _abbreviation(before: str) -> bool:
    last = _INITIAL.search(before)
    if last is None:
        return False
    word = last.group().strip(' (“"').lower()
    return len(word) == 1 or "." in word or word in _abbreviations()


@lru_cache(maxsize=65536)
def _plain(word: str) -> tuple[str, int, int, bool]:
    """Return a word as it is compared, its mark where capitals tell of names and where they do not.

    The last is whether it begins with one.
    """
    plain = to_ascii(word).lower().replace("'", "")
    capital, number = word[0].isupper(), NAMED * any(map(str.isdigit, plain))
    return plain, NAMED if capital else number, number, capital


def _line(text: str, start: int, end: int, known: tuple[list[tuple[int, int]], int]) -> Line:
    """Return the telling words of a sentence; ``known`` are the quotes and the dateline's end."""
    quotes, opening = known
    spans = [found.span() for found in _WORD.finditer(text, start, end)]
    if not spans:
        return Line((), (), (), ())
    starts, ends = zip(*spans, strict=True)
    plain, named, numbered, capital = zip(
        *[_plain(text[first:last]) for first, last in spans], strict=True
    )
    # Where most words have capitals, as in headlines, they tell nothing of names; nor does the
    # capital at the start.
    names = 2 * sum(capital[1:]) <= len(spans)
    marks = [numbered[0], *(named if names else numbered)[1:]]
    for left, right in _meeting(quotes, start, end):
        for number in range(bisect_left(starts, left), bisect_left(starts, right)):
            marks[number] |= QUOTED
    left_out = _stock(plain)
    left_out.update(range(bisect_left(starts, opening)))
    if not left_out:
        return Line(plain, starts, ends, marks)
    columns = (plain, starts, ends, marks)
    kept = [number not in left_out for number in range(len(plain))]
    return Line(*(tuple(compress(column, kept)) for column in columns))


def _meeting(ranges: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return those of ranges, which are in order and apart, that reach into [start, end)."""
    first = bisect_right(ranges, start, key=lambda one: one[1])
    last = bisect_left(ranges, end, key=lambda one: one[0])
    return ranges[first:last]


def _stock(plain: Sequence[str]) -> set[int]:
    """Return the positions of words that belong to a stock phrase."""
    covered: set[int] = set()
    table = _formulas()
    if table.keys().isdisjoint(pairwise(plain)):
        return covered
    for position, opening in enumerate(pairwise(plain)):
        for phrase in table.get(opening, ()):
            if tuple(plain[position : position + len(phrase)]) == phrase:
                covered.update(range(position, position + len(phrase)))
                break
    return covered
