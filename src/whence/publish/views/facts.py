"""What happened, slot by slot: values, rivals, contradictions, origins and exact words."""

from dataclasses import dataclass

from whence.model.fact import Fact, Quantity
from whence.model.incident import Contradiction, Slot, Value
from whence.publish.anchors import anchor
from whence.publish.dates import date, dated
from whence.publish.index import Index
from whence.publish.numbers import plural, probability, span_of, two_digits, units
from whence.publish.periods import period
from whence.publish.views.graph import counted
from whence.publish.views.places import exact_place
from whence.publish.views.quotes import Quote, quote, quotes
from whence.publish.words import slot_label, words

_ORDER = {"held": 0, "rival": 1, "refined": 2, "minor": 3, "superseded": 4}


@dataclass(frozen=True)
class Named:
    """A name that leads somewhere."""

    name: str
    href: str | None


@dataclass(frozen=True)
class ValueView:
    """One value of a slot with its support over origins and its exact words.

    ``vote`` is its support beside that of the whole slot ("1.5 of 3.5") and ``share`` the same in
    [0, 1]; "" and 0 where nothing competes. ``probability`` is "" where none was given. ``exact``
    says how exactly a place or a date is known. ``key`` is the id of the first fact behind it, ""
    where it has none.
    """

    key: str
    text: str
    range: str
    status: str
    status_words: str
    origins: tuple[Named, ...]
    counts: str
    vote: str
    share: float
    probability: str
    exact: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Clash:
    """Why two values differ."""

    kind: str
    left: str
    right: str
    reason: str


@dataclass(frozen=True)
class Limits:
    """Low, best and high of a count as text; a dash where open."""

    low: str
    best: str
    high: str


@dataclass(frozen=True)
class SlotView:
    """One slot of the incident; ``slot`` is its name in the model, ``key`` its id on the page."""

    slot: str
    key: str
    label: str
    unit: str
    best: str
    limits: Limits | None
    disputed: bool
    abstained: str
    summary: str
    values: tuple[ValueView, ...]
    clashes: tuple[Clash, ...]


@dataclass(frozen=True)
class Sum:
    """An arithmetic check over slots."""

    text: str
    holds: bool
    slots: tuple[Named, ...]


def slots(index: Index) -> tuple[SlotView, ...]:
    """Prepare every filled slot in the order of the incident."""
    incident = index.case.incident
    return tuple(_slot(index, slot) for slot in incident.slots) if incident else ()


def sums(index: Index) -> tuple[Sum, ...]:
    """Prepare the arithmetic checks."""
    incident = index.case.incident
    if incident is None:
        return ()
    filled = {slot.slot for slot in incident.slots}
    return tuple(
        Sum(
            check.text,
            check.holds,
            tuple(
                Named(slot_label(slot), f"#{anchor('slot', slot)}" if slot in filled else None)
                for slot in check.slots
            ),
        )
        for check in incident.checks
    )


def unplaced(index: Index) -> tuple[Quote, ...]:
    """Prepare the facts that no value holds: those of other incidents, and those left out."""
    incident = index.case.incident
    placed = {
        key
        for slot in (incident.slots if incident else ())
        for value in slot.values
        for key in value.fact_ids
    }
    rest = [fact for fact in index.facts.values() if fact.id not in placed]
    return tuple(row for fact in rest for row in _fact(index, fact, named=True))


def _slot(index: Index, slot: Slot) -> SlotView:
    ordered = sorted(slot.values, key=lambda value: (_ORDER[value.status], -value.support))
    origins = {key for value in slot.values for key in value.origin_ids}
    documents = {key for value in slot.values for key in value.document_ids}
    return SlotView(
        slot=slot.slot,
        key=anchor("slot", slot.slot),
        label=slot.label,
        unit=units(slot.unit, None) if slot.unit else "",
        best=_best(slot),
        limits=_limits(slot.quantity),
        disputed=slot.disputed,
        abstained=slot.abstained or "",
        summary=counted(index, origins, documents),
        values=tuple(_value(index, slot, value) for value in ordered),
        clashes=tuple(_clash(slot, clash) for clash in slot.contradictions),
    )


def _best(slot: Slot) -> str:
    if slot.best is not None:
        return written(slot.slot, slot.best)
    return "none that stands" if slot.fallen else "cannot tell"


def written(slot: str, value: str) -> str:
    """Return the value of a slot for readers."""
    return date(value) if slot == "date" else value


def _limits(quantity: Quantity | None) -> Limits | None:
    if quantity is None:
        return None
    low, best, high = (
        "–" if count is None else f"{count:,}"
        for count in (quantity.low, quantity.best, quantity.high)
    )
    return Limits(low, best, high)


def _value(index: Index, slot: Slot, value: Value) -> ValueView:
    held = [index.facts[key] for key in value.fact_ids if key in index.facts]
    held.sort(key=lambda fact: (index.published(fact.document_id) or "9999", fact.id))
    rows = tuple(row for fact in held for row in _fact(index, fact))
    covered = {span for fact in held for span in fact.spans}
    loose = quotes(index, (span for span in value.spans if span not in covered))
    text = " ".join(filter(None, [written(slot.slot, value.value), unit_of(value)]))
    votes = sum(row.support for row in slot.values if row.status != "superseded")
    competing = votes > 0 and value.status != "superseded" and _contested(slot)
    # beside the value held, a slot for many things keeps others that nobody has to choose from
    also = value.status == "held" and slot.best is not None and value.value != slot.best
    return ValueView(
        key=anchor("f", held[0].id) if held else "",
        text=text,
        range=span_of(value.quantity) if value.quantity else "",
        status=value.status,
        status_words=words().also if also else words().statuses[value.status],
        origins=origins_named(index, value.origin_ids),
        counts=counted(index, value.origin_ids, value.document_ids),
        vote=f"{two_digits(value.support)} of {two_digits(votes)}" if competing else "",
        share=value.support / votes if competing else 0.0,
        probability=_probability(value),
        exact=exactness(slot.slot, value),
        quotes=rows + loose,
    )


def _contested(slot: Slot) -> bool:
    """Tell whether values of a slot stand against each other, rather than beside each other."""
    return any(row.status in ("rival", "minor") for row in slot.values)


def _probability(value: Value) -> str:
    """Return the probability of a value, where whoever fused the reports gave one."""
    given = getattr(value, "probability", None)
    return probability(given) if isinstance(given, float) else ""


def exactness(slot: str, value: Value) -> str:
    """Return how exactly a place or a date is known, in words; "" for everything else."""
    if slot == "place":
        return exact_place(value.location) if value.location else words().off_the_map
    days = period(value.value) if slot == "date" else None
    if days is None or days.days == 1:
        return ""
    return f"known to within {plural(days.days, 'day')}"


def unit_of(value: Value) -> str:
    """Return what a value counts, where the value does not say so itself."""
    if not value.unit or value.unit in value.value:
        return ""
    return units(value.unit, value.quantity.best if value.quantity else None)


def origins_named(index: Index, keys: tuple[str, ...]) -> tuple[Named, ...]:
    """Return names and links of origins, in alphabetical order."""
    found = sorted((index.origins[key].name, key) for key in set(keys) if key in index.origins)
    return tuple(Named(name, f"#{anchor('o', key)}") for name, key in found)


def _fact(index: Index, fact: Fact, named: bool = False) -> tuple[Quote, ...]:
    """Return a fact's words under its own id; none when it has no span."""
    notes = [
        f"{slot_label(fact.slot)}: {fact.value}" if named else "",
        words().fact_stages[fact.stage],
        f"as of {date(fact.as_of)}" if fact.as_of else "",
        "of another incident" if fact.scope == "other" else "",
        "hedged" if fact.hedge in (1, 2) else "not vouched for" if fact.hedge <= 0 else "",
        fact.note or "",
    ]
    note = "; ".join(filter(None, notes))
    if not fact.spans:
        return ()
    return (quote(index, fact.spans, fact.chain_id, anchor("f", fact.id), note),)


def _clash(slot: Slot, clash: Contradiction) -> Clash:
    left, right = written(slot.slot, clash.left), written(slot.slot, clash.right)
    if left == right:
        left, right = (_counted(slot, clash, told) for told in (True, False))
    return Clash(
        kind=words().contradictions[clash.kind],
        left=left,
        right=right,
        reason=dated(clash.reason),
    )


def _counted(slot: Slot, clash: Contradiction, held: bool) -> str:
    """Return the one or the other of two equal figures with what it counts."""
    mine = [value for value in slot.values if (value.status == "held") is held]
    met = [value for value in mine if set(value.fact_ids) & set(clash.fact_ids)]
    if not met:
        return clash.left
    return " ".join(filter(None, [written(slot.slot, met[0].value), unit_of(met[0])]))
