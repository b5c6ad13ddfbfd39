"""The day from which a document's relative dates are read, and how it was found."""

import re
from dataclasses import dataclass

from whence.extract.prose import Prose
from whence.extract.time.days import make, year_for
from whence.extract.time.expressions import Expression
from whence.extract.time.holders import Holding, holdings
from whence.extract.time.joins import expressions
from whence.model.span import Span

_FIRST_YEAR, _LAST_YEAR = 1985, 2040
"""Years tried when only the holders of high office tell the year."""


@dataclass(frozen=True)
class Anchor:
    """The day relative dates count from, as an ISO prefix, or None where nothing tells it.

    ``basis`` is "dateline", "published" or "office-holders: ..." (then the year is inferred from
    who held office); ``spans`` are the words that it rests on.
    """

    iso: str | None
    basis: str | None
    spans: tuple[Span, ...] = ()


def find_anchor(prose: Prose, published: str | None) -> Anchor:
    """Find the anchor: a dateline, else the publication date, else who held high office.

    A dateline without a year takes it from ``published``. The year is inferred from office-holders
    only when exactly one year fits the terms of everyone named with a title.
    """
    found = expressions(prose)
    line = _dateline(prose, found)
    known = published if published and re.match(r"\d{4}", published) else None
    if line is not None:
        iso = _dated(line, known)
        if iso:
            span = prose.span(line.start, line.end)
            return Anchor(iso, "dateline", (span,))
    if known:
        return Anchor(known[:10], "published")
    return _from_holders(prose, found)


def _dated(line: Expression, published: str | None) -> str:
    year = line.year
    if line.month is None or line.day is None:
        return ""
    if year is None and published:
        year = year_for(line.month, line.day, published[:10])
    day = make(year, line.month, line.day) if year else None
    return day.isoformat() if day else ""


def _dateline(prose: Prose, found: tuple[Expression, ...]) -> Expression | None:
    """Return the date of a line such as "CITY, Nov 7 (Agency) -" at the head of the text."""
    days = [line.day for line in prose.opening_datelines if line.day]
    return next(
        (
            one
            for one in found
            if one.kind == "date" and any(start <= one.start < end for start, end in days)
        ),
        None,
    )


def _from_holders(prose: Prose, found: tuple[Expression, ...]) -> Anchor:
    dates = [e for e in found if e.kind == "date" and e.year is None]
    if not dates or any(e.kind == "date" and e.year for e in found):
        return Anchor(None, None)
    held = holdings(prose)
    years = [y for y in range(_FIRST_YEAR, _LAST_YEAR) if held and _fits(dates, held, y)]
    if len(years) != 1:
        return Anchor(None, None)
    days = [make(years[0], e.month or 1, e.day or 1) for e in dates]
    latest = max(day for day in days if day is not None)
    names = sorted({one.label for one in held})
    marked = [prose.span(e.start, e.end) for e in dates if e.day == latest.day]
    spans = (*marked[:1], *(one.span for one in held))
    basis = "office-holders: " + "; ".join(names)
    return Anchor(latest.isoformat(), basis, spans)


def _fits(dates: list[Expression], held: tuple[Holding, ...], year: int) -> bool:
    """Tell whether everyone named held office on every partial date in ``year``."""
    days = [make(year, e.month or 1, e.day or 1) for e in dates]
    return all(day is not None and one.on(day) for day in days for one in held)
