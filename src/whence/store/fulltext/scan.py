"""Search by reading everything: for a library in memory, and to measure the others by."""

from collections.abc import Collection, Iterator, Mapping
from math import log
from threading import Lock

from whence.store.fulltext.finding import MANY, Asked, Matching, More, Place
from whence.store.fulltext.query import Phrase, Query, matches, phrases, places
from whence.store.fulltext.texts import Text, texts
from whence.store.memory import MemoryStore
from whence.store.protocol import Sealed

_STEEP, _LENGTH = 1.2, 0.75
"""The constants of BM25 (Robertson and Zaragoza, 2009, section 3.5), as SQLite has them."""


class Scan:
    """Keeps no words: it knows how far it may read, and reads the store."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self._through: dict[str, int] = {}
        self._retracted: dict[str, frozenset[int]] = {}
        self._lock = Lock()

    def through(self) -> Mapping[str, int]:
        """Return up to which seq each case is indexed."""
        with self._lock:
            return dict(self._through)

    def add(self, more: More) -> bool:
        """Index further, or leave it: False when another thread was faster."""
        with self._lock:
            if self._through.get(more.case_id, 0) != more.after:
                return False
            self._through[more.case_id] = more.through
            if more.retracted is not None:
                self._retracted[more.case_id] = frozenset(more.retracted)
            return True

    def find(self, asked: Asked, limit: int) -> Matching:
        """Return the places of hits, at most ``limit``."""
        found = []
        for place, text in self._texts(asked):
            if matches(asked.query, text.words):
                found.append((place, text))
        found = found[::-1]
        more = len(found) > MANY
        if not more:
            found = _best(found, asked.query)
        kept = [place for place, _ in found[:MANY]]
        return Matching(places=kept[:limit], total=len(kept), more=more, ranked=not more)

    def entries(self, places: Collection[Place]) -> Mapping[tuple[str, int], Sealed]:
        """Return the entries in which places stand, by case and seq."""
        wanted = {(place.case_id, place.seq) for place in places}
        return {
            key: sealed
            for key in wanted
            for sealed in self._store.read(key[0], after=key[1] - 1, through=key[1])
        }

    def retracted(self, case_id: str) -> Collection[int]:
        """Return the seqs of a case that did not hold when it was last indexed."""
        with self._lock:
            return self._retracted.get(case_id, frozenset())

    def _texts(self, asked: Asked) -> Iterator[tuple[Place, Text]]:
        for case_id, through in self.through().items():
            if asked.case_id not in (None, case_id):
                continue
            gone = frozenset() if asked.retracted else self.retracted(case_id)
            for sealed in self._store.read(case_id, through=through):
                seq = sealed.entry.seq
                if seq in gone:
                    continue
                for item, text in enumerate(texts(sealed)):
                    if asked.kinds is None or text.kind in asked.kinds:
                        yield Place(case_id, seq, item), text


def _best(found: list[tuple[Place, Text]], query: Query) -> list[tuple[Place, Text]]:
    """Return hits by BM25 over themselves, the best first."""
    if not found:
        return found
    asked = list(phrases(query, sought=True))
    mean = sum(len(text.words) for _, text in found) / len(found)
    holding = {one: sum(_times(one, text) > 0 for _, text in found) for one in asked}

    def worth(hit: tuple[Place, Text]) -> float:
        text = hit[1]
        long = _STEEP * (1 - _LENGTH + _LENGTH * len(text.words) / mean)
        times = {one: _times(one, text) for one in asked}
        return sum(
            log(1 + len(found) / holding[one]) * many * (_STEEP + 1) / (many + long)
            for one, many in times.items()
            if many
        )

    return sorted(found, key=worth, reverse=True)


def _times(phrase: Phrase, text: Text) -> int:
    return sum(1 for _ in places(phrase, text.words))
