"""What was read on the words of a fact by hand, and whether it answers it or falls into a trap."""

import re
from collections.abc import Iterator

from msgspec import Struct

from evaluation.comparing.naming import plain_name, stems
from evaluation.readers.reading import ReadPage
from evaluation.real_cases.fits import FITS, SPREAD
from evaluation.real_cases.gold import GoldFact
from whence.model.fact import Fact, Quantity
from whence.model.iso import days, ends, is_interval, within
from whence.model.span import Span
from whence.names.countries import split, state_name
from whence.names.spelling import words

Range = tuple[int, int]


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


_MONTH = len("2021-11")
_DAY = len("2021-11-07")
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


def near(place: Range, found: list[Found], read: ReadPage) -> str:
    """Return what was read in the sentence of a fact, to be looked at."""
    area = _sentence_range(place, read.sentences)
    near = [one for one in found if any(_share(area, r) for r in one.ranges)]
    return ", ".join(sorted({f"{o.kind}={o.value}" if o.value else o.kind for o in near}))


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


def _ranges(*spans: Span | None) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)


def _share(left: Range, right: Range) -> int:
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def _half(left: Range, right: Range) -> float:
    return max(1.0, 0.5 * min(left[1] - left[0], right[1] - right[0]))


def _sentence_range(place: Range, sentences: tuple[Range, ...]) -> Range:
    touched = [one for one in sentences if _share(one, place)]
    return (touched[0][0], touched[-1][1]) if touched else place
