"""Verbs as plural subjects have them, in headlines above all: "gunmen kill three, wound five"."""

from whence.extract.lexicon import closed
from whence.extract.prose import Token

_BARE = frozenset({"police", "people", "military", "artillery", "infantry", "cavalry", "militia"})
"""Nouns without a plural's ending whose verb may stand in the plural."""
_NO_PLURAL = ("ss", "us", "is", "'s", "’s")
_JOINED = frozenset({",", "and", "&"})
_ROOM = 14
"""Tokens between two verbs of one subject: "kill twelve villagers in the north, wound seven"."""
_UNREAL = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did")
).union(("not", "never", "let", "help", "make", "if", "how", "why"))
_NEAR = 5
"""Tokens before such a verb within which it is told not to have happened, or asked."""


def has_plural_subject(tokens: tuple[Token, ...], at: int, before: frozenset[str]) -> bool:
    """Tell whether the verb at ``at`` stands in the present behind its plural subject.

    Or goes on from another of the same form (``before``, lower case) behind "and" or a comma.
    """
    if not at or any(token.lower in _UNREAL for token in tokens[max(0, at - _NEAR) : at]):
        return False
    if tokens[at - 1].lower in _JOINED:
        return any(
            tokens[back].lower in before and has_plural_subject(tokens, back, frozenset())
            for back in range(max(1, at - _ROOM), at - 1)
        )
    back = at - 2 if tokens[at - 1].lower.endswith("ly") and at > 1 else at - 1
    return _is_plural(tokens[back].lower)


def _is_plural(word: str) -> bool:
    """Tell whether a word is a noun in the plural: "drones", "gunmen", "police"."""
    if word in _BARE or word.endswith("men"):
        return True
    return (
        len(word) > 3
        and word.isalpha()
        and word.endswith("s")
        and not word.endswith(_NO_PLURAL)
        and word not in closed("adverbs") | closed("prepositions")
    )
