"""What a sentence takes for granted, whatever it says else: "looking for who fired the shot that".

A relative clause on a definite noun is presupposed (Karttunen 1973): what its sentence asks, hopes
or leaves open it does not ask, hope or leave open.
"""

from whence.extract.prose import Token

_RELATIVES = frozenset({"that", "which", "who"})


def presupposed(tokens: tuple[Token, ...], counted: int, verb: int) -> bool:
    """Tell whether a count is told in a relative clause.

    Args:
        tokens: the sentence.
        counted: the token after the words that count.
        verb: the token at which the predicate starts.
    """
    before = tokens[verb - 1].lower if verb else ""
    after = tokens[counted].lower if counted < len(tokens) else ""
    return before in _RELATIVES or (after in _RELATIVES and counted < verb)
