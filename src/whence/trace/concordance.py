"""All words of all documents, and which runs of them stand in more than one document.

The words are kept as columns of numbers, so that a hundred thousand documents fit into memory.
Runs of words (shingles; Broder 1997) are found by sorting their hashes, of which only those that
two documents share are kept: what stands in one document alone tells nothing.
"""

from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whence.model.document import Document
from whence.trace.sentences import Line, Word, lines

SHINGLE = 4
"""Words in a row that two sentences must share to be compared at all, and to count as copied."""
LEADERS = 3
"""How many of the earliest texts with a shingle the others are compared with.

Who copies copies from somebody earlier: pairs of late texts need no look, so that the work grows
with the number of texts and not with its square.
"""
CLOSING = 3
"""Lines at the end of a text that may be what an outlet prints under every report of its own."""
_FACTOR = 0x9E3779B97F4A7C15
"""An odd number of 64 bits (2 to the 64th over the golden ratio; Knuth, TAOCP 3, section 6.4)."""
_KEPT = 8192
_QUOTED, _NAMED = 1, 2

Numbers = NDArray[np.int64]
Shingles = Mapping[int, tuple[int, ...]]
"""The shingles of one document that others have as well, each with the numbers of its lines."""


class Glance(NamedTuple):
    """A line as the numbers of its words, in order and each once, and whether any is quoted."""

    words: tuple[int, ...]
    distinct: frozenset[int]
    quotes: bool


class Concordance:
    """The words of documents in an order of theirs, which gives every document its number."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._words: list[str] = []
        self._word = array("i")
        self._start = array("i")
        self._end = array("i")
        self._marks = bytearray()
        self._lines = array("q", [0])
        self._documents = array("q", [0])
        known: dict[str, int] = {}
        for document in documents:
            for line in lines(document):
                self._word.extend([known.setdefault(word.plain, len(known)) for word in line])
                self._start.extend([word.start for word in line])
                self._end.extend([word.end for word in line])
                self._marks.extend([_QUOTED * word.quoted + _NAMED * word.named for word in line])
                self._lines.append(len(self._word))
            self._documents.append(len(self._lines) - 1)
        self._words = list(known)
        self._share()
        self.shared = lru_cache(maxsize=_KEPT)(self._shared)
        self.line = lru_cache(maxsize=_KEPT)(self._line)
        self.glance = lru_cache(maxsize=_KEPT)(self._glance)

    def __len__(self) -> int:
        return len(self._documents) - 1

    def telling(self, document: int) -> int:
        """Return how many words of a document are no part of a stock phrase."""
        first, last = self._documents[document], self._documents[document + 1]
        return self._lines[last] - self._lines[first]

    def closing(self, document: int, number: int) -> bool:
        """Tell whether a line is one of the last of its document."""
        return self._documents[document] + number >= self._documents[document + 1] - CLOSING

    def leaders(self, document: int) -> list[int]:
        """Return the earlier documents that are among the first with one of its shingles."""
        first, last = self._bounds[document], self._bounds[document + 1]
        found = np.unique(self._first[self._group[first:last]])
        return [int(one) for one in found if 0 <= one < document]

    def _glance(self, document: int, number: int) -> "Glance":
        """Return what a first look at a line of a document tells."""
        at = self._documents[document] + number
        place = slice(self._lines[at], self._lines[at + 1])
        words = tuple(self._word[place])
        return Glance(words, frozenset(words), any(one & _QUOTED for one in self._marks[place]))

    def _line(self, document: int, number: int) -> Line:
        """Return a line of a document."""
        at = self._documents[document] + number
        words = self._words
        return tuple(
            Word(
                words[self._word[n]],
                self._start[n],
                self._end[n],
                bool(self._marks[n] & _QUOTED),
                bool(self._marks[n] & _NAMED),
            )
            for n in range(self._lines[at], self._lines[at + 1])
        )

    def _shared(self, document: int) -> Shingles:
        """Return the shingles that a document shares with any other, with their lines."""
        first, last = self._bounds[document], self._bounds[document + 1]
        base = self._documents[document]
        found: dict[int, list[int]] = {}
        for group, line in zip(
            self._group[first:last].tolist(), self._place[first:last].tolist(), strict=True
        ):
            rows = found.setdefault(group, [])
            if not rows or rows[-1] != line - base:
                rows.append(line - base)
        return {group: tuple(rows) for group, rows in found.items()}

    def _share(self) -> None:
        """Find the shingles that two documents or more have.

        ``_group`` and ``_place`` hold each such shingle's number and line in the order of the
        text, ``_bounds`` where each document's begin, ``_first`` the first documents that have a
        shingle, one row a shingle, -1 where there are fewer.
        """
        line_of = np.repeat(np.arange(len(self._lines) - 1), np.diff(np.asarray(self._lines)))
        hashes, places = _hashes(np.asarray(self._word), line_of)
        document_of = np.searchsorted(np.asarray(self._documents), places, side="right") - 1
        order = np.argsort(hashes, kind="stable")
        group, starts = _groups(hashes[order])
        holder = document_of[order]
        ends = np.append(starts[1:], len(order))
        several = holder[starts] != holder[ends - 1] if len(starts) else np.zeros(0, dtype=bool)
        numbers = np.cumsum(several) - 1
        kept = several[group]
        self._first = _firsts(numbers[group[kept]], holder[kept], int(several.sum()))
        back = np.argsort(order[kept], kind="stable")
        where = order[kept][back]
        self._group: Numbers = numbers[group[kept]][back]
        self._place: Numbers = places[where]
        self._bounds: Numbers = np.searchsorted(document_of[where], np.arange(len(self) + 1))


def _hashes(words: NDArray[np.int32], line_of: Numbers) -> tuple[NDArray[np.uint64], Numbers]:
    """Return the hash of every run of words inside a line, and the number of its line.

    Two of the runs of a hundred thousand documents have one hash by chance with a probability of
    about one in 10,000; then two lines are compared in vain.
    """
    count = max(0, len(words) - SHINGLE + 1)
    inside = line_of[:count] == line_of[len(words) - count :]
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes *= np.uint64(_FACTOR)
        hashes += words[offset : offset + count].astype(np.uint64)
    return hashes[inside], line_of[:count][inside]


def _groups(ordered: NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Return the number of the group of equal hashes for each, and where the groups start."""
    opens = np.ones(len(ordered), dtype=bool)
    opens[1:] = ordered[1:] != ordered[:-1]
    return np.cumsum(opens) - 1, np.flatnonzero(opens)


def _firsts(groups: Numbers, holders: Numbers, count: int) -> Numbers:
    """Return the first holders of each group, shape (count, LEADERS); both columns are in order."""
    fresh = np.ones(len(groups), dtype=bool)
    fresh[1:] = (groups[1:] != groups[:-1]) | (holders[1:] != holders[:-1])
    groups, holders = groups[fresh], holders[fresh]
    rank = np.arange(len(groups)) - np.searchsorted(groups, groups)
    found = np.full((count, LEADERS), -1, dtype=np.int64)
    early = rank < LEADERS
    found[groups[early], rank[early]] = holders[early]
    return found


def covering(own: Shingles, others: Iterable[tuple[int, Shingles]]) -> list[int]:
    """Return the documents that account for most of ``own``, each for what the better ones leave.

    The one that has most of it is taken, the first when equal, then whoever has most of what is
    left, until nobody has any of it. How much somebody has of what is left only ever falls, so it
    is counted again for the foremost alone (Minoux 1978, "Accelerated greedy algorithms").
    """
    left = set(own)
    waiting: list[tuple[int, int, set[int]]] = []
    for number, theirs in others:
        common = own.keys() & theirs.keys()
        waiting.append((-len(common), number, common))
    heapify(waiting)
    found: list[int] = []
    while waiting:
        count, number, common = waiting[0]
        fresh = common & left
        if len(fresh) != -count:
            heapreplace(waiting, (-len(fresh), number, fresh))
        elif not fresh:
            break
        else:
            found.append(number)
            left -= fresh
            heappop(waiting)
    return found
