"""Exhaustive readings of one page: every attribution, quantity, suspect and piece of boilerplate.

The format is a JSON object with ``doc`` (path of the text below the data folder), ``outlet``,
``attributions`` (source, cue, content, chain, anonymity, act, and ``nested`` levels for quotations
inside quotations), ``quantities``, ``suspects`` and ``boilerplate``; offsets are code points.
"""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from evaluation.harness.corpus import require


class Words(Struct, frozen=True, kw_only=True):
    """Words at [start, end) of the page's text; both are None for what is not in the text."""

    text: str = ""
    start: int | None = None
    end: int | None = None
    implicit: Any = None
    narrator: Any = None

    @property
    def range(self) -> tuple[int, int] | None:
        """The offsets, or None when nothing stands in the text."""
        return None if self.start is None or self.end is None else (self.start, self.end)


class Level(Struct, frozen=True, kw_only=True):
    """One pair of hands of a nested quotation."""

    source: Words
    cue: Words


class GoldAttribution(Struct, frozen=True, kw_only=True):
    """One attribution as a careful reader marked it."""

    id: str
    source: Words
    cue: Words
    content: Words
    chain: tuple[str, ...] = ()
    anonymity: str = ""
    act: str = ""
    anon_reason: Words | None = None
    nested: tuple[Level, ...] = ()

    @property
    def narrated(self) -> bool:
        """Whether nobody is quoted: the outlet's or author's own voice, or nobody's claim."""
        return self.source.narrator is not None or self.act == "no-claim"


class Quantity(Struct, frozen=True, kw_only=True):
    """A number in the text, what it counts and which event it belongs to (E1 is the incident)."""

    value: Any
    what: str = ""
    span: Words
    event: str | None = None


class Suspect(Struct, frozen=True, kw_only=True):
    """A party that the text brings near the incident, and how far it goes."""

    party: str
    by: str = ""
    degree: str = ""
    span: Words = Words()


class Gold(Struct, frozen=True, kw_only=True):
    """The whole reading of one page."""

    doc: str
    outlet: str | None = None
    byline: str | None = None
    attributions: tuple[GoldAttribution, ...]
    quantities: tuple[Quantity, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    boilerplate: tuple[Words, ...] = ()
    keep_as_metadata: tuple[Words, ...] = ()


def readings(data: Path) -> list[Path]:
    """Return the files with exhaustive readings, by name.

    Raises:
        DataAbsentError: when there is none.
    """
    return sorted(require(data / "cases").glob("*/gold.json")) or [
        require(data / "cases" / "seed-page" / "gold.json")
    ]


def load(path: Path) -> Gold:
    """Read one exhaustive reading."""
    return msgspec.json.decode(path.read_bytes(), type=Gold)
