"""Cities where a report was only written: capitals and large cities have desks for elsewhere."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from whence.extract.events import event_words
from whence.extract.facts.build import Context
from whence.extract.facts.site.beside import bears, in_title, is_district, is_placed, stays
from whence.extract.facts.site.placing import Weighed, mention_weight
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.place import Located
from whence.extract.place.context import within
from whence.extract.place.gazetteer import is_capital_city, is_land
from whence.extract.place.words import words
from whence.extract.prose import Sentence, Token
from whence.extract.time.words import words as time_words

_TOLD_ABROAD = 2.0
"""Weight from which a text says enough of a state abroad for its dateline to be a desk's."""
_TOLD_AROUND = {"region": 2.5, "county": 2.0}
"""Weight from which a text says enough of what does not hold the town at its head, by kind."""
_TOLD_THERE = 0.5
"""Weight from which a mention says enough of another town of the land."""
_LARGE = 500_000
"""People from which a city has desks for news from elsewhere."""
_LEAD = 5
"""Sentences that count as the lead."""
_NEAR = 12
"""Tokens before a town within which a word for the event puts it there."""
_HERE = 4
"""Tokens behind "this" within which the town is named that a report was written in."""


def without_desks(context: Context, rows: Sequence[Weighed]) -> list[Weighed]:
    """Return the places without the city where a report was only written.

    "LONDON - Three people were killed. The attack in Kenya" was written abroad, "OUAGADOUGOU -
    Gunmen seized a driver on the outskirts of Dori" in the capital of the land. In some lands
    reports are headed by the town that they tell of (``local_heads``).

    What the head of a report weighs goes to the town that is told of instead. Where a region alone
    is told of, a town outside it is left out: "BISHKEK - Four are missing in Batken".
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
        there = [one for one in towns if one is not desk and one.country in ("", desk.country)]
        if not _is_large(desk):
            there = [one for one in there if _befell(context, one)]
        if there:
            town = max(there, key=lambda one: one.weight)
            heavier = replace(town, weight=town.weight + desk.weight)
            kept = [heavier if one is town else one for one in kept if one is not desk]
            towns = [heavier if one is town else one for one in towns if one is not desk]
    wide = [one for one in kept if _is_around(context, one)]
    kept = [
        one
        for one in kept
        if not _is_home_desk(context, one) or not any(_is_beyond(one, other) for other in wide)
    ]
    return sorted(kept, key=lambda one: -one.weight)


def _is_around(context: Context, one: Weighed) -> bool:
    """Tell whether something of the incident is told "in" a region or county."""
    least = _TOLD_AROUND.get(one.place.kind) if one.place is not None else None
    return least is not None and one.weight >= least and _is_told_there(context, one)


def _is_beyond(desk: Weighed, wide: Weighed) -> bool:
    """Tell whether the town at the head of a report lies in its land outside a region told."""
    if not desk.is_town or desk.place is None or wide.place is None:
        return False
    return desk.country == wide.country and not within(wide.place, desk.place)


def _is_desk(one: Weighed) -> bool:
    """Tell whether a capital or large city only stands at the head of a report."""
    if one.place is None or any(mention.evidence != "dateline" for mention in one.mentions):
        return False
    return is_capital_city(one.place) or one.place.population >= _LARGE


def _is_home_desk(context: Context, one: Weighed) -> bool:
    """Tell whether a town only heads a report, and nothing of the incident is told in it."""
    if one.place is None or one.country in words().local_heads:
        return False
    if is_capital_city(one.place) and _tells_of_capital(context):
        return False
    telling = [
        mention
        for mention in one.mentions
        if mention_weight(context, mention) and context.scopes.at(mention.span.start) == "incident"
    ]
    heads = any(mention.evidence == "dateline" for mention in telling)
    return heads and not any(
        puts_there(context, mention) and not stays(_sentence(context, mention), mention)
        for mention in telling
    )


def _is_large(one: Weighed) -> bool:
    place = one.place
    return place is not None and (is_capital_city(place) or place.population >= _LARGE)


def _befell(context: Context, one: Weighed) -> bool:
    """Tell whether the lead has words for the event before a town, or calls a place a village.

    A small town heads its own reports too, and earlier events are recalled further down.
    """
    lead = [m for m in one.mentions if context.sentence(m.span.start) < _LEAD]
    if one.place is None and any(_is_called(context, m) for m in lead):
        return True
    events = event_words().incident_nouns | words().happened | time_words().violence
    events |= event_words().deeds
    return any(
        mention.evidence in ("located", "told", "stated")
        and not events.isdisjoint(
            token.lower for token in tokens_before(sentence.tokens, mention.span.start, _NEAR)
        )
        for mention in one.mentions
        for sentence in (context.prose.sentences[context.sentence(mention.span.start)],)
        if context.scopes.at(mention.span.start) == "incident"
        and context.sentence(mention.span.start) < _LEAD
    )


def _is_called(context: Context, mention: Located) -> bool:
    """Tell whether a text calls a place a village or site, and no district of the town."""
    return mention.evidence == "told" and not is_district(_sentence(context, mention), mention)


def _is_told_there(context: Context, one: Weighed) -> bool:
    """Tell whether something of the incident is told "in" a town."""
    return any(
        mention.evidence in ("located", "told", "stated")
        and context.scopes.at(mention.span.start) == "incident"
        and mention_weight(context, mention) >= _TOLD_THERE
        and not stays(_sentence(context, mention), mention)
        for mention in one.mentions
    )


def _tells_of_capital(context: Context) -> bool:
    """Tell whether something of the incident is told in "the capital"."""
    return any(
        first.lower == "the" and second.lower == "capital"
        for sentence in context.prose.sentences
        if context.scopes.at(sentence.start) == "incident"
        for first, second in pairwise(sentence.tokens)
        if not _is_of_region(sentence, second)
    )


def _is_of_region(sentence: Sentence, word: Token) -> bool:
    """Tell whether "of" behind "the capital" says that it is no state's ("the capital of X")."""
    after = tokens_after(sentence.tokens, word.end, 2)
    return [one.lower for one in after[:1]] == ["of"] and not is_land(after[-1].text)


def is_only_headed(context: Context, one: Weighed) -> bool:
    """Tell whether nothing but the head of a report puts the incident in a town.

    An agency's man, a court and a ministry sit where the news was written. In some lands reports
    are headed by the town that they tell of (``local_heads``). "This town" is the one at the head.
    """
    if not one.is_town or one.country in words().local_heads:
        return False
    telling = [mention for mention in one.mentions if mention_weight(context, mention)]
    if any(in_title(context, mention) for mention in one.mentions):
        return False
    if all(mention.evidence != "dateline" for mention in telling) or _tells_of_here(context):
        return False
    if one.place is not None and is_capital_city(one.place) and _tells_of_capital(context):
        return False
    return not any(puts_there(context, mention) for mention in telling)


def _sentence(context: Context, mention: Located) -> Sentence:
    return context.prose.sentences[context.sentence(mention.span.start)]


def puts_there(context: Context, mention: Located) -> bool:
    """Tell whether the words of a mention say that something was in its town."""
    if mention.evidence == "dateline":
        return False
    sentence = _sentence(context, mention)
    named = mention.evidence in ("force", "told", "stated") or bears(sentence, mention)
    before = [token.lower for token in tokens_before(sentence.tokens, mention.span.start, 1)]
    return named or not words().shaken.isdisjoint(before) or is_placed(sentence, mention)


def _tells_of_here(context: Context) -> bool:
    """Tell whether something of the incident is told in "this town", which is the one at the head.

    "This station" and "this junction town" are in it.
    """
    here = words().settlements | words().common_heads | {"capital"}
    for sentence in context.prose.sentences:
        if context.scopes.at(sentence.start) != "incident":
            continue
        for at, token in enumerate(sentence.tokens):
            after = (one.lower for one in sentence.tokens[at + 1 : at + 1 + _HERE])
            if token.lower == "this" and not here.isdisjoint(after):
                return True
    return False
