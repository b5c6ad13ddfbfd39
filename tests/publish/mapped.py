"""Invented incidents whose places are points on the map."""

from collections.abc import Sequence

from msgspec.structs import replace

from tests.publish.cases import harbour_case
from whence.model.case import Case
from whence.model.fact import Quantity
from whence.model.incident import Slot, Value, ValueStatus
from whence.model.location import Location, Precision


def location(
    name: str, latitude: float, longitude: float, precision: Precision = "settlement",
    region: str = "", country: str = "", county: str = "",
) -> Location:  # fmt: skip
    """Return a point."""
    return Location(
        latitude=latitude, longitude=longitude, precision=precision, name=name, region=region,
        county=county, country=country,
    )  # fmt: skip


MOMBASA = location("Mombasa", -4.05, 39.66, region="Mombasa County", country="KE", county="Mvita")
MALINDI = location("Malindi", -3.22, 40.12, region="Kilifi", country="KE")
KENYA = location("Kenya", 1.0, 38.0, "country", country="KE")
NAIROBI = location("Nairobi", -1.28, 36.82, region="Nairobi", country="KE")


def mapped_case(
    at: Location | None = MOMBASA, rivals: Sequence[Location] = (),
    mentioned: Sequence[Location] = (), kind: str | None = "drone_attack",
) -> Case:  # fmt: skip
    """Return the harbour case at a real point, with rivals and with places of other matters."""
    case = harbour_case()
    assert case.incident is not None
    slot = case.incident.slot("place")
    assert slot is not None
    held = slot.values[0]
    values = [replace(held, location=at, value=at.name if at else held.value)]
    values += [_rival(held, row, "rival") for row in rivals]
    placed = replace(slot, best=values[0].value, values=tuple(values), disputed=bool(rivals))
    slots = tuple(placed if row.slot == "place" else row for row in case.incident.slots)
    reports = list(case.reports)
    if mentioned:
        other = next(row for row in reports[3].facts if row.scope == "other")
        extra = tuple(
            replace(other, id=f"f-elsewhere-{number}", slot="place", value=row.name, quantity=None,
                    location=row)
            for number, row in enumerate(mentioned)
        )  # fmt: skip
        reports[3] = replace(reports[3], facts=reports[3].facts + extra)
    return replace(
        case, reports=tuple(reports), incident=replace(case.incident, slots=slots, kind=kind)
    )


def _rival(held: Value, at: Location, status: ValueStatus) -> Value:
    return replace(held, value=at.name, location=at, status=status, fact_ids=(), spans=())


def with_slot(case: Case, slot: Slot) -> Case:
    """Return the case with one more slot, or with another one in its place."""
    assert case.incident is not None
    kept = tuple(row for row in case.incident.slots if row.slot != slot.slot)
    return replace(case, incident=replace(case.incident, slots=(*kept, slot)))


def killed(
    case: Case, low: int | None, best: int | None, high: int | None, unit: str | None = None
) -> Case:
    """Return the case with that many killed; a best of None is an abstention."""
    assert case.incident is not None
    model = case.incident.slot("wounded")
    assert model is not None
    count = Quantity(low=low, best=best, high=high)
    text = None if best is None else str(best)
    value = replace(model.values[0], value=text or str(low), quantity=count, unit=unit)
    slot = Slot(slot="killed", label="Killed", unit=unit, best=text, quantity=count,
                disputed=low != high, abstained=None if text else "one origin, hedged",
                values=(value,))  # fmt: skip
    return with_slot(case, slot)
