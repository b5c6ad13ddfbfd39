"""All words of all documents, and which runs of them stand in more than one document.

The words are kept as columns of numbers, so that a hundred thousand documents fit into memory.
Runs of words (shingles; Broder 1997) are found by sorting their hashes, of which only those that
two documents share are kept: what stands in one document alone tells nothing.
"""

from array import array
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whence.model.document import Document
from whence.trace.sentences import QUOTED, lines

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
_SIGNS = 256
"""Bits of a line's sign: so many that its twenty or thirty words rarely meet in one."""

Numbers = NDArray[np.int64]


class Row(NamedTuple):
    """A line by the numbers of its words, where each starts and ends, and its marks."""

    words: tuple[int, ...]
    starts: "array[int]"
    ends: "array[int]"
    marks: bytes

    @property
    def quoted(self) -> int | None:
        """The place of its first word inside quotation marks."""
        return next((number for number, mark in enumerate(self.marks) if mark & QUOTED), None)

    def unquoted(self) -> "Row":
        """Return the line without its words inside quotation marks."""
        kept = [number for number, mark in enumerate(self.marks) if not mark & QUOTED]
        return Row(
            tuple(self.words[number] for number in kept),
            array("i", [self.starts[number] for number in kept]),
            array("i", [self.ends[number] for number in kept]),
            bytes(self.marks[number] for number in kept),
        )


class Overlap(NamedTuple):
    """What a document has in common with some earlier ones, the earliest first.

    ``has`` tells by other document and shingle which of them it has, shape (others, shingles);
    ``own`` the lines of each shingle in the document itself. The lines of the others that have a
    shingle stand in ``line``, each beside its number in ``shingle``, those of one document between
    two ``bounds``.
    """

    others: list[int]
    has: NDArray[np.bool_]
    own: list[list[int]]
    shingle: list[int]
    line: list[int]
    bounds: list[int]


class Concordance:
    """The words of documents in an order of theirs, which gives every document its number.

    Their lines are numbered through, from the first of the first document to the last of the last.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._word = array("i")
        self._start = array("i")
        self._end = array("i")
        self._marks = bytearray()
        self._lines = array("q", [0])
        self._documents = array("q", [0])
        self._signs: list[int] = []
        known: dict[str, int] = {}
        for document in documents:
            for line in lines(document):
                numbers = [known.setdefault(word, len(known)) for word in line.plain]
                self._word.extend(numbers)
                self._start.extend([start for start, _ in line.spans])
                self._end.extend([end for _, end in line.spans])
                self._marks.extend(line.marks)
                self._lines.append(len(self._word))
                self._signs.append(_sign(numbers))
            self._documents.append(len(self._lines) - 1)
        self._share()
        self._column = np.full(len(self._first), -1, dtype=np.int32)
        self.row = lru_cache(maxsize=_KEPT)(self._row)

    def __len__(self) -> int:
        return len(self._documents) - 1

    def telling(self, document: int) -> int:
        """Return how many words of a document are no part of a stock phrase."""
        first, last = self._documents[document], self._documents[document + 1]
        return self._lines[last] - self._lines[first]

    def closing(self, document: int, line: int) -> bool:
        """Tell whether a line is one of the last of its document."""
        return line >= self._documents[document + 1] - CLOSING

    def length(self, line: int) -> int:
        """Return how many words a line has."""
        return self._lines[line + 1] - self._lines[line]

    def quotes(self, line: int) -> bool:
        """Tell whether a line has words inside quotation marks."""
        return any(mark & QUOTED for mark in self._marks[self._lines[line] : self._lines[line + 1]])

    def in_common(self, one: int, other: int) -> int:
        """Return how many words two lines have in common at most, by their signs alone.

        A word of one line is in the other only if its bit is; words that share a bit with another
        of their line may each be.
        """
        mine, theirs = self._signs[one], self._signs[other]
        spare = min(self.length(one) - mine.bit_count(), self.length(other) - theirs.bit_count())
        return (mine & theirs).bit_count() + spare

    def overlap(self, document: int) -> Overlap | None:
        """Return what a document shares with the earlier ones that are among the first with it."""
        first, last = self._bounds[document], self._bounds[document + 1]
        groups, column = np.unique(self._group[first:last], return_inverse=True)
        leaders = np.unique(self._first[groups])
        others = leaders[(leaders >= 0) & (leaders < document)]
        if not len(others):
            return None
        lengths = self._bounds[others + 1] - self._bounds[others]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1]) + np.repeat(self._bounds[others] - ends + lengths, lengths)
        self._column[groups] = np.arange(len(groups))
        shingle = self._column[self._group[places]]
        self._column[groups] = -1
        shared = np.flatnonzero(shingle >= 0)
        shingle = shingle[shared]
        has = np.zeros((len(others), len(groups)), dtype=np.bool_)
        has[np.searchsorted(ends, shared, side="right"), shingle] = True
        own: list[list[int]] = [[] for _ in groups]
        for number, line in zip(column.tolist(), self._place[first:last].tolist(), strict=True):
            own[number].append(line)
        return Overlap(
            others=others.tolist(),
            has=has,
            own=own,
            shingle=shingle.tolist(),
            line=self._place[places[shared]].tolist(),
            bounds=[0, *np.searchsorted(shared, ends).tolist()],
        )

    def _row(self, line: int) -> Row:
        """Return a line."""
        place = slice(self._lines[line], self._lines[line + 1])
        return Row(
            tuple(self._word[place]),
            self._start[place],
            self._end[place],
            bytes(self._marks[place]),
        )

    def _share(self) -> None:
        """Find the shingles that two documents or more have.

        ``_group`` and ``_place`` hold each such shingle's number and line in the order of the
        text, once a line, ``_bounds`` where each document's begin, ``_first`` the first documents
        that have a shingle, one row a shingle, -1 where there are fewer.
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
        kept = several[group] & _fresh(group, places[order])
        self._first = _firsts(numbers[group[kept]], holder[kept], int(several.sum()))
        back = np.argsort(order[kept], kind="stable")
        where = order[kept][back]
        self._group: Numbers = numbers[group[kept]][back]
        self._place: Numbers = places[where]
        self._bounds: Numbers = np.searchsorted(document_of[where], np.arange(len(self) + 1))


def _sign(words: Iterable[int]) -> int:
    """Return a number in which each word of a line sets one bit (Bloom 1970)."""
    found = 0
    for word in words:
        found |= 1 << word % _SIGNS
    return found


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
    fresh = _fresh(groups, holders)
    groups, holders = groups[fresh], holders[fresh]
    rank = np.arange(len(groups)) - np.searchsorted(groups, groups)
    found = np.full((count, LEADERS), -1, dtype=np.int64)
    early = rank < LEADERS
    found[groups[early], rank[early]] = holders[early]
    return found


def _fresh(groups: Numbers, holders: Numbers) -> NDArray[np.bool_]:
    """Tell where a pair of two columns in order is not the one before."""
    fresh = np.ones(len(groups), dtype=np.bool_)
    fresh[1:] = (groups[1:] != groups[:-1]) | (holders[1:] != holders[:-1])
    return fresh
