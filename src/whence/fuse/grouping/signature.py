"""What one report is compared by: rare words, names, days, place, toll and kind."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log, sqrt
from sys import intern

from whence.fuse.grouping.rarity import rarity
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.report import Report
from whence.names.countries import of_the_land, state_name
from whence.names.spelling import fold, to_ascii, words

_WORDS = 700
"""Words of a text that are compared: what stands further down is background."""
_KEPT, _KEPT_OF_HEAD, _KEPT_NAMES = 60, 25, 40
"""Heaviest terms of a report, of its head, and rarest names that are kept: they bound memory."""
_COMMON = 2.0
"""Rarity (nats) under which a word tells nothing: it stands in one report of eight."""
_HARDLY_A_WORD = 5.0
"""Rarity (nats) from which a word is mostly a name, where capitals do not tell."""
_HEAD = 60
"""Words that count as title and lead."""
_CAPITALS = 0.6
"""Share of capitals among the letters from which a text has no case to tell names by."""
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+")
_TOLLS = ("killed", "wounded")
_DAYS = 30
"""Days named in a report that are kept."""
_SURE = 3
"""Hedge of a place that more than the head of a report names."""
_AREAS = frozenset({"region", "country"})
"""Precisions of a place within which there are many towns."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A report as it is compared. Weights are of unit length; days are ordinals, None unknown.

    ``keys`` are the heaviest terms, by which the report is looked up. ``weights``, ``head`` and
    ``names`` leave out what names towns, regions and states (``where``): two events in one town
    share those. ``speakers`` are the names in who is quoted: police and mayors of a town speak of
    all that happens there.
    ``day`` is the first and last possible day of the incident as the report gives it, ``told`` the
    single days that it names but for that on which it came out, when people speak of anything.
    ``place`` are the folded names of its place, the narrowest first, ``sure`` whether it is told as
    the incident's town, ``region`` its state and first-order region ("" where unknown), ``point``
    its degrees north and east. ``toll`` are the counts killed and wounded, None where none is told.
    """

    document_id: str
    published: int | None
    outlet: str
    keys: tuple[str, ...]
    weights: Mapping[str, float]
    head: Mapping[str, float]
    names: frozenset[str]
    speakers: frozenset[str]
    where: frozenset[str]
    day: tuple[int, int] | None
    told: frozenset[int]
    place: tuple[str, ...]
    sure: bool
    region: tuple[str, str]
    point: tuple[float, float] | None
    toll: tuple[int | None, int | None]
    kind: str | None


def signature(document: Document, report: Report) -> Signature:
    """Return what a report is compared by. Linear in the document's length."""
    plain = [word for line in document.text.splitlines() for word in words(line)][:_WORDS]
    own = [fact for fact in report.facts if fact.scope == "incident"]
    place = _first(own, "place")
    where = _where(report, place)
    speakers = _speakers(report) - where
    shared = where | speakers
    out = _days(document.published or "")[0]
    at = place.location if place is not None else None
    return Signature(
        document_id=document.id,
        published=out,
        outlet=fold(document.outlet or ""),
        keys=tuple(_weights(plain, _KEPT)),
        weights=_weights((word for word in plain if word not in shared), _KEPT),
        head=_weights((word for word in plain[:_HEAD] if word not in shared), _KEPT_OF_HEAD),
        names=_names(document.text, plain) - shared,
        speakers=speakers,
        where=where,
        day=_day(own),
        told=_told(report) - {out},
        place=tuple(dict.fromkeys(map(intern, _parts(place)))),
        sure=_sure(place),
        region=(at.country, fold(at.region)) if at is not None else ("", ""),
        point=(at.latitude, at.longitude) if at is not None and _sure(place) else None,
        toll=(_toll(own, _TOLLS[0]), _toll(own, _TOLLS[1])),
        kind=report.incident_kind,
    )


def _where(report: Report, place: Fact | None) -> frozenset[str]:
    """Return the words of the towns, regions and states that a report names.

    A site in a town ("the northern market") is none of them: it tells one event from another.
    """
    named = [one.value for one in report.mentions if one.kind == "place" and "," in one.value]
    named += _parts(place)
    at = place.location if place is not None else None
    if at is not None:
        named += [at.region, at.county]
    lands = {value.rpartition(",")[2].strip() for value in named}
    if at is not None:
        lands.add(state_name(at.country) if at.country else "")
    named += [name for land in lands if land for name in of_the_land(land)]
    return frozenset(intern(word) for name in named for word in words(name))


def _speakers(report: Report) -> frozenset[str]:
    """Return the folded words of the names of the persons who are quoted."""
    said = {chain.origin.who for chain in report.chains if chain.origin.kind == "person"}
    named = {
        word for who in said for name in _CAPITAL.findall(to_ascii(who)) for word in words(name)
    }
    return frozenset(intern(word) for word in named if rarity(word) > _COMMON)


def _told(report: Report) -> frozenset[int]:
    """Return the single days that a report names."""
    spans = {_days(one.value) for one in report.mentions if one.kind == "date" and one.value}
    single = {first for first, last in spans if first is not None and first == last}
    return frozenset(sorted(single)[-_DAYS:])


def _sure(place: Fact | None) -> bool:
    """Tell whether a report's own words put the incident into a town."""
    if place is None or place.hedge < _SURE:
        return False
    return place.location is None or place.location.precision not in _AREAS


def _weights(plain: Iterable[str], most: int) -> dict[str, float]:
    """Return damped term frequency times rarity (Salton and Buckley 1988), of unit length."""
    counted = Counter(plain)
    told = {word: rarity(word) for word in counted}
    every = {
        word: (1 + log(number)) * told[word]
        for word, number in counted.items()
        if told[word] > _COMMON
    }
    kept = sorted(every, key=lambda word: (-every[word], word))[:most]
    length = sqrt(sum(every[word] ** 2 for word in kept)) or 1.0
    return {intern(word): every[word] / length for word in kept}


def _names(text: str, plain: Iterable[str]) -> frozenset[str]:
    """Return the folded words that stand with a capital inside a sentence.

    Where all is in capitals, or nothing is, the rarest words are taken for names.
    """
    capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if 0 < capitals <= _CAPITALS * (capitals + small):
        named = {word for name in _NAME.findall(to_ascii(text)) for word in words(name)}
        known = [word for word in named if rarity(word) > _COMMON]
    else:
        known = [word for word in set(plain) if rarity(word) > _HARDLY_A_WORD]
    ranked = sorted(known, key=lambda word: (-rarity(word), word))
    return frozenset(map(intern, ranked[:_KEPT_NAMES]))


def _first(facts: Iterable[Fact], slot: str) -> Fact | None:
    return next((fact for fact in facts if fact.slot == slot), None)


def _parts(place: Fact | None) -> list[str]:
    """Return the folded names of a place, the narrowest first, but for its region and state.

    Those are left where nothing narrower is told.
    """
    if place is None:
        return []
    resolved = [place.location.name] if place.location is not None else []
    parts = [fold(part) for part in (*place.value.split(","), *resolved) if fold(part)]
    at = place.location
    if at is None:
        return parts
    wide = {fold(at.region), fold(state_name(at.country) if at.country else "")}
    return [part for part in parts if part not in wide] or parts


def _toll(facts: Iterable[Fact], slot: str) -> int | None:
    """Return the highest count that a report gives: a later toll is seldom lower."""
    given = [
        fact.quantity.best
        for fact in facts
        if fact.slot == slot and fact.quantity is not None and fact.quantity.best is not None
    ]
    return max(given, default=None)


def _day(facts: Iterable[Fact]) -> tuple[int, int] | None:
    fact = _first(facts, "date")
    first, last = _days(fact.value) if fact is not None else (None, None)
    return None if first is None or last is None else (first, last)


@cache
def _days(iso: str) -> tuple[int | None, int | None]:
    """Return the first and last day (ordinals) of an ISO prefix or interval."""
    start, _, end = iso.partition("/")
    bounds = (_bound(start, first=True), _bound(end or start, first=False))
    return bounds if None not in bounds else (None, None)


def _bound(iso: str, first: bool) -> int | None:
    parts = [int(part) for part in iso[:10].split("-") if part.isdigit()]
    try:
        if len(parts) == 3:
            return date(*parts).toordinal()
        if first:
            return date(*(*parts, 1, 1)[:3]).toordinal() if parts else None
        if len(parts) == 2:
            year, month = (parts[0], parts[1] + 1) if parts[1] < 12 else (parts[0] + 1, 1)
            return date(year, month, 1).toordinal() - 1
        return date(parts[0], 12, 31).toordinal() if parts else None
    except ValueError:
        return None
