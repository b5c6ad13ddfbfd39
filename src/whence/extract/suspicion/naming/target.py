"""The incident's victim, to know him in other spellings: nobody is a suspect by that name."""

import re
from dataclasses import dataclass

from whence.extract.parties import Census
from whence.extract.parties.words import lexicon
from whence.names.countries import demonym, state
from whence.names.spelling import name_words, same_spelling

_MIN_TARGET_WORD = 4


@dataclass(frozen=True, slots=True)
class Target:
    """The incident's victim: the name proper and its words, to recognise in other spellings."""

    name: str | None = None
    words: tuple[str, ...] = ()

    @classmethod
    def named(cls, name: str | None, census: Census | None = None, text: str = "") -> "Target":
        """Return the target behind the words for what was struck.

        "X's residence" and "the home of President X" name X. An office alone ("the prime
        minister") is looked up among the persons of the document; a thing names nobody.
        """
        if not name:
            return cls()
        bare = _BUILDING.sub("", _OWNED.sub("", name)).strip()
        proper = _proper(bare)
        if not proper and census is not None:
            proper = _holder(bare, census, text)
        return cls(proper or None, name_words(proper) if proper else ())

    def is_named_by(self, name: str) -> bool:
        """Tell whether a name is the target's, in full or by its last word, in any spelling."""
        mine = name_words(name)
        if not self.words or not mine or len(mine) > len(self.words) + 2:
            return False
        last = self.words[-1]
        return len(last) >= _MIN_TARGET_WORD and same_spelling(mine[-1], last)


_OWNED = re.compile(r"[’'`]s\b.*$")
_BUILDING = re.compile(
    r"^(?:the |an? )?(?:[a-z-]+ )*(?:residence|home|house|office|palace|convoy|car|vehicle|compound"
    r"|motorcade|headquarters|building|villa) of (?:the )?"
)


def _proper(bare: str) -> str:
    """Return the capitalised words at the end of a phrase that are no office and no state."""
    kept: list[str] = []
    for word in reversed(bare.split()):
        lower = word.casefold().rstrip(".")
        named = word[:1].isupper() or _ARTICLE.match(word)
        if not named or lower in lexicon()["titles"] or demonym(word) or state(word):
            break
        kept.append(word)
    return " ".join(reversed(kept))


_ARTICLE = re.compile(r"(?:al|el|as|ul)[-‑][A-Z]")


def _holder(bare: str, census: Census, text: str) -> str:
    """Return the one person whom the document names right after an office."""
    office = " ".join(bare.casefold().split()[-2:])
    if not any(word in lexicon()["titles"] for word in office.split()):
        return ""
    holders = {
        census.canonical(party)
        for row in census.phrases
        for party in row
        if party.kind == "person" and text[: party.start].casefold().rstrip().endswith(office)
    }
    return holders.pop() if len(holders) == 1 else ""
