"""Every place in a document that something in the report points to, and the ways back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from whence.model.attribution import Attribution
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.report import Report
from whence.model.span import Span
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.texts import known_as
from whence.publish.words import slot_label, standings, words

ROLES = (
    "content",
    "source",
    "cue",
    "fact",
    "claim",
    "reaction",
    "loaded",
    "insinuation",
    "copied",
    "named",
    "rejected",
    "found",
)
"""What a place in a text can be, in the order in which styles are laid over each other."""


ARROW = "↑"
"""Shown where a way back needs no word of its own."""


@dataclass(frozen=True)
class Back:
    """A way back from words to what was read from them; ``short`` is what stands in the text."""

    label: str
    href: str
    role: str
    short: str = ""


@dataclass
class Place:
    """One range of a document's text with all its roles and all its ways back."""

    span: Span
    roles: set[str] = field(default_factory=set)
    backs: list[Back] = field(default_factory=list)

    @property
    def classes(self) -> str:
        """The roles in their fixed order, for use as CSS classes."""
        return " ".join(role for role in ROLES if role in self.roles)


Places = dict[str, dict[tuple[int, int], Place]]
Use = tuple[Span, str, Back | None]


def places(index: Index, only: str | None = None) -> Places:
    """Return document id -> range -> place, for every span of the case that its document holds.

    With ``only`` those of one document alone, by its id, in a fraction of the time.
    """
    found: Places = {}
    for span, role, back in _uses(index, only):
        if only not in (None, span.document_id) or not index.holds(span):
            continue
        ranges = found.setdefault(span.document_id, {})
        place = ranges.setdefault((span.start, span.end), Place(span))
        place.roles.add(role)
        if back is not None and back not in place.backs:
            place.backs.append(back)
    return found


def _uses(index: Index, only: str | None) -> Iterator[Use]:
    for report in index.case.reports:
        if only in (None, report.document_id):
            yield from _of_report(index, report)
    yield from _of_copies(index, only)
    yield from _of_incident(index)
    if index.case.assessment is not None:
        for answer in index.case.assessment.answers:
            for evidence in answer.evidence:
                href = f"#{anchor('e', answer.role + evidence.id)}"
                back = Back(f"weighed: {known_as(evidence.text)}", href, "evidence", "weighed")
                for span in evidence.spans:
                    yield span, "named", back


def _of_copies(index: Index, only: str | None) -> Iterator[Use]:
    """Yield every copied passage once: its way back leads to the first of its copies."""
    rows: dict[Span, list[int]] = {}
    for number, copy in enumerate(index.case.trace.copies, 1):
        if only not in (None, copy.copy_id, copy.original_id):
            continue
        for passage in copy.passages:
            for span in (passage.copy, passage.original):
                if number not in rows.setdefault(span, []):
                    rows[span].append(number)
    for span, numbers in rows.items():
        label = "copy" if len(numbers) == 1 else f"{len(numbers)} copies"
        yield span, "copied", Back("copied", f"#{copy_anchor(numbers[0])}", "copied", label)


def _of_report(index: Index, report: Report) -> Iterator[Use]:
    for attribution in report.attributions:
        yield from _of_attribution(index, attribution)
    for chain in report.chains:
        yield from _each((hop.span for hop in chain.hops if hop.span), "named", None)
    for fact in report.facts:
        yield from _each(fact.spans, "fact", fact_back(fact))
    for claim in report.claims:
        back = claim_back(claim)
        # a hint is never drawn as an accusation
        yield from _each(claim.spans, "insinuation" if claim.insinuation else "claim", back)
        if claim.subject_span is not None:
            yield claim.subject_span, "named", None
    for reaction in report.reactions:
        label = words().acts.get(reaction.act, reaction.act)
        back = Back(label, f"#{anchor('r', reaction.id)}", "reaction")
        yield from _each(reaction.spans, "reaction", back)
    for mark in report.marks:
        label = "loaded" if mark.kind == "loaded" else "hint"
        yield mark.span, mark.kind, Back(label, f"#{mark_anchor(mark.span)}", mark.kind)


def _of_attribution(index: Index, attribution: Attribution) -> Iterator[Use]:
    href = index.origin_href(attribution.chain_id)
    name = index.origin_name(attribution.chain_id)
    back = Back(f"origin: {name}", href, "source", ARROW) if href else None
    yield from _each(attribution.content, "content", None if attribution.source else back)
    if attribution.source is not None:
        yield attribution.source, "source", back
    if attribution.cue is not None:
        yield attribution.cue, "cue", None
    if attribution.anonymity_reason is not None:
        yield attribution.anonymity_reason, "named", None


def _of_incident(index: Index) -> Iterator[Use]:
    incident = index.case.incident
    if incident is None:
        return
    for slot in incident.slots:
        back = Back(slot.label, f"#{anchor('slot', slot.slot)}", "fact")
        for value in slot.values:
            # facts lead back by themselves
            yield from _each(value.spans, "fact", None if value.fact_ids else back)
    for moment in incident.timeline:
        yield from _each(moment.spans, "named", None)
    for party in incident.parties:
        yield from _each(party.spans, "named", None)
    for statement in incident.statements:
        label = standings()[statement.standing].label
        back = Back(label, f"#{anchor('st', statement.id)}", "claim")
        role = "insinuation" if statement.insinuation else "claim"
        yield from _each(statement.spans, role, None if statement.claim_ids else back)
    for reaction in incident.reactions:
        yield from _each(reaction.spans, "reaction", None)


def _each(spans: Iterable[Span], role: str, back: Back | None) -> Iterator[Use]:
    """Yield every span of a thing; its last one carries the label, the others an arrow."""
    rows = tuple(spans)
    for place, span in enumerate(rows, 1):
        label = back if back is None or place == len(rows) else replace(back, short=ARROW)
        yield span, role, label


def fact_back(fact: Fact) -> Back:
    """Return the way back from a fact's words to its row."""
    told = date(fact.value) if fact.slot == "date" else fact.value
    slot = slot_label(fact.slot)
    # a value in the text's own words is not said twice
    said = any(told.casefold() in span.text.casefold() for span in fact.spans)
    same = said and not fact.quantity
    return Back(f"{slot}: {told}", f"#{anchor('f', fact.id)}", "fact", slot if same else "")


def claim_back(claim: Claim) -> Back:
    """Return the way back from a claim's words to its row."""
    label = "hint" if claim.insinuation else standings()[claim.standing].label
    role = "insinuation" if claim.insinuation else "claim"
    return Back(f"{label}: {claim.subject}", f"#{anchor('c', claim.id)}", role)


def copy_anchor(number: int) -> str:
    """Return the id of the row of a copy, by its place in the trace, from 1."""
    return f"cp-{number}"


def mark_anchor(span: Span) -> str:
    """Return the id of the list entry of a piece of loaded language or a hint."""
    return f"{anchor('m', span.document_id)}-{span.start}-{span.end}"
