"""How the incident's place is written as a value: its words, its point, what is known of both."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from whence.extract.events import event_words
from whence.extract.facts.build import Context, Draft
from whence.extract.facts.site.around import around
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.matching import tokens_before
from whence.extract.place import Located
from whence.extract.place.atlas import Place
from whence.extract.place.context import within
from whence.extract.place.gazetteer import country_names
from whence.extract.place.located import location, shown
from whence.extract.place.quarters import cities_with, city_around, city_with
from whence.extract.prose import Prose
from whence.model.location import NAMESAKES, Location, Namesake
from whence.model.span import Span

_BEFORE = 10
"""Tokens before a place within which the event in it is named."""
_BESIDE_CHARS = 40
"""Code points between quarter and town up to which one span shows both."""


def told_place(
    context: Context, quarter: Located | None, area: Weighed | None, rows: Sequence[Weighed]
) -> Draft:
    """Return the incident's place as it is told: street or quarter, town, the city around them.

    That city is the table's word unless it is among ``rows``, the places that the text mentions.
    """
    names: list[str] = []
    spans: list[Span] = []
    city = _city(quarter, area) if area is not None else None
    told = next((row for row in rows if city is not None and row.place == city), None)
    if quarter is not None:
        names.append(quarter.name)
        spans.append(quarter.span)
    if area is not None:
        best = _beside(context, quarter, area)
        if city is not None:
            names.extend((best.name, city.name) if area.is_town else (city.name,))
        else:
            names.append(_name(best, quarter))
        spans.append(best.whole if quarter is None else best.span)
    if told is not None:
        spans.append(told.best.span)
    spans = _joined(context.prose, spans)
    place = city or (area.place if area is not None else None)
    point = _location(place, area) if area is not None and place is not None else None
    note = _note(place, city is not None and told is None)
    if area is not None and place is None:
        point = around(context, area, rows)
        note = f"in {country_names()[point.country]}" if point is not None else None
    return Draft(
        slot="place",
        value=", ".join(names),
        spans=tuple(spans),
        presupposed=_is_granted(context, area),
        note=note,
        location=point,
        scope="incident",
    )


def _is_granted(context: Context, area: Weighed | None) -> bool:
    """Tell whether who denies something takes it for granted that the event was in a place.

    "They rejected responsibility for the shelling of a clinic in X."
    """
    if area is None:
        return False
    sentence = context.prose.sentences[context.sentence(area.best.span.start)]
    before = [one.lower for one in tokens_before(sentence.tokens, area.best.span.start, _BEFORE)]
    events = event_words().incident_nouns
    return any(first == "the" and second in events for first, second in pairwise(before))


def _location(place: Place, area: Weighed) -> Location | None:
    """Return the point of a place; of one taken for the largest of its name with the other cities.

    Another report may name the city that has a quarter of the name.
    """
    point = location(place, _surest(area))
    if point is None or point.namesake != "largest" or not area.is_town:
        return point
    cities = (f"{city.name}, {city.region}" for city in cities_with(area.best.name))
    return structs.replace(point, may_be_in=tuple(cities))


def _city(quarter: Located | None, area: Weighed) -> Place | None:
    """Return the city that the place is known to be a quarter of, though the text says it not.

    The text must show which place of the name it is; of a building or park called like a quarter it
    must say the region or county.
    """
    if area.place is None:
        return None
    if area.is_town:
        return city_around(area.place) if _surest(area) != "largest" else None
    if quarter is None or not area.place.region:
        return None
    city = city_with(quarter.name, area.place)
    held = city is not None and (area.place.kind == "region" or within(area.place, city))
    return city if held else None


def _name(best: Located, quarter: Located | None) -> str:
    if best.place is None or quarter is not None or not best.settled:
        return best.value.partition(",")[0]
    return shown(best.place)


def _surest(area: Weighed) -> Namesake:
    """Return how it is known which place of its name it is, by the mention that tells most."""
    known: set[Namesake] = {one.namesake for one in area.mentions}
    return next((one for one in NAMESAKES if one in known), "largest")


def _beside(context: Context, quarter: Located | None, area: Weighed) -> Located:
    """Return the mention to quote: the one in the quarter's sentence, else the surest, heaviest.

    What is unsure of an event told somewhere ("may have shot himself in X") is not that it was X,
    where the report names X elsewhere without a doubt.
    """
    if quarter is not None:
        here = context.sentence(quarter.span.start)
        beside = [one for one in area.mentions if context.sentence(one.span.start) == here]
        if beside:
            return beside[0]
    telling = [one for one in area.mentions if mention_weight(context, one) > 0]
    return max(telling or area.mentions, key=lambda one: _sureness(context, one))


def _sureness(context: Context, one: Located) -> int:
    """Return how flatly a mention's sentence is told, on the scale of hedges: 3 without any."""
    said = context.sourcing.at(one.span.start, one.span.end)
    return said.hedge if said is not None else 3


def _note(place: Place | None, by_table: bool) -> str | None:
    """Return what the gazetteer adds to the words: the state, the city around a quarter."""
    if place is None or place.kind == "country":
        return None
    country = country_names().get(place.country)
    known = f"in {country}" if country else None
    return f"a part of {place.name}, {known}" if by_table and known else known


def _joined(prose: Prose, spans: list[Span]) -> list[Span]:
    """Return one span for quarter and town where they stand beside each other."""
    spans = sorted(spans)
    if len(spans) == 2 and spans[1].start - spans[0].end < _BESIDE_CHARS:
        between = prose.text[spans[0].end : spans[1].start]
        if not any(mark in between for mark in ".!?\n"):
            return [prose.span(spans[0].start, max(spans[0].end, spans[1].end))]
    return spans
