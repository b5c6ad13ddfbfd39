"""Which of the towns and counties of a text is likeliest the incident's: a learned choice.

A conditional logit (McFadden 1974) over what the words say of each (``placing``) and how they lie
to each other: a quarter in its city, a town in its county. Its weights are learned
(``likeliest.yaml``).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import log, log1p, log10
from pathlib import Path

import msgspec

from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import (
    is_around,
    is_district,
    is_near,
    is_placed,
    tells,
)
from whence.extract.facts.site.leading import heads, titled, without_asides
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.context import within
from whence.extract.place.gazetteer import is_capital_city
from whence.extract.place.names import Evidence
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.extract.prose import Sentence
from whence.model.location import kilometres

_LEAST = 0.3
"""Weight from which a town or county is a candidate at all."""
_TIMES = 8
"""How many times a city has the people of its quarter."""
_BESIDE_KM = 15.0
"""Distance from a city's middle up to which a place is its quarter."""
_BEHIND = 6
"""Code points between a street or building and the town behind it ("Mill Road in Harrow")."""
_ASIDE = 60
"""Code points before "near Harrow" within which it is told in what town something is."""
_TOLD = 2.5
"""Weight from which the event is told in a county."""
_IN_PASSING: frozenset[Evidence] = frozenset({"located", "stated", "plain", "possessive", "part"})
"""How a text tells of a town that it neither was written in nor has police of its own."""
_HEAVIER = 2.0
"""How many times the weight of a town outside it such a county has that no such town is chosen."""
_LARGE = 250_000
"""People from which a city is a large one."""
_SMALL = 1000
"""People that every town is given, so that few and unknown weigh alike."""


@cache
def weights() -> Mapping[str, float]:
    """Return the learned weights (nats) by feature."""
    text = Path(__file__).with_name("likeliest.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, float])


def likeliest(
    context: Context, rows: Sequence[Weighed], places: Sequence[Located]
) -> Weighed | None:
    """Return the town or county that is likeliest the incident's; None without a candidate."""
    found = candidates(rows)
    found = [one for one in found if not _is_desk(context, one, found)]
    found = [one for one in found if not _is_aside(context, one, found)]
    told = [
        row for row in found if row.is_town and any(_is_where(context, m) for m in row.mentions)
    ]
    found = [one for one in found if not _is_written(context, one, told)]
    found = [one for one in found if not _is_outside(context, one, found)]
    villages = [one for one in found if _is_village(context, one)]
    found = [one for one in found if not any(_is_larger(context, one, two) for two in villages)]
    named = titled(context, found)
    if named is not None:
        return named
    found = without_asides(context, found)
    table = weights()

    def weigh(one: Weighed) -> float:
        seen = features(context, one, found, places)
        return sum(table.get(name, 0.0) * value for name, value in seen.items())

    return max(found, key=lambda one: (round(weigh(one), 9), one.weight), default=None)


def _is_desk(context: Context, one: Weighed, every: Sequence[Weighed]) -> bool:
    """Tell whether a capital is only where a report was written that puts the event elsewhere.

    What happens in a country is news from its capital: "BAGHDAD - Gunmen attacked a camp in Mosul".
    """
    if one.place is None or not is_capital_city(one.place):
        return False
    if {mention.evidence for mention in one.mentions} != {"dateline"}:
        return False
    return any(
        other.is_town
        and other.weight >= one.weight
        and not (other.place is not None and is_quarter(other.place, one.place))
        and any(is_placed(_sentence(context, mention), mention) for mention in other.mentions)
        for other in every
        if other is not one
    )


def _is_village(context: Context, one: Weighed) -> bool:
    """Tell whether the event is told in a place that a text itself says to be one."""
    told = [mention for mention in one.mentions if mention.evidence == "told"]
    told = [mention for mention in told if not is_district(_sentence(context, mention), mention)]
    return bool(told) and one.place is None and one.weight >= _TOLD


def _is_larger(context: Context, one: Weighed, village: Weighed) -> bool:
    """Tell whether a town that is told beside a village is the one that it lies at.

    "Ten were killed in the village of Quellamar": in Harrow, says the title.
    """
    if not one.is_town or one.place is None or one.country in words().local_heads:
        return False
    mine, theirs = (mention_weight(context, row.best) for row in (one, village))
    return mine < _HEAVIER * theirs


def _is_written(context: Context, one: Weighed, told: Sequence[Weighed]) -> bool:
    """Tell whether a report was only written in a town, and says that it happened in another.

    "HARROW - A Harrow man shot himself. It happened on Mill Road in Elmford."
    """
    heavy = [m for m in one.mentions if mention_weight(context, m) > 0]
    if not one.is_town or all(m.evidence != "dateline" for m in heavy):
        return False
    if _is_ruled(one) or any(is_placed(_sentence(context, m), m) for m in heavy):
        return False
    return any(other is not one and not _is_quarter_of(other, one) for other in told)


def _is_outside(context: Context, one: Weighed, every: Sequence[Weighed]) -> bool:
    """Tell whether a town lies in none of the counties told, one of which has far more weight.

    "A boy was shot in Conejos County", and the family is from Albuquerque.
    """
    counties = [row for row in every if _is_county(row) and row.weight >= _TOLD]
    counties = [row for row in counties if any(m.settled for m in row.mentions)]
    if not one.is_town or one.place is None or not counties:
        return False
    beyond = (one.place.country, one.place.region) not in {_region(row) for row in counties}
    if not one.place.county and not (one.place.region and beyond):
        return False
    if not _IN_PASSING.issuperset(mention.evidence for mention in one.mentions):
        return False
    if any(row.place is not None and within(row.place, one.place) for row in counties):
        return False
    far = any(row.weight >= _HEAVIER * one.weight for row in counties)
    return far and not any(tells(_sentence(context, m), m) for m in one.mentions)


def _region(one: Weighed) -> tuple[str, str]:
    return (one.place.country, one.place.region) if one.place is not None else ("", "")


def _is_quarter_of(one: Weighed, city: Weighed) -> bool:
    return one.place is not None and city.place is not None and is_quarter(one.place, city.place)


def _is_where(context: Context, mention: Located) -> bool:
    """Tell whether a sentence says that the incident "happened in" a place."""
    sentence = _sentence(context, mention)
    if context.scopes.at(mention.span.start) == "other" or not mention_weight(context, mention):
        return False
    told = not words().occurring.isdisjoint(token.lower for token in sentence.tokens)
    return told and is_placed(sentence, mention) and not is_near(sentence, mention)


def _is_aside(context: Context, one: Weighed, every: Sequence[Weighed]) -> bool:
    """Tell whether a town only says where another lies: "at a home in Elmford, near Harrow"."""
    around = [m for m in one.mentions if is_around(_sentence(context, m), m)]
    placed = [m for m in one.mentions if m not in around and is_placed(_sentence(context, m), m)]
    if not placed:
        return bool(around) and len(every) > 1
    if not all(is_near(_sentence(context, m), m) for m in placed):
        return False
    if around:
        return len(every) > 1
    before = [(m.span.start - _ASIDE, m.span.start) for m in placed]
    return any(
        other.is_town
        and other is not one
        and any(
            first <= m.span.start < last
            and is_placed(_sentence(context, m), m)
            and not is_near(_sentence(context, m), m)
            for m in other.mentions
            for first, last in before
        )
        for other in every
    )


def candidates(rows: Sequence[Weighed]) -> list[Weighed]:
    """Return the towns and counties to choose from, of the state in which the heaviest lies."""
    able = [one for one in rows if one.weight >= _LEAST and (one.is_town or _is_county(one))]
    if not able:
        return []
    first = max(able, key=lambda one: one.weight)
    return [one for one in able if None in (one.place, first.place) or one.country == first.country]


def features(
    context: Context, one: Weighed, every: Sequence[Weighed], places: Sequence[Located]
) -> dict[str, float]:
    """Return what speaks for and against a candidate among ``every``, by feature.

    ``places`` are all mentions of the text: a street or building named beside a town tells too.
    """
    return {
        **_weighty(context, one, every),
        **_worded(context, one, places),
        **_standing(one, every, places),
        **(_lying(one.place, one, every) if one.place is not None else {}),
    }


def _weighty(context: Context, one: Weighed, every: Sequence[Weighed]) -> dict[str, float]:
    town = one.place is not None and one.is_town
    people = max(one.place.population, 0) if one.place is not None else 0
    return {
        "weight": log(one.weight),
        "share of weight": one.weight / max(other.weight for other in every),
        "best mention": mention_weight(context, one.best),
        "mentions": log1p(len(one.mentions)),
        "county": float(_is_county(one)),
        "people": log10((people + _SMALL) / _SMALL) if town else 0.0,
        "unlisted": float(one.place is None or one.place.population < 0),
        "settled": float(any(mention.settled for mention in one.mentions)),
    }


def _worded(context: Context, one: Weighed, places: Sequence[Located]) -> dict[str, float]:
    evidence = {mention.evidence for mention in one.mentions}
    here = {context.sentence(mention.span.start) for mention in one.mentions}
    sites = {
        context.sentence(site.span.start) for site in places if site.facility and not site.common
    }
    found = {
        name: float(name in evidence)
        for name in ("dateline", "force", "told", "stated", "located", "possessive")
    }
    return {
        **found,
        "dateline alone": float(evidence == {"dateline"}),
        "force alone": float(evidence == {"force"}),
        "titled": float(any(heads(context, mention) for mention in one.mentions)),
        "near": float(any(_near(context, mention) for mention in one.mentions)),
        "beside a site": float(bool(here & sites)),
    }


def _standing(
    one: Weighed, every: Sequence[Weighed], places: Sequence[Located]
) -> dict[str, float]:
    """Return where a place stands in the text: first, behind a street, as somebody's home."""
    starts = [min(mention.span.start for mention in row.mentions) for row in every]
    mine = min(mention.span.start for mention in one.mentions)
    sites = [site.span.end for site in places if site.facility and not site.common]
    return {
        "first named": float(mine == min(starts)),
        "behind a site": float(
            any(
                0 <= mention.span.start - end <= _BEHIND
                for mention in one.mentions
                for end in sites
            )
        ),
        "called a quarter": float(name_of(one) in quarters(places)),
    }


def name_of(one: Weighed) -> str:
    """Return the name of a place itself as it is compared."""
    return key(one.place.name if one.place is not None else one.best.value)


def quarters(places: Sequence[Located]) -> frozenset[str]:
    """Return the names that the text says to be parts of a town ("the X neighborhood")."""
    return frozenset(key(one.name) for one in places if one.evidence == "quarter")


def _sentence(context: Context, one: Located) -> Sentence:
    return context.prose.sentences[context.sentence(one.span.start)]


def _near(context: Context, mention: Located) -> bool:
    sentence = _sentence(context, mention)
    return is_placed(sentence, mention) and is_near(sentence, mention)


def _lying(place: Place, one: Weighed, every: Sequence[Weighed]) -> dict[str, float]:
    """Return how a place lies to the others: in a county, a quarter of a city, around a quarter."""
    others = [
        (other, other.place) for other in every if other is not one and other.place is not None
    ]
    ruled = {wide.region for o, wide in others if _is_ruled(o)}
    beyond = bool(ruled) and place.region not in ruled and not _is_ruled(one)
    found = {
        "county named": float(any(_is_county(o) and within(wide, place) for o, wide in others)),
        "beyond the police": float(beyond),
    }
    if not one.is_town:
        return found
    around = [(o, city) for o, city in others if o.is_town and is_quarter(place, city)]
    within_it = [o for o, quarter in others if o.is_town and is_quarter(quarter, place)]
    return {
        **found,
        "quarter": float(bool(around)),
        "quarter of a large city": float(any(c.population > _LARGE for _, c in around)),
        "quarter of a ruled city": float(any(_is_ruled(o) for o, _ in around)),
        "around a quarter": float(bool(within_it)),
        "around a heavier quarter": float(any(o.weight > one.weight for o in within_it)),
    }


def is_quarter(place: Place, city: Place) -> bool:
    """Tell whether a place lies right beside a far larger city, whose quarter it may be.

    Over the bounds of its region a city has no quarters.
    """
    larger = city.population > _TIMES * max(place.population, 1)
    same = (place.country, place.region) == (city.country, city.region)
    return larger and same and kilometres(city, place) <= _BESIDE_KM


def _is_ruled(one: Weighed) -> bool:
    """Tell whether the text names the police of a place, or says what the place is."""
    return any(mention.evidence in ("force", "told") for mention in one.mentions)


def _is_county(one: Weighed) -> bool:
    return one.place is not None and one.place.kind == "county"
