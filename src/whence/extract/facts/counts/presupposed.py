"""What a sentence takes for granted, whatever it says else: "looking for who fired the shot that".

A relative clause on a definite noun is presupposed (Karttunen 1973): what its sentence asks, hopes
or leaves open it does not ask, hope or leave open.
"""

from whence.extract.lexicon import closed
from whence.extract.prose import Token

_RELATIVES = closed("relative_pronouns")
_DEEDS = frozenset(
    ("left", "leaves", "killed", "killing", "wounded", "wounding", "injured", "injuring")
).union(("claimed", "took", "sent", "hit", "struck", "shot", "opened", "fired"))
"""Verbs after a relative that go on to further victims: "that left two dead and three hurt"."""
_REACH = 16
"""Tokens before a count within which such a clause starts."""


def presupposed(tokens: tuple[Token, ...], counted: int, verb: int) -> bool:
    """Tell whether a count is told in a relative clause.

    Args:
        tokens: the sentence.
        counted: the token after the words that count.
        verb: the token at which the predicate starts.
    """
    before = tokens[verb - 1].lower if verb else ""
    after = tokens[counted].lower if counted < len(tokens) else ""
    if before in _RELATIVES or (after in _RELATIVES and counted < verb):
        return True
    return _goes_on(tokens, min(counted, verb))


def _goes_on(tokens: tuple[Token, ...], end: int) -> bool:
    """Tell whether a relative clause goes on to a count that ends at ``end``.

    "The attack, which left a guard dead and three others hurt, was possibly a robbery" doubts
    nothing but the robbery.
    """
    for at in range(end - 1, max(-1, end - _REACH), -1):
        if tokens[at].text in {";", ":", "”", '"'}:
            return False
        if tokens[at].lower in _RELATIVES:
            return at + 1 < end and tokens[at + 1].lower in _DEEDS
    return False
