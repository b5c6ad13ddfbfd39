"""What lies around a place that no gazetteer has: the region beside it, or the text's country."""

import re
from collections import defaultdict
from collections.abc import Sequence

from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import is_district
from whence.extract.facts.site.placing import Weighed
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import demonyms, is_capital_city
from whence.extract.place.names import Evidence
from whence.extract.place.regions import region
from whence.extract.place.spelling import fold
from whence.extract.place.words import bare, is_capital, words
from whence.extract.prose import Sentence
from whence.model.location import Location
from whence.names.countries import land

_IN = re.compile(r",? (?:in|at) |, ")
_OF = re.compile(r" \w{1,20} (?:of|in) ")
"""What stands between a site and the town that it is in, and between a district and its town."""
_BEHIND = 14
"""Tokens behind a name within which it is told what it lies in ("in the Muq district of Dorsk")."""
_AHEAD = 2.0
"""How many times the weight of another land a text's land has."""
_TOLD = 0.5
"""Weight of what is told of a land from which a text is about it."""
_PEOPLE = 5
"""Tokens before a name within which its people are named ("the Selvan border village of")."""
_ACTING: frozenset[Evidence] = frozenset({"plain", "possessive"})
_LINKS = frozenset({",", "the", "of", "and", "'s", "’s"})


def around(context: Context, area: Weighed, rows: Sequence[Weighed]) -> Location | None:
    """Return the point of what an unlisted place lies in; None where the text leaves that open.

    The point is a region's or a state's and never more than that.
    """
    told = [other for row in rows for other in row.mentions if other.place is not None]
    for mention in area.mentions:
        code = _people(context, mention)
        if code is not None:
            return land(code)
        beside = _beside(context, mention, told)
        if beside is not None:
            wide = region(beside.country, beside.region)
            return _point(wide) if wide is not None else land(beside.country)
    country = _country(rows) or _only_land(context, rows)
    return land(country) if country else None


def holder(context: Context, area: Weighed, rows: Sequence[Weighed]) -> Weighed | None:
    """Return the town that an unlisted site or district is told to be in; None without one.

    "The Quella base in Soria", "the Quella district of Soria"; a district of which no more is told
    than of a town in which something was lies in that town.
    """
    if area.place is not None:
        return None
    towns = [row for row in rows if row.is_town and row is not area]
    starts = {one.span.start: row for row in towns for one in row.mentions}
    districts = [m for m in area.mentions if is_district(_sentence(context, m), m)]
    for mention in area.mentions:
        site = mention.whole.end != mention.span.end
        joined = _IN if site else _OF if mention in districts else None
        gap = joined.match(context.prose.text, mention.whole.end) if joined is not None else None
        if gap is not None and gap.end() in starts:
            return starts[gap.end()]
    able = [row for row in towns if row.place is not None and row.weight >= area.weight]
    able = [row for row in able if any(m.evidence == "located" for m in row.mentions)]
    return able[0] if districts and able else None


def _sentence(context: Context, mention: Located) -> Sentence:
    return context.prose.sentences[context.sentence(mention.span.start)]


def _beside(context: Context, mention: Located, told: Sequence[Located]) -> Place | None:
    """Return the region, county or town that a name is told to be in, or near to."""
    sentence = _sentence(context, mention)
    after = tokens_after(sentence.tokens, mention.whole.end, _BEHIND)
    starts = {other.span.start: other.place for other in told}
    parts = words().quarters | words().region_nouns | words().villages | words().waters
    linking = _LINKS | words().strong | words().directions | parts
    if not after or after[0].lower not in {",", "and", *words().strong}:
        return None
    calls = any(token.text in words().settlements | words().villages for token in after)
    for token in after:
        place = starts.get(token.start)
        if place is not None and place.kind != "country":
            return place
        said = token.lower in linking or (calls and token.text.isalpha())
        if place is None and not said and not is_capital(token):
            return None
    return None


def _people(context: Context, mention: Located) -> str | None:
    """Return the ISO code of the people whose village a place is: "the Selvan village of"."""
    before = tokens_before(_sentence(context, mention).tokens, mention.span.start, _PEOPLE)
    said = [token.lower for token in before]
    if said[-1:] != ["of"] or words().settlements.isdisjoint(said[-2:]):
        return None
    named = (demonyms().get(fold(bare(one))) for one in reversed(before) if is_capital(one))
    return next(named, None)


def _country(rows: Sequence[Weighed]) -> str:
    """Return the ISO code of the land that a text is about, far ahead of others; else "".

    Where the report was written says nothing of it, nor does a state that only acts, is blamed or
    speaks.
    """
    weights: dict[str, float] = defaultdict(float)
    for row in rows:
        acts = row.place is not None and row.place.kind == "country"
        if acts and _ACTING.issuperset(one.evidence for one in row.mentions):
            continue
        if row.country and all(one.evidence != "dateline" for one in row.mentions):
            weights[row.country] += row.weight
    ranked = sorted(weights, key=lambda code: (-weights[code], code))
    if len(ranked) > 1 and weights[ranked[0]] < _AHEAD * weights[ranked[1]]:
        return ""
    return ranked[0] if ranked and weights[ranked[0]] >= _TOLD else ""


def _only_land(context: Context, rows: Sequence[Weighed]) -> str:
    """Return the ISO code of the land in which all places lie that a text names; else "".

    A capital at the head of a report may be one abroad, and no land alone is told where a people
    of another is.
    """
    lands = {row.country for row in rows if row.country}
    told = [
        one
        for row in rows
        if row.place is not None and not is_capital_city(row.place)
        for one in row.mentions
    ]
    acts = all(
        row.place is None or row.place.kind == "country" or is_capital_city(row.place)
        for row in rows
    )
    if len(lands) != 1 or not told or (acts and not lands.issuperset(_peoples(context))):
        return ""
    return next(iter(lands))


def _peoples(context: Context) -> set[str]:
    """Return the ISO codes of the peoples that a text names."""
    return {
        demonyms()[word]
        for sentence in context.prose.sentences
        for token in sentence.tokens
        if is_capital(token) and (word := fold(bare(token))) in demonyms()
    }


def _point(place: Place) -> Location:
    return Location(
        latitude=place.latitude,
        longitude=place.longitude,
        precision="region",
        name=place.region,
        region=place.region,
        country=place.country,
    )
