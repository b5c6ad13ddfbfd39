"""Somebody whom a sentence only describes: upon whom the law acts, or of whom a deed is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from whence.extract.facts.words import is_people
from whence.extract.lexicon import LEXICON
from whence.extract.lexicon import words as listed
from whence.extract.prose import Prose
from whence.extract.suspicion.deed.held_for import for_the_deed, told_near
from whence.extract.suspicion.wording.grammar import Frame, Pattern, Row, compiled, written_out
from whence.extract.suspicion.wording.matching import Found, match
from whence.extract.suspicion.wording.rendering import Rendered
from whence.model.vocabulary import load

MANY = frozenset(
    ("two", "three", "four", "five", "both", "pair", "couple", "duo", "they", "them", "their")
)
_BEHIND = frozenset(("of", "from", "with", "in", "at", "behind", "who", "for"))
"""Words behind the noun of a description."""
_SIGN = re.compile(r"⟦(\d+)⟧")
_FAR = 3
"""Words behind an article in which the noun for a person stands."""
_BEING = frozenset(("is", "was", "were", "be", "been", "as"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "one", "another"))


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    macros: dict[str, str]
    acts: tuple[Row, ...]
    doers: tuple[Row, ...]
    pronouns: tuple[Row, ...]
    namings: tuple[Row, ...]
    answers: tuple[Row, ...]
    did_it: str
    suspects: frozenset[str]
    grown: frozenset[str]
    held: frozenset[str]
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody described upon whom the law acts, and the words [start, end) that tell it.

    ``frame`` is None where only the deed is told. ``alone`` tells that the sentence speaks of no
    other single person whom it does not name.
    """

    sentence: int
    frame: Frame | None
    polarity: bool
    words: str
    who: tuple[int, int]
    start: int
    end: int
    alone: bool

    @property
    def noun(self) -> str:
        """The noun for him: "cook" of "a part-time cook"."""
        return head(self.words)

    @property
    def many(self) -> bool:
        """Whether several are described."""
        return not MANY.isdisjoint(self.words.split()) or self.noun.endswith(("s", "men"))


def described(prose: Prose, line: Rendered) -> list[Taken]:
    """Return those described in a sentence upon whom the law acts, else those who did the deed."""
    acts = [one for one in _each(prose, line, "acts") if one is not None]
    return acts or [one for one in _each(prose, line, "doers") if one is not None][:1]


def _each(prose: Prose, line: Rendered, which: str) -> Iterator[Taken | None]:
    for told in match(line, patterns(which)):
        at = line.line.find(told.words, told.start)
        who = line.range(at, at + len(told.words))
        words = _in_words(prose, line, told.words, who)
        if not words or not is_somebody(words):
            continue
        acts = which == "acts"
        before, after = line.line[: told.start], line.line[told.start :]
        index = line.index
        if not (for_the_deed(prose, index, before, after) if acts else told_near(prose, index)):
            continue
        rest = line.line[:at] + " " + line.line[at + len(told.words) :]
        yield Taken(
            index,
            told.pattern.frame if acts else None,
            told.commitment.polarity,
            words,
            who,
            *line.range(told.start, told.end),
            nobody_else(rest),
        )


def _in_words(prose: Prose, line: Rendered, words: str, who: tuple[int, int]) -> str:
    """Return a description in small letters, "" where it is a name."""
    sign = _SIGN.match(words)
    if sign is None:
        return " ".join(words.split())
    members = line.groups[int(sign[1])]
    if any(one.kind != "class" or one.name[:1].isupper() for one in members):
        return ""
    return " ".join(prose.text[slice(*who)].casefold().split())


def head(words: str) -> str:
    """Return the noun that a description is about: "cook" of "the cook of the inn"."""
    told = words.split()
    cut = next((n for n, one in enumerate(told) if n and one in _BEHIND), len(told))
    return told[cut - 1] if told else ""


def is_somebody(words: str) -> bool:
    """Tell whether words describe a person, and none who suffered or works on the case."""
    noun = head(words)
    if not table().others.isdisjoint(words.split()):
        return False
    return is_people(noun) or noun in table().suspects | table().grown | listed("persons_too")


def nobody_else(told: str) -> bool:
    """Tell whether words speak of no single person: "the killing of a priest" does."""
    words = [one.strip(",.;") for one in told.split()]
    for at, one in enumerate(words):
        itself = words[at - 1] in _BEING if at else False  # "the shooter was a pupil"
        if one in _ARTICLES and not itself and any(map(_is_person, words[at + 1 : at + 1 + _FAR])):
            return False
    return "◆" not in words


def _is_person(noun: str) -> bool:
    if noun.endswith("s") or noun in listed("of_the_law"):
        return False
    return is_people(noun) or noun in table().grown - MANY | {"priest", "victim"}


@cache
def table() -> _Table:
    """Return what ``described.yaml`` holds."""
    return load("described", _Table, LEXICON)


@cache
def patterns(which: str) -> tuple[Pattern, ...]:
    """Return one group of its patterns."""
    rows: tuple[Row, ...] = getattr(table(), which)
    return written_out(rows, _macros())


@cache
def did_it() -> re.Pattern[str]:
    """Return what a relative clause tells of one who did it or is held for it."""
    return compiled(table().did_it, _macros())


@cache
def _macros() -> dict[str, str]:
    bearing = "|".join(sorted(table().suspects))
    return {**table().macros, "bearing": bearing, "doing": "|".join(sorted(listed("doing")))}


def after(told: Found, line: Rendered) -> str:
    """Return the words of a sentence from a match on."""
    return line.line[told.start :]
