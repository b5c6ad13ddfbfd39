"""Cases of records with priors and likelihoods, and what each way makes of them."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.weigh.numbers.matrix import Candidate, Observation, Settings, relative, weigh_matrix

Floats = NDArray[np.float64]
OURS = "engine"
_INCONSISTENT = 0.5


class Case(Struct, frozen=True, kw_only=True):
    """One case: names of the answers (the reserve last), prior, and rows of P(value | answer).

    ``mentions`` are shares of all earlier mentions; ``truth`` is the number of the true answer.
    Cases of one ``cluster`` (a month) hang together: the bootstrap draws whole clusters.
    """

    cluster: str
    names: tuple[str, ...]
    prior: tuple[float, ...]
    mentions: tuple[float, ...]
    rows: Mapping[str, tuple[float, ...]]
    truth: int


class Dial(Struct, frozen=True, kw_only=True):
    """Settings of the engine on a matrix: correlation of all rows, their spread, draws."""

    rho: float = 0.2
    sd: float = 0.3
    draws: int = 200
    seed: int = 203


def engine(case: Case, dial: Dial) -> Floats:
    """Return the means of :func:`whence.weigh.numbers.matrix.weigh_matrix`: a hand per row."""
    answers = [str(number) for number in range(len(case.names))]
    candidates = [
        Candidate(name=name, prior=prior, reserve=number == len(answers) - 1)
        for number, (name, prior) in enumerate(zip(answers, case.prior, strict=True))
    ]
    observations = [
        Observation(
            name=kind,
            given=relative(dict(zip(answers, values, strict=True))),
            origins=(kind,),
            group="record",
            rho=dial.rho,
            sd=dial.sd,
        )
        for kind, values in case.rows.items()
    ]
    settings = Settings(draws=dial.draws, seed=dial.seed, concentration=None)
    means = weigh_matrix(candidates, observations, settings).means()
    return np.array([means[name] for name in answers])


def prior_only(case: Case) -> Floats:
    """Return the prior."""
    return np.array(case.prior)


def most_mentioned(case: Case) -> Floats:
    """Return the shares of all earlier mentions, whatever was seen."""
    return np.array(case.mentions)


def inconsistency(case: Case) -> Floats:
    """Return what an ACH count gives: shares fall by e with every row that is inconsistent.

    A row is inconsistent with an answer under which it is less than half as likely as on average.
    """
    count = np.zeros(len(case.names))
    for values in case.rows.values():
        count += np.array(values) < _INCONSISTENT * np.mean(values)
    share = np.exp(-count)
    return np.asarray(share / share.sum())


def independent(case: Case) -> Floats:
    """Return naive Bayes: every row counts in full, without bounds, caps or dependence."""
    logs = np.log(case.prior) + sum(np.log(values) for values in case.rows.values())
    share = np.exp(logs - logs.max())
    return np.asarray(share / share.sum())


BASELINES: dict[str, Callable[[Case], Floats]] = {
    "prior only": prior_only,
    "most mentioned": most_mentioned,
    "ACH count": inconsistency,
    "all independent": independent,
}


def forecasts(cases: Sequence[Case], dial: Dial) -> dict[str, Floats]:
    """Return, by way, (cases, answers) probabilities, padded with zeros."""
    ways: dict[str, Callable[[Case], Floats]] = {
        OURS: lambda case: engine(case, dial),
        **BASELINES,
    }
    width = max((len(case.names) for case in cases), default=0)
    found = {}
    for way, forecast in ways.items():
        table = np.zeros((len(cases), width))
        for number, case in enumerate(cases):
            table[number, : len(case.names)] = forecast(case)
        found[way] = table
    return found
