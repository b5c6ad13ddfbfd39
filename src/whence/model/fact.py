"""Slots of an incident as one document fills them."""

from typing import Literal

from msgspec import Struct

from whence.model.attribution import Scope
from whence.model.location import Location
from whence.model.span import Span

Comparator = Literal["exact", "at_least", "at_most", "about", "several"]
FactStage = Literal["asserted", "initial", "correction", "finding"]


class Quantity(Struct, frozen=True, kw_only=True):
    """A count as low, best and high (inclusive; None where open), the way UCDP codes fatalities.

    Raises:
        ValueError: when the three are not in order or negative.
    """

    low: int | None
    best: int | None
    high: int | None
    comparator: Comparator = "exact"

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known) or any(value < 0 for value in known):
            raise ValueError(f"not a low/best/high: {self.low}/{self.best}/{self.high}")


class Fact(Struct, frozen=True, kw_only=True):
    """One value for one slot (``vocabulary/slots.yaml``), with its words and its chain.

    ``value`` is the normalised value as text ("3", "drone", "2021-11-07", "Green Zone, Baghdad");
    ``quantity`` holds the numbers of counting slots and ``unit`` what is counted ("drone",
    "guards"). ``stage`` tells a first version from its correction by the same source ("initially
    said three ... clarified later only two") and from a finding. ``as_of`` is an ISO prefix.
    ``location`` is set for places that are resolved to a point on the map.
    """

    id: str
    document_id: str
    chain_id: str
    attribution_id: str | None = None
    slot: str
    value: str
    quantity: Quantity | None = None
    unit: str | None = None
    as_of: str | None = None
    hedge: int = 3
    stage: FactStage = "asserted"
    scope: Scope = "incident"
    note: str | None = None
    location: Location | None = None
    spans: tuple[Span, ...]
    extractor: str
