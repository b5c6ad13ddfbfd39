"""The fused record over reports. It is derived, never edited."""

from typing import Literal

from msgspec import Struct

from whence.model.attribution import Act
from whence.model.claim import PartyKind, Role, Standing
from whence.model.fact import Quantity
from whence.model.location import Location
from whence.model.origin import Stake
from whence.model.report import Reaction
from whence.model.span import Span

ValueStatus = Literal["held", "superseded", "refined", "rival", "minor"]
ContradictionKind = Literal[
    "superseded",
    "refined",
    "different_category",
    "different_scope",
    "rounding",
    "withdrawn_total",
    "real_conflict",
]
Phase = Literal["before", "incident", "after", "published"]


class Value(Struct, frozen=True, kw_only=True):
    """One value of a slot with everything behind it.

    ``support`` is the vote over origins (a number of origins, less what hedging takes away), and
    ``origin_ids`` the independent first hands; copies add documents, never support.
    ``probability`` is how probable it is that the value is right, by a model of sources that err
    and take from each other; values that leave room ("at least 6") share it with what fills them.
    """

    value: str
    quantity: Quantity | None = None
    unit: str | None = None
    location: Location | None = None
    status: ValueStatus
    support: float
    probability: float | None = None
    fact_ids: tuple[str, ...]
    origin_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    spans: tuple[Span, ...]


class Contradiction(Struct, frozen=True, kw_only=True):
    """Why two values of a slot differ. All stay visible, whatever the reason."""

    kind: ContradictionKind
    left: str
    right: str
    reason: str
    fact_ids: tuple[str, ...]


class Slot(Struct, frozen=True, kw_only=True):
    """A slot of the incident: the value held (None on abstention), its range and its rivals."""

    slot: str
    label: str
    unit: str | None = None
    best: str | None
    quantity: Quantity | None = None
    disputed: bool
    abstained: str | None = None
    values: tuple[Value, ...]
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def fallen(self) -> bool:
        """Tell whether nothing is held since every value told has been replaced or taken back."""
        told = bool(self.values) and self.best is None
        return told and all(value.status == "superseded" for value in self.values)


class Check(Struct, frozen=True, kw_only=True):
    """An arithmetic check over slots, e.g. launched = intercepted + struck."""

    text: str
    holds: bool
    slots: tuple[str, ...]


class Moment(Struct, frozen=True, kw_only=True):
    """An entry of the timeline: event time (``phase`` not published) or publication time."""

    at: str
    phase: Phase
    label: str
    document_ids: tuple[str, ...]
    spans: tuple[Span, ...] = ()


class Party(Struct, frozen=True, kw_only=True):
    """A party named in connection with the incident, under all its spellings."""

    id: str
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


class Statement(Struct, frozen=True, kw_only=True):
    """What one origin says about one party's part: claims of one origin, one party, one role.

    ``at`` is the earliest known publication (ISO prefix). Insinuations are kept here too, marked,
    and weigh nothing.
    """

    id: str
    party_id: str
    role: Role | None
    predicate: str
    origin_id: str
    origin_name: str
    stake: Stake = "unknown"
    speaks_for_party: bool = False
    standing: Standing
    act: Act
    polarity: bool
    hedge: int
    insinuation: bool = False
    at: str | None = None
    claim_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    spans: tuple[Span, ...]


class Bond(Struct, frozen=True, kw_only=True):
    """Why a report is taken to tell of this incident: the other report to which it is tied most.

    ``log_odds`` (nats) is that of the two telling of one incident, by their words alone;
    ``judged`` tells that a person bound them together. ``reasons`` are the pieces of evidence that
    weigh most, each with what it adds.
    """

    document_id: str
    other_id: str
    log_odds: float
    judged: bool = False
    reasons: tuple[str, ...] = ()


class Incident(Struct, frozen=True, kw_only=True):
    """One incident over all its reports: what happened, who is named, who reacted how.

    ``bonds`` tell why its reports are taken together; they are there where Whence found out which
    reports belong together, or a person judged it, and not where all were given as one.
    """

    id: str
    kind: str | None
    headline: str
    report_ids: tuple[str, ...]
    slots: tuple[Slot, ...]
    checks: tuple[Check, ...] = ()
    timeline: tuple[Moment, ...] = ()
    parties: tuple[Party, ...] = ()
    statements: tuple[Statement, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    other_fact_ids: tuple[str, ...] = ()
    bonds: tuple[Bond, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the reports tell of no incident: at most a day and a place were read."""
        told = any(slot.slot not in ("date", "place") for slot in self.slots)
        return not (self.kind or told or self.statements or self.reactions)

    def slot(self, name: str) -> Slot | None:
        """Return the slot of this name, or None when no report fills it."""
        return next((slot for slot in self.slots if slot.slot == name), None)


def country_of(slots: tuple[Slot, ...]) -> str:
    """Return the state of the one place that is held (ISO 3166-1 alpha-2), else ""."""
    values = next((slot.values for slot in slots if slot.slot == "place"), ())
    held = [value.location for value in values if value.status == "held"]
    return held[0].country if len(held) == 1 and held[0] is not None else ""
