"""Truth over a whole table of items: accuracies and copying are learned from the table itself.

ACCUCOPY of Dong, Berti-Equille & Srivastava, VLDB 2009, section 4.3: copying, truth and accuracy
are found in turn, copying before accuracy, until nothing moves. The measurements alone ask this;
fusion does not: a case is too small a table.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from whence.fuse.truth.copying import Copying, Pair, dependences, shares
from whence.fuse.truth.posterior import Item, Posterior, Voice, posterior
from whence.fuse.truth.relations import Relation

_STILL = 1e-4


@dataclass(frozen=True, kw_only=True)
class Told:
    """One source telling one value of one item."""

    item: str
    source: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Learning:
    """What is believed before the table is read, and when to stop.

    ``accuracy`` is what is expected of a source beforehand, which counts as ``weight`` items over
    all sources; what is then expected of sources in general counts as ``own`` items of each. All
    are elicited. Without ``copying`` every source is taken to speak for itself.
    """

    accuracy: float = 0.8
    weight: float = 10.0
    own: float = 2.0
    rounds: int = 20
    near: float = 0.1
    copying: Copying | None = field(default_factory=Copying)
    false_values: int = 10


@dataclass(frozen=True)
class Table:
    """What a table says: values of each item in order, their probabilities, and its sources."""

    values: Mapping[str, tuple[str, ...]]
    truth: Mapping[str, Posterior]
    accuracy: Mapping[str, float]
    copying: Mapping[Pair, float]

    def best(self, item: str) -> str:
        """Return the most probable value of an item; of even ones the first in order."""
        exact = self.truth[item].exact
        return self.values[item][max(range(len(exact)), key=lambda one: (exact[one], -one))]


RelateValues = Callable[[str, str], Relation]


def exclusive(told: str, true: str) -> Relation:
    """Relate values of which each excludes all others."""
    return "same" if told == true else "against"


def learn(told: Sequence[Told], how: Learning, relate: RelateValues = exclusive) -> Table:
    """Learn from a table which values are true, how accurate its sources are, and who copies.

    A source tells one value of an item; of several the last in alphabetical order counts. The
    order of the rows is irrelevant.
    """
    rows = _Rows(told, how, relate)
    accuracy = dict.fromkeys(rows.sources, how.accuracy)
    copying: dict[Pair, float] = {}
    # Copiers who are many would make their errors look true: at first no value is believed more.
    right = {item: [1 / len(rows.values[item])] * len(rows.values[item]) for item in rows.compared}
    for _ in range(how.rounds):
        if how.copying is not None:
            copying = dependences(rows.compared, right, accuracy, how.copying)
        truth = rows.truth(rows.compared, accuracy, copying)
        right = {item: list(one.probabilities) for item, one in truth.items()}
        before, accuracy = accuracy, rows.accuracy(truth)
        if max((abs(accuracy[one] - before[one]) for one in accuracy), default=0.0) < _STILL:
            break
    return Table(rows.values, rows.truth(rows.by_item, accuracy, copying), accuracy, copying)


class _Rows:
    """A table by item and by source."""

    def __init__(self, told: Sequence[Told], how: Learning, relate: RelateValues) -> None:
        self.how, self.relate = how, relate
        given: dict[str, set[str]] = defaultdict(set)
        for one in told:
            given[one.item].add(one.value)
        self.values = {item: tuple(sorted(given[item])) for item in sorted(given)}
        self.sources = sorted({one.source for one in told})
        self.by_item: dict[str, dict[str, int]] = {item: {} for item in self.values}
        for one in sorted(told, key=lambda row: (row.item, row.source, row.value)):
            self.by_item[one.item][one.source] = self.values[one.item].index(one.value)
        # What one source alone tells is as right as the source: nothing is learned from it.
        self.compared = {item: told for item, told in self.by_item.items() if len(told) > 1}

    def truth(
        self, items: Iterable[str], accuracy: Mapping[str, float], copying: Mapping[Pair, float]
    ) -> dict[str, Posterior]:
        """Return the probability of the values of some items."""
        return {item: self._item(item, accuracy, copying) for item in items}

    def _item(
        self, item: str, accuracy: Mapping[str, float], copying: Mapping[Pair, float]
    ) -> Posterior:
        values, told = self.values[item], self.by_item[item]
        rate = self.how.copying.rate if self.how.copying is not None else 0.0
        voices = []
        for value in range(len(values)):
            own = shares((s for s, v in told.items() if v == value), accuracy, copying, rate)
            voices += [
                Voice(value=value, accuracy=accuracy[source], share=part)
                for source, part in own.items()
            ]
        what = Item(
            wide=[False] * len(values),
            relate=lambda one, two: self.relate(values[one], values[two]),
            false_values=self.how.false_values,
            near=self.how.near,
        )
        return posterior(what, voices)

    def accuracy(self, truth: Mapping[str, Posterior]) -> dict[str, float]:
        """Return how often each source is right, drawn towards all, and that towards the prior."""
        right: dict[str, float] = defaultdict(float)
        count: dict[str, int] = defaultdict(int)
        for item, told in self.compared.items():
            for source, value in told.items():
                right[source] += truth[item].probabilities[value]
                count[source] += 1
        how = self.how
        hits = sum(right[one] for one in self.sources) + how.weight * how.accuracy
        expected = hits / (sum(count.values()) + how.weight)
        return {
            one: (right[one] + how.own * expected) / (count[one] + how.own) for one in self.sources
        }
