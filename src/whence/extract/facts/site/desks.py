"""Cities where a report was only written: capitals and large cities have desks for elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from whence.extract.facts.build import Context
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.place.gazetteer import is_capital_city
from whence.extract.place.regions import shown_with_region

_TOLD_ABROAD = 2.0
"""Weight from which a text says enough of a state abroad for its dateline to be a desk's."""
_TOLD_THERE = 0.5
"""Weight from which a mention says enough of another town of the land."""
_LARGE = 500_000
"""People from which a city has desks for news from elsewhere."""


def without_desks(context: Context, rows: Sequence[Weighed]) -> list[Weighed]:
    """Return the places without the city where a report was only written.

    "LONDON - Three people were killed. The attack in Kenya" was written abroad, "OUAGADOUGOU -
    Gunmen seized a driver on the outskirts of Dori" in the capital of the land. In lands whose
    papers write a region behind a town, reports are headed by the town that they tell of.

    What the head of a report weighs goes to the town that is told of instead.
    """
    abroad = [
        one
        for one in rows
        if one.weight >= _TOLD_ABROAD and any(m.evidence == "located" for m in one.mentions)
    ]
    kept = [
        one
        for one in rows
        if not (_is_desk(one) and any(other.country not in ("", one.country) for other in abroad))
    ]
    towns = [one for one in kept if one.is_town and _is_told_there(context, one)]
    for desk in [one for one in kept if _is_home_desk(context, one)]:
        there = [one for one in towns if one is not desk and one.country == desk.country]
        if there:
            town = max(there, key=lambda one: one.weight)
            heavier = replace(town, weight=town.weight + desk.weight)
            kept = [heavier if one is town else one for one in kept if one is not desk]
            towns = [heavier if one is town else one for one in towns if one is not desk]
    return sorted(kept, key=lambda one: -one.weight)


def _is_desk(one: Weighed) -> bool:
    """Tell whether a capital or large city only stands at the head of a report."""
    if one.place is None or any(mention.evidence != "dateline" for mention in one.mentions):
        return False
    return is_capital_city(one.place) or one.place.population >= _LARGE


def _is_home_desk(context: Context, one: Weighed) -> bool:
    """Tell whether a capital or large city heads a report, and nothing of the incident is in it."""
    if one.place is None or one.country in shown_with_region():
        return False
    if is_capital_city(one.place) and _tells_of_capital(context):
        return False
    large = is_capital_city(one.place) or one.place.population >= _LARGE
    telling = [
        mention
        for mention in one.mentions
        if mention_weight(context, mention) and context.scopes.at(mention.span.start) == "incident"
    ]
    return large and bool(telling) and all(mention.evidence == "dateline" for mention in telling)


def _is_told_there(context: Context, one: Weighed) -> bool:
    """Tell whether something of the incident is told "in" a town."""
    return any(
        mention.evidence == "located"
        and context.scopes.at(mention.span.start) == "incident"
        and mention_weight(context, mention) >= _TOLD_THERE
        for mention in one.mentions
    )


def _tells_of_capital(context: Context) -> bool:
    """Tell whether something of the incident is told in "the capital"."""
    return any(
        first.lower == "the" and second.lower == "capital"
        for sentence in context.prose.sentences
        if context.scopes.at(sentence.start) == "incident"
        for first, second in pairwise(sentence.tokens)
    )
