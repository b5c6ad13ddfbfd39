"""What the weighing is unsure of, drawn one number at a time and apart from the engine.

theta = (reserve of each question, ratio of each kind, reliabilities of each first hand, number of
hands behind uncertain merges), from the priors that ``docs/concepts/weighing.md`` and the tables
state. The engine draws whole arrays from NumPy streams; this draws single numbers from ``random``.
"""

from collections.abc import Callable
from math import log
from random import Random

from whence.weigh.tables import Row

CONSTANT = 0.1
"""Part of the reserve that does not vary."""
_INSIDE = (0.02, 0.98)


class Theta:
    """One draw, made as it is asked for; without ``random`` every number is its point value."""

    def __init__(self, random: Random | None = None) -> None:
        self._random = random
        self._held: dict[tuple[object, ...], float] = {}

    def reserve(self, role: str, mean: float, weight: float) -> float:
        """Return the share of somebody not named before any evidence."""
        drawn = self.beta(("reserve", role), mean, weight)
        return (1 - CONSTANT) * drawn + CONSTANT * mean

    def log_ratio(self, kind: str, row: Row) -> float:
        """Return the logarithm of the ratio of a kind of evidence: one draw for all its items."""
        return self._once(
            ("ratio", kind), log(row.ratio), lambda random: random.gauss(log(row.ratio), row.sd)
        )

    def planted(self, key: tuple[object, ...], mean: float, weight: float) -> float:
        """Return how likely a hand plants what it says: one draw a hand and direction."""
        return self.beta(("planted", *key), mean, weight)

    def informed(self, hand: int, kind: str, mean: float, weight: float) -> float:
        """Return how likely a hand knows: one draw a hand and kind of evidence."""
        return self.beta(("informed", hand, kind), mean, weight)

    def hands(self, hand: int, merges: tuple[float, ...]) -> float:
        """Return how many hands stand behind one: each merge holds by its probability."""
        return self._once(
            ("hands", hand),
            1 + sum(1 - sure for sure in merges),
            lambda random: 1 + sum(random.random() >= sure for sure in merges),
        )

    def beta(self, key: tuple[object, ...], mean: float, weight: float) -> float:
        """Return a Beta quantity of this name, by its mean and weight in observations."""
        inside = min(max(mean, _INSIDE[0]), _INSIDE[1])
        return self._once(
            key,
            mean,
            lambda random: random.betavariate(inside * weight, (1 - inside) * weight),
        )

    def _once(
        self, key: tuple[object, ...], point: float, draw: Callable[[Random], float]
    ) -> float:
        if key not in self._held:
            self._held[key] = point if self._random is None else draw(self._random)
        return self._held[key]
