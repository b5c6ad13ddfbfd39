"""Which predicted attributions serve which gold ones: the definitions stand in ``attribution``."""

import re

from msgspec import Struct

from evaluation.comparing.alignment import Alignment
from evaluation.comparing.naming import same_name
from evaluation.harness.metrics import covered
from evaluation.readers.reading import ReadPage
from evaluation.statements.exhaustive import Gold, GoldAttribution, Words
from whence.model.attribution import Attribution
from whence.model.fact import Fact
from whence.model.span import Span

Positions = frozenset[int]
_HALF = 0.5


class Page(Struct, frozen=True, kw_only=True):
    """A page as read by Whence, beside its gold, with the way from gold to clean offsets."""

    gold: Gold
    read: ReadPage
    alignment: Alignment

    def positions(self, words: Words) -> Positions:
        """Return where gold words stand in the clean text, as character positions."""
        carried = self.alignment.carry(*words.range) if words.range else None
        return frozenset(range(*carried)) if carried else frozenset()

    def word_starts(self, positions: Positions) -> Positions:
        """Return the positions at which a word starts."""
        text = self.read.document.text
        return frozenset(
            p for p in positions if text[p].isalnum() and (p == 0 or not text[p - 1].isalnum())
        )


class Verdict(Struct, frozen=True, kw_only=True):
    """How one gold attribution fared: the predicted one that serves it, or None."""

    gold: GoldAttribution
    served_by: Attribution | None
    product: bool = False


def positions_of(*spans: Span | None) -> Positions:
    """Return the character positions of spans."""
    return frozenset(p for span in spans if span for p in range(span.start, span.end))


def source_met(page: Page, gold: GoldAttribution, predicted: Attribution) -> bool:
    """Tell whether the predicted source is the gold's, by the definition above."""
    if gold.source.range is None:
        return _implicit_met(page.gold, gold, predicted)
    mine = positions_of(predicted.source)
    sources = [gold.source, *(level.source for level in gold.nested[-1:])]
    return any(_source_overlaps(page, source, mine) for source in sources)


def content_met(page: Page, gold: GoldAttribution, predicted: Attribution) -> bool:
    """Tell whether the predicted content is the gold's, by the definition above."""
    left, right = page.positions(gold.content), positions_of(*predicted.content)
    if not left or covered(right, left) < _HALF:
        return False
    return covered(_sentences(page, left), right) >= _HALF


def judge(page: Page) -> list[Verdict]:
    """Return the verdict on every gold attribution."""
    verdicts = []
    for gold in page.gold.attributions:
        serving = [
            one
            for one in page.read.report.attributions
            if source_met(page, gold, one) and content_met(page, gold, one)
        ]
        best = max(serving, key=lambda one: _closeness(page, gold, one), default=None)
        product = gold.narrated and _has_product(page, gold)
        verdicts.append(Verdict(gold=gold, served_by=best, product=product))
    return verdicts


def spurious(page: Page) -> list[Attribution]:
    """Return the predicted attributions that serve no gold one and belong to no nesting."""
    return [
        one
        for one in page.read.report.attributions
        if not any(
            (source_met(page, gold, one) and content_met(page, gold, one))
            or _nests(page, gold, one)
            or _is_part(page, gold, one)
            for gold in page.gold.attributions
        )
    ]


def _source_overlaps(page: Page, source: Words, mine: Positions) -> bool:
    words = page.word_starts(page.positions(source))
    return bool(words) and covered(mine, words) >= _HALF


def _implicit_met(reading: Gold, gold: GoldAttribution, predicted: Attribution) -> bool:
    if not isinstance(gold.source.implicit, str):
        return False
    named = re.sub(r" of [A-Z]\d.*$", "", gold.source.implicit)
    referred = [one for one in reading.attributions if one.id in gold.source.implicit]
    names = [named, *(one.source.text for one in referred)]
    return any(same_name(name, predicted.speaker) for name in names)


def _sentences(page: Page, positions: Positions) -> Positions:
    return (
        frozenset(
            p
            for start, end in page.read.sentences
            if not positions.isdisjoint(range(start, end))
            for p in range(start, end)
        )
        | positions
    )


def _closeness(page: Page, gold: GoldAttribution, predicted: Attribution) -> float:
    left, right = page.positions(gold.content), positions_of(*predicted.content)
    return len(left & right) / max(1, len(left | right))


def _nests(page: Page, gold: GoldAttribution, predicted: Attribution) -> bool:
    mine, content = positions_of(predicted.source), positions_of(*predicted.content)
    inner = [page.positions(level.source) for level in gold.nested[1:]]
    holds = covered(content, page.positions(gold.content)) >= _HALF or any(
        covered(content, source) >= _HALF for source in inner
    )
    return holds and any(_source_overlaps(page, level.source, mine) for level in gold.nested)


def _is_part(page: Page, gold: GoldAttribution, predicted: Attribution) -> bool:
    content = positions_of(*predicted.content)
    return (
        bool(content)
        and content <= page.positions(gold.content)
        and source_met(page, gold, predicted)
    )


def _has_product(page: Page, gold: GoldAttribution) -> bool:
    report = page.read.report
    place = page.positions(gold.content) | page.positions(gold.cue)
    if gold.act == "no-claim":
        return any(
            fact.slot == "responsibility_claim" and fact.value == "none" and touches(fact, place)
            for fact in report.facts
        )
    if gold.act == "insinuate":
        spans = [mark.span for mark in report.marks if mark.kind == "insinuation"]
        spans += [span for claim in report.claims if claim.insinuation for span in claim.spans]
        return any(positions_of(span) & place for span in spans)
    narrated = {chain.id for chain in report.chains if len(chain.hops) == 1}
    return any(fact.chain_id in narrated and touches(fact, place) for fact in report.facts)


def touches(fact: Fact, place: Positions) -> bool:
    """Tell whether a fact rests on words at these positions."""
    return bool(positions_of(*fact.spans) & place)
