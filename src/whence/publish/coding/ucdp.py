"""The incident as a row in the columns of UCDP GED (codebook 23.1), for a coder to check."""

from collections.abc import Iterator
from typing import Final

from whence.model.case import Case
from whence.publish.coding.companions import COMPANIONS, companions
from whence.publish.coding.record import Record, joined, record
from whence.publish.coding.table import Cell, render
from whence.publish.coding.tables import precision, tables
from whence.publish.dates import day
from whence.publish.index import Index
from whence.publish.several import each

COLUMNS: Final = (
    "year",
    "type_of_violence",
    "side_a",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "country",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
)
"""The columns of the codebook that reports can fill, in its order."""

_ONE_SIDED = 3
_ORGANISED = ("state", "group")


def rows(case: Case) -> bytes:
    """Return the table: a head line, and one row for each incident that the reports tell of."""
    found = (record(Index(part)) for part in each(case))
    return render((*COLUMNS, *COMPANIONS), [_row(one) for one in found if one])


def _row(record: Record) -> dict[str, Cell]:
    coded = {**_sides(record), **_when(record), **_where(record), **_deaths(record)}
    return {
        **coded,
        **_sources(record),
        **companions(record, tuple(_open(record, coded))),
    }


def _sides(record: Record) -> dict[str, Cell]:
    """Return the sides: a doer where the standing allows it, civilians where nobody else was hit.

    One-sided violence is the use of force by a state or an organised group against civilians.
    """
    found, _ = record.doer
    organised = found is not None and found.kind in _ORGANISED
    attacked = record.kind is not None and record.kind.unarmed and not record.armed
    one_sided = organised and attacked
    coded = record.kind.ucdp if record.kind else None
    return {
        "type_of_violence": _ONE_SIDED if one_sided else coded,
        "side_a": found.name if found and organised else None,
        "side_b": "Civilians" if one_sided else None,
    }


def _when(record: Record) -> dict[str, Cell]:
    known = record.period
    code = precision(known.days, tables().when.ucdp) if known else None
    same = known is not None and known.start.year == known.end.year
    return {
        "year": known.start.year if known and same else None,
        "date_prec": code,
        "date_start": known.start if known and code else None,
        "date_end": known.end if known and code else None,
    }


def _where(record: Record) -> dict[str, Cell]:
    place = record.location
    return {
        "where_prec": tables().where.ucdp[place.precision] if place else None,
        "where_coordinates": place.name if place else None,
        "where_description": record.place.value if record.place else None,
        "adm_1": place.region or None if place else None,
        "adm_2": place.county or None if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if place else None,
        "country": record.country or None,
    }


def _deaths(record: Record) -> dict[str, Cell]:
    """Return the deaths; whose they are is known only where the reports call them civilians.

    The four columns add up to the best figure, as the codebook demands: what is of unknown status
    stands in its own column, and the zeros beside it mean that none is known to be of that side.
    """
    count = record.killed
    best = count.best if count else None
    nought = None if best is None else 0
    return {
        "deaths_a": nought,
        "deaths_b": nought,
        "deaths_civilians": best if record.civil else nought,
        "deaths_unknown": nought if record.civil else best,
        "best": best,
        "high": count.high if count else None,
        "low": count.low if count else None,
    }


def _sources(record: Record) -> dict[str, Cell]:
    """Return the reports, and as original sources the first hands that they lead back to."""
    articles = [
        '"'
        + ", ".join(
            filter(None, (row.name, day(row.published) if row.published else "no date", row.title))
        )
        + '"'
        for row in record.documents
    ]
    first = next(iter(record.documents), None)
    return {
        "number_of_sources": len(record.origins),
        "source_article": joined(articles),
        "source_office": first.name if first else None,
        "source_date": day(first.published) if first and first.published else None,
        "source_headline": first.title if first else None,
        "source_original": joined(record.origins),
    }


def _open(record: Record, row: dict[str, Cell]) -> Iterator[str]:
    if row["type_of_violence"] is None:
        told = record.kind.open.get("ucdp", "") if record.kind else ""
        yield f"type_of_violence: {told or 'the reports do not tell the kind of incident'}"
    if row["side_a"] is None:
        found, reason = record.doer
        person = "who did it is a person or no organised actor"
        yield f"side_a: {reason if found is None else person}"
    if row["side_b"] is None:
        yield "side_b: see target"
    yield "number_of_sources: independent first hands, not reports"
    if row["where_prec"] is None:
        yield "where_prec: the place is not resolved"
    if row["date_prec"] is None:
        yield "date_prec: no date is held, or it is less exact than a year"
    if row["best"] is None:
        yield "best: no figure is held"
    elif row["best"] == 0:
        yield "best: nobody was killed, and the data set holds events with deaths"
