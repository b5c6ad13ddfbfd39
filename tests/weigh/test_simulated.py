"""Simulated worlds with planted accusations and culprits whom nobody names.

The worlds are not made by the model that weighs them: sources choose whom to accuse among five
parties. What they show is direction only, not calibration on real cases.
"""

from typing import Any, NamedTuple

import numpy as np
import pytest

from tests.weigh.invented import incident, origin, party, statement, trace
from whence.model.attribution import Anonymity
from whence.model.incident import Incident
from whence.model.origin import Trace
from whence.weigh import Options, weigh

PARTIES = 5
PLANTED = 0.2
UNLISTED = 0.35


class Source(NamedTuple):
    """A sort of source: its part of all sources, how often it knows, how often it is then right."""

    share: float
    standing: str
    stake: str
    anonymity: Anonymity
    informed: float
    right: float


SOURCES = [
    Source(0.10, "found", "neutral", "organisation", 0.90, 0.95),
    Source(0.20, "accused_by_authority", "neutral", "named", 0.70, 0.80),
    Source(0.15, "accused_by_authority", "victim", "named", 0.60, 0.75),
    Source(0.20, "accused_by_authority", "unknown", "anonymous", 0.60, 0.78),
    Source(0.15, "accused", "neutral", "named", 0.50, 0.66),
    Source(0.15, "accused", "rival", "named", 0.40, 0.66),
    Source(0.05, "speculated", "neutral", "named", 0.30, 0.58),
]


class World(NamedTuple):
    truth: str
    event: Incident
    heard: Trace


def world(rng: np.random.Generator) -> World:
    """Five to twelve sources; a hidden culprit is named by nobody."""
    culprit = int(rng.integers(PARTIES))
    hidden = rng.random() < UNLISTED
    scapegoat = (culprit + 1 + int(rng.integers(PARTIES - 1))) % PARTIES
    said, heard = [], []
    for number in range(int(rng.integers(5, 13))):
        source = SOURCES[rng.choice(len(SOURCES), p=[s.share for s in SOURCES])]
        accused = chosen(rng, source, culprit, scapegoat)
        if accused == culprit and hidden:
            continue
        fields: dict[str, Any] = {"standing": source.standing, "stake": source.stake}
        said.append(statement(f"o{number}", f"p{accused}", **fields))
        heard.append(origin(f"o{number}", anonymity=source.anonymity))
    listed = any(s.party_id == f"p{culprit}" for s in said)
    truth = f"executor:p{culprit}" if listed else "executor:unnamed"
    parties = [party(f"p{n}") for n in range(PARTIES)]
    return World(truth, incident(parties, said), trace(*heard))


def chosen(rng: np.random.Generator, source: Source, culprit: int, scapegoat: int) -> int:
    if source.stake != "neutral" and rng.random() < PLANTED:
        return scapegoat
    if rng.random() >= source.informed:
        return int(rng.integers(PARTIES))
    if rng.random() < source.right:
        return culprit
    return (culprit + 1 + int(rng.integers(PARTIES - 1))) % PARTIES


def test_verdicts_are_right_and_belief_beats_the_prior() -> None:
    rng = np.random.default_rng(2031)
    verdicts: list[bool] = []
    after, before = [], []
    for _ in range(300):
        truth, event, heard = world(rng)
        answer = weigh(event, heard, Options(draws=200)).answer("executor")
        if answer.verdict is not None:
            verdicts.append(answer.verdict == truth)
        after += [(row.mean - (row.hypothesis_id == truth)) ** 2 for row in answer.posterior]
        before += [(row.prior - (row.hypothesis_id == truth)) ** 2 for row in answer.posterior]
    assert len(verdicts) > 20
    assert np.mean(verdicts) > 0.9
    assert np.mean(after) < 0.9 * np.mean(before)


def test_copies_taken_for_origins_would_make_it_reckless() -> None:
    """Why origins are counted and not outlets: ten copies as ten hands carry a verdict."""
    said = statement("agency", "p0", standing="found", stake="neutral")
    rest = statement("envoy", "p1")
    parties = [party("p0"), party("p1")]
    honest = weigh(incident(parties, [said, rest]), trace(origin("agency"), origin("envoy")))
    hands = [f"outlet {n}" for n in range(10)]
    copies = [statement(hand, "p0", standing="found", stake="neutral") for hand in hands]
    naive = weigh(incident(parties, [*copies, rest]), trace(*(origin(hand) for hand in hands)))
    assert honest.answer("executor").verdict is None
    assert naive.answer("executor").verdict == "executor:p0"
    shares = [
        next(row.mean for row in a.answer("executor").posterior if row.hypothesis_id.endswith("p0"))
        for a in (honest, naive)
    ]
    assert shares[1] - shares[0] == pytest.approx(0.39, abs=0.05)
