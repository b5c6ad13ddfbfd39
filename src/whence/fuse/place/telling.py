"""How often the texts of reports name a place, and whether it stands at the head of one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from whence.model.document import Document


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a place (``telling.yaml``)."""

    longer: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """How often a text names a place, and whether a line of it starts with the place."""

    times: int
    heads: bool


@cache
def _words() -> _Words:
    text = Path(__file__).with_name("telling.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=_Words)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name, and a dateline; "Harrow Street" names no town.

    Only as it is written or in capitals: "skip" is not Skip.
    """
    longer = "|".join(_words().longer)
    return re.compile(
        rf"(?P<head>^)?(?<!\w)(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)"
        rf"(?!\s+(?i:{longer})\b)(?P<line>[ ,.\w]{{0,20}}\(|,? ?[ .\w]{{0,10}}\s*[-–—]+\s|:\s)?",
        re.MULTILINE,
    )


def told(names: Sequence[str], document: Document) -> Told:
    """Return what the text of a document says of the place of some names."""
    found = [one for name in names for one in _pattern(name).finditer(document.text)]
    return Told(
        times=len(found),
        heads=any(
            one.start() > 0 and None not in (one.group("head"), one.group("line")) for one in found
        ),
    )
