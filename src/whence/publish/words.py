"""The words of a report: those of standings, slots, kinds and evidence, and of likelihood."""

from functools import cache

from msgspec import Struct

from whence.model.forecast import Finding
from whence.model.kinds import kind as incident_kind
from whence.model.vocabulary import load


class Band(Struct, frozen=True, kw_only=True, rename={"start": "from"}):
    """A likelihood word and the probability from which it holds (inclusive)."""

    start: float
    word: str


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables of ``vocabulary/words.yaml``: model key to words, shape or glyph."""

    acts: dict[str, str]
    hops: dict[str, str]
    predicates: dict[str, tuple[str, str]]
    stakes: dict[str, str]
    anonymity: dict[str, str]
    statuses: dict[str, str]
    also: str
    conditional: str
    contradictions: dict[str, str]
    fact_stages: dict[str, str]
    phases: dict[str, str]
    copy_bases: dict[str, str]
    removed: dict[str, str]
    precisions: dict[str, str]
    namesakes: dict[str, str]
    maybe_quarter: str
    place_parts: dict[str, str]
    map_keys: dict[str, str]
    off_the_map: str
    roles: dict[str, str]
    shapes: dict[str, str]
    glyphs: dict[str, str]
    standing_notes: dict[str, str]
    confidence: dict[str, str]
    findings: dict[Finding, str]
    singulars: dict[str, str]
    things: frozenset[str]
    yardsticks: dict[str, str]
    empty: str


class Label(Struct, frozen=True, kw_only=True):
    """The reader's word for a standing or a slot, as the model's tables give it."""

    label: str
    rank: int = 0


def words() -> Words:
    """Return the words that a report uses."""
    return load("words", Words, package="whence.publish.vocabulary")


@cache
def standings() -> dict[str, Label]:
    """Return the standings with their words, strongest first."""
    rows = load("standings", dict[str, Label])
    return dict(sorted(rows.items(), key=lambda row: -row[1].rank))


@cache
def _slot_labels() -> dict[str, Label]:
    return load("slots", dict[str, Label])


def yardstick(used: set[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the yardstick that ``used`` words belong to: its name, and per cent with word.

    The first row of likelihood words (ICD 203) is taken unless another one fits better; two rows
    are never mixed.
    """
    name, found = _yardstick(used)
    # nothing is ever 0 or 100 per cent
    starts = [max(start, 0.01) for start, _ in found]
    tops = [*starts[1:], 0.99]
    return words().yardsticks.get(name, name), tuple(
        (f"{100 * start:.3g}–{100 * top:.3g}", word)
        for start, (_, word), top in zip(starts, found, tops, strict=True)
    )


def bands(used: set[str]) -> tuple[tuple[float, str], ...]:
    """Return the words of the yardstick that ``used`` words belong to, lowest first.

    Each with the probability in [0, 1) from which it holds.
    """
    return _yardstick(used)[1]


def _yardstick(used: set[str]) -> tuple[str, tuple[tuple[float, str], ...]]:
    tables = load("likelihood_words", dict[str, list[Band]])
    name = max(tables, key=lambda key: len(used & {band.word for band in tables[key]}))
    return name, tuple((band.start, band.word) for band in tables[name])


def slot_label(slot: str) -> str:
    """Return the reader's word for a slot; an unknown one is written out plainly."""
    row = _slot_labels().get(slot)
    return row.label if row else slot.replace("_", " ").capitalize()


@cache
def _evidence_labels() -> dict[str, Label]:
    return load("evidence", dict[str, Label])


def evidence_label(kind: str) -> str:
    """Return the reader's word for a kind of evidence."""
    row = _evidence_labels().get(kind)
    return row.label if row else kind.replace("_", " ")


def incident_label(kind: str | None) -> str:
    """Return the reader's word for a kind of incident."""
    row = incident_kind(kind)
    return row.label if row else "incident"
