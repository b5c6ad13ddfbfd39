"""The ranks of true values among the engine's draws as pictures."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.harness.plots import Curve, curves, histogram
from evaluation.recovering.ranks import BINS, LEFT
from evaluation.recovering.ranks import histogram as binned

_Z = 2.576
"""Standard deviations that hold 99 % of a normal quantity."""


def draw(ranks: Mapping[str, Sequence[int]], spoken: Sequence[int], folder: Path) -> None:
    """Write ``recovery-ranks.svg`` (the leader's) and ``recovery-coverage.svg``."""
    folder.mkdir(parents=True, exist_ok=True)
    leader = binned(ranks["leader"])
    picture = histogram(
        "Rank of the true probability of the leader among the draws",
        "rank, 20 bins; grey: where 99 % of the bars lie when ranks are even",
        leader,
        band(sum(leader)),
    )
    (folder / "recovery-ranks.svg").write_text(picture, encoding="utf-8")
    shown = [
        Curve(label="as the weighing assumes", points=coverage(ranks["leader"])),
        Curve(label="only those who speak are heard", points=coverage(spoken)),
    ]
    picture = curves(
        "How often an interval holds the true probability of the leader",
        ("width of the interval (share of the draws)", "share of cases covered"),
        shown,
    )
    (folder / "recovery-coverage.svg").write_text(picture, encoding="utf-8")


def band(cases: int) -> tuple[float, float]:
    """Return the 99 % band of a bin's count when ranks are even (normal approximation)."""
    even = cases / BINS
    spread = _Z * (even * (1 - 1 / BINS)) ** 0.5
    return max(0.0, even - spread), even + spread


def coverage(ranks: Sequence[int]) -> tuple[tuple[float, float], ...]:
    """Return for central intervals of every width how many of the true values they hold."""
    points = []
    for step in range(BINS + 1):
        width = step / BINS
        edge = (1 - width) / 2 * (LEFT + 1)
        inside = sum(edge <= rank < LEFT + 1 - edge for rank in ranks)
        points.append((width, inside / max(len(ranks), 1)))
    return tuple(points)
