"""Reports in groups, one incident each: added one at a time, with the same end in any order."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from whence.fuse.grouping.blocks import Index
from whence.fuse.grouping.clusters import Pair, clusters, pair
from whence.fuse.grouping.compare import evidence, log_odds
from whence.fuse.grouping.signature import Signature


class Groups:
    """Reports that are grouped as they come in.

    Adding a report compares it with those that share rare words with it, and groups anew only the
    reports that are tied to it, however loosely; every other group stays as it was. The groups are
    those that all reports together would give.
    """

    def __init__(self) -> None:
        self._index = Index()
        self._signatures: dict[str, Signature] = {}
        self._odds: dict[Pair, float] = {}
        self._tied: dict[str, set[str]] = defaultdict(set)
        self._same: set[Pair] = set()
        self._different: set[Pair] = set()
        self._group: dict[str, tuple[str, ...]] = {}

    def add(self, one: Signature) -> frozenset[str]:
        """Add a report; return the ids of all documents whose groups were worked out anew.

        A document that is there already is passed over.
        """
        if one.document_id in self._signatures:
            return frozenset()
        for other in self._index.near(one):
            key = pair(one.document_id, other.document_id)
            self._odds[key] = log_odds(evidence(one, other))
            self._tied[one.document_id].add(other.document_id)
            self._tied[other.document_id].add(one.document_id)
        self._index.add(one)
        self._signatures[one.document_id] = one
        return self._regroup(one.document_id)

    def judge(self, one: str, other: str, same: bool) -> frozenset[str]:
        """Bind two documents together or apart; a later judgement on them replaces an earlier one.

        Return the ids of all documents whose groups were worked out anew. A document that is not
        there yet is bound as soon as it is.
        """
        key = pair(one, other)
        self._same.discard(key)
        self._different.discard(key)
        (self._same if same else self._different).add(key)
        self._tied[one].add(other)
        self._tied[other].add(one)
        return self._regroup(one) | self._regroup(other)

    def groups(self) -> list[tuple[str, ...]]:
        """Return the documents in groups, each sorted, in the order of their first."""
        return sorted(set(self._group.values()))

    def signatures(self) -> Mapping[str, Signature]:
        """Return the reports by the ids of their documents."""
        return self._signatures

    def odds(self) -> Mapping[Pair, float]:
        """Return the log-odds (nats) of the pairs that were compared."""
        return self._odds

    def _regroup(self, start: str) -> frozenset[str]:
        reached = self._reached(start)
        inside = {
            key: self._odds[key]
            for one in reached
            for other in self._tied[one]
            if (key := pair(one, other)) in self._odds
        }
        found = clusters(
            sorted(reached),
            inside,
            _within(self._same, reached),
            _within(self._different, reached),
        )
        for group in found:
            for one in group:
                self._group[one] = tuple(group)
        return frozenset(reached)

    def _reached(self, start: str) -> set[str]:
        """Return the reports that may share a group with one, and so are grouped with it.

        Only pairs above zero and judgements lead on: no merging crosses anything else.
        """
        if start not in self._signatures:
            return set()
        reached, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            for other in self._tied[here]:
                key = pair(here, other)
                leads = self._odds.get(key, 0.0) > 0 or key in self._same
                if leads and other in self._signatures and other not in reached:
                    reached.add(other)
                    waiting.append(other)
        return reached


def _within(pairs: Iterable[Pair], items: set[str]) -> list[Pair]:
    return [key for key in sorted(pairs) if key[0] in items and key[1] in items]
