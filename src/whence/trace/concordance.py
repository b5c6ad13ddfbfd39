"""All words of all documents, and which runs of them stand in more than one document.

The words are kept as columns of numbers, so that a hundred thousand documents fit into memory.
Runs of words (shingles; Broder 1997) are found by sorting their hashes, of which only those that
two documents share are kept: what stands in one document alone tells nothing.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress
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
_SIGNS = 512
"""Bits of a line's sign: so many that few of its twenty or thirty steps meet in one."""
_SET = np.array([number.bit_count() for number in range(1 << 16)], dtype=np.uint8)
"""How many bits of a number are set."""
_QUOTES = bytes(mark & QUOTED for mark in range(256))
_PLAIN = bytes(QUOTED - (mark & QUOTED) for mark in range(256))
"""By its mark, whether a word stands inside quotation marks, and whether outside."""

Numbers = NDArray[np.int64]


class Row(NamedTuple):
    """A line by the numbers of its words, where each starts and ends, and its marks."""

    words: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    marks: bytes

    @property
    def place(self) -> tuple[int, int]:
        """Where its first word starts and its last one ends; empty lines have no place."""
        return (self.starts[0], self.ends[-1])

    @property
    def quoted(self) -> int | None:
        """The place of its first word inside quotation marks."""
        place = self.marks.translate(_QUOTES).find(QUOTED)
        return place if place >= 0 else None

    def unquoted(self) -> "Row":
        """Return the line without its words inside quotation marks."""
        kept = self.marks.translate(_PLAIN)
        return Row(
            tuple(compress(self.words, kept)),
            tuple(compress(self.starts, kept)),
            tuple(compress(self.ends, kept)),
            bytes(compress(self.marks, kept)),
        )


class Overlap(NamedTuple):
    """What a document has in common with some earlier ones, in an order of theirs.

    Its shingles are numbered from 0. ``has`` tells by other document and shingle which of them
    it has, shape (others, shingles). ``own_shingle`` and ``own_line`` say which shingle stands in
    which line of the document itself, in the order of the shingles; ``row``, ``shingle`` and
    ``line`` which of the others has which shingle in which line, in the order of the lines.
    """

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
        known: defaultdict[str, int] = defaultdict()
        known.default_factory = known.__len__
        for document in documents:
            for line in lines(document):
                self._word.extend([known[word] for word in line.plain])
                self._start.extend(line.starts)
                self._end.extend(line.ends)
                self._marks.extend(line.marks)
                self._lines.append(len(self._word))
            self._documents.append(len(self._lines) - 1)
        self._length: Numbers = np.diff(np.asarray(self._lines))
        self._document: Numbers = np.repeat(np.arange(len(self)), np.diff(self._documents))
        self._sign()
        self._share()
        self._column = np.full(len(self._leading), -1, dtype=np.int64)
        self.row = lru_cache(maxsize=_KEPT)(self._row)

    def __len__(self) -> int:
        return len(self._documents) - 1

    def telling(self, document: int) -> int:
        """Return how many words of a document are no part of a stock phrase."""
        first, last = self._documents[document], self._documents[document + 1]
        return self._lines[last] - self._lines[first]

    def lines_of(self, document: int) -> range:
        """Return the numbers of a document's lines."""
        return range(self._documents[document], self._documents[document + 1])

    def closing(self, document: int, line: int) -> bool:
        """Tell whether a line is one of the last of its document."""
        return line >= self._documents[document + 1] - CLOSING

    def steps(self, one: Numbers, other: Numbers) -> Numbers:
        """Return how many steps from word to word pairs of lines have in common at most.

        By their signs alone: a step of one line is in the other only if its bit is; steps that
        share a bit with another of their line may each be.
        """
        both: Numbers = _SET[self._signs[one] & self._signs[other]].sum(axis=1, dtype=np.int64)
        return both + np.minimum(self._spare[one], self._spare[other])

    def shorter(self, one: Numbers, other: Numbers) -> Numbers:
        """Return how many words the shorter of each pair of lines has."""
        return np.minimum(self._length[one], self._length[other])

    def unquoted(self, one: Numbers, other: Numbers) -> Numbers:
        """Return how many words stand outside quotation marks in the line that has fewer of them.

        It is 0 where only one of a pair of lines quotes, or none.
        """
        quoting = self._quotes[one] & self._quotes[other]
        return np.minimum(self._outside[one], self._outside[other]) * quoting

    def led(self, first: int, last: int) -> tuple[Numbers, Numbers]:
        """Return which lines of documents have a shingle of one of the first documents with it.

        Two columns: the line of the earlier document, and that of one from ``first`` to before
        ``last``, once for each shingle.
        """
        span = slice(self._bounds[first], self._bounds[last])
        groups = self._group[span]
        lengths = self._leading[groups + 1] - self._leading[groups]
        earlier = self._lead[runs(self._leading[groups], lengths)]
        later = np.repeat(self._place[span], lengths)
        before = self._document[earlier] < self._document[later]
        return earlier[before], later[before]

    def document(self, lines: Numbers) -> Numbers:
        """Return the documents of lines."""
        return self._document[lines]

    def overlap(self, document: int, others: Numbers) -> Overlap:
        """Return what a document shares with some earlier ones, given in their order."""
        first, last = self._bounds[document], self._bounds[document + 1]
        order = np.argsort(self._group[first:last], kind="stable")
        own = self._group[first:last][order]
        fresh = _fresh(own, own)
        groups = own[fresh]
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
        return Overlap(has, np.cumsum(fresh) - 1, own_line, row, shingle, line)

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
        """Give each line a sign, in which every step from word to word sets one bit (Bloom 1970).

        ``_spare`` says how many of its steps found their bit set, ``_outside`` how many of its
        words stand outside quotation marks, ``_quotes`` whether others stand inside.
        """
        line_of = np.repeat(np.arange(len(self._length)), self._length)
        steps, places = _hashes(np.asarray(self._word), line_of, 2)
        bits = (steps * np.uint64(_FACTOR)) >> np.uint64(64 - _SIGNS.bit_length() + 1)
        signs = np.zeros((len(self._length), _SIGNS // 16), dtype=np.uint16)
        np.bitwise_or.at(signs, (places, bits // 16), np.uint16(1) << (bits % 16).astype("u2"))
        plain = line_of[(np.frombuffer(self._marks, dtype=np.uint8) & QUOTED) == 0]
        self._signs = signs
        self._spare: Numbers = np.maximum(self._length - 1, 0) - _SET[signs].sum(axis=1)
        self._outside = np.bincount(plain, minlength=len(self._length))
        self._quotes = self._outside < self._length

    def _share(self) -> None:
        """Find the shingles that two documents or more have.

        ``_group`` and ``_place`` hold each such shingle's number and line in the order of the
        text, once a line, ``_bounds`` where each document's begin, ``_first`` the first documents
        that have a shingle, one row a shingle, -1 where there are fewer.
        """
        line_of = np.repeat(np.arange(len(self._lines) - 1), np.diff(np.asarray(self._lines)))
        hashes, places = _hashes(np.asarray(self._word), line_of, SHINGLE)
        document_of = np.searchsorted(np.asarray(self._documents), places, side="right") - 1
        order = np.argsort(hashes, kind="stable")
        group, starts = _groups(hashes[order])
        holder = document_of[order]
        ends = np.append(starts[1:], len(order))
        several = holder[starts] != holder[ends - 1] if len(starts) else np.zeros(0, dtype=bool)
        numbers = np.cumsum(several) - 1
        kept = several[group] & _fresh(group, places[order])
        groups, holder, where = numbers[group[kept]], holder[kept], order[kept]
        early = _rank(groups, holder) < LEADERS
        self._lead: Numbers = places[where[early]]
        self._leading: Numbers = np.searchsorted(groups[early], np.arange(several.sum() + 1))
        back = np.argsort(where, kind="stable")
        where = where[back]
        self._group: Numbers = groups[back]
        self._place: Numbers = places[where]
        self._bounds: Numbers = np.searchsorted(document_of[where], np.arange(len(self) + 1))


def runs(starts: Numbers, lengths: Numbers) -> Numbers:
    """Return the numbers from each start on, as many as its length says, in one row."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)


def _hashes(
    words: NDArray[np.int32], line_of: Numbers, length: int
) -> tuple[NDArray[np.uint64], Numbers]:
    """Return the hash of every run of so many words inside a line, and the number of its line.

    Two of the runs of a hundred thousand documents have one hash by chance with a probability of
    about one in 10,000; then two lines are compared in vain.
    """
    count = max(0, len(words) - length + 1)
    inside = line_of[:count] == line_of[len(words) - count :]
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(length):
        hashes *= np.uint64(_FACTOR)
        hashes += words[offset : offset + count].astype(np.uint64)
    return hashes[inside], line_of[:count][inside]


def _groups(ordered: NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Return the number of the group of equal hashes for each, and where the groups start."""
    opens = np.ones(len(ordered), dtype=bool)
    opens[1:] = ordered[1:] != ordered[:-1]
    return np.cumsum(opens) - 1, np.flatnonzero(opens)


def _rank(groups: Numbers, holders: Numbers) -> Numbers:
    """Return the how manieth holder of its group each is, from 0; both columns are in order."""
    number = np.cumsum(_fresh(groups, holders))
    return number - number[np.searchsorted(groups, groups)]


def _fresh(groups: Numbers, holders: Numbers) -> NDArray[np.bool_]:
    """Tell where a pair of two columns in order is not the one before."""
    fresh = np.ones(len(groups), dtype=np.bool_)
    fresh[1:] = (groups[1:] != groups[:-1]) | (holders[1:] != holders[:-1])
    return fresh
