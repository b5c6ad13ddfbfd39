"""Forecasters scored against resolved cases: every judge, all people together, the inference."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.model.forecast import Forecast, Scorecard
from whence.model.iso import order
from whence.weigh.forecasts.calibration import slope
from whence.weigh.forecasts.panel import average, fill, judge_key, project
from whence.weigh.forecasts.resampling import Floats, mean_interval
from whence.weigh.forecasts.scoring import brier_each, ece_interval, log_each, reliability

NONE = "(none of these)"
"""The answer that every case has besides those that are named in it."""
POOLED = "pooled"
INFERENCE = "whence"
"""The judge under whose name the inference's own forecasts stand: never part of the pool."""


class _Row(Struct, frozen=True, kw_only=True):
    """One judge on one case: shares (k,), which of them were given, and the true one's number."""

    case: str
    shares: Floats
    given: NDArray[np.bool_]
    truth: int
    moved: float


def scorecards(
    forecasts: Iterable[Forecast], resolutions: Mapping[str, str]
) -> tuple[Scorecard, ...]:
    """Score each judge by name, then all people "pooled" when there are several, then "whence".

    ``resolutions`` maps a case to its true answer; one that nobody names is ``NONE``, and cases
    that it does not hold are left out. Of one judge's forecasts of a case those of the latest
    moment count, all together; they are made coherent before, as a panel's are. Each judge is
    scored on the answers it gave and ``NONE``, which takes all that it leaves over: what others
    name changes no score but the pool's.
    """
    given, names = _given(forecast for forecast in forecasts if forecast.case in resolutions)
    rows: dict[str, list[_Row]] = {}
    for case, judges in given.items():
        for key, shares in judges.items():
            rows.setdefault(key, []).append(_row(case, shares, _answers([shares]), resolutions))
        people = [shares for key, shares in judges.items() if key != INFERENCE]
        if people:
            rows.setdefault(POOLED, []).append(_pooled(case, people, resolutions))
    if len(set(rows) - {POOLED, INFERENCE}) < 2:
        rows.pop(POOLED, None)
    last = {POOLED: 1, INFERENCE: 2}
    ordered = sorted(rows, key=lambda key: (last.get(key, 0), key))
    return tuple(_card(names.get(key, key), rows[key]) for key in ordered)


def _given(
    forecasts: Iterable[Forecast],
) -> tuple[dict[str, dict[str, dict[str, float]]], dict[str, str]]:
    """Return shares by case, judge and answer, and how each judge is spelled."""
    last: dict[tuple[str, str], tuple[str, dict[str, float]]] = {}
    names: dict[str, str] = {}
    for forecast in sorted(forecasts, key=lambda row: order(row.at)):
        judge = judge_key(forecast.judge)
        names.setdefault(judge, " ".join(forecast.judge.split()))
        moment, shares = last.get((forecast.case, judge), ("", {}))
        if moment != forecast.at:
            shares = {}
        shares[forecast.hypothesis] = forecast.probability
        last[forecast.case, judge] = (forecast.at, shares)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for (case, judge), (_, shares) in sorted(last.items()):
        found.setdefault(case, {})[judge] = shares
    return found, names


def _answers(given: Iterable[Mapping[str, float]]) -> list[str]:
    """Return all answers that are given, by name, and ``NONE`` last."""
    return [*sorted({key for shares in given for key in shares} - {NONE}), NONE]


def _row(
    case: str, shares: Mapping[str, float], answers: Sequence[str], resolutions: Mapping[str, str]
) -> _Row:
    """Score one judge: of answers (k,) those that the judge left out take what is left over.

    With the judge's own answers alone that is ``NONE``, on top of what the judge gave it.
    """
    whole = dict(shares)
    if not set(answers) - set(shares):
        whole[NONE] += max(0.0, 1 - sum(shares.values()))
    filled = fill(whole, answers, answers)
    coherent = project(filled)
    truth = resolutions[case]
    return _Row(
        case=case,
        shares=coherent,
        given=np.array([key in shares for key in answers]),
        truth=answers.index(truth) if truth in answers else len(answers) - 1,
        moved=float(np.linalg.norm(coherent - filled)),
    )


def _pooled(
    case: str, people: Sequence[Mapping[str, float]], resolutions: Mapping[str, str]
) -> _Row:
    """Pool the people over the answers that any of them gives.

    Here a judge spreads what is left over evenly on all answers left out, as in a panel: what a
    judge did not name is not held to be impossible. "None of these" takes a share only where one
    of them leaves it some.
    """
    answers = _answers(people)
    made = [_row(case, shares, answers, resolutions) for shares in people]
    matrix = np.array([row.shares for row in made])
    open_ = np.ones(matrix.shape[1], dtype=bool)
    open_[-1] = matrix[:, -1].any()
    shares = np.zeros(matrix.shape[1])
    shares[open_] = average(matrix[:, open_])
    given = np.any([row.given for row in made], axis=0)
    return _Row(case=case, shares=shares, given=given, truth=made[0].truth, moved=0.0)


def _card(judge: str, rows: Sequence[_Row]) -> Scorecard:
    most = max(len(row.shares) for row in rows)
    matrix = np.array([np.pad(row.shares, (0, most - len(row.shares))) for row in rows])
    truth = np.array([row.truth for row in rows])
    p = np.concatenate([row.shares[row.given] for row in rows])
    hit = np.concatenate([(np.arange(len(row.given)) == row.truth)[row.given] for row in rows])
    cases = np.repeat(np.arange(len(rows)), [int(row.given.sum()) for row in rows])
    found = slope(p, hit, cases)
    return Scorecard(
        judge=judge,
        cases=len(rows),
        forecasts=len(p),
        brier=mean_interval(brier_each(matrix, truth)),
        log_score=mean_interval(log_each(matrix, truth)),
        ece=ece_interval(p, hit, cases=cases),
        slope=found,
        finding=found.finding,
        moved=float(np.mean([row.moved for row in rows])),
        bins=reliability(p, hit, cases=cases),
    )
