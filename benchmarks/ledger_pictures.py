"""Pictures of how a library takes entries and answers queries, as SVG."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from evaluation.harness.plots import Interval, Panel, intervals

from benchmarks.ledger_queries import Timing

_POINTS = 12


Steps = Sequence[tuple[int, float, float]]


def draw(folder: Path, steps: Steps, timings: Sequence[Timing]) -> None:
    """Draw ``ledger-append.svg`` and ``ledger-search.svg`` into a folder.

    ``steps`` are documents, and seconds that the ledger and raw inserts have taken by then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if steps:
        (folder / "ledger-append.svg").write_text(_appending(steps), "utf-8")
    (folder / "ledger-search.svg").write_text(_searching(timings), "utf-8")


def _appending(steps: Steps) -> str:
    marks = [steps[(len(steps) - 1) * one // _POINTS] for one in range(_POINTS + 1)]
    panels = []
    for title, which in (("the ledger", 1), ("raw inserts of the same bytes", 2)):
        rows = []
        for before, after in pairwise(marks):
            if after[0] > before[0]:
                rate = (after[0] - before[0]) / max(1e-9, after[which] - before[which]) / 1000
                rows.append(Interval(label=f"to {after[0]:,}", value=rate, low=0.0, high=rate))
        panels.append(Panel(title=title, rows=tuple(rows)))
    return intervals("Appending documents", "thousand documents a second", panels)


def _searching(timings: Sequence[Timing]) -> str:
    panels = []
    for where in ("in one case", "over all"):
        rows = tuple(
            Interval(
                label=timing.name.removesuffix(f", {where}"), value=timing.p50 * 100, low=0.0,
                high=timing.p95 * 100, strong=timing.name.startswith("all queries"),
            )
            for timing in timings
            if timing.name.endswith(where)
        )  # fmt: skip
        panels.append(Panel(title=where, rows=rows))
    return intervals("Searching: median, and up to the 95th percentile", "1/100 second", panels)
