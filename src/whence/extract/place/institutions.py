"""Whose country a text is about by the offices that it names: "the sheriff's office"."""

import re
from functools import cache

from whence.extract.place.words import words


def served(text: str) -> set[str]:
    """Return the ISO codes of the countries that alone have an office of those a text names."""
    plain = text.casefold().replace("’", "'")
    return {_countries()[found.group(1)] for found in _offices().finditer(plain)}


@cache
def _countries() -> dict[str, str]:
    table = words().institutions
    return {name.casefold(): country for country, names in table.items() for name in names}


@cache
def _offices() -> re.Pattern[str]:
    names = sorted(_countries(), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, names))})\b")
