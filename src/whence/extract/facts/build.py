"""Facts with their chain, hedge and scope; the same fact is kept once."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from whence.extract.prose import Prose
from whence.extract.scope import Scopes
from whence.extract.sourcing import Sourcing
from whence.model.attribution import Scope
from whence.model.fact import Fact, FactStage, Quantity
from whence.model.identity import stable_id
from whence.model.location import Location
from whence.model.reading import Mention
from whence.model.span import Span

EXTRACTOR = "facts@1"


@dataclass(frozen=True)
class Context:
    """What every fact of one document is made with."""

    prose: Prose
    sourcing: Sourcing
    scopes: Scopes
    dates: tuple[Mention, ...] = ()

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the sentences start."""
        return tuple(sentence.start for sentence in self.prose.sentences)

    def sentence(self, position: int) -> int:
        """Return the index of the sentence at ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A fact as a rule finds it: slot, value, words, before its chain and scope are looked up."""

    slot: str
    value: str
    spans: tuple[Span, ...]
    quantity: Quantity | None = None
    unit: str | None = None
    stage: FactStage = "asserted"
    hedge: int | None = None
    presupposed: bool = False
    """Whether its sentence takes it for granted, however unsure it is of what it says."""
    note: str | None = None
    location: Location | None = None
    scope: Scope | None = None
    """Of which incident it is told, where that does not hang on the sentence it stands in."""


_AS_OF = re.compile(r"\b(?:as of|by)\s+$", re.IGNORECASE)
_BEFORE = 8
"""Code points before a date within which "as of" stands."""
_ABOUT_SAYING = frozenset({"attribution_withheld", "responsibility_claim"})
"""Slots that tell what is said: "too early to say who" is unsure of who, not of its being said."""
_VAGUE = {24: "dozens", 40: "scores", 200: "hundreds", 2000: "thousands"}
"""Words for "some", by the fewest that they can mean (``lexicon/numbers.yaml``)."""


def number_value(quantity: Quantity) -> str:
    """Return the text of a quantity: "3", "at least 2", "up to 20", "dozens"."""
    best = quantity.best
    match quantity.comparator:
        case "at_least":
            return f"at least {quantity.low}"
        case "at_most":
            return f"up to {quantity.high}"
        case "about":
            return f"about {best}" if best is not None else f"{quantity.low} to {quantity.high}"
        case "several":
            known = [word for fewest, word in _VAGUE.items() if fewest <= (quantity.low or 0)]
            return known[-1] if known else "several"
        case _:
            return str(best)


def build(context: Context, drafts: Iterable[Draft]) -> tuple[Fact, ...]:
    """Turn drafts into facts in the order of the text; equal ones of one chain are kept once."""
    facts: dict[tuple[object, ...], Fact] = {}
    told: dict[tuple[object, ...], list[Span]] = {}
    for draft in sorted(drafts, key=lambda d: (d.spans[0], d.slot, d.value)):
        fact = _fact(context, draft)
        key = (fact.slot, fact.value, fact.unit, fact.chain_id, fact.stage, fact.scope)
        facts.setdefault(key, fact)
        told.setdefault(key, []).extend(fact.spans)
    return tuple(replace(fact, spans=_outermost(told[key])) for key, fact in facts.items())


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in the order of the text, without those that lie inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _fact(context: Context, draft: Draft) -> Fact:
    first = draft.spans[0]
    said = context.sourcing.at(first.start, first.end)
    chain = context.sourcing.chain_at(first.start, first.end)
    scope = context.scopes.at(first.start)
    if said is not None and said.scope == "other":
        scope = "other"
    hedge = 3 if said is None or draft.slot in _ABOUT_SAYING else said.hedge
    if draft.presupposed:
        hedge = 3
    if draft.hedge is not None:
        hedge = min(hedge, draft.hedge)
    document = context.prose.document.id
    ident = stable_id(
        "fact", document, chain.id, draft.slot, draft.value, draft.unit, first.start, first.end
    )
    return Fact(
        id=ident,
        document_id=document,
        chain_id=chain.id,
        attribution_id=said.id if said else None,
        slot=draft.slot,
        value=draft.value,
        quantity=draft.quantity,
        unit=draft.unit,
        as_of=_as_of(context, draft),
        hedge=hedge,
        stage=draft.stage,
        scope=draft.scope or scope,
        note=draft.note,
        location=draft.location,
        spans=draft.spans,
        extractor=EXTRACTOR,
    )


def _as_of(context: Context, draft: Draft) -> str | None:
    """Return the date as of which a count is given: "at least 30 were dead by Monday evening"."""
    if draft.quantity is None:
        return None
    text = context.prose.text
    here = context.sentence(draft.spans[0].start)
    for mention in context.dates:
        at = mention.span.start
        told = mention.value and _AS_OF.search(text[max(0, at - _BEFORE) : at])
        if told and context.sentence(at) == here:
            return mention.value
    return None
