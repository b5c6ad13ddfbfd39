"""Whether the words of somebody who is said to own up are about a deed of his own."""

import re
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load

_NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
_ASIDE = re.compile(r", [^,.;]{1,60}+,(?= )")
"""What a phrase may hold besides its noun: "the minister, Ana Ruiz, was behind the attack"."""


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    own: tuple[str, ...]
    others_deed: str
    answered_for: str
    deed: str
    set_apart: str


def owns_up(content: str, speaker: str) -> bool:
    """Tell whether a content can be what its speaker owns up to.

    "That the police had planted the bomb" accuses somebody else, "credit for the truce" is praise,
    and "firing shells, but not at the market" concedes something else.
    """
    patterns = _patterns()
    if patterns["set_apart"].search(content):
        return False
    answered = patterns["answered_for"].search(content)
    if answered is not None:
        return patterns["deed"].search(answered["what"]) is not None
    plain = _ASIDE.sub("", content)
    if patterns["others_deed"].match(plain) is None or patterns["own"].search(plain):
        return True
    return any(name in speaker for name in _NAME.findall(content))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load("admissions", _Table, LEXICON)
    sources = {
        "own": rf"\b(?:{'|'.join(table.own)})\b",
        "others_deed": table.others_deed,
        "answered_for": table.answered_for,
        "deed": table.deed,
        "set_apart": table.set_apart,
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}
