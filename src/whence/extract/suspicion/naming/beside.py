"""Who is joined to a name behind words for what he is: "X and his brother Y"."""

from whence.extract.facts.words import is_people
from whence.extract.lexicon import words as listed
from whence.extract.parties import Party
from whence.extract.parties.words import Word, lexicon

_WHOSE = frozenset(("his", "her", "their"))
_NUMBERED = frozenset(("the", "a", "an", "one", *_WHOSE))
_MOST = 5
"""Most words between what joins two names and the second one."""


def borne_beside(
    words: tuple[Word, ...], by_first: dict[int, Party], position: int
) -> Party | None:
    """Return the person whose name stands behind words for him that begin at a position.

    "And his lawyer, X" is another matter: whom a suspect has beside him is no suspect.
    """
    for at in range(position + 1, min(position + _MOST + 1, len(words))):
        if words[at].lower == "," and words[position].lower in _WHOSE:
            continue  # "and his brother, X"
        party = by_first.get(at)
        if party is None:
            continue
        told = [word.lower.rstrip(".") for word in words[position:at] if word.lower != ","]
        return party if party.kind == "person" and _bear(told) else None
    return None


def past_aside(words: tuple[Word, ...], by_first: dict[int, Party], position: int) -> int:
    """Return where an aside in small letters ends, before an "and": "X, a rider, and Y"."""
    opened = position + 1 < len(words) and words[position].lower == ","
    if not opened or words[position + 1].lower not in _NUMBERED:
        return position
    for at in range(position + 1, min(position + 1 + _LONGEST, len(words) - 1)):
        if words[at].lower == ",":
            return at if words[at + 1].lower == "and" else position
        if at in by_first or words[at].capital_letter:
            return position
    return position


_LONGEST = 9
"""Most words of such an aside."""


def _bear(told: list[str]) -> bool:
    """Tell whether words only say who somebody is: "his younger brother", "Corporal"."""
    *before, noun = told
    if noun in listed("aside_of_suspects") or any(one.startswith("spokes") for one in told):
        return False
    known = noun in lexicon()["roles"] | lexicon()["titles"] | listed("kin") | listed("ranks")
    if not known and not is_people(noun):
        return False
    return all(one in _NUMBERED or _describes(one) for one in before)


def _describes(word: str) -> bool:
    return (
        word in lexicon()["qualifying"] | lexicon()["roles"] | lexicon()["titles"]
        or word in listed("ranks")
        or word.endswith(("er", "est", "year-old", "law"))
    )
