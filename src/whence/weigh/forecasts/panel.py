"""Several people's estimates brought together: each made coherent, then averaged in log-odds.

Kept beside the inference and never inside it: nothing here is read by :mod:`whence.weigh.assess`.
Making judges coherent before they are averaged is what helped most in experiments with analysts
(Mandel, Karvetski & Dhami 2018); projecting on what is coherent brings every forecast at least as
near to the truth, whatever that is (Predd, Osherson, Kulkarni & Poor 2008).
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

import numpy as np
from numpy.typing import ArrayLike

from whence.errors import ConfigError, UnknownId
from whence.model.assessment import Hypothesis
from whence.model.claim import Role
from whence.model.iso import earlier, order
from whence.model.panel import Coherent, Estimate, Pooled, Share
from whence.weigh.forecasts.resampling import Floats

CLIP = 0.005
"""Shares are held to [.005, .995] when averaged: the log-odds of 0 are without bound, and one
judge's 0 would outvote everybody. A report writes less than .005 as "<.01" too."""
_DIGITS = 6


def project(given: ArrayLike) -> Floats:
    """Return the nearest point (k,) of non-negative shares that sum to 1 to ``given`` (k,).

    Euclidean projection onto the simplex by sorting (Duchi et al. 2008, figure 1).

    Raises:
        ValueError: when nothing is given, or a number is not finite.
    """
    values = np.asarray(given, dtype=float)
    if values.ndim != 1 or not values.size or not np.isfinite(values).all():
        raise ValueError("shares are a list of finite numbers")
    falling = np.sort(values)[::-1]
    over = (np.cumsum(falling) - 1) / np.arange(1, len(values) + 1)
    kept = np.flatnonzero(falling > over)[-1]
    raised = np.maximum(values - over[kept], 0)
    result: Floats = raised / raised.sum()  # rounding alone
    return result


def fill(given: Mapping[str, float], answers: Sequence[str], open_to: Iterable[str]) -> Floats:
    """Return shares (k,) of all answers: those left out take what is left over, equally.

    Only answers in ``open_to`` take of it. Where the given ones sum to 1 or more nothing is left.
    """
    out = [key for key in answers if key not in given and key in set(open_to)]
    rest = max(0.0, 1 - sum(given.values())) / max(len(out), 1)
    return np.array([given.get(key, rest if key in out else 0.0) for key in answers])


def average(shares: ArrayLike) -> Floats:
    """Return the pool (k,) of judges' shares (j, k): mean log-odds, brought to sum to 1 again.

    Shares are held to ``CLIP`` before; each judge weighs the same.

    Raises:
        ValueError: when there is no judge.
    """
    odds = log_odds(shares)
    if odds.ndim != 2 or not odds.size:
        raise ValueError("shares are (judges, answers)")
    pooled = 1 / (1 + np.exp(-odds.mean(axis=0)))
    result: Floats = pooled / pooled.sum()
    return result


def log_odds(shares: ArrayLike) -> Floats:
    """Return the log-odds (nats) of shares held to ``CLIP``, of the same shape."""
    held = np.clip(np.asarray(shares, dtype=float), CLIP, 1 - CLIP)
    result: Floats = np.log(held / (1 - held))
    return result


def latest(estimates: Iterable[Estimate], as_of: str | None = None) -> tuple[Estimate, ...]:
    """Return each judge's last estimate of each question, by name; later than ``as_of`` are none.

    Of two of one time the one that stands later counts. Spaces and capitals part no judges.
    """
    last: dict[tuple[str, Role], Estimate] = {}
    for estimate in sorted(estimates, key=lambda row: order(row.at)):
        if as_of is None or not earlier(as_of, estimate.at):
            last[judge_key(estimate.judge), estimate.role] = estimate
    return tuple(last[key] for key in sorted(last))


def judge_key(name: str) -> str:
    """Return what makes two spellings of a judge one."""
    return " ".join(name.split()).casefold()


def pool(
    role: Role,
    hypotheses: Sequence[Hypothesis],
    estimates: Iterable[Estimate],
    as_of: str | None = None,
) -> Pooled | None:
    """Return what the judges of one question come to; None when nobody was asked, or not yet.

    Answers are the hypotheses that have a probability, and weightless ones that a judge gives one.

    Raises:
        UnknownId: when an estimate names no hypothesis of the question; the nearest is told.
        ConfigError: when estimates are given to a question without hypotheses.
    """
    last = [estimate for estimate in latest(estimates, as_of) if estimate.role == role]
    if not last:
        return None
    if not hypotheses:
        raise ConfigError(
            f"there are estimates of the {role}, and nothing was weighed that they could be of",
            "weigh the case first: whence weigh",
        )
    known = {hypothesis.id: hypothesis for hypothesis in hypotheses}
    given = {key for estimate in last for key in estimate.shares}
    for key in sorted(given - set(known)):
        raise UnknownId(f"no hypothesis is called {key!r}", nearest(key, known))
    answers = [key for key, one in known.items() if not one.weightless or key in given]
    open_to = [key for key in answers if not known[key].weightless]
    judges = [_coherent(estimate, answers, open_to) for estimate in last]
    matrix = np.array([[judge.shares[key] for key in answers] for judge in judges])
    return Pooled(
        role=role,
        judges=len(judges),
        shares=_shares(answers, matrix),
        coherent=tuple(judges),
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """Return a hint: the known name that is most like ``name``, or all of them; "" for none."""
    names = sorted(known)
    if not names:
        return ""
    close = get_close_matches(name, names, 1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"known: {', '.join(names)}"


def _coherent(estimate: Estimate, answers: Sequence[str], open_to: Sequence[str]) -> Coherent:
    filled = fill(estimate.shares, answers, open_to)
    shares = project(filled)
    return Coherent(
        judge=" ".join(estimate.judge.split()),
        at=estimate.at,
        given=dict(estimate.shares),
        shares={key: _rounded(share) for key, share in zip(answers, shares, strict=True)},
        filled=tuple(key for key in answers if key not in estimate.shares),
        moved=_rounded(np.linalg.norm(shares - filled)),
        reason=estimate.reason,
    )


def _shares(answers: Sequence[str], matrix: Floats) -> tuple[Share, ...]:
    pooled, odds = average(matrix), log_odds(matrix)
    rows = [
        Share(
            hypothesis_id=key,
            probability=_rounded(pooled[at]),
            low=_rounded(matrix[:, at].min()),
            high=_rounded(matrix[:, at].max()),
            sd=_rounded(odds[:, at].std(ddof=1)) if len(matrix) > 1 else None,
        )
        for at, key in enumerate(answers)
    ]
    return tuple(sorted(rows, key=lambda row: (-row.probability, row.hypothesis_id)))


def _rounded(value: float | np.floating) -> float:
    return round(float(value), _DIGITS)
