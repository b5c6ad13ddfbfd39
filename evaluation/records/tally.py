"""Counts that roll with time: older ones fade, and rates are smoothed towards wider ones."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import partial

from msgspec import Struct

_LEAST = 0.5
_RARE = 0.01
_MONTH = 24000
"""The month (of the year 2000) in which a count weighs 1; any would do."""


class Knobs(Struct, frozen=True, kw_only=True):
    """Settings of the counts, chosen on train and dev.

    ``half_life`` (of priors) and ``memory`` (of likelihoods) are months in which a count fades to
    half. ``names`` and ``reserve`` are the observations that every name, and the wider rate of
    the unnamed, count for in a prior; ``width`` those that the rate of the place counts for in a
    likelihood.
    """

    half_life: float = 2.0
    memory: float = 24.0
    names: float = 0.01
    reserve: float = 10.0
    width: float = 40.0


class Fading:
    """Counts by key that fade to half in so many months."""

    def __init__(self, half_life: float) -> None:
        self._half_life = half_life
        self._counts: defaultdict[Hashable, float] = defaultdict(float)

    def add(self, month: int, weight: float, *keys: Hashable) -> None:
        """Count ``weight`` once under every key."""
        grown = weight * 2.0 ** ((month - _MONTH) / self._half_life)
        for key in keys:
            self._counts[key] += grown

    def at(self, month: int, *key: str) -> float:
        """Return the count of a key as it has faded by a month."""
        return float(self._counts.get(key, 0.0) * 2.0 ** ((_MONTH - month) / self._half_life))


class Tally:
    """Fading counts of the names in a place, and of the values seen with them."""

    def __init__(self, knobs: Knobs, reserve: str) -> None:
        self.knobs = knobs
        self.reserve = reserve
        self._names = Fading(knobs.half_life)
        self._seen = Fading(knobs.memory)
        self._values: defaultdict[str, set[str]] = defaultdict(set)
        self._ever: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def add(
        self, month: int, place: str, shares: Mapping[str, float], facts: Mapping[str, str]
    ) -> None:
        """Count one case: its names (or the reserve) with their shares, and its facts."""
        for name, share in shares.items():
            self._names.add(month, share, (place, name), (place,), ("*",), ("*", name))
            self._seen.add(month, share, (place, name), (place,))
            ever = self._ever[place]
            ever[name] = ever.get(name, 0.0) + share
            for kind, value in facts.items():
                self._values[kind].add(value)
                wide = ((kind,), (kind, value), (place, kind, value))
                self._seen.add(month, share, (place, name, kind, value), *wide)

    def known(self, place: str) -> list[str]:
        """Return the names counted in a place so far, without the reserve, in order."""
        return sorted(name for name in self._ever[place] if name != self.reserve)

    def prior(self, month: int, place: str, names: Sequence[str]) -> list[float]:
        """Return the prior of the names and, last, of the reserve; they sum to 1."""
        count = partial(self._names.at, month)
        wide = (count("*", self.reserve) + _LEAST) / (count("*") + 2 * _LEAST)
        mine = count(place, self.reserve) + self.knobs.reserve * wide
        spare = min(max(mine / (count(place) + self.knobs.reserve), _RARE), 1 - _RARE)
        counts = [count(place, name) + self.knobs.names for name in names]
        return [(1 - spare) * each / sum(counts) for each in counts] + [spare]

    def mentions(self, place: str, names: Sequence[str]) -> list[float]:
        """Return shares of all mentions in a place so far, however old, the reserve's last."""
        ever = self._ever[place]
        counts = [ever.get(name, 0.0) + _LEAST for name in (*names, self.reserve)]
        return [each / sum(counts) for each in counts]

    def likelihood(
        self, month: int, place: str, names: Sequence[str], fact: tuple[str, str]
    ) -> list[float]:
        """Return P(value | name, place) of a fact (kind, value) for every name."""
        count, width = partial(self._seen.at, month), self.knobs.width
        size = len(self._values[fact[0]] | {fact[1]})
        rate = (count(*fact) + _LEAST) / (count(fact[0]) + _LEAST * size)
        local = (count(place, *fact) + width * rate) / (count(place) + width)
        return [
            (count(place, name, *fact) + width * local) / (count(place, name) + width)
            for name in names
        ]
