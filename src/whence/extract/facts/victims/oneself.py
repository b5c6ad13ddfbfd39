"""What people do to themselves: "shot and wounded himself", "shot her own foot"."""

from whence.extract.facts.victims.nouns import is_noun
from whence.extract.facts.victims.roles import passive
from whence.extract.facts.victims.words import victim_words
from whence.extract.facts.words import numbers, weapon_of
from whence.extract.prose import Token

_SELF = frozenset({"himself", "herself", "self"})
_OWN = frozenset({"his", "her"})
_GRAZED = frozenset({"grazed", "grazes", "wounded", "wounds"})
_STRUCK = frozenset({"struck", "hit", "striking", "hitting", "strikes", "hits", "ambushed"})
"""Verbs that are no wound where somebody does it to himself: "hit himself on the head"."""
_TURNED = frozenset({"turn", "turned", "turning", "turns"})
_BULLET = 8
"""Tokens before a verb within which the bullet stands that strikes."""
_ADJECTIVES = 4
"""Tokens of "clerk's upper left leg" before its noun."""


def to_oneself(
    tokens: tuple[Token, ...], index: int, what: tuple[str, str, int]
) -> tuple[str, str, int]:
    """Read "shot and wounded himself", "shot his own foot" as done to oneself."""
    outcome, _, end = what
    verb = tokens[end - 1].lower
    if end >= len(tokens) or verb in _STRUCK or passive(tokens, index):
        return what
    if tokens[end].lower in _SELF:
        return outcome, "own", end + 1
    before = {token.lower for token in tokens[max(0, index - _BULLET) : index]}
    if before & victim_words().missiles:
        return what  # "the bullet grazed her hand"
    body = _own_body(tokens, end) if outcome == "shot" or verb in _GRAZED else 0
    return (outcome, "own", body) if body else what


def _own_body(tokens: tuple[Token, ...], at: int) -> int:
    """Return where "his own foot", "her left hand" ends that starts at a token, 0 for all else."""
    if tokens[at].lower not in _OWN:
        return 0
    for end in range(at + 1, min(len(tokens), at + 1 + _ADJECTIVES)):
        if tokens[end].lower in victim_words().body:
            return 0 if is_noun(tokens, end + 1) else end + 1
        if not tokens[end].text.isalpha() or tokens[end].lower in numbers().stops - {"own"}:
            return 0
    return 0


def gun_turned(tokens: tuple[Token, ...], at: int) -> int:
    """Return where "turning the shotgun on himself" ends that starts at a token, 0 for all else."""
    if tokens[at].lower not in _TURNED:
        return 0
    words = [token.lower for token in tokens[at + 1 : at + 1 + 2 * _ADJECTIVES]]
    on = words.index("on") if "on" in words else 0
    gun = on > 0 and words[on - 1] in weapon_of().keys() | {"gun", "weapon"}
    whom = words[on + 1] if gun and on + 1 < len(words) else ""
    return at + on + 3 if whom in _SELF | {"themselves"} else 0
