"""Those of whom "to death" is said some words behind "shot": "were shot or hacked to death"."""

from whence.extract.prose import Token

_REACH = 7
"""Tokens behind "shot" within which "to death" ends what was done."""
_JOINING = frozenset({",", "or", "and"})
_ENDINGS = ("ed", "en", "nt")
"""Endings of what else was done to them: "stabbed", "beaten", "burnt"."""


def to_death(tokens: tuple[Token, ...], verb: int, first: int, last: int) -> int:
    """Return where the words end that have dead those who were shot; 0 where there are none.

    Args:
        tokens: the sentence.
        verb: the end of "shot".
        first: where those counted start.
        last: where they end.
    """
    if first < verb:
        return _joined(tokens, verb)
    after = [token.lower for token in tokens[last : last + 2]]
    if after[:1] == ["dead"]:
        return last + 1
    return last + 2 if after == ["to", "death"] else 0


def _joined(tokens: tuple[Token, ...], verb: int) -> int:
    """Return where "or hacked to death" ends behind a verb, 0 where something else stands there."""
    if verb >= len(tokens) or tokens[verb].lower not in _JOINING:
        return 0
    for at in range(verb, min(len(tokens) - 1, verb + _REACH)):
        word = tokens[at].lower
        if word == "to" and at > verb + 1:
            return at + 2 if tokens[at + 1].lower == "death" else 0
        if word not in _JOINING and not word.endswith(_ENDINGS):
            return 0
    return 0
