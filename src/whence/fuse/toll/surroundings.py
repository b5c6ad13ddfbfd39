"""What stands around a count in its report, and whether other reports have the same around it.

A count of this incident stands high in a report, beside people, places and ages that other reports
of the incident name too; one of another matter stands further down, among names of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from whence.fuse.witness import Witness
from whence.model.document import Document
from whence.model.span import Span

_NAME = re.compile(r"\b[A-Z][a-z]{2,}")
_AGE = re.compile(r"\b\d{1,2}(?=-year)")
_NUMBER = re.compile(r"\b\d{1,2}\b")
_ENDS = (". ", "\n")
_AROUND = 250
"""Code points before and behind a count that are read."""
_LEAD = 400
"""Code points that count as the lead."""
_TEN = 10.0
"""What brings the logarithm of a place in a text to the size of the other features."""


@dataclass(frozen=True)
class Named:
    """The capitalised words and the small numbers of a text."""

    names: frozenset[str]
    numbers: frozenset[str]


def named(document: Document) -> Named:
    """Return the names and numbers of a document."""
    text = document.text
    return Named(frozenset(_NAME.findall(text)), frozenset(_NUMBER.findall(text)))


def sentence(text: str, span: Span) -> str:
    """Return the sentence, or the lines, of a text in which a span stands, the span whole."""
    first = max(text.rfind(mark, 0, span.start) for mark in _ENDS) + 1
    last = min((at for mark in _ENDS if (at := text.find(mark, span.end)) >= 0), default=None)
    return text[first:last]


def surroundings(mine: Sequence[Witness], known: Mapping[str, Named]) -> dict[str, float]:
    """Return what speaks for a number by where its reports tell it, by feature.

    Args:
        mine: who tells the number, one at least.
        known: the names and numbers of every document of the incident, by its id.
    """
    starts = [min(span.start for span in one.fact.spans) for one in mine]
    sizes = [max(1, len(one.document.text)) for one in mine]
    return {
        "lead": float(min(starts) < _LEAD),
        "depth": log1p(min(starts)) / _TEN,
        "share of depth": min(start / size for start, size in zip(starts, sizes, strict=True)),
        "names around": max(_shared(one, known, _NAME) for one in mine),
        "ages around": max(_shared(one, known, _AGE) for one in mine),
    }


def _shared(one: Witness, known: Mapping[str, Named], what: re.Pattern[str]) -> float:
    """Return which share of the names, or ages, around a count other documents have as well."""
    span = one.fact.spans[0]
    text = one.document.text[max(0, span.start - _AROUND) : span.end + _AROUND]
    found = set(what.findall(text))
    others = [words for key, words in known.items() if key != one.document.id]
    if not found or not others:
        return 0.0
    have = [words.names if what is _NAME else words.numbers for words in others]
    return sum(any(word in row for row in have) for word in found) / len(found)
