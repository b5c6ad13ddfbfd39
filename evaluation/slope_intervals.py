"""How often the intervals of Cox's slope hold the true slope, and what is said, in made worlds.

    python -m evaluation.slope_intervals [WORLDS]

Cases have four answers; a judge's shares are the true chances with their logarithms times ``bend``
(1: calibrated, over 1: too sure), brought to sum to 1, so that the true slope is about 1 / bend.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from whence.weigh.forecasts.calibration import slope

SIZES = (25, 60, 150, 400)
BENDS = (1.0, 1.6)
WORLDS = 150
_SEED, _ANSWERS, _TIMES = 11, 4, 300


@dataclass(frozen=True)
class Covered:
    """What was found over worlds of ``cases`` cases: share that held the slope, and the words."""

    cases: int
    bend: float
    held: float
    said: dict[str, int]


def covered(cases: int, bend: float, worlds: int, generator: np.random.Generator) -> Covered:
    """Return how often the interval held the true slope, and what was said how often."""
    said: Counter[str] = Counter()
    held = 0
    for _ in range(worlds):
        chances = generator.dirichlet(np.full(_ANSWERS, 0.7), cases)
        true = (chances.cumsum(axis=1) > generator.random((cases, 1))).argmax(axis=1)
        given = chances**bend / np.sum(chances**bend, axis=1, keepdims=True)
        hit = (np.arange(_ANSWERS) == true[:, None]).astype(float)
        numbers = np.repeat(np.arange(cases), _ANSWERS)
        found = slope(given.ravel(), hit.ravel(), numbers, times=_TIMES)
        said[found.finding] += 1
        held += found.low <= 1 / bend <= found.high
    return Covered(cases, bend, held / worlds, dict(said))


def measure(worlds: int = WORLDS) -> tuple[Covered, ...]:
    """Print a line for each size and bend, and return them."""
    generator = np.random.default_rng(_SEED)
    rows = tuple(covered(size, bend, worlds, generator) for size in SIZES for bend in BENDS)
    for row in rows:
        words = ", ".join(f"{word} {count}" for word, count in sorted(row.said.items()))
        print(f"{row.cases} cases, bend {row.bend}: held {row.held:.1%}; of {worlds}: {words}")
    return rows


def main(argv: Sequence[str] | None = None) -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    told = "made worlds of each size"
    parser.add_argument("worlds", metavar="WORLDS", nargs="?", type=int, default=WORLDS, help=told)
    measure(parser.parse_args(argv).worlds)


if __name__ == "__main__":
    main()
