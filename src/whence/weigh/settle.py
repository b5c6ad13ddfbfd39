"""What would settle it: expected drop of entropy from facts that are not known yet.

A fact that may come to light with probability c points at one hypothesis, as strongly as the
weighing would take it from a neutral voice with a name if nothing of its sort had been said: with
odds R for the true one, no more than one origin is held to. The expected information is c times
the mutual information between hypothesis and pointer (Lindley 1956), in nats, less what the belief
keeps back that stays with the prior.
"""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from whence.model.assessment import Settler
from whence.model.claim import Role
from whence.model.incident import Incident
from whence.weigh.items import Item, Voice
from whence.weigh.numbers.likelihood import Draws, Floats, log_ratio
from whence.weigh.numbers.nats import ORIGIN_CAP
from whence.weigh.tables import Row, Unknown, priors

_WITHHELD = "withheld"
_STATUS_OF_SLOT = {"evidence_awaited": "awaited", "evidence_recovered": "not yet reported"}
_ENTRY_OF_SLOT = {"evidence_awaited": "examined", "evidence_recovered": "recovered"}
_POINT = Draws(seed=0, count=0)
_VOICE = Voice(origin_id="somebody", name="somebody", anonymity="named", stake="neutral")


class Belief(Struct, frozen=True, kw_only=True):
    """What is believed of one question: mean and prior (k,) of each answer, and which one leads.

    ``reserve`` is the column of "somebody not named".
    """

    shares: Floats
    prior: Floats
    candidate: str
    column: int
    reserve: int

    @property
    def read(self) -> Floats:
        """Return the shares (k,) if the reading is right: without what stays with the prior."""
        kept = priors().misreading
        moved = np.maximum((self.shares - kept * self.prior) / (1 - kept), 0)
        result: Floats = moved / moved.sum()
        return result


def ratio_of(kind: str, row: Row) -> float:
    """Return P(fact | a target) / P(fact | another) as a neutral, named voice would bring it.

    At point values, held to ``ORIGIN_CAP``: what one new origin moves at most.
    """
    item = Item(
        id=kind,
        role="executor",
        kind=kind,
        row=row,
        voices=(_VOICE,),
        targets=(),
        about=kind,
        party="",
        text="",
    )
    nats = float(log_ratio(item, priors(), _POINT)[0])
    return float(np.exp(np.clip(nats, -ORIGIN_CAP, ORIGIN_CAP)))


def information(belief: Belief, ratio: float) -> float:
    """Return the expected drop of entropy (nats) from a fact that points at one answer.

    A fact points at the true answer with odds ``ratio`` against each other one, and lowers
    somebody not named less. With many answers he is lowered a little more than the weighing would,
    or what he is pointed away from would be more than certain.
    """
    size = len(belief.shares)
    points = np.ones((size, size)) + (ratio - 1) * np.eye(size)
    part = min(_part(), 1 / max(size - 1, 1))
    points[belief.reserve] = 1 + part * (ratio - 1)
    points[belief.reserve, belief.reserve] = ratio - (size - 1) * part * (ratio - 1)
    told = belief.read[:, None] * points / (ratio + size - 1)
    seen = told.sum(axis=0)
    before = _kept(belief.read, belief.prior)[:, None]
    after = _kept(told / seen, belief.prior[:, None])
    return float(max(0.0, np.sum(seen * after * np.log(after / before))))


def pointing(belief: Belief, ratio: float) -> float:
    """Return the probability of the candidate once a fact of ``ratio`` to 1 points at it."""
    part = 0.0 if belief.candidate.endswith(":no_hostile_actor") else _part()
    likelihood = np.ones(len(belief.shares))
    likelihood[belief.reserve] = 1 + part * (ratio - 1)
    likelihood[belief.column] = ratio
    told = belief.read * likelihood
    return float(_kept(told / told.sum(), belief.prior)[belief.column])


def _part() -> float:
    """Return how much of a ratio reaches somebody not named."""
    return priors().unnamed_shrinkage / 2


def _kept(moved: Floats, prior: Floats) -> Floats:
    """Return shares with the part of belief that stays with the prior."""
    kept = priors().misreading
    result: Floats = (1 - kept) * moved + kept * prior
    return result


def settlers(
    incident: Incident,
    beliefs: Mapping[Role, Belief],
    rows: Mapping[str, Row],
    unknowns: Mapping[str, Unknown],
) -> tuple[Settler, ...]:
    """Return the facts that would tell the answers apart, the most telling first; lost ones last.

    Evidence that the reports say is awaited or was recovered takes the place of the general
    "traces of the means used".
    """
    special = _from_slots(incident)
    found: list[Settler] = []
    for key, unknown in unknowns.items():
        if key in {*_ENTRY_OF_SLOT.values(), _WITHHELD} or (key == "forensic" and special):
            continue
        found.append(_settler(unknown, unknown.text, "not yet reported", beliefs, rows))
    for slot, value in special:
        unknown = unknowns[_ENTRY_OF_SLOT[slot]]
        text = unknown.text.format(item=value)
        found.append(_settler(unknown, text, _STATUS_OF_SLOT[slot], beliefs, rows))
    if _values(incident, "attribution_withheld"):
        withheld = unknowns[_WITHHELD]
        found.append(_settler(withheld, withheld.text, "awaited", beliefs, rows))
    found.sort(key=lambda settler: (-settler.expected_information, settler.text))
    return (*found, *_lost(incident))


def _settler(
    unknown: Unknown,
    text: str,
    status: str,
    beliefs: Mapping[Role, Belief],
    rows: Mapping[str, Row],
) -> Settler:
    ratio = ratio_of(unknown.kind, rows[unknown.kind])
    asked = [beliefs[role] for role in unknown.roles]
    nats = sum(information(belief, ratio) for belief in asked)
    return Settler(
        text=text,
        reason=unknown.why,
        kind=unknown.kind,
        expected_information=round(unknown.chance * nats, 6),
        status=status,
        would_make={belief.candidate: round(pointing(belief, ratio), 6) for belief in asked},
    )


def _from_slots(incident: Incident) -> list[tuple[str, str]]:
    """Return (slot, value) of evidence named in the reports; what is awaited is listed once."""
    awaited = _values(incident, "evidence_awaited")
    recovered = [v for v in _values(incident, "evidence_recovered") if v not in awaited]
    return [("evidence_awaited", value) for value in awaited] + [
        ("evidence_recovered", value) for value in recovered
    ]


def _values(incident: Incident, name: str) -> list[str]:
    slot = incident.slot(name)
    values = () if slot is None else slot.values
    return sorted({value.value for value in values if value.status != "superseded"})


def _lost(incident: Incident) -> tuple[Settler, ...]:
    return tuple(
        Settler(
            text=f"evidence lost ({value}): it can settle nothing any more",
            reason="What is lost cannot be examined by anybody.",
            kind="forensic_link",
            expected_information=0.0,
            status="lost",
        )
        for value in _values(incident, "evidence_lost")
    )
