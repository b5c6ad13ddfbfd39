"""Words that own something: "the mayor's", with a straight mark or a curly one.

The mark behind several owners ("the drivers'") is a token of its own.
"""

from whence.extract.prose import Token

_ENDINGS = ("'s", "’s")


def owner(token: Token) -> str:
    """Return a word in lower case without "'s"."""
    return token.lower.removesuffix("’s").removesuffix("'s")


def is_owner(token: Token) -> bool:
    """Tell whether a word ends in "'s"."""
    return token.lower.endswith(_ENDINGS)


def plain(token: Token) -> str:
    """Return a word in lower case, its marks straight, without the ending of an owner."""
    return _straight(token).removesuffix("'s").removesuffix("'")


def owns(token: Token) -> bool:
    """Tell whether a token ends an owner: "mayor's", or the mark behind "drivers'"."""
    return plain(token) != _straight(token)


def _straight(token: Token) -> str:
    return token.lower.replace("’", "'")
