"""Figures of probability forecasts on records: scores, reliability, slope, risk over coverage."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Measure, Score
from evaluation.records.forecasts import OURS, Case, Floats
from whence.model.forecast import Interval
from whence.weigh.forecasts import calibration, scoring
from whence.weigh.forecasts.resampling import mean_interval
from whence.weigh.verdict import PROBABLE

_COVERAGES = (0.25, 0.5, 0.75, 1.0)
_FLAT_TIMES = 200
_NEARLY = 1e-9


class Scored(Struct, frozen=True, kw_only=True):
    """Forecasts of one task by every way: (cases, answers) each, padded; ``truth`` (cases,).

    ``reserve`` (cases,) is the column of the unnamed, ``sizes`` the numbers of answers; whole
    ``clusters`` are drawn anew.
    """

    name: str
    truth: NDArray[np.intp]
    reserve: NDArray[np.intp]
    sizes: NDArray[np.intp]
    clusters: NDArray[np.str_]
    ways: Mapping[str, Floats]

    @staticmethod
    def of(name: str, cases: Sequence[Case], ways: Mapping[str, Floats]) -> "Scored":
        """Return the forecasts of cases with their truths."""
        sizes = np.array([len(case.names) for case in cases], dtype=np.intp)
        return Scored(
            name=name,
            truth=np.array([case.truth for case in cases], dtype=np.intp),
            reserve=sizes - 1,
            sizes=sizes,
            clusters=np.array([case.cluster for case in cases]),
            ways=ways,
        )

    def top(self, way: str) -> tuple[Floats, Floats]:
        """Return probability of the likeliest answer, and 1 where it is the truth, (cases,)."""
        table = self.ways[way]
        return table.max(axis=1), (table.argmax(axis=1) == self.truth).astype(float)

    def named(self, way: str) -> tuple[Floats, Floats]:
        """Return the same for the likeliest answer with a name: the unnamed can be no verdict."""
        table = self.ways[way].copy()
        table[np.arange(len(table)), self.reserve] = -1
        return table.max(axis=1).clip(0), (table.argmax(axis=1) == self.truth).astype(float)

    def laid_flat(self, way: str) -> tuple[Floats, Floats, NDArray[np.str_]]:
        """Return all answers with their outcomes and clusters, without the padding."""
        p, hit, cases = scoring.flat(self.ways[way], self.truth)
        width = self.ways[way].shape[1]
        real = (np.arange(width) < self.sizes[:, None]).ravel()
        return p[real], hit[real], self.clusters[cases[real]]


def scores(scored: Scored, seed: int) -> list[Score]:
    """Return log score, Brier, top-1 and the calibration errors of every way."""
    found: list[Score] = []
    for way, table in scored.ways.items():
        p, hit = scored.top(way)
        log = mean_interval(scoring.log_each(table, scored.truth), scored.clusters, seed)
        square = mean_interval(scoring.brier_each(table, scored.truth), scored.clusters, seed)
        flat = scored.laid_flat(way)
        top = scoring.ece_interval(p, hit, cases=scored.clusters, seed=seed)
        found += [
            _score(scored, "log score", way, log),
            _score(scored, "Brier", way, square),
            _right(scored, way, hit, seed),
            _score(scored, "ECE of the top answer", way, top),
            _score(
                scored,
                "ECE of all answers",
                way,
                scoring.ece_interval(*flat[:2], cases=flat[2], seed=seed, times=_FLAT_TIMES),
            ),
        ]
    return found


def _score(scored: Scored, what: str, way: str, given: Interval) -> Score:
    measure: Measure = "error" if way == OURS else "baseline error"
    return Score(
        name=f"{scored.name}: {what}, {way}",
        measure=measure,
        value=given.value,
        low=given.low,
        high=given.high,
        units=len(scored.truth),
    )


def _right(scored: Scored, way: str, hit: Floats, seed: int) -> Score:
    share = mean_interval(hit, scored.clusters, seed)
    return Score(
        name=f"{scored.name}: top-1, {way}",
        measure="accuracy" if way == OURS else "baseline",
        value=share.value,
        low=share.low,
        high=share.high,
        counts=Counts(hits=int(hit.sum()), predicted=len(hit), gold=len(hit)),
        units=len(hit),
    )


def notes(scored: Scored, seed: int) -> list[str]:
    """Return reliability, slopes, gains over the other ways and risk over coverage, as lines."""
    p, hit = scored.top(OURS)
    lines = ["", f"{scored.name}: {len(p)} cases, {_share_unnamed(scored):.1%} of them unnamed"]
    lines.append("reliability of the top answer (bin, cases, forecast, came true, 95 %)")
    lines += [
        f"  {one.start:.1f}-{one.end:.1f}  {one.count:>5}  {one.forecast or 0:.3f}  "
        f"{one.observed or 0:.3f}  {one.low or 0:.3f}-{one.high or 0:.3f}"
        for one in scoring.reliability(p, hit, cases=scored.clusters, seed=seed)
    ]
    flat = scored.laid_flat(OURS)
    for what, slope in (
        ("top answer", calibration.slope(p, hit, scored.clusters, seed)),
        ("all answers", calibration.slope(*flat, seed=seed, times=_FLAT_TIMES)),
    ):
        lines.append(
            f"slope of {what}: {slope.value:.2f} ({slope.low:.2f}-{slope.high:.2f}), intercept "
            f"{slope.intercept:.2f} ({slope.intercept_low:.2f}-{slope.intercept_high:.2f}): "
            f"{slope.finding}"
        )
    own = scoring.log_each(scored.ways[OURS], scored.truth)
    for way, table in scored.ways.items():
        if way != OURS:
            gain = mean_interval(scoring.log_each(table, scored.truth) - own, scored.clusters, seed)
            lines.append(
                f"log score gained over {way}: {gain.value:.3f} ({gain.low:.3f}-{gain.high:.3f})"
            )
    return [*lines, *_risks(scored)]


def _share_unnamed(scored: Scored) -> float:
    return float(np.mean(scored.truth == scored.reserve))


def _risks(scored: Scored) -> list[str]:
    """Return how often naming somebody is wrong at some coverages, and where a verdict may be."""
    lines = ["share wrong when the surest 25, 50, 75 and 100 % are named; area"]
    for way in scored.ways:
        sure, right = scored.named(way)
        curve = scoring.risk_coverage(sure, right)
        places = np.searchsorted(curve.coverage, np.array(_COVERAGES) - _NEARLY)
        at = curve.risk[np.minimum(places, len(curve.risk) - 1)]
        risks = "  ".join(f"{risk:.3f}" for risk in at)
        lines.append(f"  {way:<16} {risks}; {curve.area:.3f}")
    sure, right = scored.named(OURS)
    told = sure > PROBABLE
    wrong = 1 - right[told].mean() if told.any() else 0.0
    lines.append(
        f"named above {PROBABLE}: {told.mean():.1%} of the cases, {wrong:.1%} of these wrong"
    )
    return lines
