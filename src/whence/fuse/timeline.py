"""What happened when: event times apart from times of publication."""

import re
from collections import defaultdict
from collections.abc import Sequence

from whence.fuse.readings import slot_rows
from whence.fuse.witness import Ledger, Witness
from whence.model.document import Document
from whence.model.incident import Moment, Party, Phase, Slot, Statement
from whence.model.iso import earlier, known_end, order, same_day
from whence.model.span import Span

_DAY = len("2021-11-08")
_LABEL = 120
_BEFORE = 72
"""Characters kept before a date in a sentence that is cut: about a clause."""
_PHASES: tuple[Phase, ...] = ("before", "incident", "after", "published")
_BREAK = re.compile(r"[^\W\dA-Z_][.!?]+[”\"’)]*\s+(?=[“\"]?[A-Z])|\d\.\s+(?=[“\"]?[A-Z])|\n")
_EVENTS = ("evidence_recovered", "evidence_awaited", "evidence_lost", "detained")
_COMMITTED = 1
"""The hedge from which on a source stands by what it says (FactBank's scale)."""
_ACTS = {
    "claim_responsibility": "Claim of responsibility",
    "accuse": "Accusation",
    "deny_involvement": "Denial",
    "reject_accusation": "Rejection of an accusation",
    "speculate": "Suspicion voiced",
    "insinuate": "Insinuation",
    "confirm": "Confirmation",
    "retract": "Retraction",
    "correct": "Correction",
}


def timeline(
    slots: Sequence[Slot],
    witnesses: Sequence[Witness],
    said: tuple[Sequence[Statement], Sequence[Party]],
    ledger: Ledger,
    label: str,
) -> tuple[Moment, ...]:
    """Build the timeline: the incident, what came before and after it, and publications by day.

    Something without a time of its own stands at the publication that reports it, marked as such.
    Moments are in the order of their ISO prefixes; of equal times the less precise comes first.
    """
    date = next((slot.best for slot in slots if slot.slot == "date" and slot.best), None)
    moments = [
        *_published(ledger),
        *_facts(witnesses, date),
        *_statements(*said),
        *_mentioned(ledger, date),
    ]
    if date is not None:
        slot = next(slot for slot in slots if slot.slot == "date")
        held = next(value for value in slot.values if value.status == "held")
        moments.append(
            Moment(
                at=date,
                phase="incident",
                label=label,
                document_ids=held.document_ids,
                spans=held.spans,
            )
        )
    return tuple(sorted(_merged(moments), key=_order))


def _order(moment: Moment) -> tuple[str, int, str]:
    return (order(moment.at), _PHASES.index(moment.phase), moment.label)


def _merged(moments: Sequence[Moment]) -> list[Moment]:
    """Join moments of equal time and label: copies add documents, not moments."""
    groups: dict[tuple[str, Phase, str], list[Moment]] = defaultdict(list)
    for moment in moments:
        groups[moment.at, moment.phase, moment.label].append(moment)
    return [
        Moment(
            at=at,
            phase=phase,
            label=label,
            document_ids=tuple(sorted({key for one in group for key in one.document_ids})),
            spans=tuple(sorted({span for one in group for span in one.spans})),
        )
        for (at, phase, label), group in groups.items()
    ]


def _published(ledger: Ledger) -> list[Moment]:
    days: dict[str, list[Document]] = defaultdict(list)
    for report in ledger.reports:
        document = ledger.documents[report.document_id]
        if document.published:
            days[document.published[:_DAY]].append(document)
    return [
        Moment(
            at=day,
            phase="published",
            label="1 report published" if len(found) == 1 else f"{len(found)} reports published",
            document_ids=tuple(sorted(document.id for document in found)),
        )
        for day, found in days.items()
    ]


def _facts(witnesses: Sequence[Witness], date: str | None) -> list[Moment]:
    """Place evidence, corrections and findings: at their own time, or at their publication."""
    found: list[Moment] = []
    for witness in witnesses:
        fact = witness.fact
        if fact.slot not in _EVENTS and fact.stage not in ("correction", "finding"):
            continue
        if fact.hedge < _COMMITTED:
            continue  # what its source leaves open did not come about for certain
        row = slot_rows().get(fact.slot)
        what = f"{row.label if row else fact.slot}: {fact.value}"
        if fact.stage in ("correction", "finding"):
            what = f"{fact.stage.capitalize()} by {witness.origin.name}: {what}"
        at = fact.as_of or witness.at
        if at:
            phase = _phase(at, date) if fact.as_of else "published"
            found.append(_moment(at, phase, what, fact.document_id, fact.spans))
    return found


def _phase(at: str, date: str | None) -> Phase:
    if date is None:
        return "after"
    if earlier(at, date):
        return "before"
    return "incident" if same_day(at, date) and not earlier(date, at) else "after"


def _moment(at: str, phase: Phase, label: str, document_id: str, spans: tuple[Span, ...]) -> Moment:
    return Moment(at=at, phase=phase, label=label, document_ids=(document_id,), spans=spans)


def _statements(rows: Sequence[Statement], parties: Sequence[Party]) -> list[Moment]:
    """Place claims, accusations and denials at their first publication."""
    names = {party.id: party.name for party in parties}
    things = {party.id for party in parties if party.kind == "description"}
    found: list[Moment] = []
    for row in rows:
        if row.at is None:
            continue
        what = _ACTS.get(row.act, "Statement")
        if row.act == "accuse" and row.party_id in things:
            what = "Explanation"  # "the fire was accidental" accuses nobody
        own = row.speaks_for_party and row.act in ("claim_responsibility", "deny_involvement")
        label = f"{what} by {row.origin_name}" + ("" if own else f": {names[row.party_id]}")
        found.append(
            Moment(
                at=row.at[:_DAY],
                phase="published",
                label=label,
                document_ids=row.document_ids,
                spans=row.spans,
            )
        )
    return found


def _mentioned(ledger: Ledger, date: str | None) -> list[Moment]:
    """Place what texts tell about other days than the incident's: the sentence is the label."""
    if date is None:
        return []
    found: list[Moment] = []
    for report in ledger.reports:
        document = ledger.documents[report.document_id]
        for mention in report.mentions:
            told = known_end(mention.value)  # "since January" is told of January
            if mention.kind != "date" or not told or same_day(told, date):
                continue
            sentence = _sentence(document, mention.span)
            phase: Phase = "before" if earlier(told, date) else "after"
            found.append(_moment(mention.value, phase, sentence, document.id, (mention.span,)))
    return found


def _sentence(document: Document, span: Span) -> str:
    """Return the sentence around a span, shortened to what a line of a timeline holds.

    What is cut lies farthest from the span: the words next to a date tell what happened then.
    """
    text = document.text
    start = max((cut.end() for cut in _BREAK.finditer(text, 0, span.start)), default=0)
    after = _BREAK.search(text, max(span.end - 1, 0))
    end = after.start() + 1 if after is not None else len(text)
    words = " ".join(text[start:end].split()).rstrip(".")
    if len(words) <= _LABEL:
        return words
    before = " ".join(text[start : span.start].split())
    behind = " ".join(text[span.start : end].split()).rstrip(".")
    gap = " " if text[span.start - 1 : span.start].isspace() else ""
    kept = len(" ".join(span.text.split()))
    room = max(0, _LABEL - 2 - kept)
    left = min(len(before), room, _BEFORE)
    shown = _tail(before, left)
    return f"{shown}{gap}{_head(behind, _LABEL - 1 - len(shown))}".strip()


def _tail(text: str, room: int) -> str:
    """Return the last words of a text that fit, after "…" where something is left out."""
    if len(text) <= room:
        return text
    cut = text[len(text) - room + 1 :] if room > 1 else ""
    return f"…{cut.partition(' ')[2]}"


def _head(text: str, room: int) -> str:
    """Return the first words of a text that fit, before "…" where something is left out."""
    if len(text) <= room:
        return text
    return f"{text[: max(0, room - 1)].rpartition(' ')[0].rstrip(' ,;:')}…"
