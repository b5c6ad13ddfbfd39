"""The rules reader's word lists, decoded once, with verbs inflected."""

from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.prose import Token
from whence.model.vocabulary import load


class Cues(Struct, frozen=True):
    """The table ``cues.yaml``: verbs by frame and family, and lists of forms with restrictions."""

    clause: dict[str, frozenset[str]]
    object: dict[str, frozenset[str]]
    to_act: dict[str, str]
    needs_that: frozenset[str]
    nouns_too: frozenset[str]
    nouns_of_people: frozenset[str]
    recorders: frozenset[str]
    it_does: frozenset[str]
    hearsay: frozenset[str]
    irregular: frozenset[str]
    doubling: frozenset[str]


@cache
def cues() -> Cues:
    """Return the reporting verbs."""
    return load("cues", Cues, LEXICON)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: its ``family`` in ``cues.yaml`` and whether it takes a clause.

    ``participle`` is True for -ing forms, which take their subject from the clause before.
    """

    family: str
    clausal: bool
    participle: bool


def _inflect(verb: str) -> set[str]:
    """Return the regular forms of a verb (of its first word, when it has several)."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = {first}
    if first.endswith("e"):
        forms |= {first + "s", first + "d", first[:-1] + "ing"}
    elif first.endswith("y") and first[-2] not in "aeiou":
        forms |= {first[:-1] + "ies", first[:-1] + "ied", first + "ing"}
    elif first.endswith(("s", "sh", "ch", "x")):
        forms |= {first + "es", first + "ed", first + "ing"}
    else:
        forms |= {first + "s", first + "ed", first + "ing"}
    if first in cues().doubling:
        forms |= {first + first[-1] + "ed", first + first[-1] + "ing"}
    return {form + tail for form in forms}


@cache
def _table() -> dict[tuple[str, ...], Cue]:
    table: dict[tuple[str, ...], Cue] = {}
    for clausal, families in ((False, cues().object), (True, cues().clause)):
        for family, verbs in families.items():
            for verb in verbs:
                irregular = verb.split()[0] in cues().irregular
                for form in {verb} if irregular else _inflect(verb):
                    participle = form.split()[0].endswith("ing")
                    table[tuple(form.split())] = Cue(family, clausal, participle)
    return table


@cache
def _longest() -> int:
    return max(len(form) for form in _table())


def cue_at(tokens: tuple[Token, ...], index: int) -> tuple[Cue, int] | None:
    """Return the cue that starts at ``tokens[index]`` and how many tokens it takes."""
    for length in range(min(_longest(), len(tokens) - index), 0, -1):
        form = tuple(token.lower for token in tokens[index : index + length])
        if form in _table():
            return _table()[form], length
    return None


def act_of_family() -> dict[str, str]:
    """Return the act that each family of cues stands for."""
    return cues().to_act
