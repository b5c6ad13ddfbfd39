"""The weighing by itself: plain numbers in, probabilities out, nothing else of Whence needed.

It takes what analysts of competing hypotheses write down, a matrix of evidence by hypotheses, with
a probability in each cell instead of a plus or minus, and who says so. The primitives are those of
:mod:`whence.weigh.numbers.likelihood`: bounds, the cap for one origin, dependence, copies, named
streams of random numbers.

    P(H | rows)  is proportional to  P(H) prod_rows P(row | H) ^ weight(row)

The spread of a row is one normal number z for each draw, which stretches the row's contrast: the
logits of its cells lie at c + (l - c)(1 + min(sd, h) z / h), with c the middle of their range and h
half of it. For two values p and 1 - p that lie further apart than the spread this is the log-normal
ratio of ``evidence.yaml``. No row is spread wider than it tells anything apart: what it moves goes
to nothing with its contrast, and equal cells move nothing. Else many rows that hardly tell anything
would be a sum of noise, and draw every share towards its equal part.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct

from whence.errors import ConfigError
from whence.weigh.numbers.dependence import discount
from whence.weigh.numbers.likelihood import CEILING, FLOOR, Draws, Floats, repeated, reserve_varied
from whence.weigh.numbers.nats import ORIGIN_CAP
from whence.weigh.options import Yardstick
from whence.weigh.tables import likelihood_word, priors

TOLERANCE = 1e-6
"""How far from 1 the priors may sum up."""
_INTERVAL = (5, 95)


class Candidate(Struct, frozen=True, kw_only=True):
    """A hypothesis with its prior probability; one must be the ``reserve``: none of the others."""

    name: str
    prior: float
    reserve: bool = False


class Observation(Struct, frozen=True, kw_only=True):
    """A row of the matrix: ``given`` is P(row | hypothesis) by name, held to [.03, .97].

    ``origins`` are the first hands that say so, with equal parts in it. ``copies`` are further
    voices with the probability that they only repeat it: at 1 they weigh nothing. Rows of one
    ``group`` repeat each other, n equal ones counting as n / (1 + (n - 1) rho). ``sd`` is the
    spread of the logits (nats), at most half of their range; ``reason`` stands beside the result.
    """

    name: str
    given: Mapping[str, float]
    origins: tuple[str, ...]
    copies: Mapping[str, float] = {}
    group: str = ""
    rho: float = 0.5
    sd: float = 0.6
    reason: str = ""


class Settings(Struct, frozen=True, kw_only=True):
    """``draws`` (0: the point values alone) and ``seed`` of the intervals, and the words.

    ``concentration`` is the weight (in observations) of the Beta behind the reserve's prior, None
    to leave it as it is; ``misreading`` the share of belief that stays with the prior. Both are the
    engine's where nothing is given.
    """

    draws: int = 4000
    seed: int = 203
    words: Yardstick = "icd203"
    concentration: float | None = priors().concentration
    misreading: float = priors().misreading


class Share(Struct, frozen=True, kw_only=True):
    """What a hypothesis has in the end: mean and 5-95 % over the draws, and the word for it."""

    name: str
    prior: float
    mean: float
    low: float
    high: float
    words: str


class Bearing(Struct, frozen=True, kw_only=True):
    """What a row did: ``nats`` by hypothesis (the largest is 0), after caps and dependence.

    ``diagnosticity`` is the largest difference between two hypotheses in nats, ``weight`` what
    dependence has left of the row (1: all).
    """

    name: str
    nats: dict[str, float]
    diagnosticity: float
    weight: float
    reason: str


class Weighing(Struct, frozen=True, kw_only=True):
    """The shares, the likeliest first, and what each row did, the most telling first."""

    shares: tuple[Share, ...]
    bearings: tuple[Bearing, ...]

    def means(self) -> dict[str, float]:
        """Return the mean of every hypothesis by name; they sum to 1."""
        return {share.name: share.mean for share in self.shares}


def weigh_matrix(
    candidates: Sequence[Candidate],
    observations: Sequence[Observation] = (),
    settings: Settings | None = None,
) -> Weighing:
    """Weigh hypotheses by a matrix of evidence; the order of either changes nothing.

    Raises:
        ConfigError: when the priors are no distribution with a reserve, names occur twice, or a
            row has not exactly one probability for every hypothesis and at least one origin.
    """
    chosen = settings or Settings()
    listed = sorted(candidates, key=lambda candidate: candidate.name)
    rows = sorted(observations, key=lambda row: row.name)
    _check_candidates(listed)
    for row in rows:
        _check_row(row, listed)
    _unique("row", [row.name for row in rows])
    draws = Draws(seed=chosen.seed, count=chosen.draws)
    effects, weight = _effects(rows, listed, draws)
    prior = _prior(listed, chosen, draws)
    logs = effects.sum(axis=0).T
    joint = prior * np.exp(logs - logs.max(axis=1, keepdims=True))
    posterior = joint / joint.sum(axis=1, keepdims=True)
    posterior = (1 - chosen.misreading) * posterior + chosen.misreading * prior
    shares = _shares(listed, posterior, chosen.words)
    bearings = [
        _bearing(row, effects[index].mean(axis=1), float(weight[index]), listed)
        for index, row in enumerate(rows)
    ]
    return Weighing(
        shares=tuple(sorted(shares, key=lambda share: (-share.mean, share.name))),
        bearings=tuple(sorted(bearings, key=lambda one: (-one.diagnosticity, one.name))),
    )


def relative(likelihoods: Mapping[str, float]) -> dict[str, float]:
    """Return likelihoods of an observation with many possible values, scaled for a row.

    Only their ratios tell anything, and each value of many is improbable whoever did it: the
    largest becomes .97, the others keep their ratios to it (to the floor of .03).

    Raises:
        ConfigError: when none is positive.
    """
    most = max(likelihoods.values(), default=0.0)
    if most <= 0:
        raise ConfigError("none of the likelihoods is positive")
    return {name: CEILING * value / most for name, value in likelihoods.items()}


def _check_candidates(listed: Sequence[Candidate]) -> None:
    _unique("hypothesis", [candidate.name for candidate in listed])
    reserves = [candidate.name for candidate in listed if candidate.reserve]
    if len(reserves) != 1:
        raise ConfigError(
            "exactly one hypothesis must be the reserve (none of the others), "
            f"not {len(reserves)}: without it the right answer may be missing unseen"
        )
    if not all(0 < candidate.prior < 1 for candidate in listed):
        raise ConfigError("every prior probability lies between 0 and 1, both excluded")
    total = sum(candidate.prior for candidate in listed)
    if abs(total - 1) > TOLERANCE:
        raise ConfigError(f"the prior probabilities sum to {total:.6g}, not to 1")


def _check_row(row: Observation, listed: Sequence[Candidate]) -> None:
    names = {candidate.name for candidate in listed}
    strangers = sorted(names.symmetric_difference(row.given))
    if strangers:
        raise ConfigError(
            f"row {row.name}: one probability for every hypothesis, see {strangers[0]}"
        )
    if not all(0 <= value <= 1 for value in (*row.given.values(), *row.copies.values())):
        raise ConfigError(f"row {row.name}: a probability lies between 0 and 1")
    if not row.origins:
        raise ConfigError(f"row {row.name}: somebody must say so; name an origin")
    if row.sd < 0 or not 0 <= row.rho <= 1:
        raise ConfigError(f"row {row.name}: sd is at least 0, rho between 0 and 1")


def _unique(what: str, names: list[str]) -> None:
    for left, right in pairwise(names):
        if left == right:
            raise ConfigError(f"the {what} {left} is there twice")


def _effects(
    rows: Sequence[Observation], listed: Sequence[Candidate], draws: Draws
) -> tuple[Floats, Floats]:
    """Return nats (rows, hypotheses, draws) after caps and dependence, and the weights (rows,)."""
    raw = np.zeros((len(rows), len(listed), max(draws.count, 1)))
    for index, row in enumerate(rows):
        raw[index] = _raw(row, listed, draws)
    weight = _weights(rows, -raw.mean(axis=2).min(axis=1, initial=0.0))
    return raw * _caps(rows, raw)[:, None, :] * weight[:, None, None], weight


def _weights(rows: Sequence[Observation], strength: Floats) -> Floats:
    """Return the dependence weight of every row, the strongest of a group counting whole."""
    result = np.ones(len(rows))
    seen: dict[str, int] = {}
    for index in sorted(range(len(rows)), key=lambda i: (-strength[i], rows[i].name)):
        row = rows[index]
        if row.group:
            position = seen.get(row.group, 0)
            result[index] = discount(position, row.rho)
            seen[row.group] = position + 1
    return result


def _caps(rows: Sequence[Observation], raw: Floats) -> Floats:
    """Return the factor (rows, draws) that holds every origin to ``ORIGIN_CAP`` nats in all.

    A row of several origins is shared equally between them.
    """
    hands = [sorted(set(row.origins)) for row in rows]
    total: dict[str, Floats] = {}
    for origins, spread in zip(hands, -raw.min(axis=1), strict=True):
        for origin in origins:
            total[origin] = total.get(origin, np.zeros_like(spread)) + spread / len(origins)
    factor = {
        key: np.minimum(1, ORIGIN_CAP / np.maximum(t, ORIGIN_CAP)) for key, t in total.items()
    }
    return np.array(
        [np.mean([factor[origin] for origin in origins], axis=0) for origins in hands]
    ).reshape(len(rows), raw.shape[2])


def _raw(row: Observation, listed: Sequence[Candidate], draws: Draws) -> Floats:
    """Return nats (hypotheses, draws) of one row, the largest of every draw 0."""
    cells = np.clip([row.given[candidate.name] for candidate in listed], FLOOR, CEILING)
    logits = np.log(cells / (1 - cells))
    middle, half = (logits.max() + logits.min()) / 2, (logits.max() - logits.min()) / 2
    if half == 0:
        return np.zeros((len(listed), 1))
    stretch = 1 + draws.normal(0.0, min(row.sd, half), "cell", row.name) / half
    drawn = middle + (logits - middle)[:, None] * stretch
    nats = np.log(np.clip(1 / (1 + np.exp(-drawn)), FLOOR, CEILING))
    doubts = tuple(sorted(1 - chance for chance in row.copies.values() if chance < 1))
    counts = repeated(draws.hands(doubts, "hands", row.name), row.rho)
    result: Floats = (nats - nats.max(axis=0)) * counts
    return result


def _prior(listed: Sequence[Candidate], settings: Settings, draws: Draws) -> Floats:
    """Return (draws, hypotheses): the reserve varies, the others keep their ratios."""
    point = np.array([candidate.prior for candidate in listed])
    point /= point.sum()
    if settings.concentration is None:
        return point.reshape(1, -1)
    column = next(index for index, candidate in enumerate(listed) if candidate.reserve)
    drawn = draws.reserve(point[column], settings.concentration, "prior", "matrix")
    return reserve_varied(point, column, drawn)


def _shares(listed: Sequence[Candidate], posterior: Floats, words: Yardstick) -> list[Share]:
    low, high = np.percentile(posterior, _INTERVAL, axis=0)
    return [
        Share(
            name=candidate.name,
            prior=candidate.prior,
            mean=float(mean),
            low=float(low[column]),
            high=float(high[column]),
            words=likelihood_word(float(mean), words),
        )
        for column, (candidate, mean) in enumerate(zip(listed, posterior.mean(axis=0), strict=True))
    ]


def _bearing(row: Observation, nats: Floats, weight: float, listed: Sequence[Candidate]) -> Bearing:
    shifted = nats - nats.max()
    return Bearing(
        name=row.name,
        nats={c.name: float(value) for c, value in zip(listed, shifted, strict=True)},
        diagnosticity=float(-shifted.min()),
        weight=weight,
        reason=row.reason,
    )
