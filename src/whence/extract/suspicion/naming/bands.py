"""What nouns tell a name to be a group's: "the gang X", "X, a militia", "the X cartel"."""

import re
from collections.abc import Sequence
from functools import cache

from whence.extract.parties.words import lexicon
from whence.extract.prose import Token

_BODIES = ("labels", "heads", "body_heads", "government", "described")
"""Lists of ``lexicon/parties.yaml`` with nouns for groups and bodies."""


def without_kind(tokens: list[Token]) -> tuple[list[Token], Token | None]:
    """Part a name from the noun behind it that says what sort of band it is: "the Reed cartel"."""
    bands = lexicon()["labels"] | (lexicon()["heads"] - lexicon()["body_heads"])
    last = tokens[-1] if len(tokens) > 1 else None
    if last is None or not last.text.islower() or last.lower not in bands:
        return tokens, None
    return tokens[:-1], last


def has_band(name: Sequence[Token]) -> bool:
    """Tell whether a word of a name means a body: "men of Ana Ruiz" are not she."""
    return any(is_body(one.lower) for one in name)


def is_body(noun: str) -> bool:
    """Tell whether a noun means a group or a body: "smugglers", "company"."""
    return any(noun in lexicon()[name] for name in _BODIES)


def is_called_a_band(name: str, text: str) -> bool:
    """Tell whether a text says anywhere that a name is a group's: "the gang X", "X, a militia"."""
    nouns = _bands()
    written = re.escape(name)
    return bool(
        re.search(
            rf"\b(?:{nouns})(?: (?:called|named|known as))?,? (?:the )?[\"“‘]?{written}\b"
            rf"|\b{written}[\"”’]?(?:,| is) (?:an?|the) (?:[\w-]+ ){{0,4}}?(?:{nouns})\b",
            text,
        )
    )


@cache
def _bands() -> str:
    known = lexicon()["labels"] | (lexicon()["heads"] - lexicon()["body_heads"])
    return "|".join(sorted(map(re.escape, known)))
