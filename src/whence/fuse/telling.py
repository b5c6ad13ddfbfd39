"""How the texts of an incident's reports speak of a place: placed there, policed, at their head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from whence.model.document import Document

_LEAD = 600
"""Code points of a text that count as its head."""


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a place (``telling.yaml``)."""

    before: tuple[str, ...]
    between: tuple[str, ...]
    forces: tuple[str, ...]
    longer: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What one text says of a place: how often it names it, and whether in which way."""

    times: int
    led: bool
    titled: bool
    placed: bool
    policed: bool
    heads: bool


@cache
def _words() -> _Words:
    text = Path(__file__).with_name("telling.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_Words)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name with the words around it that tell; "Harrow Street" is another."""
    words = _words()
    before, between = "|".join(words.before), "|".join(words.between)
    forces, longer = "|".join(words.forces), "|".join(words.longer)
    return re.compile(
        rf"(?P<head>^)?(?P<placed>\b(?i:{before})\s+(?:(?i:{between})\s+){{0,2}})?"
        rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)(?!\s+(?i:{longer})\b)"
        rf"(?P<force>(?:\s+(?i:city|metro|township))?\s+(?i:{forces})\b)?"
        r"(?P<line>[ ,.\w]{0,20}\(|,? ?[ .\w]{0,10}\s*[-–—]+\s|:\s)?",
        re.MULTILINE,
    )


def told(names: Sequence[str], document: Document) -> Told:
    """Return what a document says of the place of some names."""
    text, title = document.text, document.title or ""
    found = [one for name in names for one in _pattern(name).finditer(text)]
    return Told(
        times=len(found),
        led=any(one.start() < _LEAD for one in found),
        titled=any(_pattern(name).search(title) for name in names),
        placed=any(one.group("placed") for one in found),
        policed=any(one.group("force") for one in found),
        heads=any(
            one.group("head") is not None and one.group("line") is not None and one.start() > 0
            for one in found
        ),
    )
