"""The tables behind the facts, decoded once."""

from functools import cache

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.extract.matching import Phrases, phrases
from whence.extract.place.gazetteer import demonyms
from whence.model.fact import Comparator
from whence.model.vocabulary import load


class NumberWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/numbers.yaml``."""

    cardinals: dict[str, int]
    multipliers: dict[str, int]
    ordinals: frozenset[str]
    vague: dict[str, int]
    vague_phrases: dict[str, int]
    none: list[str]
    comparators: dict[str, Comparator]
    units: frozenset[str]
    names: frozenset[str]
    stops: frozenset[str]
    versions: frozenset[str]


class Verbs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for one slot by how they bind a number (see ``lexicon/casualties.yaml``)."""

    both: list[str] = []
    active: list[str] = []
    plural: list[str] = []
    intransitive: list[str] = []
    state: list[str] = []
    subject: list[str] = []


class WoundWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words around a wound that somebody suffers (see ``lexicon/casualties.yaml``)."""

    verbs: frozenset[str]
    bearing: frozenset[str]
    nouns: frozenset[str]
    between: frozenset[str]
    fatal: frozenset[str]
    open: frozenset[str]
    mild: frozenset[str]
    never: frozenset[str]
    treated: frozenset[str]
    taking: frozenset[str]
    bullets: frozenset[str]
    losing: frozenset[str]
    limbs: frozenset[str]
    parts: frozenset[str]


class SentWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What sends whom to a hospital (see ``lexicon/casualties.yaml``)."""

    verbs: frozenset[str]
    events: frozenset[str]
    whom: frozenset[str]


class ArrestWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for arrests beside the incident (see ``lexicon/casualties.yaml``)."""

    reasons: frozenset[str]
    apart: frozenset[str]
    offences: frozenset[str]
    taking: frozenset[str]
    custody: frozenset[str]
    holding: frozenset[str]
    making: frozenset[str]
    unreal: frozenset[str]
    lawful: frozenset[str]
    captive: frozenset[str]
    held_for: frozenset[str]
    released: frozenset[str]
    earlier: list[str]


class RoundupWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for sums over several incidents (see ``lexicon/casualties.yaml``)."""

    several: list[str]
    years: list[str]
    of: frozenset[str]
    wars: frozenset[str]
    begun: frozenset[str]
    through: frozenset[str]


class NotOfItWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said of a death that is not the incident's (see ``lexicon/casualties.yaml``)."""

    denying: list[str]
    linking: list[str]
    what: frozenset[str]
    other: frozenset[str]


class RunningWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for tolls told in passing (see ``lexicon/casualties.yaml``)."""

    dead: list[str]
    hurt: list[str]
    sums: list[str]
    carrying: frozenset[str]
    standing: frozenset[str]
    light: frozenset[str]


class NobodyWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which nobody was harmed (see ``lexicon/casualties.yaml``)."""

    opening: frozenset[str]
    without: frozenset[str]
    own: frozenset[str]
    nouns: dict[str, list[str]]
    light: frozenset[str]
    joining: frozenset[str]
    narrowing: frozenset[str]
    told: frozenset[str]
    open: frozenset[str]
    degrees: frozenset[str]


class CasualtyWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/casualties.yaml``."""

    people: frozenset[str]
    communities: frozenset[str]
    invariable: frozenset[str]
    person_endings: list[str]
    trade_endings: list[str]
    not_people: frozenset[str]
    guards: frozenset[str]
    guarding: frozenset[str]
    parents: frozenset[str]
    verbs: dict[str, Verbs]
    tolls: list[str]
    tolls_wounded: list[str]
    put: dict[str, list[str]]
    toll_beside: list[str]
    running: RunningWords
    not_of_it: NotOfItWords
    toll_rises: frozenset[str]
    toll_links: frozenset[str]
    bodies_found: frozenset[str]
    lives_taken: frozenset[str]
    nobody: NobodyWords
    general: frozenset[str]
    sexes: dict[str, frozenset[str]]
    young: frozenset[str]
    categories: dict[str, frozenset[str]]
    wounds: WoundWords
    sent: SentWords
    arrests: ArrestWords
    roundups: RoundupWords


class Weapon(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words for one weapon; ``flies`` marks what can be launched and intercepted."""

    words: list[str]
    flies: bool


class WeaponWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table ``lexicon/weapons.yaml``."""

    weapons: dict[str, Weapon]
    attacks: frozenset[str]
    means: frozenset[str]
    attacking: frozenset[str]
    acts: list[str]
    done: frozenset[str]
    shooting: list[str]
    munitions: dict[str, Verbs]
    figures: frozenset[str]


@cache
def numbers() -> NumberWords:
    """Return the number words."""
    return load("numbers", NumberWords, LEXICON)


@cache
def casualties() -> CasualtyWords:
    """Return the casualty words."""
    return load("casualties", CasualtyWords, LEXICON)


@cache
def weapons() -> WeaponWords:
    """Return the weapon words."""
    return load("weapons", WeaponWords, LEXICON)


@cache
def verb_words() -> frozenset[str]:
    """Return the first words of all verbs and states: a counted noun phrase ends before them."""
    rows = [*casualties().verbs.values(), *weapons().munitions.values()]
    forms = [form for row in rows for form in (row.both, row.active, row.intransitive, row.subject)]
    states = [row.state for row in casualties().verbs.values()]
    return frozenset(word.split()[0] for form in (*forms, *states) for word in form) - _NOUNS


def is_people(word: str) -> bool:
    """Tell whether a lower-case noun means people: listed, a demonym, or by its ending.

    One person of a trade ("watchman", "baker") is read off the ending of the trade's plural.
    """
    table = casualties()
    if (
        word in table.people
        or word in table.communities
        or (word not in table.not_people and _singulars(word) & _persons())
    ):
        return True
    if word.endswith(("man", "woman")) and len(word) > len("woman"):
        return f"{word[:-2]}en" not in table.not_people
    if word.endswith(tuple(table.trade_endings)):
        return f"{word}s" not in table.not_people and f"{word}s" not in verb_words()
    if not word.endswith(("s", "men")) or word in table.not_people or word in verb_words():
        return False
    return word in demonyms() or word.endswith(tuple(table.person_endings))


def is_community(word: str) -> bool:
    """Tell whether a lower-case noun means several of a people, a nation or a faith."""
    return word in casualties().communities or (word.endswith("s") and word in demonyms())


def is_nation(word: str) -> bool:
    """Tell whether a lower-case noun means a nation's people in one form ("two Japanese")."""
    return word.endswith(("ese", "ish", "nch", "tch")) and word in demonyms()


def _singulars(word: str) -> frozenset[str]:
    """Return a noun and what it may be the plural of ("spouses": "spouse"; "ladies": "lady")."""
    cut = [word.removesuffix("s"), word.removesuffix("es")]
    return frozenset({word, *cut, f"{word[:-3]}y" if word.endswith("ies") else word})


@cache
def _persons() -> frozenset[str]:
    """Return the nouns for one person that no ending tells (``lexicon/persons.yaml``)."""
    return frozenset(load("persons", dict[str, list[str]], LEXICON)["persons"])


_NOUNS = frozenset(("shot", "tried", "managed", "took", "got", "no", "death", "deaths")).union(
    ("in", "are", "were", "listed", "expected", "round", "rounds", "placed")
)


@cache
def weapon_of() -> dict[str, str]:
    """Return the weapon that each (lower-case) word or phrase stands for."""
    return {word: name for name, row in weapons().weapons.items() for word in row.words}


@cache
def weapon_phrases() -> Phrases:
    """Return all words for weapons as phrases."""
    return phrases(weapon_of())


@cache
def versions(name: str) -> frozenset[str]:
    """Return one list of ``versions.yaml``: words for first versions, corrections, findings."""
    return frozenset(load("versions", dict[str, list[str]], LEXICON)[name])
