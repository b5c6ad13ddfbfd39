"""What would settle it: expected drop of entropy from facts that are not known yet.

A fact that may come to light with probability c points at one hypothesis; it points at the true
one with odds ``ratio`` against each other. The expected information is c times the mutual
information between hypothesis and pointer (Lindley 1956), in nats.
"""

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from whence.model.assessment import Settler
from whence.model.claim import Role
from whence.model.incident import Incident
from whence.weigh.likelihood import CEILING, Floats
from whence.weigh.tables import Row, Unknown

_WITHHELD = "withheld"
_STATUS_OF_SLOT = {"evidence_awaited": "awaited", "evidence_recovered": "not yet reported"}
_ENTRY_OF_SLOT = {"evidence_awaited": "examined", "evidence_recovered": "recovered"}


def information(belief: Floats, ratio: float) -> float:
    """Return the mutual information (nats) between hypotheses and a fact that points at one.

    ``belief`` sums to 1. A fact points at hypothesis j given i with odds ``ratio`` for j = i.
    """
    points = np.where(np.eye(len(belief), dtype=bool), *_odds(len(belief), ratio))
    seen = belief @ points
    return float(max(0.0, np.sum(belief[:, None] * points * np.log(points / seen))))


class Belief(Struct, frozen=True, kw_only=True):
    """What is believed of one question: a probability for each answer, and which one leads."""

    shares: Floats
    candidate: str
    column: int


def pointing(belief: Floats, ratio: float, column: int) -> float:
    """Return the probability of an answer once a fact has come to light that points at it."""
    right, wrong = _odds(len(belief), ratio)
    share = belief[column]
    return float(share * right / (share * right + (1 - share) * wrong))


def _odds(size: int, ratio: float) -> tuple[float, float]:
    """Return the chances that a fact points at the true answer, and at any one of the others."""
    right = min(ratio / (ratio + size - 1), CEILING)
    return right, (1 - right) / max(size - 1, 1)


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
    ratio = rows[unknown.kind].ratio
    asked = [beliefs[role] for role in unknown.roles]
    nats = sum(information(belief.shares, ratio) for belief in asked)
    return Settler(
        text=text,
        reason=unknown.why,
        kind=unknown.kind,
        expected_information=round(unknown.chance * nats, 6),
        status=status,
        would_make={
            belief.candidate: round(pointing(belief.shares, ratio, belief.column), 6)
            for belief in asked
        },
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
