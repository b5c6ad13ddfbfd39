"""The language of the interface: English, and every other that has a catalogue in ``locale/``."""

import gettext
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

_DOMAIN: Final = "workbench"
_FOLDER: Final = Path(__file__).parent / "locale"
ENGLISH: Final = "en"


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are catalogues for, English (the templates' own) first."""
    found = _FOLDER.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo") if _FOLDER.is_dir() else ()
    return (ENGLISH, *sorted(path.parent.parent.name for path in found))


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the translations of a language, none for English."""
    return gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)


def chosen(accepted: str, known: Iterable[str] = ()) -> str:
    """Return the language wanted most (an Accept-Language header, RFC 9110 12.5.4) that is known.

    English where none is, or where the header cannot be read.
    """
    there = tuple(known) or languages()
    wanted: list[tuple[float, str]] = []
    for piece in accepted.split(","):
        name, _, rest = piece.strip().partition(";")
        weight = rest.strip().removeprefix("q=") or "1"
        try:
            wanted.append((-float(weight), name.strip().lower()))
        except ValueError:
            continue
    for order, language in sorted(wanted, key=lambda row: row[0]):
        for code in (language, language.partition("-")[0]):
            if order < 0 and code in there:
                return code
    return ENGLISH
