"""Who is credited: outlet fields and bylines told apart into outlet, people and agencies."""

import re
from collections.abc import Iterable
from functools import cache

from whence.model.vocabulary import load
from whence.names.agencies import agency
from whence.names.countries import state

LEXICON = "whence.ingest.lexicon"
_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*$")
_LISTED = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("outlets", dict[str, list[str]], LEXICON)[table])


@cache
def _relay() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(_words("relays"), key=len, reverse=True))
    return re.compile(rf"^(?P<outlet>[^/(]+?)\s+(?:{cues})\s+(?P<rest>\S.*)$")


def _key(name: str) -> str:
    return agency(name) or name.strip(" .:").casefold().removeprefix("the ")


def is_agency(name: str) -> bool:
    """Tell whether ``name`` is a news agency."""
    return agency(name) is not None


def each_once(names: Iterable[str], outlet: str | None = None) -> tuple[str, ...]:
    """Return the names in order, each once and as first printed, without the outlet itself.

    Two forms of one agency's name ("AP", "The Associated Press") count as one.
    """
    seen = {_key(outlet)} if outlet else set()
    kept: list[str] = []
    for name in names:
        key = _key(name)
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)


def split_outlet(field: str) -> tuple[str | None, tuple[str, ...]]:
    """Tell an outlet field apart into the outlet and those it credits, outermost first.

    "The Herald / Reuters" and "The Herald (Source: Reuters)" give ("The Herald", ("Reuters",)).
    A parenthesis that abbreviates the outlet or tells it from a namesake stays with it; one that
    names nobody is dropped.
    """
    parts = _slashes(field.strip())
    outlet, inside = _parenthesis(parts[0])
    if relayed := _relay().match(outlet):
        outlet, inside = relayed["outlet"].strip(), [*_names(relayed["rest"]), *inside]
    credited = [name for part in parts[1:] for name in _names(part)]
    return outlet or None, each_once((*inside, *credited), outlet)


def _parenthesis(part: str) -> tuple[str, list[str]]:
    """Split "Outlet (rest)" into the outlet, with what belongs to its name, and the credits."""
    found = _PARENTHESIS.search(part)
    if not found or not part[: found.start()].strip():
        return part.strip(), []
    outlet, inside = part[: found.start()].strip(), found[1].strip()
    namesake = inside.casefold() in _words("qualifiers") or state(inside) is not None
    if namesake or _abbreviates(inside, outlet):
        return part.strip(), []
    return outlet, _names(inside)


def _initials(name: str) -> str:
    words = _WORD.findall(name.replace("-", " "))
    return "".join(word[0] for word in words if word[0].isupper()).casefold()


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether one of the two is made of the other's initials or stands within it."""
    letters = "".join(_WORD.findall(short)).casefold()
    whole = "".join(_WORD.findall(long)).casefold()
    if not letters:
        return False
    return letters in (_initials(long), whole) or _initials(short) == whole


def _slashes(field: str) -> list[str]:
    """Split at slashes outside brackets: with spaces always, without only beside an agency."""
    if is_agency(field):
        return [field]
    parts = re.split(r"\s+/\s*|\s*/\s+|\s+\|\s+", field)
    found: list[str] = []
    for part in parts:
        sides = [side.strip() for side in part.split("/")]
        tight = len(sides) > 1 and "(" not in part and not is_agency(part)
        found += sides if tight and any(is_agency(side) for side in sides) else [part]
    kept = [part.strip() for part in found if part.strip()]
    return kept or [field]


def _names(text: str) -> list[str]:
    """Return the names in a credit, without the words that only describe it."""
    if is_agency(text):
        return [text.strip()]
    found: list[str] = []
    for part in _LISTED.split(text):
        words = part.split()
        while words and _describes(words[0]):
            words.pop(0)
        while words and _describes(words[-1]):
            words.pop()
        name = " ".join(words)
        if not any(character.isupper() for character in name):
            continue
        found += [name] if is_agency(name) else [side.strip() for side in _tight(name)]
    return [name for name in found if name]


def _tight(name: str) -> list[str]:
    sides = name.split("/")
    return sides if any(is_agency(side) for side in sides) else [name]


def _describes(word: str) -> bool:
    """Tell whether a word describes a credit: in small letters, or with a colon ("Source:")."""
    bare = word.rstrip(":")
    return bare.casefold() in _words("descriptors") and (bare.islower() or word.endswith(":"))
