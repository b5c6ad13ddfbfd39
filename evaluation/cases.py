"""Real cases: how many of the facts read off each report by hand come out again.

The gold (``cases/*/truth.json``) is selective, so only recall is scored. A fact is **found** when
something of a kind that fits its type (the table ``FITS``) stands on its words: the spans share at
least half of the shorter one, or lie in the same sentence for claims and stances, whose words are
spread. Where the gold has a whole number, the value must agree as well; an ISO date agrees by
common prefix, to the month at least (an imprecise date is not a wrong one); where an
accusation names the accused, the claim must name one of them. Boilerplate is found when it is
gone from the clean text. Types without a kind of their own are found when anything was read off
their words, and are scored together as ``type other``. **Parties named** is the share of a case's
publicly named hypotheses whose party is among the subjects of the claims of its reports: all
words of the one stand in the other, plural or not. Intervals resample cases.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.alignment import Alignment
from evaluation.command import Request, main
from evaluation.corpus import fingerprint, require
from evaluation.metrics import Counts
from evaluation.naming import plain_name, words_of
from evaluation.reading import ReadPage, read_page
from evaluation.scores import Misreading, Outcome, Score, recall_score
from whence.model.fact import Fact
from whence.model.span import Span

Range = tuple[int, int]


class GoldFact(Struct, frozen=True, kw_only=True):
    """One fact read off a report by hand; fields beside these are for people."""

    type: str
    span: str
    start: int
    end: int
    value: int | float | str | None = None
    role: str | None = None
    accused: str | list[str] | None = None


class GoldReport(Struct, frozen=True, kw_only=True):
    """The facts of one report."""

    report: str
    outlet: str
    publication_date: str | None = None
    facts: tuple[GoldFact, ...]


class NamedHypothesis(Struct, frozen=True, kw_only=True):
    """A party that somebody publicly named, in words of the compiler."""

    h: str


class Truth(Struct, frozen=True, kw_only=True):
    """One case by hand."""

    case: str
    hypotheses_publicly_named: tuple[NamedHypothesis, ...] = ()
    reports: tuple[GoldReport, ...]


class Found(Struct, frozen=True, kw_only=True):
    """Something that Whence read: its kind, where it stands, and its value or party."""

    kind: str
    ranges: tuple[Range, ...]
    value: str = ""
    fact: Fact | None = None


FITS: dict[str, frozenset[str]] = {
    "count": frozenset({"number"}),
    "casualty": frozenset({"number", "target_condition"}),
    "date": frozenset({"date"}),
    "weapon": frozenset({"weapon"}),
    "place": frozenset({"place"}),
    "accusation": frozenset({"accused"}),
    "accusation_weakened": frozenset({"accused"}),
    "unnamed_perpetrator": frozenset({"accused", "call_for", "condemn"}),
    "speculation": frozenset({"accused", "insinuation", "hedged"}),
    "insinuation": frozenset({"accused", "insinuation"}),
    "denial": frozenset({"denied", "deny_involvement", "reject_accusation"}),
    "exoneration": frozenset({"denied", "deny_involvement", "reject_accusation"}),
    "claim": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "confession": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "admission": frozenset({"admitted", "claim_responsibility", "claimed"}),
    "no_claim": frozenset({"no_claim"}),
    "condemnation": frozenset({"condemn"}),
    "threat": frozenset({"threaten"}),
    "hedge": frozenset({"withheld", "hedged"}),
    "no_comment": frozenset({"decline"}),
    "anonymous": frozenset({"anonymous"}),
    "evidence": frozenset({"evidence_recovered", "evidence_awaited", "said"}),
    "evidence_lost": frozenset({"evidence_lost"}),
    "loaded": frozenset({"loaded", "insinuation"}),
}
"""Which kinds of things that were read fit which type of gold fact."""

_MONTH, _DAY = len("2021-11"), len("2021-11-07")

SPREAD = frozenset({"accused", "denied", "admitted", "condemn", "anonymous", "decline"})
"""Kinds whose words are spread over a sentence: sharing the sentence is enough."""


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
        yield Found(kind=kind, ranges=ranges, value=claim.subject)
        if claim.insinuation:
            yield Found(kind="insinuation", ranges=ranges, value=claim.subject)


def _sayings(read: ReadPage) -> Iterator[Found]:
    for one in read.report.attributions:
        ranges = _ranges(one.source, one.cue, *one.content, one.anonymity_reason)
        yield Found(kind=one.act, ranges=ranges)
        yield Found(kind="said", ranges=ranges)
        if one.anonymity == "anonymous":
            yield Found(kind="anonymous", ranges=ranges)
        if abs(one.hedge) < 3:
            yield Found(kind="hedged", ranges=ranges)
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
    fits = FITS.get(gold.type)
    if fits is not None and found.kind not in fits:
        return False
    wide = found.kind in SPREAD
    area = _sentence_range(place, sentences) if wide else place
    if not any(_share(area, one) >= (1 if wide else _half(place, one)) for one in found.ranges):
        return False
    return _value_met(gold, found) and _party_met(gold, found)


def _value_met(gold: GoldFact, found: Found) -> bool:
    if gold.type == "date" and isinstance(gold.value, str):
        common = min(len(found.value), len(gold.value), _DAY)
        return common >= _MONTH and found.value[:common] == gold.value[:common]
    if not isinstance(gold.value, int) or isinstance(gold.value, bool) or found.fact is None:
        return True
    quantity = found.fact.quantity
    if quantity is None:
        return True
    return gold.value in (quantity.best, quantity.low, quantity.high)


def _party_met(gold: GoldFact, found: Found) -> bool:
    if gold.accused is None or found.kind not in {"accused", "admitted"}:
        return True
    named = [gold.accused] if isinstance(gold.accused, str) else gold.accused
    return any(words_of(plain_name(name)) & words_of(found.value) for name in named)


def measure(request: Request) -> Outcome:
    """Score the recall of facts by type and by case, and of the parties publicly named."""
    folder = require(request.data / "cases")
    files = sorted(folder.glob("*/truth.json"))[: request.limit]
    truths = [(path, msgspec.json.decode(path.read_bytes(), type=Truth)) for path in files]
    by_case: dict[str, list[Counts]] = defaultdict(list)
    by_type: dict[str, list[Counts]] = defaultdict(list)
    parties: list[Counts] = []
    misreadings: list[Misreading] = []
    for path, truth in truths:
        subjects: list[str] = []
        for report in truth.reports:
            read = _read(path.parent, report)
            subjects.extend(claim.subject for claim in read.report.claims)
            for gold, right, got in _judged(path.parent, report, read):
                counts = Counts(int(right), 1, 1)
                by_case[truth.case].append(counts)
                by_type[gold.type if gold.type in FITS else "other"].append(counts)
                if not right:
                    misreadings.append(
                        Misreading(
                            where=f"{truth.case}/{report.report}",
                            kind=gold.type,
                            expected=_expected(gold),
                            got=got,
                        )
                    )
        counts, missed = parties_named(truth, subjects)
        parties.append(counts)
        misreadings.extend(missed)
    return Outcome(
        name="cases",
        corpus=fingerprint(p for path, _ in truths for p in path.parent.glob("*.*")),
        scores=_scores(by_case, by_type, parties, request.seed),
        misreadings=tuple(misreadings),
    )


def _scores(
    by_case: dict[str, list[Counts]],
    by_type: dict[str, list[Counts]],
    parties: list[Counts],
    seed: int,
) -> tuple[Score, ...]:
    whole = [sum(counts, Counts()) for counts in by_case.values()]
    scores = [
        recall_score("facts", whole, seed),
        recall_score("parties named", parties, seed),
    ]
    for label, groups in (("case", by_case), ("type", by_type)):
        scores.extend(
            recall_score(f"{label} {name}", counts, seed) for name, counts in sorted(groups.items())
        )
    return tuple(scores)


def _read(folder: Path, report: GoldReport) -> ReadPage:
    path = folder / f"{report.report}.txt"
    return read_page(path, outlet=report.outlet, published=report.publication_date)


def _judged(
    folder: Path, report: GoldReport, read: ReadPage
) -> Iterator[tuple[GoldFact, bool, str]]:
    text = (folder / f"{report.report}.txt").read_bytes().decode("utf-8")
    alignment = Alignment(text, read.document.text)
    found = found_in(read)
    for gold in report.facts:
        place = alignment.carry(gold.start, gold.end)
        if place is None or gold.type == "boilerplate":
            gone = place is None
            yield gold, gone == (gold.type == "boilerplate"), "gone" if gone else "kept"
            continue
        right = any(answers(gold, place, one, read.sentences) for one in found)
        area = _sentence_range(place, read.sentences)
        near = sorted(
            {f"{one.kind}={one.value}" if one.value else one.kind for one in found
             if any(_share(area, r) for r in one.ranges)}
        )  # fmt: skip
        yield gold, right, ", ".join(near)


def parties_named(truth: Truth, subjects: list[str]) -> tuple[Counts, list[Misreading]]:
    """Count the publicly named hypotheses whose party is a subject, and list the others."""
    known = [_stems(subject) for subject in subjects]
    missed = [
        Misreading(where=truth.case, kind="party not named", expected=one.h, got="")
        for one in truth.hypotheses_publicly_named
        if not any(_is_named(one.h, subject) for subject in known)
    ]
    whole = len(truth.hypotheses_publicly_named)
    return Counts(whole - len(missed), whole, whole), missed


def _is_named(hypothesis: str, subject: frozenset[str]) -> bool:
    """Tell whether a subject's words stand in a hypothesis, or those of a party in the subject."""
    parties = [_stems(option) for option in plain_name(hypothesis).split(" / ")]
    if not subject:
        return False
    return subject <= _stems(hypothesis) or any(one and one <= subject for one in parties)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in words_of(name))


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
