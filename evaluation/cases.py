"""Real cases: how many of the facts read off each report by hand come out again.

The gold (``cases/*/truth.json``) is selective, so of facts only recall is scored. A fact is
**found** when something of a kind that fits its type (``fits.FITS``) stands on its words: the
spans share at least half of the shorter one, or lie in the same sentence for claims and stances,
whose words are spread. Where the gold has a number ("3", ">=2", "several"), the value must agree
as well; an ISO date agrees by common prefix, to the month at least (an imprecise date is not a
wrong one, nor is an interval of at most a month in which it lies); whether somebody was hurt must
agree; where an accusation names the accused, the claim's party must share more than half of the
words of the shorter of the two names with one of them; where no word of the accused stands in the
fact's words, the reader knew the name from elsewhere, and whom the claim names within those words
is meant.
Boilerplate is found when it is
gone from the clean text. Types that nothing answers are left out. **Traps avoided** is the share
of the passages that tempt a naive reader (``fits.TRAPS``) on which nobody is made a suspect of
this incident. **Parties named** is the share of a case's publicly named hypotheses whose party is
the subject of a claim, not counting hints: all words of the one stand in the other, plural or not.
Intervals resample cases; those of one case's row resample its facts.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from evaluation.alignment import Alignment
from evaluation.command import Request, main
from evaluation.corpus import fingerprint, require
from evaluation.fits import FITS, SPREAD, TRAPS
from evaluation.metrics import Counts, total
from evaluation.naming import plain_name, stems
from evaluation.readers import reader
from evaluation.reading import ReadPage, read_page
from evaluation.scores import Misreading, Outcome, Score, recall_score
from whence.model.fact import Fact, Quantity
from whence.model.iso import days, ends, is_interval, within
from whence.model.reading import Reader
from whence.model.span import Span
from whence.names.countries import split, state_name
from whence.names.spelling import words

Range = tuple[int, int]


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


class Found(Struct, frozen=True, kw_only=True):
    """Something that Whence read: its kind, where it stands, and its value or party.

    ``other`` tells that it belongs to another incident of the same report, ``named`` where the
    party's name stands.
    """

    kind: str
    ranges: tuple[Range, ...]
    value: str = ""
    fact: Fact | None = None
    other: bool = False
    named: Range | None = None


_MONTH, _DAY = len("2021-11"), len("2021-11-07")
_MONTH_DAYS = 31


def found_in(read: ReadPage) -> list[Found]:
    """Return everything that was read off a page, by the kinds of ``FITS``."""
    return [*_facts(read), *_claims(read), *_sayings(read), *_marked(read)]


def _facts(read: ReadPage) -> Iterator[Found]:
    kinds = {"responsibility_claim": "claimed", "attribution_withheld": "withheld"}
    for fact in read.report.facts:
        kind = "number" if fact.quantity is not None else kinds.get(fact.slot, fact.slot)
        if fact.slot == "responsibility_claim" and fact.value == "none":
            kind = "no_claim"
        yield Found(kind=kind, ranges=_ranges(*fact.spans), value=fact.value, fact=fact)


def _claims(read: ReadPage) -> Iterator[Found]:
    for claim in read.report.claims:
        kind = "accused" if claim.polarity else "denied"
        if claim.standing == "admitted":
            kind = "admitted"
        ranges = _ranges(*claim.spans, claim.subject_span)
        kind = "insinuation" if claim.insinuation else kind
        named = next(iter(_ranges(claim.subject_span)), None)
        other = claim.scope == "other"
        yield Found(kind=kind, ranges=ranges, value=claim.subject, other=other, named=named)
        if claim.standing == "found":
            yield Found(kind="found", ranges=ranges, value=claim.subject)
        if claim.act == "retract":
            yield Found(kind="retract", ranges=ranges, value=claim.subject)


def _sayings(read: ReadPage) -> Iterator[Found]:
    for one in read.report.attributions:
        ranges = _ranges(one.source, one.cue, *one.content, one.anonymity_reason)
        yield Found(kind=one.act, ranges=ranges)
        yield Found(kind="said", ranges=ranges)
        if one.anonymity == "anonymous":
            yield Found(kind="anonymous", ranges=ranges)
        if abs(one.hedge) < 3:
            yield Found(kind="hedged", ranges=ranges)
    for chain in read.report.chains:
        for hop in chain.hops:
            yield Found(kind="hop", ranges=_ranges(hop.span), value=hop.who)
    for reaction in read.report.reactions:
        yield Found(kind=reaction.act, ranges=_ranges(*reaction.spans))


def _marked(read: ReadPage) -> Iterator[Found]:
    for mark in read.report.marks:
        yield Found(kind=mark.kind, ranges=_ranges(mark.span))
    for mention in read.report.mentions:
        if mention.kind in {"date", "place"}:
            yield Found(kind=mention.kind, ranges=_ranges(mention.span), value=mention.value)


def answers(gold: GoldFact, place: Range, found: Found, sentences: tuple[Range, ...]) -> bool:
    """Tell whether something read answers a gold fact at ``place`` in the clean text."""
    if found.kind not in FITS[gold.type]:
        return False
    wide = found.kind in SPREAD
    area = _sentence_range(place, sentences) if wide else place
    if not any(_share(area, one) >= (1 if wide else _half(place, one)) for one in found.ranges):
        return False
    return _value_met(gold, found) and _party_met(gold, place, found)


def fallen_into(place: Range, found: Found) -> bool:
    """Tell whether something read makes a suspect of this incident out of a trap's words."""
    blames = found.kind in {"accused", "admitted"} and not found.other
    return blames and any(_share(place, one) >= _half(place, one) for one in found.ranges)


def _value_met(gold: GoldFact, found: Found) -> bool:
    if gold.type == "date" and isinstance(gold.value, str):
        if found.value.endswith("/.."):  # "missing since Thursday" happened on Thursday
            return gold.value.startswith(ends(found.value)[0])
        if is_interval(found.value):
            span = days(found.value)
            narrow = span is not None and (span[1] - span[0]).days <= _MONTH_DAYS
            return narrow and within(gold.value, found.value)
        common = min(len(found.value), len(gold.value), _DAY)
        return common >= _MONTH and found.value[:common] == gold.value[:common]
    if found.kind == "target_condition" and gold.injured is not None:
        return (found.value == "unhurt") == (gold.injured is False)
    quantity = found.fact.quantity if found.fact is not None else None
    return quantity is None or _number_met(gold.value, quantity)


def _number_met(value: object, quantity: Quantity) -> bool:
    """Tell whether a count is the gold's: a number, "several", or a bound such as ">=2"."""
    if isinstance(value, str):
        bound = re.fullmatch(r">=\s*(\d+)", value)
        if bound is not None:
            return quantity.comparator == "at_least" and quantity.low == int(bound[1])
        return value != "several" or quantity.comparator == "several"
    if not isinstance(value, int | float) or isinstance(value, bool):
        return True
    return value in (quantity.best, quantity.low, quantity.high)


def _party_met(gold: GoldFact, place: Range, found: Found) -> bool:
    if not gold.accused or found.kind not in {"accused", "admitted"}:
        return True
    listed = gold.accused if isinstance(gold.accused, list) else [gold.accused]
    named = [str(name) for name in listed]
    mine = stems(found.value)
    options = [
        stems(_governed(part) or part)
        for name in named
        for part in re.split(r" / |, | and ", plain_name(name))
    ]
    if any(2 * len(one & mine) > min(len(one), len(mine)) for one in options):
        return True
    known = any(one & stems(gold.span) for one in options)
    at = found.named
    return not known and at is not None and place[0] <= at[0] < at[1] <= place[1]


def _governed(name: str) -> str | None:
    """Return the state whose government a name means ("the Norran regime"): as a suspect, one."""
    left, codes = split(words(name.removeprefix("the ")))
    governs = len(left) == 1 and left[0] in {"government", "regime", "authorities"}
    return state_name(codes[0]) if governs and len(codes) == 1 else None


class Tally:
    """What came out, case by case: the counts of facts by type, of traps and of parties."""

    def __init__(self) -> None:
        self.facts: dict[str, list[tuple[str, Counts]]] = defaultdict(list)
        self.traps: list[Counts] = []
        self.parties: list[Counts] = []
        self.misreadings: list[Misreading] = []

    def scores(self, seed: int) -> tuple[Score, ...]:
        """Return the scores; whole cases are the units, but for the rows of single cases."""
        whole = [total(counts for _, counts in rows) for rows in self.facts.values()]
        types = sorted({kind for rows in self.facts.values() for kind, _ in rows})
        return (
            recall_score("facts", whole, seed),
            recall_score("traps avoided", self.traps, seed),
            recall_score("parties named", self.parties, seed),
            *(
                recall_score(f"case {case}", [counts for _, counts in rows], seed)
                for case, rows in sorted(self.facts.items())
            ),
            *(recall_score(f"type {kind}", self._by_case(kind), seed) for kind in types),
        )

    def _by_case(self, kind: str) -> list[Counts]:
        sums = (total(c for one, c in rows if one == kind) for rows in self.facts.values())
        return [counts for counts in sums if counts.gold]


def measure(request: Request) -> Outcome:
    """Score the recall of facts by type and by case, traps, and the parties publicly named."""
    folder = require(request.data / "cases")
    files = sorted(folder.glob("*/truth.json"))[: request.limit]
    tally, by = Tally(), reader(request.reader)
    for path in files:
        _tally(path.parent, msgspec.json.decode(path.read_bytes(), type=Truth), tally, by)
    return Outcome(
        name="cases",
        corpus=fingerprint(p for path in files for p in path.parent.glob("*.*")),
        scores=tally.scores(request.seed),
        misreadings=tuple(tally.misreadings),
    )


def _tally(folder: Path, truth: Truth, tally: Tally, by: Reader) -> None:
    subjects: list[str] = []
    traps: list[Counts] = []
    for report in truth.reports:
        read = _read(folder, report, by)
        subjects.extend(c.subject for c in read.report.claims if not c.insinuation)
        for gold, right, got in _judged(folder, report, read):
            counts = Counts(int(right), 1, 1)
            if gold.type in TRAPS:
                traps.append(counts)
            else:
                tally.facts[truth.case].append((gold.type, counts))
            if not right:
                where = f"{truth.case}/{report.report}"
                tally.misreadings.append(
                    Misreading(where=where, kind=gold.type, expected=_expected(gold), got=got)
                )
    tally.traps.append(total(traps))
    counts, missed = parties_named(truth, subjects)
    tally.parties.append(counts)
    tally.misreadings.extend(missed)


def _read(folder: Path, report: GoldReport, by: Reader) -> ReadPage:
    path = folder / f"{report.report}.txt"
    return read_page(path, report.outlet, report.publication_date, by)


def _judged(
    folder: Path, report: GoldReport, read: ReadPage
) -> Iterator[tuple[GoldFact, bool, str]]:
    text = (folder / f"{report.report}.txt").read_bytes().decode("utf-8")
    alignment = Alignment(text, read.document.text)
    found = found_in(read)
    for gold in report.facts:
        start = text.find(gold.span) if gold.start is None else gold.start
        end = start + len(gold.span) if gold.end is None else gold.end
        place = alignment.carry(start, end) if start >= 0 else None
        scored = gold.type in FITS or gold.type in TRAPS
        if gold.type == "boilerplate" or (scored and place is None):
            yield gold, (place is None) == (gold.type == "boilerplate"), "gone" if not place else ""
        elif scored and place is not None:
            yield gold, _right(gold, place, found, read), _near(place, found, read)


def _right(gold: GoldFact, place: Range, found: list[Found], read: ReadPage) -> bool:
    if gold.type in TRAPS:
        return not any(fallen_into(place, one) for one in found)
    return any(answers(gold, place, one, read.sentences) for one in found)


def _near(place: Range, found: list[Found], read: ReadPage) -> str:
    area = _sentence_range(place, read.sentences)
    near = [one for one in found if any(_share(area, r) for r in one.ranges)]
    return ", ".join(sorted({f"{o.kind}={o.value}" if o.value else o.kind for o in near}))


def parties_named(truth: Truth, subjects: list[str]) -> tuple[Counts, list[Misreading]]:
    """Count the publicly named hypotheses whose party is a subject, and list the others."""
    known = [stems(subject) for subject in subjects]
    missed = [
        Misreading(where=truth.case, kind="party not named", expected=one.h, got="")
        for one in truth.hypotheses_publicly_named
        if not any(_is_named(one.h, subject) for subject in known)
    ]
    whole = len(truth.hypotheses_publicly_named)
    return Counts(whole - len(missed), whole, whole), missed


def _is_named(hypothesis: str, subject: frozenset[str]) -> bool:
    """Tell whether a subject's words stand in a hypothesis, or those of a party in the subject."""
    parties = [stems(option) for option in plain_name(hypothesis).split(" / ")]
    if not subject:
        return False
    return subject <= stems(hypothesis) or any(one and one <= subject for one in parties)


def _expected(gold: GoldFact) -> str:
    detail = ", ".join(
        f"{name}={value}"
        for name in ("role", "value", "accused")
        if (value := getattr(gold, name)) is not None
    )
    return f"{gold.span} ({detail})" if detail else gold.span


def _ranges(*spans: Span | None) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)


def _share(left: Range, right: Range) -> int:
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def _half(left: Range, right: Range) -> float:
    return max(1.0, 0.5 * min(left[1] - left[0], right[1] - right[0]))


def _sentence_range(place: Range, sentences: tuple[Range, ...]) -> Range:
    touched = [one for one in sentences if _share(one, place)]
    return (touched[0][0], touched[-1][1]) if touched else place


if __name__ == "__main__":
    sys.exit(main(measure))
