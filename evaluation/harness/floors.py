"""Floors under the figures: when a figure fails one, when one rises and how one may fall."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.harness.scores import LOWER_IS_BETTER, Measure, Outcome, Score

_TOLERANCE = 1e-9


class Bound(Struct, frozen=True, kw_only=True):
    """The worst value that a score may have; for counts and errors that is the greatest."""

    measure: Measure
    value: float

    def fails(self, value: float) -> bool:
        """Tell whether a value is worse than this bound."""
        if self.measure in LOWER_IS_BETTER:
            return value > self.value + _TOLERANCE
        return value < self.value - _TOLERANCE


class Floor(Struct, frozen=True, kw_only=True):
    """The bounds of one measurement and the corpus on which they were set."""

    corpus: str
    bounds: dict[str, Bound]


class Lowered(Struct, frozen=True, kw_only=True):
    """A floor that was taken down on purpose, and why."""

    measurement: str
    score: str
    before: float
    after: float
    reason: str


class Floors(Struct, frozen=True, kw_only=True):
    """All floors, and the record of those that were lowered, oldest first."""

    measurements: dict[str, Floor] = {}
    lowered: tuple[Lowered, ...] = ()


class Verdict(Struct, frozen=True, kw_only=True):
    """One line of the gate's answer."""

    text: str
    fails: bool = False


def load(path: Path) -> Floors:
    """Read the floors; a file that is not there holds none."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else Floors()


def save(path: Path, floors: Floors) -> None:
    """Write the floors, one value a line, so that a change shows what moved."""
    encoded = msgspec.json.encode(floors, order="deterministic")
    path.write_bytes(msgspec.json.format(encoded, indent=1) + b"\n")


def check(name: str, outcome: Outcome, floor: Floor | None) -> list[Verdict]:
    """Compare the outcome of a measurement with its floor."""
    if floor is None:
        return [Verdict(text=f"{name}: no floors yet; set them with --raise")]
    if outcome.corpus != floor.corpus:
        text = f"{name}: corpus {outcome.corpus} is not {floor.corpus}, on which the floors stand"
        return [Verdict(text=text, fails=True)]
    scores = {score.name: score for score in outcome.scores}
    failures = [
        Verdict(text=f"{name}: {_compared(score, scores.get(score), bound)}", fails=True)
        for score, bound in sorted(floor.bounds.items())
        if score not in scores or bound.fails(scores[score].value)
    ]
    return failures or [Verdict(text=f"{name}: all {len(floor.bounds)} floors hold")]


def raised(outcome: Outcome, floor: Floor | None) -> Floor:
    """Return the floor with every figure that is better than before; none falls.

    Baselines have no floor. On another corpus than before the figures are new ones and are taken
    as they are.
    """
    before = floor.bounds if floor is not None and floor.corpus == outcome.corpus else {}
    bounds = {
        score.name: before[score.name]
        if score.name in before and before[score.name].fails(score.value)
        else Bound(measure=score.measure, value=score.value)
        for score in outcome.scores
        if not score.measure.startswith("baseline")
    }
    return Floor(corpus=outcome.corpus, bounds=bounds)


def lowered(
    name: str, outcome: Outcome, floor: Floor, reason: str
) -> tuple[Floor, tuple[Lowered, ...]]:
    """Return the floor at the figures of today, and a record of each bound that fell.

    Raises:
        ValueError: when no reason is given.
    """
    if not reason.strip():
        raise ValueError("a floor falls only for a reason: --reason TEXT")
    falls = tuple(
        Lowered(
            measurement=name,
            score=score.name,
            before=floor.bounds[score.name].value,
            after=score.value,
            reason=reason,
        )
        for score in outcome.scores
        if score.name in floor.bounds and floor.bounds[score.name].fails(score.value)
    )
    return raised(outcome, None), falls


def unexplained(base: Floors, now: Floors) -> list[Verdict]:
    """Return a failure for every bound that fell or went since ``base`` without a new record.

    Bounds on a corpus that has changed are not compared.
    """
    explained = _explained(now.lowered[len(base.lowered) :])
    verdicts = []
    for name, floor in sorted(base.measurements.items()):
        after = now.measurements.get(name)
        if after is not None and after.corpus != floor.corpus:
            continue
        for score, bound in sorted(floor.bounds.items()):
            held = after.bounds.get(score) if after is not None else None
            fell = held is None or bound.fails(held.value)
            if fell and (name, score) not in explained:
                text = f"{name}: the floor {bound.value:.4f} of {score!r} fell without a reason"
                verdicts.append(Verdict(text=text, fails=True))
    return verdicts


def _explained(records: Sequence[Lowered]) -> set[tuple[str, str]]:
    return {(one.measurement, one.score) for one in records if one.reason.strip()}


def _compared(name: str, score: Score | None, bound: Bound) -> str:
    if score is None:
        return f"there is no score {name!r} any more"
    side = "at most" if bound.measure in LOWER_IS_BETTER else "at least"
    return f"{name} is {score.value:.4f}, must be {side} {bound.value:.4f}"
