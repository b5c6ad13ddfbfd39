"""A fixed mix of queries: rare, middling and common words, phrases, either, without, beginnings."""

import time
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from msgspec import Struct

from benchmarks.library import Sentences, Sizes, documents
from whence.store.fulltext.search import Search, index_of, search
from whence.store.ledger import open_case
from whence.store.protocol import Store

_EACH = 25
_RANKS = {"common": (5, 60), "middling": (300, 3000), "rare": (8000, 30_000)}
"""Which of the words, the most frequent first, are common, middling and rare."""


class Timing(Struct, frozen=True, kw_only=True):
    """Seconds: the median, the 95th percentile and the longest; ``hits`` in the mean."""

    name: str
    p50: float
    p95: float
    most: float
    hits: float = 0.0

    @staticmethod
    def of(name: str, seconds: Sequence[float], hits: Sequence[int] = (0,)) -> "Timing":
        """Return the timing of what took so many seconds, time after time."""
        p50, p95 = np.quantile(seconds, (0.5, 0.95))
        mean = float(np.mean(hits))
        return Timing(name=name, p50=float(p50), p95=float(p95), most=max(seconds), hits=mean)

    @property
    def figures(self) -> str:
        """What is printed, in milliseconds."""
        return f"p50 {1e3 * self.p50:.1f} p95 {1e3 * self.p95:.1f} ms"


def asked(store: Store, sizes: Sizes) -> Iterator[Timing]:
    """Yield how long each sort of query takes, in one case and over all, and all of them."""
    index = index_of(store)
    case_id = open_case(store, "case 0").case_id
    every: dict[str, list[float]] = {}
    for sort, texts in _mix(sizes).items():
        for where, scope in (("in one case", case_id), ("over all", None)):
            seconds, hits = [], []
            for text in texts:
                started = time.perf_counter()
                found = search(store, index, Search(text, case_id=scope))
                seconds.append(time.perf_counter() - started)
                hits.append(found.total)
            every.setdefault(where, []).extend(seconds)
            yield Timing.of(f"{sort}, {where}", seconds, hits)
    for where, seconds in every.items():
        yield Timing.of(f"all queries, {where}", seconds)


def _mix(sizes: Sizes) -> dict[str, list[str]]:
    """Return queries of every sort, always the same for the same sizes."""
    dice = np.random.default_rng(7)
    words = Sentences(sizes.seed).words

    def drawn(sort: str) -> str:
        first, last = _RANKS[sort]
        return words[int(dice.integers(first, min(last, len(words))))]

    texts = [made.drafts[1].payload.text for made in documents(sizes, 0)]  # type: ignore[union-attr]

    def phrase(length: int) -> str:
        said = texts[int(dice.integers(len(texts)))].split("\n")[1].strip(".").split()
        start = int(dice.integers(len(said) - length))
        return f'"{" ".join(said[start : start + length])}"'

    sorts: dict[str, Callable[[], str]] = {
        "a rare word": lambda: drawn("rare"),
        "a middling word": lambda: drawn("middling"),
        "a common word": lambda: drawn("common"),
        "two middling words": lambda: f"{drawn('middling')} {drawn('middling')}",
        "a common and a middling word": lambda: f"{drawn('common')} {drawn('middling')}",
        "three common words": lambda: " ".join(drawn("common") for _ in range(3)),
        "a phrase of two words": lambda: phrase(2),
        "a phrase of four words": lambda: phrase(4),
        "either of two words": lambda: f"{drawn('rare')} OR {drawn('middling')}",
        "a word without another": lambda: f"{drawn('middling')} -{drawn('common')}",
        "a beginning": lambda: f"{drawn('middling')[:4]}*",
    }
    return {sort: [make() for _ in range(_EACH)] for sort, make in sorts.items()}
