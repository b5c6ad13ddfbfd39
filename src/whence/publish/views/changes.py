"""What changed: corrections, superseded values, retractions and findings, in time order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from whence.model.fact import Fact
from whence.model.incident import Slot, Statement
from whence.publish.anchors import anchor
from whence.publish.dates import date, dated
from whence.publish.index import Index
from whence.publish.numbers import units
from whence.publish.texts import known_as, marked, squeeze
from whence.publish.words import slot_label, standings, words

_ACTS = {"retract": "retracted", "correct": "corrected"}


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
    once: dict[str, Change] = {}
    for change in sorted(found, key=lambda row: (row.at or "9999", row.text, row.href)):
        once.setdefault(change.text, change)
    return tuple(once.values())


def _of_slot(index: Index, slot: Slot) -> Iterator[Change]:
    named = {
        key: value.value for value in slot.values for key in value.fact_ids if key in index.facts
    }
    told = [key for key in named if index.facts[key].stage in ("correction", "finding")]
    rows = _replaced(index, slot, named)
    for key in told:
        before = rows.get((_origin(index, key), named[key]))
        yield _of_fact(index, slot, index.facts[key], before.values if before else ())
    said = {(_origin(index, key), named[key]) for key in told}
    for mine, row in rows.items():
        if mine in said:
            continue
        first, *others = row.values
        then = "".join(f", then {other}" for other in others)
        who = known_as(index.origin_name(row.by.chain_id))
        text = f"{who} first gave {_subject(slot)} as {first}{then}, later as {mine[1]}"
        yield _change(_at(index, row.by), text, anchor("slot", slot.slot))


@dataclass(frozen=True)
class _Replaced:
    """The fact that replaced values of its own origin, and those in the order of their time."""

    by: Fact
    values: tuple[str, ...]


def _replaced(
    index: Index, slot: Slot, named: dict[str, str]
) -> dict[tuple[str | None, str], _Replaced]:
    """Return what was replaced, by the origin that did so and the value it gave instead.

    What others printed of a withdrawn value is not theirs to change, and is told nowhere here.
    """
    old: dict[tuple[str | None, str], dict[str, str]] = defaultdict(dict)
    new: dict[tuple[str | None, str], Fact] = {}
    for clash in slot.contradictions:
        if clash.kind != "superseded" or clash.left == clash.right:
            continue
        keys = [key for key in clash.fact_ids if key in named]
        for by in (key for key in keys if named[key] == clash.right):
            mine = (_origin(index, by), clash.right)
            new.setdefault(mine, index.facts[by])
            for key in keys:
                if named[key] == clash.left and _origin(index, key) == mine[0]:
                    at = _at(index, index.facts[key]) or "9999"
                    old[mine][clash.left] = min(old[mine].get(clash.left, at), at)
    return {
        mine: _Replaced(new[mine], tuple(sorted(rows, key=lambda value: (rows[value], value))))
        for mine, rows in old.items()
    }


def _origin(index: Index, fact_id: str) -> str | None:
    return index.origin_of.get(index.facts[fact_id].chain_id)


def _at(index: Index, fact: Fact) -> str | None:
    return fact.as_of or index.published(fact.document_id)


def _subject(slot: Slot) -> str:
    """Return what a slot tells, inside a sentence: "the number of drones launched", "the date"."""
    label = slot_label(slot.slot).lower()
    if slot.quantity is None:
        return f"the {label}"
    return f"the number of {units(slot.unit, None)} {label}" if slot.unit else f"the number {label}"


def _of_fact(index: Index, slot: Slot, fact: Fact, before: tuple[str, ...]) -> Change:
    """Tell a correction or finding; an outlet that names no source tells of somebody else's."""
    who, what = known_as(index.origin_name(fact.chain_id)), _subject(slot)
    did, rest = "found", f"to be {fact.value}"
    if fact.stage == "correction":
        did = "corrected"
        rest = f"from {', then '.join(before)} to {fact.value}" if before else f"to {fact.value}"
    origin = index.origins.get(_origin(index, fact.id) or "")
    if origin is not None and origin.kind in ("outlet", "agency"):
        text = f"{what} was {did} {rest}, as {who} reports"
    else:
        text = f"{who} {did} {what} {rest}"
    return _change(_at(index, fact), text, anchor("f", fact.id))


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
    said = f" {marked(squeeze(statement.spans[0].text, 90))}" if statement.spans else ""
    return _change(statement.at, text + said, anchor("st", statement.id))


def _change(at: str | None, text: str, key: str) -> Change:
    return Change(at, date(at) if at else "undated", dated(text), f"#{key}")
