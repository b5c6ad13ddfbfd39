"""Real cases as read by hand: the facts of each report, and whom somebody publicly named."""

from typing import Any

from msgspec import Struct


class GoldFact(Struct, frozen=True, kw_only=True):
    """One fact read off a report by hand; fields beside these are for people.

    Readers write what suits the case ("~15", ["a", "b"], null): what has no form that is known here
    asks for nothing. A fact without offsets is looked for by its words.
    """

    type: str
    span: str
    start: int | None = None
    end: int | None = None
    value: Any = None
    role: Any = None
    accused: Any = None
    injured: Any = None


class GoldReport(Struct, frozen=True, kw_only=True):
    """The facts of one report."""

    report: str
    outlet: str | None = None
    publication_date: str | None = None
    facts: tuple[GoldFact, ...] = ()


class NamedHypothesis(Struct, frozen=True, kw_only=True):
    """A party that somebody publicly named, in words of the compiler."""

    h: str


class Truth(Struct, frozen=True, kw_only=True):
    """One case by hand."""

    case: str
    hypotheses_publicly_named: tuple[NamedHypothesis, ...] = ()
    reports: tuple[GoldReport, ...]
