"""Where a text is at home by the area codes of its telephones: "call 706-555-0142" is Georgia's."""

import re
from functools import cache

from whence.extract.lexicon import LEXICON
from whence.extract.place.gazetteer import Place
from whence.extract.place.regions import region
from whence.model.vocabulary import load

_NUMBER = re.compile(
    r"(?<![\w$€£.,/-])(?:\+?1[ .-])?\(?(?P<code>[2-9]\d\d)(?:\) ?|[ ./-])"
    r"[2-9][\dA-Z]{2}[ .-][\dA-Z]{4,7}\b"
)
"""A number of the North American plan with its area code, letters for digits or not."""


def homes(text: str) -> tuple[Place, ...]:
    """Return the regions whose area codes the telephone numbers of a text have, each once."""
    codes = dict.fromkeys(int(found.group("code")) for found in _NUMBER.finditer(text))
    found = (_regions().get(code) for code in codes)
    return tuple(dict.fromkeys(place for place in found if place is not None))


@cache
def _regions() -> dict[int, Place]:
    """Return the region of each area code (``lexicon/area_codes.yaml``)."""
    table = load("area_codes", dict[str, dict[str, list[int]]], LEXICON)
    return {
        code: place
        for country, rows in table.items()
        for name, codes in rows.items()
        if (place := region(country, name)) is not None
        for code in codes
    }
