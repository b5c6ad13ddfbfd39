"""A file of forecasts and of what turned out to be true, read for scoring."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.errors import MalformedRecord, NothingRead
from whence.model.forecast import Forecast
from whence.model.iso import days
from whence.run.rows import Row, read_rows
from whence.weigh.forecasts.panel import judge_key
from whence.weigh.forecasts.scorecard import NONE, POOLED

COLUMNS = ("case", "judge", "hypothesis", "probability")
_OUTCOMES = {
    **dict.fromkeys(("1", "1.0", "true", "yes"), True),
    **dict.fromkeys(("0", "0.0", "false", "no"), False),
    "": None,
}


@dataclass(frozen=True)
class Resolved:
    """Forecasts of ``cases`` cases, and the true answer of each that has one."""

    forecasts: tuple[Forecast, ...]
    resolutions: dict[str, str]
    cases: int

    @property
    def open(self) -> int:
        """Return how many cases have no true answer yet."""
        return self.cases - len(self.resolutions)


def read_forecasts(raw: bytes, location: str) -> Resolved:
    """Read forecasts: case, judge, hypothesis, probability, and an outcome or a resolution.

    ``outcome`` is 1 for the answer that turned out true and 0 for others; ``resolution`` names the
    true answer. Cases where both are empty are open. ``at`` is optional.

    Raises:
        MalformedRecord: naming the line, when one cannot be used or gainsays another.
        NothingRead: when there is no forecast, or no case is resolved.
    """
    rows = read_rows(raw, location, COLUMNS)
    if not rows:
        raise NothingRead(f"{location}: no forecast in it", f"columns are: {', '.join(COLUMNS)}")
    if not any({"outcome", "resolution"} & set(row.cells) for row in rows):
        hint = "add 'outcome' (1 or 0), or 'resolution' with the name of the true hypothesis"
        raise MalformedRecord(f"{location}, line 1", "nothing says what turned out true", hint)
    spelled: dict[str, str] = {}
    forecasts = tuple(_forecast(row, spelled) for row in rows)
    _check_once(rows, forecasts)
    resolutions = _resolutions(rows, forecasts, spelled)
    if not resolutions:
        raise NothingRead(
            f"{location}: no case is resolved",
            "give the true answer of some: outcome or resolution",
        )
    return Resolved(forecasts, resolutions, len({forecast.case for forecast in forecasts}))


def _forecast(row: Row, spelled: dict[str, str]) -> Forecast:
    judge, hypothesis, at = row.needed("judge"), row.needed("hypothesis"), row.text("at")
    if judge_key(judge) == POOLED:
        raise MalformedRecord(row.location, f"{POOLED!r} is what all judges come to", "rename it")
    if at and days(at) is None:
        raise MalformedRecord(row.location, f"{at!r} is no date", "write it as 2031-03-08")
    return Forecast(
        case=row.needed("case"),
        judge=judge,
        hypothesis=spelled.setdefault(hypothesis.casefold(), hypothesis),
        probability=row.probability("probability"),
        at=at,
    )


def _check_once(rows: Iterable[Row], forecasts: Iterable[Forecast]) -> None:
    seen: set[tuple[str, ...]] = set()
    for row, one in zip(rows, forecasts, strict=True):
        key = (one.case, judge_key(one.judge), one.hypothesis, one.at)
        if key in seen:
            reason = f"{one.judge} gives {one.hypothesis} in {one.case} a second probability"
            raise MalformedRecord(row.location, reason, "leave one out, or date them in 'at'")
        seen.add(key)


def _resolutions(
    rows: Sequence[Row], forecasts: Sequence[Forecast], spelled: dict[str, str]
) -> dict[str, str]:
    """Return the true answer by case; ``NONE`` where all that is named turned out false."""
    outcomes = [_outcome(row) for row in rows]
    true: dict[str, str] = {}
    for row, one, outcome in zip(rows, forecasts, outcomes, strict=True):
        name = row.text("resolution") or (one.hypothesis if outcome else "")
        found = spelled.get(name.casefold(), name)
        if found and true.setdefault(one.case, found) != found:
            reason = f"{one.case} has two true answers: {true[one.case]} and {found}"
            raise MalformedRecord(row.location, reason, "correct one of them")
    for row, one, outcome in zip(rows, forecasts, outcomes, strict=True):
        known = one.case in true and outcome is not None
        if known and outcome != (true[one.case] == one.hypothesis):
            reason = f"the outcome is {row.text('outcome')}, and {true[one.case]} is true elsewhere"
            raise MalformedRecord(row.location, reason, "correct one of them")
    told = [(one.case, outcome) for one, outcome in zip(forecasts, outcomes, strict=True)]
    open_ = {case for case, outcome in told if outcome is None}
    return true | {case: NONE for case, _ in told if case not in open_ and case not in true}


def _outcome(row: Row) -> bool | None:
    said = row.text("outcome").casefold()
    if said not in _OUTCOMES:
        raise MalformedRecord(
            row.location, f"{said!r} is no outcome", "write 1 (it turned out true), 0, or nothing"
        )
    return _OUTCOMES[said]
