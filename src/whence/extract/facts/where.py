"""When and where the incident was: chosen apart from the dates and places merely mentioned."""

from whence.extract.events import event_words
from whence.extract.facts.build import Context, Draft
from whence.extract.facts.words import numbers
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.place.gazetteer import country_names
from whence.extract.place.words import words
from whence.extract.prose import Prose, Sentence
from whence.model.reading import Mention
from whence.model.span import Span

_LEAD = 5
"""Sentences that count as the lead."""
_BESIDE = 4.5
"""Weight of a country named right beside the event: from there it is the event's place."""
_BESIDE_CHARS = 40
"""Code points between quarter and town up to which one span shows both."""
_NEAR = 12
"""Tokens before a place within which a word for the event puts it there."""
_TOLD = 3.0
"""Weight of a town in a sentence that tells of the event."""
_LOCATIVE = 5
"""Tokens before a place within which a preposition places it ("in the heavily fortified ...")."""


def when(context: Context) -> tuple[Draft, ...]:
    """Return the incident's date with the words that tell it."""
    mention = context.scopes.date_mention
    if mention is None:
        return ()
    note = None
    if "night" in mention.span.text.casefold():
        note = "a night is given the date of its morning"
    return (Draft(slot="date", value=mention.value, spans=(mention.span,), note=note),)


def where(context: Context, places: tuple[Mention, ...]) -> tuple[Draft, ...]:
    """Return the incident's place: the best placed town or country, and its quarter."""
    scored = [(_weight(context, mention), mention) for mention in places]
    located = [(weight, mention) for weight, mention in scored if weight > 0]
    towns = [(weight, m) for weight, m in located if "," in m.value]
    countries = [(weight, m) for weight, m in located if m.value in _states()]
    facilities = [(weight, m) for weight, m in located if _is_facility(m)]
    quarter = _best([(w, m) for w, m in facilities if _has_name(m) and w >= _BESIDE - 1])
    if quarter is None and any(not _has_name(m) for _, m in facilities):
        quarter = _quarter_of_building(context, places)
    town = _town(context, quarter, towns, countries)
    if town is None and quarter is None:
        return ()
    return (_place(context.prose, quarter, town),)


Rows = list[tuple[float, Mention]]


def _town(
    context: Context, quarter: Mention | None, towns: Rows, countries: Rows
) -> Mention | None:
    """Return the town or country of the incident; with a quarter, the one named beside it."""
    if quarter is not None:
        here = context.sentence(quarter.span.start)
        for rows in (towns, countries):
            beside = [row for row in rows if context.sentence(row[1].span.start) == here]
            if beside:
                return _best(beside)
    least = _TOLD if quarter is None else _BESIDE
    return _best([row for row in towns if row[0] >= least]) or _best(
        [row for row in countries if row[0] >= _BESIDE]
    )


def _has_name(mention: Mention) -> bool:
    """Tell whether a facility has a name of its own ("Green Gate Zone", not "her residence")."""
    return mention.span.text.split()[-1][:1].isupper()


def _quarter_of_building(context: Context, places: tuple[Mention, ...]) -> Mention | None:
    """Return the quarter that "the residence in the ... Zone" puts the building attacked in.

    Where a building stands does not depend on what else the sentence tells.
    """
    for mention in places:
        if not (_is_facility(mention) and _has_name(mention)):
            continue
        sentence = context.prose.sentences[context.sentence(mention.span.start)]
        before = [
            t.lower for t in tokens_before(sentence.tokens, mention.span.start, _LOCATIVE + 2)
        ]
        strong = [i for i, word in enumerate(before) if word in {"in", "inside", "within"}]
        if strong and any(w in words().common_heads for w in before[max(0, strong[-1] - 1) :]):
            return mention
    return None


def _states() -> frozenset[str]:
    return frozenset(country_names().values())


def _is_facility(mention: Mention) -> bool:
    return "," not in mention.value and mention.value not in _states()


def _best(rows: list[tuple[float, Mention]]) -> Mention | None:
    if not rows:
        return None
    return min(rows, key=lambda row: (-row[0], row[1].span.start))[1]


def _place(prose: Prose, quarter: Mention | None, town: Mention | None) -> Draft:
    names: list[str] = []
    spans: list[Span] = []
    note = None
    if quarter is not None:
        names.append(quarter.value)
        spans.append(quarter.span)
    if town is not None:
        name, _, country = town.value.partition(", ")
        names.append(name)
        spans.append(town.span)
        note = f"in {country}" if country else None
    spans.sort()
    if len(spans) == 2 and spans[1].start - spans[0].end < _BESIDE_CHARS:
        between = prose.text[spans[0].end : spans[1].start]
        if not any(mark in between for mark in ".!?\n"):
            spans = [prose.span(spans[0].start, spans[1].end)]
    return Draft(slot="place", value=", ".join(names), spans=tuple(spans), note=note)


def _weight(context: Context, mention: Mention) -> float:
    prose = context.prose
    if context.scopes.at(mention.span.start) == "other":
        return 0.0
    index = context.sentence(mention.span.start)
    sentence = prose.sentences[index]
    if not _located(sentence, mention):
        return 0.0
    before = tokens_before(sentence.tokens, mention.span.start, _NEAR)
    if any(token.lower in words().taken for token in before):
        return 0.0  # where the wounded were brought
    weight = 2.0 if index < _LEAD else 1.5
    lower = [token.lower for token in sentence.tokens]
    if any(word in event_words().incident_nouns for word in lower):
        weight += 1.0
    if _near_event(sentence, mention):
        weight += 2.0
    return weight


def _located(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a preposition of place governs the mention.

    A country before a noun ("in a U.S. plane", "on Iran's envoy") is where something is from.
    """
    if mention.value in _states():
        after = tokens_after(sentence.tokens, mention.span.end, 1)
        if after and after[0].text[0].isalpha() and after[0].lower not in numbers().stops:
            return False
    before = tokens_before(sentence.tokens, mention.span.start, _LOCATIVE)
    for token in reversed(before):
        if token.lower in words().strong:
            return True
        if token.lower in {"on", "targeted", "targeting", "hit"}:
            return mention.value not in _states()
        if not token.text[0].isalpha():
            return False
    return False


def _near_event(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a word for the event stands right before the place, or directly after it.

    Where somebody died need not be where the attack was: hospitals are such places.
    """
    before = [t.lower for t in tokens_before(sentence.tokens, mention.span.start, _NEAR)]
    after = [t.lower for t in tokens_after(sentence.tokens, mention.span.end, 3)]
    return any(word in event_words().incident_nouns for word in (*before, *after))
