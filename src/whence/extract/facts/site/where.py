"""Where the incident was: chosen apart from the places merely mentioned."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.extract.events import event_words
from whence.extract.facts.build import Context, Draft
from whence.extract.facts.site.around import holder
from whence.extract.facts.site.beside import acts, is_near, is_placed, stays
from whence.extract.facts.site.desks import is_only_headed, puts_there, without_desks
from whence.extract.facts.site.likeliest import is_quarter, likeliest, name_of, quarters
from whence.extract.facts.site.placing import Weighed, mention_weight, weighed
from whence.extract.facts.site.sea import at_sea
from whence.extract.facts.site.told import told_place
from whence.extract.facts.site.within import OWN, QUARTER, RULING, beside_it, borough, within
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.gazetteer import is_capital_city, lookup
from whence.extract.place.quarters import cities_with, city_with
from whence.extract.place.regions import shown_with_region
from whence.extract.place.spelling import key
from whence.extract.place.words import words
from whence.extract.prose import Token

_NEXT = re.compile(r",?\s{1,3}(?:(?:in|near|outside)\s{1,3})?")
"""What stands between a building and its town."""
_DYING = 10
"""Tokens before a hospital within which somebody's death is told."""
_LOCATIVE = 7
"""Tokens before a quarter within which a preposition places a building in it."""
_LEAST = {"city": 1.5, "county": 1.5, "region": 2.5, "country": 2.5}
"""Weight from which a place of a kind is the incident's."""
_CHOSEN = frozenset({"city", "county"})
"""Kinds of places among which the likeliest is chosen."""
_WELL_KNOWN = 1_000_000
"""People from which a city is meant by its name alone, whatever police a text names."""
_ONLY = 0.3
"""Weight from which the only town of a text is the incident's place."""
_LITTLE = 0.9
"""Weight from which the only town of the state that a text is about is the incident's place."""
_OFFICE = 4
"""Tokens behind "X's" within which an office is named."""
_PROBABLE = 2
"""Hedge at most of a town that only heads the report: on FactBank's scale, probable."""
_HEADED = "only the head of the report names it"


def where(context: Context, places: Sequence[Located]) -> tuple[Draft, ...]:
    """Return the incident's place: the best placed town, county or country, and its quarter.

    What befell a ship was off a coast.
    """
    sea = at_sea(context)
    return (sea,) if sea is not None else _on_land(context, places)


def _on_land(context: Context, places: Sequence[Located]) -> tuple[Draft, ...]:
    rows = without_desks(context, weighed(context, places))
    quarter = _quarter(context, places)
    area = _area(context, rows)
    if area is not None and _kind(area) in _CHOSEN:
        told, area = area, likeliest(context, rows, places) or area
        quarter = within(told, area) or beside_it(area, rows) or quarter
    if area is None and quarter is not None:
        area = likeliest(context, rows, places)
    quarter, area = _held(context, quarter, area, rows)
    area = None if _is_government(context, area) else area
    area = borough(quarter, area, rows) or area
    called = quarters(places)
    town = _town_of(area, rows, called) if area is not None else None
    if town is not None and area is not None:
        quarter, area = _as_quarter(area, town), town
    elif quarter is not None and area is not None:
        quarter = quarter if key(quarter.name) != name_of(area) else None
    if quarter is not None and area is not None and town is None:
        area = _abroad(context, quarter, area, rows) or area
    if quarter is not None and area is not None and _is_base_elsewhere(context, quarter, area):
        area = None
    if quarter is not None and area is not None and _of_elsewhere(context, quarter, area, places):
        quarter = None
    if area is None and quarter is not None:
        area = _around(quarter, rows)
    if area is None and quarter is None:
        return ()
    return (_as_sure(context, told_place(context, quarter, area, rows), quarter, area),)


def _held(
    context: Context, quarter: Located | None, area: Weighed | None, rows: Sequence[Weighed]
) -> tuple[Located | None, Weighed | None]:
    """Return site and town of a site or district that no gazetteer has, where it has a town."""
    town = holder(context, area, rows) if area is not None else None
    return (quarter, area) if area is None or town is None else (area.best, town)


def _as_sure(
    context: Context, draft: Draft, quarter: Located | None, area: Weighed | None
) -> Draft:
    """Return the place as probable where only the head of the report names it."""
    if area is None or quarter is not None or not is_only_headed(context, area):
        return draft
    note = f"{draft.note}, {_HEADED}" if draft.note else _HEADED
    return replace(draft, hedge=_PROBABLE, note=note)


def _around(quarter: Located, rows: Sequence[Weighed]) -> Weighed | None:
    """Return the one region of a text in which a city is known to have a quarter of the name."""
    wide = [one for one in rows if one.place is not None and one.place.kind == "region"]
    held = [one for one in wide if one.place and city_with(quarter.name, one.place) is not None]
    return held[0] if len(held) == 1 else None


def _is_government(context: Context, one: Weighed | None) -> bool:
    """Tell whether a capital only stands for who governs there ("Tehran likely ordered it")."""
    if one is None or one.place is None or not is_capital_city(one.place):
        return False
    others = [
        m
        for m in one.mentions
        if not (
            acts(context.prose.sentences[context.sentence(m.span.start)], m)
            or _has_office(context, m)
        )
    ]
    if any(m.evidence == "dateline" or puts_there(context, m) for m in others):
        return False
    return len(others) < len(one.mentions)


def _has_office(context: Context, mention: Located) -> bool:
    """Tell whether a name only says whose office speaks ("Nairobi's foreign ministry")."""
    if mention.evidence != "possessive":
        return False
    sentence = context.prose.sentences[context.sentence(mention.span.start)]
    after = [t.lower for t in tokens_after(sentence.tokens, mention.whole.end, _OFFICE)]
    return not words().offices.isdisjoint(after)


def _area(context: Context, rows: Sequence[Weighed]) -> Weighed | None:
    """Return the town that is told well enough; else the county; else the region or state.

    Only those of the state in which the heaviest place lies: a town elsewhere, however often it is
    named, is not where the incident was.
    """
    good = [one for one in rows if one.weight >= _LEAST[_kind(one)] and _is_put(context, one)]
    if not good:
        return _only(context, rows)
    first = good[0].place
    here = [one for one in good if None in (one.place, first) or one.country == good[0].country]
    towns = [one for one in here if _kind(one) == "city"]
    counties = [one for one in here if _kind(one) == "county"]
    best = (towns or counties or here)[0]
    return best if _kind(best) != "country" else _town_in(best, rows) or best


def _is_put(context: Context, one: Weighed) -> bool:
    """Tell whether something is put in a place; a state may only be one that acts, or is blamed."""
    return _kind(one) != "country" or any(puts_there(context, m) for m in one.mentions)


def _town_in(state: Weighed, rows: Sequence[Weighed]) -> Weighed | None:
    """Return the town of a state that the text says little of, but more than of any other there."""
    towns = [one for one in rows if one.is_town and one.country == state.country]
    if not towns or towns[0].weight < _LITTLE:
        return None
    return towns[0] if all(one.weight * 2 <= towns[0].weight for one in towns[1:]) else None


def _abroad(
    context: Context, quarter: Located, area: Weighed, rows: Sequence[Weighed]
) -> Weighed | None:
    """Return the place that a quarter is told beside, where that is in another state.

    A town beside it goes before a state ("the U.S.-led coalition"); where a report was written
    says nothing of what it tells. A base has the state that lies around the town by which it is
    called, where the text puts anything there ("Bagram Air Base").
    """
    here = context.sentence(quarter.span.start)
    for one in sorted(rows, key=lambda row: not row.is_town):
        beside = [m for m in one.mentions if context.sentence(m.span.start) == here]
        told = any(m.evidence != "dateline" for m in beside)
        told = told and (one.is_town or one.country == area.country or _puts_in(context, beside))
        if told and one.place is not None and area.place is not None:
            return one if one.country != area.country else None
    called = {place.country for place in _called_by(quarter)}
    if not called or area.country in called:
        return None
    there = (one for one in rows if one.country in called and _puts_in(context, one.mentions))
    return next(there, None)


def _is_base_elsewhere(context: Context, base: Located, area: Weighed) -> bool:
    """Tell whether a base is not in the place told, being called by a town of its own.

    That town is in other states only, or the base lies near the town told ("north of X").
    """
    called = _called_by(base)
    if not called or not base.facility:  # a site's town stands behind it
        return False
    if key(base.name).startswith(f"{name_of(area)} "):  # called by it, whatever its namesakes
        return False
    if area.country not in {place.country for place in called}:
        return True
    if not area.is_town or area.place in called:
        return False
    sentence = context.prose.sentences[context.sentence(base.span.start)]
    here = [m for m in area.mentions if sentence.start <= m.span.start < sentence.end]
    return bool(here) and all(is_near(sentence, mention) for mention in here)


def _of_elsewhere(
    context: Context, quarter: Located, area: Weighed, places: Sequence[Located]
) -> bool:
    """Tell whether a building has a town of its own right behind it, in another region.

    "The worst since the raid on Reed School in Salem, Oregon": no such school is in Harrow. Nor
    is one that is called by another large town, unless it is said to be ("Salem Prison").
    """
    own = [m.place for m in places if m.evidence == "part" and _is_in(m, quarter)]
    beside = context.prose.text[quarter.span.end : max(quarter.span.end, area.best.span.start)]
    if own and area.place is not None and not _NEXT.fullmatch(beside):
        return all(place is not None and not _is_around(place, area.place) for place in own)
    for one in places:
        between = context.prose.text[quarter.span.end : max(quarter.span.end, one.span.start)]
        if one is quarter or one.span.start < quarter.span.end or not _NEXT.fullmatch(between):
            continue
        mine, theirs = area.place, one.place
        if mine is not None and theirs is not None and theirs.kind != "country":
            return (mine.country, mine.region) != (theirs.country, theirs.region)
    return False


def _is_in(mention: Located, quarter: Located) -> bool:
    return quarter.span.start <= mention.span.start and mention.span.end <= quarter.span.end


def _is_around(place: Place, area: Place) -> bool:
    """Tell whether a place is the one told, or its region."""
    same = (place.country, place.region) == (area.country, area.region)
    return place == area or (same and place.kind != "city")


def _puts_in(context: Context, mentions: Sequence[Located]) -> bool:
    """Tell whether the text says that something was in a place ("in Kenya", no "Kenya-led")."""
    sentences = context.prose.sentences
    return any(is_placed(sentences[context.sentence(m.span.start)], m) for m in mentions)


def _called_by(base: Located) -> tuple[Place, ...]:
    """Return the towns by which a base or an airport may be called: the opening of its name."""
    named = base.name.split()
    last = {named[-1].casefold(), "".join(named[-2:]).casefold()}  # "Air Field" is an airfield
    if last.isdisjoint(words().called_by_towns):
        return ()
    found = (lookup(" ".join(named[:end])) for end in range(len(named) - 1, 0, -1))
    return next((places for places in found if places), ())


def _only_stays(context: Context, one: Weighed) -> bool:
    """Tell whether somebody was only held, or speaks, in a town abroad."""
    if one.country in words().local_heads:
        return False
    sentences = context.prose.sentences
    return all(stays(sentences[context.sentence(m.span.start)], m) for m in one.mentions)


def _only(context: Context, rows: Sequence[Weighed]) -> Weighed | None:
    """Return the one town that a text has, though it says little of it."""
    towns = [one for one in rows if one.is_town and not _only_stays(context, one)]
    if not towns or towns[0].weight < _ONLY:
        return None
    others = [one for one in rows[:2] if one is not towns[0] and one.weight * 2 > towns[0].weight]
    return towns[0] if not others else None


def _town_of(area: Weighed, rows: Sequence[Weighed], called: frozenset[str]) -> Weighed | None:
    """Return the city whose quarter a town of the gazetteer is: its police or the page's dateline.

    A gazetteer lists the quarters of a city as towns. The far larger city right beside it, which
    the text has at its head or by its police, is the town then; any that it names, where the text
    calls the town a quarter.
    """
    place = area.place
    told = name_of(area) in called
    own = {one.evidence for one in area.mentions} & RULING if not told else set()
    stated = any(one.whole != one.span for one in area.mentions)
    if place is None or place.kind != "city" or own - {"dateline"}:
        return None
    if own and (stated or place.population <= 0):
        return None
    for one in rows:
        if one.place is not None and one.place.kind == "city" and one is not area:
            rules = {mention.evidence for mention in one.mentions} & (OWN if own else RULING)
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


def _as_quarter(area: Weighed, city: Weighed) -> Located | None:
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


def _kind(one: Weighed) -> str:
    return one.place.kind if one.place is not None else "city"


def _quarter(context: Context, places: Sequence[Located]) -> Located | None:
    """Return the street, building or quarter of the incident, where one is named well enough."""
    named = [
        (_facility_weight(context, one), one) for one in places if one.facility and not one.common
    ]
    good = [row for row in named if row[0] >= QUARTER]
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
