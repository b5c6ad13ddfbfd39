"""Days of what came of an event, told with the event's own day behind them."""

from whence.extract.matching import tokens_after, tokens_before
from whence.extract.prose import Sentence, Token
from whence.extract.scope.dated import tie
from whence.extract.scope.dating import OUTCOME, telling
from whence.model.iso import days
from whence.model.reading import Mention

_BEFORE = 14
"""Tokens before a day within which the verb stands that it belongs to."""
_AHEAD = 14
"""Tokens behind it within which the event is linked to what was done then."""
_LINKS = frozenset(
    [
        "after",
        "following",
        "of",
        "over",
        "for",
        "from",
        "in",
        "into",
        "behind",
        "against",
        "to",
        "about",
    ]
).union(("at", "by", "with", "since", "on", "through"))
_BREAKS = frozenset({";", ":", ".", "and", "but", "while", "when", "as"})


def aftermath(sentence: Sentence, mention: Mention, others: tuple[Mention, ...]) -> bool:
    """Tell whether a day is that of what came of an event whose own, earlier day follows.

    "Rescuers on Monday searched for survivors of a blast that killed five on Sunday", "shops were
    closed on Monday after the attack on Sunday": nothing that befell anybody is told of Monday.
    """
    later = (one for one in others if _follows(sentence, mention, one))
    event = next(later, None)
    if event is None or tie(sentence, event) < OUTCOME:
        return False
    ahead = tokens_after(sentence.tokens, mention.span.end, _AHEAD)
    own = _until(ahead, _LINKS | _BREAKS)
    if own is None or ahead[len(own)].lower in _BREAKS:
        return False
    before = tokens_before(sentence.tokens, mention.span.start, _BEFORE)
    return not any((kind or 0) >= OUTCOME for _, kind in telling((*before, *own)))


def _follows(sentence: Sentence, mention: Mention, other: Mention) -> bool:
    """Tell whether another day stands behind one in its sentence, and came before it."""
    behind = mention.span.end <= other.span.start < sentence.end
    here, there = days(mention.value), days(other.value)
    return behind and bool(here and there and there[1] < here[0])


def _until(tokens: tuple[Token, ...], ends: frozenset[str]) -> tuple[Token, ...] | None:
    """Return the tokens before the first of some words, None where none of them stands."""
    last = next((at for at, token in enumerate(tokens) if token.lower in ends), None)
    return tokens[:last] if last is not None else None
