"""What the words beside a date tell of it, each read with its own neighbours."""

from whence.extract.events import event_words
from whence.extract.possessives import owner
from whence.extract.prose import Token
from whence.extract.time.words import words

HAPPENED, EVENT, OUTCOME, UNTOLD, NOTHING = 3.0, 2.0, 0.8, 0.3, 0.0
"""How surely a date is the incident's: it "happened" then; an event word; a death; no word."""

Told = tuple[Token, float | None]
"""A word, and what it tells of the date beside it; None where it tells nothing."""
_NEAR = 4
"""Tokens before a word within which stands what makes it tell of the event ("the gun")."""
_LEAVES = 7
"""Tokens before a word within which "left three people" stands."""
_SUBJECT = 8
"""Tokens before a death within which the subject stands whose it is."""
_WAS = frozenset({"was", "were"})


def telling(tokens: tuple[Token, ...]) -> tuple[Told, ...]:
    """Return the words with what each tells, without those that only say whose or which.

    The "shooting" of "the shooting victims" is left out, and so is what is no violence beside its
    neighbour: the "shot" of "a live shot".
    """
    told: list[Told] = []
    for index, token in enumerate(tokens):
        kind = _kind(token)
        if kind is not None or token.lower in words().deeds_after:
            following = tokens[index + 1 : index + 2]
            if harmless(tokens, index) or any(one.lower in words().heads for one in following):
                continue
            kind = _beside(tokens, index, kind)
        told.append((token, kind))
    return tuple(told)


def harmless(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word before takes the violence out of a word ("a flu shot")."""
    before = words().harmless.get(tokens[index].lower, frozenset())
    return index > 0 and tokens[index - 1].lower in before


def _beside(tokens: tuple[Token, ...], index: int, kind: float | None) -> float | None:
    """Return what a word tells beside its neighbours, None where it then tells nothing."""
    word = owner(tokens[index])
    near = {token.lower for token in tokens[max(0, index - _NEAR) : index]}
    found = near & words().deeds_after.get(word, frozenset())
    only = words().only_before.get(word)
    if only is not None and not _stands_before(tokens[index + 1 : index + 2], only):
        return None
    if found and not (kind == OUTCOME and _of_a_suspect(tokens, index)):
        return EVENT
    if {one.lower for one in tokens[index + 1 : index + 2]} & words().deeds_before.get(
        word, frozenset()
    ):
        return EVENT
    if kind == OUTCOME and _of_the_event(tokens, index):
        return None
    if kind == NOTHING and (_named(tokens, index) or _received(tokens, index)):
        return None
    if kind in {OUTCOME, NOTHING} and word not in event_words().saying and _left(tokens, index):
        return None
    return kind


def _stands_before(after: tuple[Token, ...], only: frozenset[str]) -> bool:
    """Tell whether one of some words follows, or a number: "she turned 18 on Sunday"."""
    return any(token.lower in only or token.text.isdigit() for token in after)


def _of_a_suspect(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a suspect is found dead, who is not whom the event struck."""
    before = tokens[max(0, index - _SUBJECT) : index]
    return any(token.lower in words().heads for token in before)


def _of_the_event(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a death is told as one with the event: "the shooting death", "shot to death"."""
    before = tokens[max(0, index - 2) : index]
    if before and before[-1].lower == "to":
        before = before[:-1]
    return bool(before) and _kind(before[-1]) == EVENT


def _received(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether an event was reported to somebody, when it happened: "was reported at noon"."""
    before = {token.lower for token in tokens[max(0, index - 1) : index]}
    return tokens[index].lower == "reported" and bool(before & _WAS)


def _left(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether an event left people so: "a shooting that left two hospitalized on Monday"."""
    before = {token.lower for token in tokens[max(0, index - _LEAVES) : index]}
    return bool(before & words().leaves)


def _named(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether a word is part of a name: "Ivy Court", where no court of law is named."""
    token = tokens[index]
    if token.lower not in words().in_names or not token.text.istitle():
        return False
    before = tokens[max(0, index - 1) : index]
    around = (*before, *tokens[index + 1 : index + 2])
    of_law = any(one.lower in words().courts for one in before)
    return not of_law and any(one.text[:1].isupper() for one in around)


def _kind(token: Token) -> float | None:
    """Return what a word alone tells of the date beside it, None where it tells nothing."""
    word = owner(token)
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
