"""The patterns of ``suspicion.yaml`` and the tables beside it, their macros written out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from msgspec import Struct

from whence.extract.lexicon import LEXICON
from whence.model.claim import PartyKind, Predicate
from whence.model.vocabulary import load

Frame = Literal[
    "state", "accuse", "charge", "convict", "clear", "admit", "deny", "refute", "origin",
    "describe", "stage", "mishap", "absent",
]  # fmt: skip
Place = Literal["subject", "object", "pronoun", "description", "victim", "none"]
TARGET = "◆"
"""The sign that stands in a rendered sentence for the incident's victim."""
_MACRO = re.compile(r"\{([A-Za-z_]\w*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_SIGNS = {
    "X": r"(?:{doubted})?(?:{years})?⟦(?P<x>\d+)⟧",
    "A": r"[⟦⟨](?P<x>\d+)[⟧⟩]",
    "P": r"⟦\d+⟧",
    "T": TARGET,
    "D": r"(?P<d>⟦\d+⟧|{shadow})",
}
_PREDICATES: dict[str, Predicate] = {
    "carried": "carried_out",
    "ordered": "ordered",
    "enabled": "enabled",
    "backed": "enabled",
    "knew": "knew",
    "staged": "staged",
}


class Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One pattern as a table has it (see ``Pattern``)."""

    name: str
    frame: Frame
    slot: Place
    re: str
    predicate: Predicate | None = None
    core: tuple[str, ...] = ()
    hedge: int = 3
    allow: bool = False
    kind: PartyKind | None = None
    unless: str | None = None
    open: bool = False
    accused: bool = False
    told: bool = False
    known: bool = False


class _Verdict(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    re: str
    hedge: int = 3
    flip: bool = False
    reject: bool = False


class _Embedding(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    re: str
    hedge: int = 3
    flip: bool = False
    reject: bool = False
    skip: bool = False
    only: Literal["object", "object_verb", "state"] | None = None
    retract: bool = False


class _Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    macros: dict[str, str]
    patterns: tuple[Row, ...]
    embeddings: tuple[_Embedding, ...]
    nouns: str
    verdicts: tuple[_Verdict, ...]
    verb_group: dict[str, tuple[str, ...]]
    clause_starts: tuple[str, ...]
    phrase_ends: tuple[str, ...]


class _Hinting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    shadows: tuple[str, ...]
    insinuations: tuple[str, ...]
    links: tuple[str, ...]


class _More(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    macros: dict[str, str]
    patterns: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to name a party, compiled. ``hedge`` is the most that its words can mean.

    ``unless`` ends before the pattern where the same words name the party in another role
    ("accused of the attack by X"). What follows an ``open`` pattern need not end the party's
    phrase: nothing but a name can stand there ("the bombing suspect X told the court"). The words
    of one for the ``accused`` are about the incident only where the party was accused before, and
    those of one for the ``known`` only where they tell a state, a body or a band; one ``told``
    elsewhere names no deed: the words around it have to.
    """

    name: str
    frame: Frame
    slot: Place
    predicate: Predicate
    hedge: int
    allow: bool
    kind: PartyKind | None
    regex: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    open: bool = False
    accused: bool = False
    told: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """Words behind a clause that tell what became of the claim, report or theory that holds it."""

    regex: re.Pattern[str]
    hedge: int
    flip: bool
    reject: bool


@dataclass(frozen=True, slots=True)
class Embedding:
    """Words that end just before a clause and change what it is worth."""

    regex: re.Pattern[str]
    hedge: int
    flip: bool
    reject: bool
    skip: bool
    only: str | None
    retract: bool


@cache
def _table() -> _Table:
    return load("suspicion", _Table, LEXICON)


@cache
def _hinting() -> _Hinting:
    return load("insinuations", _Hinting, LEXICON)


@cache
def _settling() -> _More:
    return load("clearings", _More, LEXICON)


@cache
def _law() -> _More:
    return load("law", _More, LEXICON)


@cache
def _attributing() -> _More:
    return load("attributing", _More, LEXICON)


def tables() -> tuple[_Table, _More, _More, _More]:
    """Return what the files hold; no macro and no pattern may bear the name of another."""
    return _table(), _settling(), _law(), _attributing()


def _expand(source: str, extra: dict[str, str] | None = None) -> str:
    macros = {name: told for each in tables() for name, told in each.macros.items()}
    macros |= {**_SIGNS, **(extra or {})}
    macros["shadow"] = (
        r"(?:an?|some) (?:[\w-]+ (?:, )?){0,5}?(?:" + "|".join(_hinting().shadows) + ")"
    )
    for _ in range(12):
        source, count = _MACRO.subn(lambda found: macros[found.group(1)], source)
        if not count:
            return source
    raise ValueError(f"macros go round in a circle: {source[:80]}")


def compiled(source: str, extra: dict[str, str] | None = None) -> re.Pattern[str]:
    """Return a pattern over rendered sentences with its macros written out.

    Raises:
        KeyError: when a macro is unknown.
    """
    seen: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:  # a macro used twice may not name a group twice
        name = found.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}_{seen[name]}>"

    expanded = _GROUP.sub(numbered, _expand(source, extra))
    return re.compile(expanded if expanded.startswith("^") else f"(?<= )(?:{expanded})")


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return all patterns of the tables; over several verbs they are written out for each."""
    return written_out([row for each in tables() for row in each.patterns])


def written_out(rows: Iterable[Row], macros: dict[str, str] | None = None) -> tuple[Pattern, ...]:
    """Return rows as patterns; ``macros`` are those of another file, beside the common ones."""
    found: list[Pattern] = []
    for row in rows:
        forms = [(_PREDICATES[core], {"core": f"{{{core}}}"}) for core in row.core]
        if row.predicate is not None:
            forms.append((row.predicate, {}))
        for predicate, extra in forms:
            found.append(
                Pattern(
                    row.name, row.frame, row.slot, predicate, row.hedge, row.allow, row.kind,
                    compiled(row.re, {**(macros or {}), **extra}),
                    _ending(row.unless) if row.unless else None,
                    row.open, row.accused, row.told, row.known,
                )
            )  # fmt: skip
    return tuple(found)


@cache
def embeddings() -> tuple[Embedding, ...]:
    """Return the embeddings, each anchored at the end of what stands before the clause."""
    return tuple(
        Embedding(_ending(row.re), row.hedge, row.flip, row.reject, row.skip, row.only, row.retract)
        for row in _table().embeddings
    )


def _ending(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= )(?:{_expand(source)})$")


@cache
def verdicts() -> tuple[re.Pattern[str], tuple[Verdict, ...]]:
    """Return what must stand before a clause for a verdict on it, and the verdicts.

    A reserve ("remains unproven") may follow at a distance; a contradiction ("is a lie") belongs
    to the clause only where no comma or "and" parts it from it.
    """
    table = _table()
    rows: list[Verdict] = []
    for row in table.verdicts:
        near = r"(?:(?!(?:[,.;:?!–—]|and|but|which|who) )\S+ ){0,10}?"
        far = r"(?:(?![.;:?!] )\S+ ){0,26}?"
        regex = re.compile(rf" ?{near if row.flip else far}(?:{_expand(row.re)})(?= |$)")
        rows.append(Verdict(regex, row.hedge, row.flip, row.reject))
    return _ending(table.nouns), tuple(rows)


@cache
def verb_group() -> dict[str, frozenset[str]]:
    """Return what words inside the verb group do to it: "possible", "negative" and so on."""
    return {name: frozenset(entries) for name, entries in _table().verb_group.items()}


@cache
def clause_starts() -> frozenset[str]:
    """Return the words and marks after which a clause's subject may stand."""
    return frozenset(_table().clause_starts)


@cache
def phrase_ends() -> frozenset[str]:
    """Return the words and marks that may follow a party in an object's place."""
    return frozenset(_table().phrase_ends)


@cache
def insinuations() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of hints; group ``d`` is the party or the shadowy description."""
    return tuple(compiled(source) for source in _hinting().insinuations)


@cache
def links() -> tuple[re.Pattern[str], ...]:
    """Return the patterns that tie a party just named to a hint before it."""
    return tuple(compiled(source) for source in _hinting().links)
