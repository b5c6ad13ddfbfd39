"""Wounds that somebody is told to have: "suffered a graze wound", "with two gunshot wounds"."""

from whence.extract.facts.words import casualties, numbers
from whence.extract.prose import Token

_REACH = 10
"""Tokens after the verb within which the noun for the wound stands."""
_LEFT = 12
"""Tokens before "with serious injuries" within which something must have left people so."""
_LEAVING = frozenset({"left", "leaves", "leaving"})
_MARKS = frozenset({"-", ",", "/"})


def suffering(tokens: tuple[Token, ...], index: int) -> tuple[str, int] | None:
    """Return the outcome told by a verb at ``index`` with its wound, and the token after it.

    The outcome is "killed", "wounded", or "shot" where the end is open; None where no wound is told
    that could be somebody else's doing.
    """
    words = casualties().wounds
    verb = tokens[index].lower
    if verb not in words.verbs | words.bearing:
        return None
    kind: list[str] = []
    for at in range(index + 1, min(len(tokens), index + 1 + _REACH)):
        word = tokens[at].lower
        if word in words.nouns:
            outcome = _outcome(kind, word)
            told = verb in words.verbs or bool(words.open & set(kind)) or _left(tokens, index)
            return (outcome, at + 1) if outcome and told else None
        if word in numbers().stops - words.between or not (word[0].isalnum() or word in _MARKS):
            return None
        kind.append(word)
    return None


def _left(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether an event leaves people so: "a shooting left two clerks with injuries"."""
    before = [token.lower for token in tokens[max(0, index - _LEFT) : index]]
    left = max((at for at, word in enumerate(before) if word in _LEAVING), default=None)
    return left is not None and not {"in", "at", "from", "."} & set(before[left + 1 :])


def _outcome(kind: list[str], noun: str) -> str:
    """Return what the words before "wound" say of its end; "" where it is none of a victim.

    Injuries are survived unless they are told to be grave, a wound of the head need not be.
    """
    words = casualties().wounds
    if words.never & set(kind):
        return ""
    if words.fatal & set(kind):
        return "killed"
    grave = noun in words.open or bool(words.open & set(kind))
    return "shot" if grave and not words.mild & set(kind) else "wounded"
