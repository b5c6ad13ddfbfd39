"""Wounds that somebody is told to have: "suffered a graze wound", "with two gunshot wounds"."""

from whence.extract.facts.words import casualties, numbers
from whence.extract.prose import Token

_REACH = 10
"""Tokens after the verb within which the noun for the wound stands."""
_LEFT = 12
"""Tokens before "with serious injuries" within which something must have left people so."""
_COUNTED = 4
"""Tokens of "a stray bullet", "at least two rounds"."""
_ONES = frozenset({"a", "an", "one", "both", "two", "three", "his", "her", "their", "part"})
_HIT = frozenset({"in", "to", "through", "from", "and", "while", "as", "when", "on", "near", "at"})
_LEAVING = frozenset({"left", "leaves", "leaving"})
_MARKS = frozenset({"-", ",", "/"})


def suffering(tokens: tuple[Token, ...], index: int) -> tuple[str, int] | None:
    """Return the outcome told by a verb at ``index`` with its wound, and the token after it.

    The outcome is "killed", "wounded", or "shot" where the end is open; None where no wound is told
    that could be somebody else's doing.
    """
    words = casualties().wounds
    verb = tokens[index].lower
    if verb in words.losing and (end := _limb(tokens, index + 1)):
        return "wounded", end
    end = _bullets(tokens, index + 1) if verb in words.taking | words.verbs else 0
    if end:
        return "shot", end
    if verb in words.bearing and (end := _lodged(tokens, index + 1)):
        return ("wounded" if _escaped(tokens, index) else "shot"), end
    if verb not in words.verbs | words.bearing:
        return None
    kind: list[str] = []
    for at in range(index + 1, min(len(tokens), index + 1 + _REACH)):
        word = tokens[at].lower
        if word in words.nouns or (word in words.treated and verb in words.verbs):
            outcome = _outcome(kind, word)
            told = verb in words.verbs or bool(words.open & set(kind)) or _left(tokens, index)
            if outcome == "shot" and verb in words.bearing and _survived(tokens, index):
                outcome = "wounded"
            return (outcome, at + 1) if outcome and told else None
        if word in numbers().stops - words.between or not (word[0].isalnum() or word in _MARKS):
            return None
        kind.append(word)
    return None


def _bullets(tokens: tuple[Token, ...], start: int) -> int:
    """Return where the bullets end that somebody "took", "a bullet", "two rounds"; 0 without.

    What is behind them tells whether they hit: "took a round of drinks" is none.
    """
    for at in range(start, min(len(tokens), start + _COUNTED)):
        if tokens[at].lower in casualties().wounds.bullets and at > start:
            after = tokens[at + 1].lower if at + 1 < len(tokens) else "."
            return at + 1 if after in _HIT or not after[0].isalnum() else 0
        if not tokens[at].text.isalpha():
            return 0
    return 0


def _lodged(tokens: tuple[Token, ...], start: int) -> int:
    """Return where "a bullet in the thigh" ends, with which somebody escaped; 0 without."""
    end = _bullets(tokens, start)
    if not end or end >= len(tokens) or tokens[end].lower != "in":
        return 0
    for at in range(end + 1, min(len(tokens), end + _COUNTED)):
        if tokens[at].lower in casualties().wounds.limbs | casualties().wounds.parts:
            return at + 1
    return 0


def _escaped(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether somebody is alive with the bullet: "escaped with", "is alive, with"."""
    before = {token.lower for token in tokens[max(0, index - _COUNTED - 1) : index]}
    return bool(before & {"escaped", "survived", "alive", "fled", "recovering"})


def _survived(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether "survived" or "escaped" stands right before "with bullet wounds"."""
    return bool(index) and tokens[index - 1].lower in {"survived", "escaped"}


def treated_for(tokens: tuple[Token, ...], index: int) -> int:
    """Return where "treated at the clinic for a cut" ends, 0 where no wound is treated."""
    if tokens[index].lower != "treated":
        return 0
    wounds = casualties().wounds
    told = False
    for at in range(index + 1, min(len(tokens), index + 1 + _REACH)):
        word = tokens[at].lower
        if told and word in wounds.nouns | wounds.treated:
            return at + 1
        if not word[0].isalnum() or word in wounds.never:
            return 0
        told = told or word == "for"
    return 0


def _limb(tokens: tuple[Token, ...], start: int) -> int:
    """Return where the limb ends that somebody "lost": "an eye", "her right hand"; 0 without."""
    if start >= len(tokens) or tokens[start].lower not in _ONES:
        return 0
    for at in range(start + 1, min(len(tokens), start + _COUNTED)):
        if tokens[at].lower in casualties().wounds.limbs:
            return at + 1
        if not tokens[at].text.islower():
            return 0
    return 0


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
