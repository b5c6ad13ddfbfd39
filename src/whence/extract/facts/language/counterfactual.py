"""What only could have happened: "it could have hit her and killed her", "he could've died"."""

from whence.extract.prose import Token

_MODALS = frozenset({"could", "would", "might", "should"})
_SHORT = frozenset(f"{word}{mark}ve" for word in _MODALS for mark in "'’")
_CLAUSE_ENDS = frozenset(",;:.") | {"but", "who", "which", "that", "because"}
_NEAR, _REACH = 2, 10
"""Tokens before a verb, and before "and" in front of it, within which "could have" is meant."""


def unreal(tokens: tuple[Token, ...], verb: int) -> bool:
    """Tell whether the verb at ``verb``, or its auxiliary, is what only could have been."""
    at = verb - 1
    while at >= 0 and tokens[at].lower.endswith("ly"):
        at -= 1
    joined = at >= 0 and tokens[at].lower == "and"
    for here in range(at, max(-1, at - (_REACH if joined else _NEAR)), -1):
        word = tokens[here].lower
        if word in _CLAUSE_ENDS:
            return False
        if word in _SHORT or (word == "have" and here and _is_modal(tokens, here - 1)):
            return True
    return False


def _is_modal(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether "could" or the like stands at ``at`` or, with an adverb between, before it."""
    back = at - 1 if at and tokens[at].lower.endswith("ly") else at
    return tokens[back].lower in _MODALS
