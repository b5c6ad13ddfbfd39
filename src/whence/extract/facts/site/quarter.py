"""The street, building or quarter of the incident, and the city whose quarter a town is."""

from collections.abc import Sequence

from whence.extract.events import event_words
from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import is_placed
from whence.extract.facts.site.likeliest import is_quarter, name_of
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.matching import tokens_before
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.quarters import cities_with
from whence.extract.place.regions import shown_with_region
from whence.extract.place.words import words
from whence.extract.prose import Token

_DYING = 10
"""Tokens before a hospital within which somebody's death is told."""
_LOCATIVE = 7
"""Tokens before a quarter within which a preposition places a building in it."""
_OWN = frozenset({"force", "told"})
"""How a text tells of a town that has police of its own, or is called one."""
_RULING = _OWN | {"dateline", "stated"}
"""The same, where a report may only have been written there."""
_WELL_KNOWN = 1_000_000
"""People from which a city is meant by its name alone, whatever police a text names."""
_QUARTER = 2.0
"""Weight from which a street, building or quarter is the incident's."""


def town_of(area: Weighed, rows: Sequence[Weighed], called: frozenset[str]) -> Weighed | None:
    """Return the city whose quarter a town of the gazetteer is: its police or the page's dateline.

    A gazetteer lists the quarters of a city as towns. The far larger city right beside it, which
    the text has at its head or by its police, is the town then; any that it names, where the text
    calls the town a quarter.
    """
    place = area.place
    told = name_of(area) in called
    own = {one.evidence for one in area.mentions} & _RULING if not told else set()
    stated = any(one.whole != one.span for one in area.mentions)
    if place is None or place.kind != "city" or own - {"dateline"}:
        return None
    if own and (stated or place.population <= 0):
        return None
    for one in rows:
        if one.place is not None and one.place.kind == "city" and one is not area:
            rules = {mention.evidence for mention in one.mentions} & (_OWN if own else _RULING)
            beyond = _is_namesake(area, one) or _has_quarter(one.place, area)
            if (told or rules) and (beyond or is_quarter(place, one.place)):
                return one
    return None


def _is_namesake(area: Weighed, city: Weighed) -> bool:
    """Tell whether a town far from a city whose police act is only a quarter's namesake.

    "HARROW - Chicago police were called": of which Harrow the text does not say.
    """
    if area.place is None or city.place is None or _is_settled(area, area.place):
        return False
    same = (area.place.country, area.place.region) == (city.place.country, city.place.region)
    return not same and any(one.evidence == "force" for one in city.mentions)


def as_quarter(area: Weighed, city: Weighed) -> Located | None:
    """Return a town's name as that of a quarter of a city; None where it is foremost elsewhere.

    Of Austin nothing but its name speaks for Texas, and nothing but the police for Chicago.
    """
    if area.place is None or city.place is None or is_quarter(area.place, city.place):
        return area.best
    foremost = any(one.namesake == "foremost" for one in area.mentions)
    return area.best if not foremost or _has_quarter(city.place, area) else None


def _is_settled(area: Weighed, place: Place) -> bool:
    """Tell whether a text says which place of a name it means, or the place is known everywhere."""
    known = {one.namesake for one in area.mentions}
    if "stated" in known or "foremost" not in known:
        return "stated" in known
    return place.population >= _WELL_KNOWN or place.country not in shown_with_region()


def _has_quarter(city: Place, area: Weighed) -> bool:
    """Tell whether a city is known to have a quarter of a town's name, which nothing places.

    "Police: Teen shot in Ash Heights", says a report of Chicago, and no state of an Ash Heights.
    """
    open_ = all(mention.namesake != "stated" for mention in area.mentions)
    return open_ and city in cities_with(area.best.name)


def within(told: Weighed, city: Weighed) -> Located | None:
    """Return the quarter of a city that a text says most of: it is told with the city."""
    if told.place is None or city.place is None or told.place.kind != "city":
        return None
    return told.best if is_quarter(told.place, city.place) else None


def beside_it(city: Weighed, rows: Sequence[Weighed]) -> Located | None:
    """Return the quarter of a city that has much behind it and nothing of a town's own."""
    for one in rows:
        heavy = one is not city and one.is_town and one.weight >= _QUARTER
        if heavy and not any(_rules(mention) for mention in one.mentions):
            found = within(one, city)
            if found is not None:
                return found
    return None


def _rules(mention: Located) -> bool:
    return mention.evidence in _RULING


def named_quarter(context: Context, places: Sequence[Located]) -> Located | None:
    """Return the street, building or quarter of the incident, where one is named well enough."""
    named = [
        (_facility_weight(context, one), one) for one in places if one.facility and not one.common
    ]
    good = [row for row in named if row[0] >= _QUARTER]
    if good:
        return min(good, key=lambda row: (-row[0], row[1].span.start))[1]
    if any(_facility_weight(context, one) > 0 for one in places if one.common):
        return _quarter_of_building(context, places)
    return None


def _facility_weight(context: Context, one: Located) -> float:
    sentence = context.prose.sentences[context.sentence(one.span.start)]
    if context.scopes.at(one.span.start) == "other" or not is_placed(sentence, one):
        return 0.0
    return 0.0 if _died_there(sentence.tokens, one) else mention_weight(context, one)


def _died_there(tokens: tuple[Token, ...], one: Located) -> bool:
    """Tell whether it is a hospital in which somebody died or lies, and nothing else happened."""
    if not one.name.casefold().endswith(words().treating):
        return False
    before = [token.lower for token in tokens_before(tokens, one.span.start, _DYING)]
    if not event_words().incident_nouns.isdisjoint(before[-3:]):
        return False  # "six died in a shooting at Reed Hospital"
    return not words().dying.isdisjoint(before)


def _quarter_of_building(context: Context, places: Sequence[Located]) -> Located | None:
    """Return the quarter that "the residence in the ... Zone" puts the building attacked in.

    Where a building stands does not depend on what else the sentence tells.
    """
    for one in places:
        if not one.facility or one.common:
            continue
        sentence = context.prose.sentences[context.sentence(one.span.start)]
        before = [t.lower for t in tokens_before(sentence.tokens, one.span.start, _LOCATIVE)]
        strong = [i for i, word in enumerate(before) if word in {"in", "inside", "within"}]
        if strong and any(w in words().common_heads for w in before[max(0, strong[-1] - 1) :]):
            return one
    return None
