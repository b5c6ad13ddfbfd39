"""What a date in a sentence dates: the incident, something after it, or a statement."""

import re

from whence.extract.events import event_words
from whence.extract.matching import tokens_after, tokens_before
from whence.extract.prose import Prose, Sentence, Token
from whence.extract.time.words import words
from whence.model.reading import Mention

_REACH = 18
"""Tokens before a date within which the word is looked for that it belongs to."""
_AHEAD = 14
"""Tokens after a date within which it is."""
_ASIDE = 16
"""Tokens that an aside between a date and its verb takes at most."""
_REASON = 6
"""Tokens before a date within which its event is told as the reason for another."""
_NOUN = 3
"""Tokens right after a date that may be the noun it dates ("the Aug. 12 shooting")."""
HAPPENED, EVENT, OUTCOME, UNTOLD, NOTHING = 3.0, 2.0, 0.8, 0.3, 0.0
"""How surely a date is the incident's: it "happened" then; an event word; a death; no word."""

_LIGHT = frozenset({"later", "early", "earlier", "late", "on", "also"})
_RELATIVES = frozenset({"where", "which", "who", "when", "whose"})
_INSIDE = re.compile(r"\b(?:before|after)\s+(?:the|that|this)\s+(?P<noun>\w+)$", re.IGNORECASE)
_BEHIND = re.compile(r"\s+(?:the|that|this)\s+(?:[a-z-]+\s+)?(?P<noun>[a-z]+)\b")
_BARE = re.compile(r"\s+(?:the|that|this)\s+(?P<noun>[a-z]+)\b")
_OPEN = re.compile(r"\b(?:before|after)$", re.IGNORECASE)


def counted_from(prose: Prose, mention: Mention) -> int | None:
    """Return where "the day before the attack" ends, None where no event is counted from."""
    end = mention.span.end
    ways = [_INSIDE.search(mention.span.text)]
    if _OPEN.search(mention.span.text):
        ways += [_BARE.match(prose.text, end), _BEHIND.match(prose.text, end)]
    for found in ways:
        if found and found.group("noun").casefold() in event_words().incident_nouns:
            return max(end, found.end())
    return None


def tie(sentence: Sentence, mention: Mention) -> float:
    """Return how surely a date belongs to the incident, from the words around it.

    A noun right after the date decides ("Saturday's shooting", "the October election"), else the
    nearest word before it in its clause, else the nearest after it.
    """
    before = tokens_before(sentence.tokens, mention.span.start, _REACH)
    before = _telling(_without_relative(before))[::-1]
    after = tokens_after(sentence.tokens, mention.span.end, _AHEAD + _ASIDE)
    if len(before) <= 1:  # what opens a sentence belongs to its main verb
        after = _without_asides(after)
    after = _telling(after[:_AHEAD])
    if any(token.lower in words().printed for token in before[:3]):
        return NOTHING
    if any(token.lower in words().causes for token in before[:_REASON]):
        return NOTHING
    noun = _noun(after)
    if noun is not None:
        return noun
    told = _nearest(before)
    if told is None or told == UNTOLD:
        told = _nearest(_until_next(after))
    return UNTOLD if told is None else told


def _without_asides(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what stands between commas beside the clause (", citing a tape of the attack,")."""
    kept: list[Token] = []
    inside = False
    for index, token in enumerate(after):
        if token.text == ",":
            opens = any(one.lower in words().asides for one in after[index + 1 : index + 2])
            if inside or opens:
                inside = opens
                continue
        if not inside:
            kept.append(token)
    return tuple(kept)


def _without_relative(before: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out the clause that a comma closes right before a date: the main verb has the date.

    "He was moved to Harrow, where the shooting took place, later on Monday."
    """
    closes = len(before) - 1
    while closes >= 0 and before[closes].lower in _LIGHT:
        closes -= 1
    if closes < 0 or before[closes].text != ",":
        return before
    for opens in range(closes - 1, -1, -1):
        if before[opens].text == ",":
            relative = before[opens + 1].lower in _RELATIVES
            return before[:opens] + before[closes + 1 :] if relative else before
    return before


def _until_next(after: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens up to the next day's name: what stands behind that is dated by it."""
    days = words().weekdays
    named = (index for index, one in enumerate(after) if _word(one) in days and index > 1)
    return after[: next(named, len(after))]


def _telling(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what only says whose or which: the "shooting" of "the shooting victims".

    And what is no violence beside its neighbour: the "shot" of "a live shot".
    """
    return tuple(
        token
        for index, token in enumerate(tokens)
        if _kind(token) is None
        or not (
            any(one.lower in words().heads for one in tokens[index + 1 : index + 2])
            or harmless(tokens, index)
        )
    )


def harmless(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word before takes the violence out of a word ("a flu shot")."""
    before = words().harmless.get(tokens[index].lower, frozenset())
    return index > 0 and tokens[index - 1].lower in before


def _noun(after: tuple[Token, ...]) -> float | None:
    """Return what the noun right after a date says, None where none stands there."""
    told = [token for token in after if _word(token) not in words().attributes or _kind(token)]
    for token in told[:_NOUN]:
        kind = _kind(token)
        if kind is not None and _word(token) not in event_words().saying:
            return kind
        if not (token.text in {",", "’", "'", "-"} or token.lower in {"’s", "'s", "s"}):
            break
    return None


def _nearest(tokens: tuple[Token, ...]) -> float | None:
    """Return what the nearest telling word says; who was shot first may have died any day later."""
    outcome: float | None = None
    for token in tokens:
        if token.text in {";", ":"}:
            break
        kind = _kind(token)
        if kind is None:
            continue
        if kind == OUTCOME:
            outcome = OUTCOME
            continue
        if outcome is not None:
            return NOTHING if kind == EVENT else outcome
        return kind
    return outcome


def _kind(token: Token) -> float | None:
    """Return what a word tells of the date beside it, None where it tells nothing."""
    word = _word(token)
    if word in words().happening:
        return HAPPENED
    if word in event_words().outcomes:
        return OUTCOME
    if word in words().elsewhen or word in event_words().other_nouns:
        return NOTHING
    if word in event_words().incident_nouns or word in words().violence:
        return EVENT
    if word in event_words().saying:
        return NOTHING
    return None


def _word(token: Token) -> str:
    return token.lower.removesuffix("’s").removesuffix("'s")
