"""The tables beside the picture: first hands, own voices, hands in between, copies; a page each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from whence.model.origin import Origin
from whence.publish.index import Index
from whence.publish.views.facts import Named
from whence.publish.views.graph import own_voice
from whence.publish.views.sources import (
    BundleRow,
    CopyRow,
    RelayRow,
    bundle_rows,
    copy_rows,
    known_how,
    relay_rows,
    subjects,
)
from whence.publish.words import words
from whence.web.hands.asking import Asked

EACH: Final = 50
"""Rows on a page."""

TABLES: Final = ("origins", "voices", "relays", "copies", "silent")
ORDERS: Final = ("values", "name")

_NAMED: Final = 4
"""Reports and relays that a row names; the origin's page has all."""

_DIGITS: Final = 7

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class OriginLine:
    """One first hand in short; ``values`` and ``reports`` are of what was chosen."""

    id: str
    name: str
    how: str
    stake: str
    about: tuple[str, ...]
    values: int
    reports: int
    printed: tuple[Named, ...]
    relays: tuple[str, ...]
    more_relays: int
    merges: int


@dataclass(frozen=True, kw_only=True)
class Paged(Generic[T]):
    """One page of a list: its rows, its number from 1, and how many pages and rows there are."""

    rows: tuple[T, ...]
    number: int
    pages: int
    total: int


def paged(found: Sequence[T], number: int, each: int = EACH) -> Paged[T]:
    """Return a page of a list; a number beyond its ends is the nearest there is."""
    pages = max(1, -(-len(found) // each))
    at = min(max(1, number), pages)
    rows = tuple(found[(at - 1) * each : at * each])
    return Paged(rows=rows, number=at, pages=pages, total=len(found))


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """An origin with how many of the chosen values it carries, in which reports."""

    origin: Origin
    values: int
    documents: tuple[str, ...]


def weighed(index: Index, asked: Asked, voices: bool) -> list[Weighed]:
    """Return the origins that say something of what is asked: own voices, or all the others."""
    found = []
    for origin in index.bearing:
        if own_voice(index, origin) != voices or not _called(origin.name, asked.name):
            continue
        things = [
            thing
            for chain in origin.chain_ids
            for thing in index.said_through.get(chain, ())
            if asked.only is None or thing.id in asked.only
        ]
        if things:
            documents = tuple(dict.fromkeys(thing.document_id for thing in things))
            found.append(Weighed(origin=origin, values=len(things), documents=documents))
    return found


def origins(index: Index, asked: Asked, voices: bool, order: str, number: int) -> Paged[OriginLine]:
    """Return a page of first hands: those that carry most first, or by name."""
    found = weighed(index, asked, voices)
    found.sort(key=lambda one: (one.origin.name.casefold(), one.origin.id))
    if order != "name":
        found.sort(key=lambda one: -one.values)
    page = paged(found, number)
    rows = tuple(_line(index, one) for one in page.rows)
    return Paged(rows=rows, number=page.number, pages=page.pages, total=page.total)


def _line(index: Index, one: Weighed) -> OriginLine:
    origin = one.origin
    return OriginLine(
        id=origin.id,
        name=origin.name,
        how=known_how(origin),
        stake=words().stakes[origin.stake],
        about=subjects(index, origin),
        values=one.values,
        reports=len(one.documents),
        printed=tuple(Named(index.outlet(key), key) for key in one.documents[:_NAMED]),
        relays=origin.relays[:_NAMED],
        more_relays=max(0, len(origin.relays) - _NAMED),
        merges=len(origin.merges),
    )


def relays(index: Index, asked: Asked, number: int, at: str = "") -> Paged[RelayRow]:
    """Return a page of the hands in between, by name: the one that has the row ``at``."""
    found = [row for row in relay_rows(index) if _called(row.name, asked.name)]
    place = next((place for place, row in enumerate(found) if row.key == at), None)
    return paged(found, number if place is None else place // EACH + 1)


def table_of(at: str) -> str:
    """Return the table that has a row of this anchor, "" for none."""
    kind = at.partition("-")[0]
    return {"relay": "relays", "b": "copies", "cp": "copies"}.get(kind, "")


def silent(index: Index, asked: Asked, number: int) -> Paged[Named]:
    """Return a page of first hands that only react, or speak of other things."""
    bearing = {origin.id for origin in index.bearing}
    found = sorted(
        (origin.name, key)
        for key, origin in index.origins.items()
        if key not in bearing and _called(origin.name, asked.name)
    )
    return paged([Named(name, key) for name, key in found], number)


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Bundles of copies, and a page of who took text from whom."""

    bundles: tuple[BundleRow, ...]
    page: Paged[CopyRow]


def copies(index: Index, number: int, at: str = "") -> Copies:
    """Return the bundles and a page of the copies: the one that has the row ``at``."""
    total = len(index.case.trace.copies)
    row = at.removeprefix("cp-")
    if at.startswith("cp-") and row.isascii() and row.isdigit() and len(row) < _DIGITS:
        number = (int(row) - 1) // EACH + 1
    shape = paged(range(total), number)
    start = (shape.number - 1) * EACH
    rows = copy_rows(index, start, start + EACH)
    page = Paged(rows=rows, number=shape.number, pages=shape.pages, total=total)
    return Copies(bundles=bundle_rows(index), page=page)


def _called(name: str, words_of: str) -> bool:
    return all(word in name.casefold() for word in words_of.casefold().split())
