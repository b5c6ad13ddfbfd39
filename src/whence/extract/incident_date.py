"""Which of the dates in a text is the incident's own."""

from bisect import bisect_right
from datetime import date

from whence.extract.events import event_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.time.anchor import Anchor
from whence.extract.time.days import whole
from whence.model.reading import Mention

_LEAD = 5
"""Sentences of the text that count as its lead."""
_FAR = 25
"""Tokens from a date within which the event that it dates is looked for."""
_OBJECT = 5
"""Tokens before a date that "condemned the deadly attack on" takes at most."""
_OLD = 60
"""Days before the anchor from which a date is hardly the day of the news."""


def incident_date(prose: Prose, dates: tuple[Mention, ...], anchor: Anchor) -> Mention | None:
    """Return the date mention that dates the incident, or None where none does for certain.

    The nearest word before a date tells what it dates: an event of the incident's sort, another
    matter ("the election of October 10"), or a statement ("said on Sunday").
    """
    starts = [sentence.start for sentence in prose.sentences]
    base = whole(anchor.iso)
    best: tuple[float, Mention] | None = None
    for mention in dates:
        if anchor.basis == "dateline" and any(mention.span.overlap(s) for s in anchor.spans):
            continue
        index = max(0, bisect_right(starts, mention.span.start) - 1)
        weight = _weight(prose.sentences[index], mention, index, base)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, mention)
    return best[1] if best else None


def _weight(sentence: Sentence, mention: Mention, index: int, base: date | None) -> float:
    day = whole(mention.value)
    if len(mention.value) < 7 or (base and day and day > base):
        return 0.0
    dated = dated_event(sentence, mention)
    if dated != "incident":
        return 0.0
    weight = 3.0 if index <= _LEAD else 2.0 if index <= 3 * _LEAD else 1.0
    weight += 1.0 if day else 0.0
    if base and day and (base - day).days > _OLD:
        weight -= 1.5
    return weight


def dated_event(sentence: Sentence, mention: Mention) -> str:
    """Return what a date dates: "incident", "other", "statement", or "" when no word tells.

    A telling word right after the date decides ("the October election"), else the nearest one
    before it, else the nearest one after it.
    """
    before = tokens_before(sentence.tokens, mention.span.start, _FAR)
    after = tokens_after(sentence.tokens, mention.span.end, _FAR)
    told = _first(after[:1]) or _first(before[::-1]) or _first(after)
    return "statement" if told == "incident" and _reacted_to(before) else told


def _reacted_to(before: tuple[Token, ...]) -> bool:
    """Tell whether "condemned the attack" stands right before a date: whose day it is is open."""
    words = [token.lower for token in before[-_OBJECT:]]
    return (
        bool(words)
        and words[-1] in event_words().incident_nouns | {"on", "early", "late"}
        and bool(event_words().reacting.intersection(words))
        and bool(event_words().incident_nouns.intersection(words))
    )


def _first(tokens: tuple[Token, ...]) -> str:
    outcome = False
    for token in tokens:
        word = token.lower.removesuffix("’s").removesuffix("'s")
        if token.text in {";", ":"}:
            break
        if word in event_words().other_nouns:
            return "other"
        if word in event_words().saying:
            return "statement"
        if word in event_words().outcomes:
            outcome = True
        elif word in event_words().incident_nouns:
            return "" if outcome else "incident"
    return "incident" if outcome else ""
