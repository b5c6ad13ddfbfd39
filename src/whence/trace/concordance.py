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
_SET = np.array([number.bit_count() for number in range(1 << 16)], dtype=np.uint8)
"""How many bits of a number are set."""

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

    Its shingles are numbered from 0. ``has`` tells by other document and shingle which of them
    it has, shape (others, shingles). ``own_shingle`` and ``own_line`` say which shingle stands in
    which line of the document itself, in the order of the shingles; ``row``, ``shingle`` and
    ``line`` which of the others has which shingle in which line, in the order of the lines.
    """

    others: Numbers
    has: NDArray[np.bool_]
    own_shingle: Numbers
    own_line: Numbers
    row: Numbers
    shingle: Numbers
    line: Numbers


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
        known: dict[str, int] = {}
        for document in documents:
            for line in lines(document):
                numbers = [known.setdefault(word, len(known)) for word in line.plain]
                self._word.extend(numbers)
                self._start.extend([start for start, _ in line.spans])
                self._end.extend([end for _, end in line.spans])
                self._marks.extend(line.marks)
                self._lines.append(len(self._word))
            self._documents.append(len(self._lines) - 1)
        self._length: Numbers = np.diff(np.asarray(self._lines))
        self._sign()
        self._share()
        self._column = np.full(len(self._first), -1, dtype=np.int64)
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

    def in_common(self, one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
        """Return how many words pairs of lines have in common at most, and have at least.

        The former by their signs alone: a word of one line is in the other only if its bit is;
        words that share a bit with another of their line may each be. The latter are the words of
        the shorter line.
        """
        both = _SET[self._signs[one] & self._signs[other]].sum(axis=1)
        spare = np.minimum(self._spare[one], self._spare[other])
        return both + spare, np.minimum(self._length[one], self._length[other])

    def quotes(self, one: Numbers, other: Numbers) -> NDArray[np.bool_]:
        """Tell of pairs of lines whether both have words inside quotation marks."""
        return self._quotes[one] & self._quotes[other]

    def overlap(self, document: int) -> Overlap | None:
        """Return what a document shares with the earlier ones that are among the first with it."""
        first, last = self._bounds[document], self._bounds[document + 1]
        order = np.argsort(self._group[first:last], kind="stable")
        own = self._group[first:last][order]
        fresh = _fresh(own, own)
        groups = own[fresh]
        leaders = np.unique(self._first[groups])
        others = leaders[(leaders >= 0) & (leaders < document)]
        if not len(others):
            return None
        lengths = self._bounds[others + 1] - self._bounds[others]
        places = runs(self._bounds[others], lengths)
        self._column[groups] = np.arange(len(groups))
        shingle = self._column[self._group[places]]
        self._column[groups] = -1
        shared = np.flatnonzero(shingle >= 0)
        row = np.repeat(np.arange(len(others)), lengths)[shared]
        shingle = shingle[shared]
        has = np.zeros((len(others), len(groups)), dtype=np.bool_)
        has[row, shingle] = True
        own_line = self._place[first:last][order]
        line = self._place[places[shared]]
        return Overlap(others, has, np.cumsum(fresh) - 1, own_line, row, shingle, line)

    def _row(self, line: int) -> Row:
        """Return a line."""
        place = slice(self._lines[line], self._lines[line + 1])
        return Row(
            tuple(self._word[place]),
            self._start[place],
            self._end[place],
            bytes(self._marks[place]),
        )

    def _sign(self) -> None:
        """Give each line a sign, in which every word of it sets one bit (Bloom 1970).

        ``_spare`` says how many of its words found their bit set, ``_quotes`` whether it quotes.
        """
        line_of = np.repeat(np.arange(len(self._length)), self._length)
        bits = np.asarray(self._word) % _SIGNS
        signs = np.zeros((len(self._length), _SIGNS // 16), dtype=np.uint16)
        np.bitwise_or.at(signs, (line_of, bits // 16), np.uint16(1) << (bits % 16).astype("u2"))
        quoted = line_of[(np.frombuffer(self._marks, dtype=np.uint8) & QUOTED) > 0]
        self._signs = signs
        self._spare = self._length - _SET[signs].sum(axis=1)
        self._quotes = np.bincount(quoted, minlength=len(self._length)) > 0

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


def runs(starts: Numbers, lengths: Numbers) -> Numbers:
    """Return the numbers from each start on, as many as its length says, in one row."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)


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
