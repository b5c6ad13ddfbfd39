"""What changed: corrections, superseded values, retractions and findings, in time order."""

from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.fact import Fact
from whence.model.incident import Slot, Statement
from whence.publish.anchors import anchor
from whence.publish.index import Index
from whence.publish.words import date, dated, known_as, slot_label, squeeze, standings, words

_ACTS = {"retract": "retracts", "correct": "corrects"}


@dataclass(frozen=True)
class Change:
    """One change: when it was published, who made it, what it is, and where its words are."""

    at: str | None
    when: str
    text: str
    href: str


def changes(index: Index) -> tuple[Change, ...]:
    """Prepare all changes, oldest first, each said once."""
    incident = index.case.incident
    if incident is None:
        return ()
    found = [change for slot in incident.slots for change in _of_slot(index, slot)]
    found += [
        change
        for statement in incident.statements
        if (change := _of_statement(index, statement)) is not None
    ]
    once = {(change.at, change.text): change for change in reversed(found)}
    return tuple(sorted(once.values(), key=lambda row: (row.at or "9999", row.text, row.href)))


def _of_slot(index: Index, slot: Slot) -> Iterator[Change]:
    for value in slot.values:
        for key in value.fact_ids:
            fact = index.facts.get(key)
            if fact is not None and fact.stage in ("correction", "finding"):
                yield _of_fact(index, slot, fact)
    superseded = [
        clash
        for clash in slot.contradictions
        if clash.kind == "superseded" and clash.left != clash.right
    ]
    for clash in superseded:
        later = [index.facts[key] for key in clash.fact_ids if key in index.facts]
        if any(fact.stage in ("correction", "finding") for fact in later):
            continue  # told already by the correction itself
        dates = [at for fact in later if (at := index.published(fact.document_id))]
        text = f"{slot.label}, {clash.left} or {clash.right}: {clash.reason}"
        yield _change(max(dates, default=None), text, anchor("slot", slot.slot))


def _of_fact(index: Index, slot: Slot, fact: Fact) -> Change:
    before = [
        value.value
        for value in slot.values
        if value.status == "superseded" and value.value != fact.value
    ]
    verb = "corrects" if fact.stage == "correction" else "finds"
    old = f" {' or '.join(before)} to" if before and verb == "corrects" else ""
    who = index.origin_name(fact.chain_id)
    text = f"{who} {verb}{' ' if old else ': '}{slot_label(slot.slot).lower()}{old} {fact.value}"
    return _change(fact.as_of or index.published(fact.document_id), text, anchor("f", fact.id))


def _of_statement(index: Index, statement: Statement) -> Change | None:
    """Tell a turn by its party first, so that whoever says so is never taken for the one meant."""
    if statement.insinuation:
        return None
    party, who = index.party_name(statement.party_id), known_as(statement.origin_name)
    if statement.act in _ACTS:
        text = f"{who} {_ACTS[statement.act]} what was said of {party}"
    elif statement.standing in ("found", "cleared", "admitted"):
        yes, no = words().predicates[statement.predicate]
        label = standings()[statement.standing].label
        text = f"{label}: {party} {yes if statement.polarity else no}, according to {who}"
    else:
        return None
    said = f" “{squeeze(statement.spans[0].text, 90)}”" if statement.spans else ""
    return _change(statement.at, text + said, anchor("st", statement.id))


def _change(at: str | None, text: str, key: str) -> Change:
    return Change(at, date(at) if at else "undated", dated(text), f"#{key}")
