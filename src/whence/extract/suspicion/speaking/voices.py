"""Who speaks in a party's name, and whether he may: the alleged, the self-styled, the impostor."""

import re
from typing import Final

BY_HEARSAY: Final = 2
"""How firm the words of somebody who only says that he speaks for a party are at most."""
_ALLEGED: Final = re.compile(
    r" (?:alleged|purported|supposed|presumed|self-styled|self-proclaimed|anonymous|unidentified)"
    r" (?:(?![,.;:] )\S+ ){1,4}$"
)
_SPEAKING_FOR: Final = re.compile(
    r" (?:claim(?:s|ed|ing)|purport(?:s|ed|ing)|pretend(?:s|ed|ing)|profess(?:es|ed|ing))"
    r" to (?:be|speak|represent|act|call|belong)(?: (?![,.;:] )\S+){0,5} $"
)
_IN_THE_NAME: Final = re.compile(r" in the names? of (?:(?![,.;:] )\S+ ){0,3}$")
_FORGED: Final = re.compile(
    r" (?:an?|the|this|that|another) (?:\S+ )?(?:fake|faked|forged|false|bogus|spurious|fabricated)"
    r" (?:(?![,.;:] )\S+ ){1,4}$"
)
_DISOWNED: Final = re.compile(
    r" (?:(?:it|this|them|him|her|(?:claim|statement|message|call|video|letter|caller|he|she|they)"
    r" (?:is|was|are|were|had been))|turned out to be|exposed as|dismissed as) an? (?:\S+ )?"
    r"(?:impost[eo]r|forgery|fake|hoax|fabrication)\b| (?:are|were) (?:impost[eo]rs|forgeries)\b"
    r"| (?:was|were|proved|turned out to be) (?:fake|faked|forged|bogus|fabricated|not genuine)\b"
)
"""What a claim in a party's name turns out to be in the rest of the sentence."""

_MADE_TO: Final = re.compile(
    r" (?:is|was|are|were|be|been|being) (?:\S+ )?(?:forced|paid|made|compelled|coerced|tortured"
    r"|pressured|bribed|hired|induced|tricked|beaten|bullied|instructed)"
    r"(?: [^\s,.;:]+){0,3}? (?:to|into) (?:\S+ ){0,2}?"
    r"(?:say(?:ing)?|claim(?:ing)?|confess(?:ing)?|admit(?:ting)?|tak(?:e|ing)|sign(?:ing)?)\b"
)
"""Words that somebody was made to say."""


def doubtful(before: str) -> bool:
    """Tell whether somebody only says, or is only said, to speak for the party behind ``before``.

    ``before`` is the rendered line up to the party or the verb, and ends with a space.
    """
    return any(one.search(before) for one in (_ALLEGED, _SPEAKING_FOR, _IN_THE_NAME))


def forged(before: str, after: str) -> bool:
    """Tell whether somebody owns up in a name that is not his, or was made to.

    "A fake statement by X claimed", "X was paid to say that".
    """
    return any(
        one.search(text)
        for one, text in (
            (_FORGED, before),
            (_DISOWNED, after),
            (_MADE_TO, before),
            (_MADE_TO, after),
        )
    )
