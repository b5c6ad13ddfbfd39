"""Numbers and brackets that belong to the name of a party: "33rd Front", "Reed Front (North)".

They are no capitalised words, so that a name would begin behind the one and end before the other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.extract.parties.party import name_end
from whence.extract.parties.words import Word, lexicon

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_NUMBER = re.compile(r"\d{1,4}")
_COUNTED = frozenset(("people", "men", "women", "children", "km", "miles", "percent", "members"))
_NOT_NUMBERED = frozenset(("century", "anniversary", "street", "avenue", "parliament", "congress"))
"""What an ordinal counts that is no band or unit."""
_SPLIT = 3
"""Words in brackets at most that tell a part of a split group: "(Reed Valley faction)"."""


def joined(row: Iterable[Word], text: str) -> tuple[Word, ...]:
    """Return the words of a sentence with numbers and brackets as parts of the names beside them.

    "33rd" is before a capitalised name or head, "313" behind a capitalised head as in "Unit 313".
    Brackets right behind a name are its own where they hold a capitalised word or a single letter
    ("(Independent)", "XYZ(M)") and not its initials.
    """
    return tuple(_bracketed(_numbered(tuple(row)), text))


def _numbered(row: tuple[Word, ...]) -> list[Word]:
    found = list(row)
    for at, word in enumerate(row):
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        if word.tag == "other" and (_counts(word, after) or _follows(word, before, after)):
            found[at] = replace(word, tag="name", capital_letter=True)
    return found


def _counts(word: Word, after: Word | None) -> bool:
    named = after is not None and after.capital_letter and after.tag in ("name", "head", "modifier")
    return bool(
        named
        and after is not None
        and _ORDINAL.fullmatch(word.lower)
        and after.lower not in _NOT_NUMBERED | lexicon()["never_names"]
    )


def _follows(word: Word, before: Word | None, after: Word | None) -> bool:
    """Tell whether a number ends a name whose last word says what sort of body it is."""
    if before is None or before.tag != "head" or not before.capital_letter or before.possessive:
        return False
    counted = after is not None and (after.lower in _COUNTED or after.lower.endswith("s"))
    return _NUMBER.fullmatch(word.lower) is not None and not (
        counted and after is not None and after.text.islower() and after.lower not in _VERBS
    )


_VERBS = frozenset(("was", "is", "has", "says", "does"))


def _bracketed(row: Sequence[Word], text: str) -> Iterable[Word]:
    at = 0
    while at < len(row):
        yield row[at]
        end = _closing(row, at, text)
        if end:
            first, last = row[at + 1], row[end]
            part = " ".join(text[first.start : last.end].split())
            yield replace(
                first, end=last.end, text=part, lower=part.casefold(), tag="name",
                capital_letter=True,
            )  # fmt: skip
        at = max(end, at) + 1


def _closing(row: Sequence[Word], at: int, text: str) -> int:
    """Return at which word the brackets close that belong to the name at ``at``, 0 for none."""
    word = row[at]
    if word.tag not in ("name", "head") or not word.capital_letter or word.possessive:
        return 0
    opened = "(" in word.text and ")" not in word.text
    if opened:  # a reader's name may end within the brackets
        return at + 1 if at + 1 < len(row) and row[at + 1].text == ")" else 0
    if at + 2 >= len(row) or row[at + 1].text != "(":
        return 0
    end = next((i for i in range(at + 2, min(at + 3 + _SPLIT, len(row))) if row[i].text == ")"), 0)
    inside = row[at + 2 : end]
    return end if inside and _tells_apart(word, inside, text) else 0


def _tells_apart(word: Word, inside: Sequence[Word], text: str) -> bool:
    """Tell whether words in brackets say which part of a split group it is."""
    first = inside[0].text
    touching = text[name_end(word, text) : name_end(word, text) + 1] == "("
    letter = len(first) == 1 and first.isupper() and len(inside) == 1
    if letter:
        return touching and word.text.isupper()
    faction = inside[-1].lower in ("faction", "wing", "group") and first[:1].isupper()
    part = inside[0].lower in _PARTS and len(inside) == 1
    return faction or part


_PARTS = frozenset(
    ("independent", "north", "south", "east", "west", "northern", "southern", "maoist", "marxist",
     "leninist", "real", "provisional", "official", "continuity", "original", "reformed", "united",
     "progressive", "democratic", "revolutionary", "main", "patriotic", "renewed",
     "in-opposition", "moderate", "political", "armed")
)  # fmt: skip
"""What parts of a split group call themselves, in brackets behind the name that they share."""
