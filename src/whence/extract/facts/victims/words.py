"""The table of persons and of what happened to them, decoded once."""

from functools import cache

from msgspec import Struct

from whence.extract.facts.words import is_community, is_people
from whence.extract.lexicon import LEXICON
from whence.model.vocabulary import load

_AMBIGUOUS = frozenset({"shooting", "striking", "hitting", "strikes", "hits", "stabbing"})
"""Verbs of harm that stand before the noun for a person as well: "shooting suspect"."""


class HarmWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for one outcome by how they bind the victim (see ``lexicon/victims.yaml``)."""

    both: list[str] = []
    active: list[str] = []
    plural: list[str] = []
    intransitive: list[str] = []
    state: list[str] = []
    own: list[str] = []
    noun: list[str] = []
    owned: list[str] = []


class VictimWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/victims.yaml``."""

    male: frozenset[str]
    female: frozenset[str]
    minor: frozenset[str]
    infants: frozenset[str]
    adult: frozenset[str]
    bare: frozenset[str]
    general: frozenset[str]
    police: frozenset[str]
    dignitaries: frozenset[str]
    attendants: frozenset[str]
    shooters: frozenset[str]
    uncounted: frozenset[str]
    animals: frozenset[str]
    bodies: frozenset[str]
    pronouns: dict[str, str]
    determiners: frozenset[str]
    ordinals: dict[str, int]
    children: frozenset[str]
    grades: frozenset[str]
    parents: frozenset[str]
    kin: tuple[frozenset[str], ...]
    no_names: frozenset[str]
    institutions: frozenset[str]
    name_titles: frozenset[str]
    oblique: frozenset[str]
    breaks: frozenset[str]
    saying: frozenset[str]
    unreal: frozenset[str]
    unsure: frozenset[str]
    harms: dict[str, HarmWords]
    carried: frozenset[str]
    hospitals: frozenset[str]
    illnesses: list[str]
    mortuaries: frozenset[str]
    healing: frozenset[str]
    healed: frozenset[str]
    struck_by: frozenset[str]
    struck_ends: frozenset[str]
    missiles: frozenset[str]
    firing: frozenset[str]
    body: frozenset[str]
    shots: frozenset[str]
    accidents: list[str]
    shooting_after: frozenset[str]
    counted_as: frozenset[str]
    missed: frozenset[str]
    implied: dict[str, dict[str, int]]
    tried: frozenset[str]
    offices: frozenset[str]
    degrees: frozenset[str]
    surviving: frozenset[str]
    living: list[str]
    mending: list[str]
    went_home: list[str]
    held: list[str]
    alive: list[str]
    everyone: list[str]
    nobody: list[str]
    deadly: list[str]
    not_all: frozenset[str]
    days: frozenset[str]
    later: frozenset[str]
    apart: list[str]
    deeds: frozenset[str]


@cache
def victim_words() -> VictimWords:
    """Return the victim words."""
    return load("victims", VictimWords, LEXICON)


@cache
def singulars() -> frozenset[str]:
    """Return the nouns for one person that need no article."""
    table = victim_words()
    return table.male | table.female | table.minor | table.adult | table.bare | table.general


def is_person(noun: str) -> bool:
    """Tell whether a noun in lower case stands for one person."""
    if noun in singulars():
        return True
    many = noun.endswith(("s", "men", "children")) and not noun.endswith("ess")
    many = many or noun in victim_words().bodies or is_community(noun)
    return not many and is_people(noun)


@cache
def befalling() -> frozenset[str]:
    """Return the words by which it opens what befell a subject: "was", "shot", "critically"."""
    rows = [row for one in victim_words().harms.values()
            for row in (one.both, one.intransitive, one.state)]  # fmt: skip
    return frozenset(phrase.split()[0] for row in rows for phrase in row) | {"is", "was", "gets"}


@cache
def offspring() -> frozenset[str]:
    """Return the nouns for children and for those who are somebody's son or daughter."""
    kin = victim_words().kin
    return victim_words().children.union(*(row for row in kin if row & {"son", "daughter"}))


@cache
def taking() -> frozenset[str]:
    """Return the single verbs that have whom they kill or wound right behind them: "kills"."""
    table = victim_words().harms
    rows = [row for outcome in ("killed", "wounded", "shot")
            for row in (*table[outcome].active, *table[outcome].plural)]  # fmt: skip
    rows = [word for word in rows if word not in _AMBIGUOUS]
    return frozenset(word for word in rows if " " not in word)
