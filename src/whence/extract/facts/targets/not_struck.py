"""What is stormed, raided or attacked and is no target: by the police, or only in words."""

from whence.extract.facts.targets.words import target_words
from whence.extract.prose import Token

_SUBJECT = 6
"""Tokens before a verb within which its subject stands."""
_BY = 4
"""Tokens behind "was raided" within which it is told by whom."""
_ENDS = frozenset({",", ";", ":", "and", "but", "after", "when", "as", "that", "which", "who"})
_ATTACKS = frozenset({"attack", "attacked", "attacks", "attacking"})


def by_the_law(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether the police do it: "police raided a house", "troops stormed the hotel".

    Where a house is searched, or hostages are freed, nobody is the target of the incident.
    """
    lawful = _lawful(tokens[verb].lower)
    if not lawful:
        return False
    for at in range(verb - 1, max(-1, verb - 1 - _SUBJECT), -1):
        if tokens[at].lower in _ENDS:
            return False
        if tokens[at].lower in lawful:
            return True
    return False


def for_the_law(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether it was done by the police: "the house was raided by officers"."""
    behind = [token.lower for token in tokens[verb + 1 : verb + 2 + _BY]]
    return behind[:1] == ["by"] and not _lawful(tokens[verb].lower).isdisjoint(behind)


def in_words(tokens: tuple[Token, ...], verb: int, last: int) -> bool:
    """Tell whether an attack is one of words: "attacked the minister over his speech"."""
    after = tokens[last].lower if last < len(tokens) else ""
    before = tokens[verb - 1].lower if verb else ""
    return tokens[verb].lower in _ATTACKS and (after in {"for", "over"} or before == "verbally")


def _lawful(verb: str) -> frozenset[str]:
    table = target_words()
    if verb in table.searching:
        return table.police | table.troops
    return table.police if verb in table.shooting else frozenset()
