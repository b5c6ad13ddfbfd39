"""What lies around a place that no gazetteer has: the region beside it, or the text's country."""

from collections import defaultdict
from collections.abc import Sequence

from whence.extract.facts.build import Context
from whence.extract.facts.site.placing import Weighed
from whence.extract.matching import tokens_after
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import capital_of, country_names
from whence.extract.place.regions import region
from whence.extract.place.words import is_capital, words
from whence.model.location import Location

_BEHIND = 8
"""Tokens behind a name within which it is told what it lies in ("in the Muq district of Dorsk")."""
_AHEAD = 2.0
"""How many times the weight of another land a text's land has."""
_TOLD = 0.5
"""Weight of what is told of a land from which a text is about it."""
_LINKS = frozenset({",", "the", "of", "'s", "’s"})


def around(context: Context, area: Weighed, rows: Sequence[Weighed]) -> Location | None:
    """Return the point of what an unlisted place lies in; None where the text leaves that open.

    The point is a region's or a state's and never more than that.
    """
    told = [other for row in rows for other in row.mentions if other.place is not None]
    for mention in area.mentions:
        beside = _beside(context, mention, told)
        if beside is not None:
            wide = region(beside.country, beside.region)
            return _point(wide) if wide is not None else _state(beside.country)
    country = _country(rows)
    return _state(country) if country else None


def _beside(context: Context, mention: Located, told: Sequence[Located]) -> Place | None:
    """Return the region, county or town that a name is told to be in, or near to."""
    sentence = context.prose.sentences[context.sentence(mention.span.start)]
    after = tokens_after(sentence.tokens, mention.whole.end, _BEHIND)
    starts = {other.span.start: other.place for other in told}
    parts = words().quarters | words().region_nouns | words().villages | words().waters
    linking = _LINKS | words().strong | words().directions | parts
    if not after or after[0].lower not in {",", *words().strong}:
        return None
    for token in after:
        place = starts.get(token.start)
        if place is not None and place.kind != "country":
            return place
        if place is None and token.lower not in linking and not is_capital(token):
            return None
    return None


def _country(rows: Sequence[Weighed]) -> str:
    """Return the ISO code of the land that a text is about, far ahead of others; else "".

    Where the report was written says nothing of it.
    """
    weights: dict[str, float] = defaultdict(float)
    for row in rows:
        if row.country and all(one.evidence != "dateline" for one in row.mentions):
            weights[row.country] += row.weight
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    if len(ranked) > 1 and weights[ranked[0]] < _AHEAD * weights[ranked[1]]:
        return ""
    return ranked[0] if ranked and weights[ranked[0]] >= _TOLD else ""


def _point(place: Place) -> Location:
    return Location(
        latitude=place.latitude,
        longitude=place.longitude,
        precision="region",
        name=place.region,
        region=place.region,
        country=place.country,
    )


def _state(code: str) -> Location | None:
    seat, name = capital_of(code), country_names().get(code)
    if seat is None or name is None:
        return None
    return Location(
        latitude=seat.latitude,
        longitude=seat.longitude,
        precision="country",
        name=name,
        country=code,
    )
