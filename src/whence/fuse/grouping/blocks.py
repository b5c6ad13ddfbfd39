"""Which reports are worth comparing: those that share words that hardly any others have."""

from collections import defaultdict
from collections.abc import Iterator

from whence.fuse.grouping.rarity import rarity
from whence.fuse.grouping.signature import Signature

_KEYS = 20
"""Heaviest rare terms of a report by which it is looked up."""
_RARE = 4.0
"""Rarity (nats) of a term by which reports of the same weeks are found: one report in 55."""
_RAREST = 8.0
"""Rarity (nats) of a term by which reports of any time are found: one report in 3,000."""
_SHARED, _SHARED_FAR = 7.0, 17.0
"""Rarity (nats) that two reports share at least, of the same weeks and of any time: far apart two
words that the table lacks, a small town and who was killed there."""
_WEEKS = 45
"""Days between publications that count as the same weeks."""


class Index:
    """Reports by their rarest terms, one added at a time.

    Which pairs it gives is independent of the order in which they are added, and of everything
    else that it holds.
    """

    def __init__(self) -> None:
        self._any_time: dict[str, list[Signature]] = defaultdict(list)
        self._by_weeks: dict[tuple[str, int], list[Signature]] = defaultdict(list)

    def near(self, one: Signature) -> Iterator[Signature]:
        """Yield the reports in the index that are worth comparing with this one, by id."""
        shared: dict[str, float] = defaultdict(float)
        found: dict[str, Signature] = {}
        for term in keys(one):
            degree = rarity(term)
            for other in self._holding(term, degree, one.published):
                shared[other.document_id] += degree
                found[other.document_id] = other
        for key in sorted(shared):
            least = _SHARED if _same_weeks(one, found[key]) else _SHARED_FAR
            if shared[key] >= least and key != one.document_id:
                yield found[key]

    def _holding(self, term: str, degree: float, day: int | None) -> Iterator[Signature]:
        if degree >= _RAREST:
            yield from self._any_time.get(term, ())
        elif day is not None:
            for stretch in range(day // _WEEKS - 1, day // _WEEKS + 2):
                yield from self._by_weeks.get((term, stretch), ())

    def add(self, one: Signature) -> None:
        """Put a report into the index."""
        for term in keys(one):
            if rarity(term) >= _RAREST:
                self._any_time[term].append(one)
            elif one.published is not None:
                self._by_weeks[term, one.published // _WEEKS].append(one)


def keys(one: Signature) -> list[str]:
    """Return the terms by which a report is looked up: the heaviest of its rare ones."""
    rare = [term for term in one.keys if rarity(term) >= _RARE]
    return rare[:_KEYS]


def _same_weeks(one: Signature, other: Signature) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) <= _WEEKS
