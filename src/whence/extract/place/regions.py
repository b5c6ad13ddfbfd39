"""Regions and states stated behind a name: "Paris, Texas", "MEMPHIS, Tenn.", "Lyon, France"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import Place, lookup
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.model.vocabulary import load

_WORD = r"[^\W\d_][\w’'.-]*"
_GAP = re.compile(r"\s*,\s*|\s*\(\s*|\s+")
_IN = re.compile(r" in (?=\w)")
_NAME = re.compile(rf"{_WORD}(?:[ \t]+{_WORD}){{0,3}}")
_RUN = re.compile(rf"{_WORD}(?:[ \t]+{_WORD})*")
_SHOUT = re.compile(r"\s+[A-Z]{2,}\s+[A-Z]{2,}\b")
"""Words in capitals behind two capitals: those are a word then ("..., IN THE ...")."""
_AGENCY = re.compile(r"\)\s{0,2}(?:--?|[–—])\s")
"""What makes capitals in brackets the agency of a report: "WARSAW (VA) -"."""
_KNOWN = 15_000
"""People from which a town is known by its name."""
_LEADING = re.compile(
    r"^(?:the )?(?:far )?(?:(?:north|south)?[ -]?(?:north|south|east|west)(?:ern)?|central|the) "
)
"""A part of a region or state that stands before its name ("northern", "south-eastern", "the")."""


class CityRegion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A region that is one city: its city and the short forms that stand for it."""

    city: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outer:
    """A region, county or state that the text states around a place, and where its words end."""

    places: tuple[Place, ...]
    end: int
    short: bool

    def holds(self, place: Place) -> bool:
        """Tell whether a place lies in what is stated."""
        return any(holds(one, place) for one in self.places)


def holds(outer: Place, inner: Place) -> bool:
    """Tell whether a state, region or county has a place within it, or is that place."""
    if outer.kind == "city" or outer.country != inner.country:
        return outer == inner
    depth = {"country": 1, "region": 2, "county": 3}[outer.kind]
    return outer.area[:depth] == inner.area[:depth]


@cache
def shown_with_region() -> dict[str, dict[str, list[str]]]:
    """Return the table ``lexicon/regions.yaml``: short forms by ISO code and region."""
    return load("regions", dict[str, dict[str, list[str]]], LEXICON)


@cache
def region(country: str, name: str) -> Place | None:
    """Return a first-order region by its country's ISO code and its name."""
    found = [p for p in lookup(name) if p.kind == "region" and p.country == country]
    return found[0] if found else None


def of_own(written: str, stated: Outer, found: Sequence[Place]) -> Outer | None:
    """Return a known town's own region whose short form is another region's too.

    There is a Mich. in Mexico.
    """
    town = max(found, key=lambda one: one.population)
    own = region(town.country, town.region)
    if own is None or not stated.short or town.population < _KNOWN:
        return None
    alike = key(own.name).startswith(key(written.strip(" ,.")))
    return Outer((own,), stated.end, True) if alike else None


@cache
def _cities() -> dict[tuple[str, str], Place]:
    """Return the city that a region is, by ISO code and region (``lexicon/city_regions.yaml``)."""
    return {
        (country, name): next(
            place
            for place in lookup(one.city)
            if (place.kind, place.country, place.region) == ("city", country, name)
        )
        for country, rows in _city_regions().items()
        for name, one in rows.items()
    }


@cache
def _city_regions() -> dict[str, dict[str, CityRegion]]:
    return load("city_regions", dict[str, dict[str, CityRegion]], LEXICON)


def city_of(region: Place) -> Place | None:
    """Return the city that a region is, as the District of Columbia is Washington."""
    return _cities().get((region.country, region.region)) if region.kind == "region" else None


@cache
def cities_by_form() -> dict[str, Place]:
    """Return the cities of regions by the forms that stand for them ("D.C.")."""
    return {
        form: _cities()[country, name]
        for country, rows in _city_regions().items()
        for name, one in rows.items()
        for form in one.forms
    }


@cache
def _shorts() -> dict[str, tuple[Place, ...]]:
    table: dict[str, tuple[Place, ...]] = {}
    for country, rows in shown_with_region().items():
        for name, forms in rows.items():
            place = region(country, name)
            for form in forms:
                if place is not None:
                    table[form] = (*table.get(form, ()), place)
    return table


@cache
def _short() -> re.Pattern[str]:
    forms = sorted(_shorts(), key=lambda form: (-len(form), form))
    written = "|".join(re.escape(form).replace(r"\ ", r"\s?") for form in forms)
    return re.compile(rf"(?P<form>{written})(?!\w)\.?")


def outer(text: str, end: int) -> Outer | None:
    """Return what is stated of the place whose name ends at ``end``; None where nothing is.

    A county may stand between: "Bell, Gilchrist County, Florida" gives the state.
    """
    gap = _GAP.match(text, end)
    if gap is None or "\n" in gap.group():
        return None
    comma = bool(gap.group().strip())
    found = _abbreviated(text, gap.end(), comma)
    if found is not None and "(" in gap.group() and _AGENCY.match(text, found.end):
        return None
    found = found or (_named(text, gap.end()) if comma else None)
    if found is not None and found.places[0].kind == "county":
        wider = outer(text, found.end)
        if wider is not None and any(wider.holds(one) for one in found.places):
            inside = tuple(one for one in found.places if wider.holds(one))
            return Outer(inside, wider.end, False)
    return found


def behind(text: str, end: int) -> Outer | None:
    """Return what stands behind a name without a comma: "Harrow Texas", "Harrow in Lebanon"."""
    inside = _IN.match(text, end)
    if inside is not None:
        return _named(text, inside.end())
    found = _named(text, end + 1) if text[end : end + 1] == " " else None
    if found is None or found.places[0].kind != "region":
        return None
    wide = found.places[0]
    return found if wide.name in shown_with_region().get(wide.country, {}) else None


def abbreviated(form: str) -> tuple[Place, ...]:
    """Return the regions that a newspaper's short form with its dot stands for ("Wash.")."""
    bare = form.removesuffix(".")
    return _shorts().get(bare, ()) if not bare.isupper() else ()


def _abbreviated(text: str, start: int, comma: bool) -> Outer | None:
    short = _short().match(text, start)
    if short is None:
        return None
    form = short.group("form")
    if form.isupper() and _SHOUT.match(text, short.end()):
        return None
    if not comma and not (form.isupper() or short.group().endswith(".")):
        return None
    places = _shorts()[re.sub(r"\s", " ", form)] if form in _shorts() else ()
    return Outer(places, short.end(), True) if places else None


def _named(text: str, start: int) -> Outer | None:
    name = _NAME.match(text, start)
    if name is None:
        return None
    parts = re.split(r"[ \t]+", name.group())
    for length in range(len(parts), 0, -1):
        part = " ".join(parts[:length])
        if length > 1 and parts[length - 1][:1].islower():
            continue
        bare = re.sub(r"(?:[’']s)?[.]?$", "", part)
        if bare.casefold() in words().directions and length < len(parts):
            continue  # "in Umlazi, South African police said"
        wanted = key(bare)  # "West Virginia" lies in no part of Virginia
        core = _LEADING.sub("", wanted)
        places = tuple(one for one in lookup(wanted) or lookup(core) if one.kind != "city")
        if places and parts[0 if core == wanted else length - len(core.split())][:1].isupper():
            return Outer(places, start + len(bare), False)
    return None


def stated_in(title: str) -> tuple[Place, ...]:
    """Return the regions that a title names: in full, or behind a comma ("... | Harrow, WI")."""
    found: dict[Place, None] = {}
    for run in _RUN.finditer(title):
        found.update(dict.fromkeys(_in_full(re.split(r"[ \t]+", run.group()))))
    for comma in re.finditer(r"(?<=\w)(?=, [A-Z])", title):
        stated = outer(title, comma.start())
        if stated is not None and stated.short:
            found.update(dict.fromkeys(stated.places[:1]))
    return tuple(found)


def _in_full(parts: Sequence[str]) -> Iterator[Place]:
    """Yield the regions that are named in full in a run of words, the longest at each.

    One that opens the name of a street, town or county is none ("Indiana Avenue", "Kansas City").
    """
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + 3), at, -1):
            known = _full().get(key(" ".join(parts[at:end])))
            if known is not None and parts[at][:1].isupper():
                if not _goes_on(parts[at : end + 1], end - at):
                    yield known
                at = end
                break
        else:
            at += 1


def _goes_on(parts: Sequence[str], size: int) -> bool:
    """Tell whether a name of ``size`` words is only the beginning of what the words name."""
    if len(parts) <= size or not parts[size][:1].isupper():
        return False
    longer = words().heads | words().settlements | words().waters
    return key(parts[size]) in longer or any(one.kind == "city" for one in lookup(" ".join(parts)))


@cache
def _full() -> dict[str, Place]:
    """Return the regions of the table by their keys, those of the most people for a name."""
    rows = [
        place
        for country, names in shown_with_region().items()
        for name in names
        if (place := region(country, name)) is not None
    ]
    return {key(place.name): place for place in sorted(rows, key=lambda one: one.population)}
