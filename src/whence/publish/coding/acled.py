"""The incident as a row in the columns of ACLED (codebook 2023), for a coder to check."""

from collections.abc import Iterator
from typing import Final

from whence.model.case import Case
from whence.publish.coding.companions import COMPANIONS, companions
from whence.publish.coding.doers import suspects
from whence.publish.coding.record import Record, joined, record
from whence.publish.coding.table import Cell, render
from whence.publish.coding.tables import precision, tables
from whence.publish.index import Index
from whence.publish.several import each

COLUMNS: Final = (
    "event_date",
    "year",
    "time_precision",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "civilian_targeting",
    "country",
    "admin1",
    "admin2",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
)
"""The columns of the codebook that reports can fill, in its order."""

_CIVILIANS = "Violence against civilians"
_CLASH = ("Battles", "Armed clash")


def rows(case: Case) -> bytes:
    """Return the table: a head line, and one row for each incident that the reports tell of."""
    found = (record(Index(part)) for part in each(case))
    return render((*COLUMNS, *COMPANIONS), [_row(one) for one in found if one])


def _row(record: Record) -> dict[str, Cell]:
    coded = {**_what(record), **_when(record), **_where(record), **_how_many(record)}
    return {
        **coded,
        "source": joined(dict.fromkeys(row.name for row in record.documents)),
        "source_scale": None,
        "notes": _notes(record, coded["actor1"]),
        **companions(record, tuple(_open(record, coded))),
    }


def event(record: Record) -> tuple[str, str] | None:
    """Return event type and sub-event type; an attack on armed people is a clash."""
    if record.kind is None or record.kind.acled is None:
        return None
    return _CLASH if record.kind.unarmed and record.armed else record.kind.acled


def _what(record: Record) -> dict[str, Cell]:
    coded = event(record)
    civilians = coded is not None and coded[0] == _CIVILIANS
    actor, code = _actor(record, coded)
    unarmed = tables().neutral["unarmed"]
    return {
        "event_type": coded[0] if coded else None,
        "sub_event_type": coded[1] if coded else None,
        "actor1": actor,
        "assoc_actor_1": None,
        "inter1": code,
        "actor2": _of(unarmed[0], record.country) if civilians else None,
        "assoc_actor_2": None,
        "inter2": unarmed[1] if civilians else None,
        "civilian_targeting": "Civilian targeting" if civilians else None,
    }


def _actor(record: Record, coded: tuple[str, str] | None) -> tuple[str | None, str | None]:
    """Return the doer where the standing allows it, else the codebook's wording for nobody named.

    A person is never named here: persons are no actors of the codebook.
    """
    found, _ = record.doer
    if found is not None and found.kind != "person":
        return found.name, None
    if coded is None:
        return None, None
    name, code = tables().neutral.get(coded[0], tables().neutral["other"])
    return _of(name, record.country), code


def _of(name: str, country: str) -> str:
    return f"{name} ({country})" if country else name


def _when(record: Record) -> dict[str, Cell]:
    """Return the day, or the middle of a week or a month as the codebook has it."""
    code = precision(record.period.days, tables().when.acled) if record.period else None
    day = record.period.middle if record.period and code else None
    same = record.period is not None and record.period.start.year == record.period.end.year
    return {
        "event_date": day,
        "year": record.period.start.year if record.period and same else None,
        "time_precision": code,
    }


def _where(record: Record) -> dict[str, Cell]:
    place = record.location
    code = tables().where.acled.get(place.precision) if place else None
    told = record.place.value if record.place else None
    return {
        "country": record.country or None,
        "admin1": place.region or None if place else None,
        "admin2": place.county or None if place else None,
        "location": place.name if place and code else told,
        "latitude": place.latitude if place and code else None,
        "longitude": place.longitude if place and code else None,
        "geo_precision": code,
    }


def _how_many(record: Record) -> dict[str, Cell]:
    """Return the best figure or, where no figure is held, the lowest, as the codebook has it."""
    count = record.killed
    return {"fatalities": (count.low if count.best is None else count.best) if count else None}


def _notes(record: Record, actor: Cell) -> str:
    told = [record.incident.headline.removesuffix(".")]
    told += [
        f"Coded as the actor: {name} ({how})"
        for name, how in suspects(record.index)
        if name == actor
    ]
    if others := record.suspects_besides(actor):
        told.append(f"Suspected or accused, not coded as actors: {others}")
    if record.disputed:
        told.append(f"Disputed: {', '.join(record.disputed)}")
    return ". ".join(filter(None, told)) + "."


def _open(record: Record, row: dict[str, Cell]) -> Iterator[str]:
    """Yield the columns that stay empty or rest on something, each with the reason."""
    if record.kind is None:
        yield "event_type: the reports do not tell the kind of incident"
    elif row["event_type"] is None:
        yield f"event_type: {record.kind.open.get('acled', 'no code follows from the kind')}"
    elif record.kind.unarmed:
        told = "those attacked bore arms" if record.armed else "those attacked were unarmed"
        yield f"event_type: holds if {told}"
    if row["actor1"] is not None and record.doer[0] is None:
        yield f"actor1: {record.doer[1]}"
    elif record.doer[0] is not None:
        yield "actor1: the name is the reports', not yet the codebook's"
    if row["actor2"] is None:
        yield "actor2: see target"
    yield from _open_places(record, row)
    if row["fatalities"] is None:
        yield "fatalities: no report gives a number, which is not none"
    elif record.killed and record.killed.best is None:
        yield "fatalities: the lowest figure, since none is held"
    yield "source_scale: the reach of the outlets is not known"


def _open_places(record: Record, row: dict[str, Cell]) -> Iterator[str]:
    if row["event_date"] is None:
        told = "no date is held" if record.period is None else "less exact than a month"
        yield f"event_date: {told}"
    if row["geo_precision"] is None:
        at = record.location
        told = "the place is not resolved" if at is None else f"no code is for a {at.precision}"
        yield f"geo_precision: {told}"
