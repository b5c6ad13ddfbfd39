"""The head of a report: what happened in one sentence, as of when, from how much."""

from dataclasses import dataclass

from whence.model.case import Case
from whence.model.fact import Quantity
from whence.model.incident import Incident, Slot
from whence.model.iso import order
from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.index import Index
from whence.publish.numbers import number, plural, span_of, units
from whence.publish.texts import squeeze
from whence.publish.views.graph import own_voice
from whence.publish.words import incident_label, slot_label

_DONE = {
    "munitions_launched": "launched",
    "munitions_intercepted": "intercepted",
    "munitions_struck": "struck",
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "detained": "detained",
}
_PEOPLE = ("killed", "wounded", "missing", "detained")
_ROOM = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
_TEXT_LIMIT = 90
_THIN = 0.5
"""Origins behind an unanswered value from which on the head speaks of it."""


@dataclass(frozen=True)
class Part:
    """A run of the sentence; values lead to their slot, ``disputed`` ones are underlined."""

    text: str
    href: str | None = None
    disputed: bool = False
    range: str = ""


@dataclass(frozen=True)
class Head:
    """The head: ``title`` from the reports or the kind, ``sentence`` built from the slots.

    ``partly`` tells whether one of the ``failed`` inputs is read nevertheless, up to where it is
    cut off. ``sum`` is the first check that does not add up, "" when all do.
    """

    title: str
    sentence: tuple[Part, ...]
    as_of: str
    as_of_iso: str | None
    reports: str
    origins: str
    voices: int
    inputs: int
    failed: int
    partly: bool
    any_disputed: bool
    sum: str

    @property
    def unread(self) -> str:
        """How many inputs are missing, in whole or in part; "" when none is."""
        whole = " whole" if self.partly else ""
        told = f"{self.failed} of {self.inputs} could not be read{whole}"
        return told if self.failed else ""

    @property
    def voiced(self) -> str:
        """How many outlets tell something without saying from whom; "" when none does."""
        if not self.voices:
            return ""
        whose = "its" if self.voices == 1 else "their"
        return f"{plural(self.voices, 'outlet')} in {whose} own voice"


def head(index: Index) -> Head:
    """Prepare the head of a report on the case of ``index``."""
    case = index.case
    as_of = moment_of(case)
    sentence = sentence_of(case.incident) if case.incident else ()
    out = {document.id for document in case.documents if document.out_by(asked_of(case))}
    bearing = [one for one in index.bearing if not out.isdisjoint(index.carried[one.id])]
    voices = sum(own_voice(index, origin) for origin in bearing)
    outside = len(bearing) - voices
    checks = case.incident.checks if case.incident else ()
    return Head(
        title=_title(case),
        sentence=sentence,
        as_of=date(as_of),
        as_of_iso=as_of,
        reports=_reports(case, out),
        origins=plural(outside, "origin") if outside or not voices else "no outside origin",
        voices=voices,
        inputs=len(case.documents) + _lost(case),
        failed=len(case.failures),
        partly=_partly(case),
        any_disputed=any(part.disputed for part in sentence),
        sum=next((check.text for check in checks if not check.holds), ""),
    )


def _lost(case: Case) -> int:
    """Return how many inputs failed before they became a document."""
    kept = {document.location for document in case.documents}
    return sum(failure.location not in kept for failure in case.failures)


def _partly(case: Case) -> bool:
    kept = {document.location for document in case.documents}
    return any(one.location in kept for one in case.failures if one.stage == "ingest")


def _reports(case: Case, out: set[str]) -> str:
    """Return how many reports there are, and where some came later, how many were out by then."""
    told = plural(len(case.reports), "report")
    known = sum(report.document_id in out for report in case.reports)
    return told if known == len(case.reports) else f"{known} of {told} out by then"


def moment_of(case: Case) -> str | None:
    """Return the moment the report stands for: asked for, or else the latest publication."""
    published = [document.published for document in case.documents if document.published]
    return asked_of(case) or max(published, key=order, default=None)


def asked_of(case: Case) -> str | None:
    """Return the moment that was asked for, None for the present."""
    assessed = case.assessment.as_of if case.assessment else None
    return assessed or case.run.as_of


def _title(case: Case) -> str:
    if not case.documents:
        return "Nothing could be read" if case.failures else "Nothing read yet"
    if case.incident is None:
        return "Not brought together yet"
    if case.incident.empty:
        return "No incident found"
    headline = squeeze(case.incident.headline).removesuffix(".")
    return headline or incident_label(case.incident.kind).capitalize()


def sentence_of(incident: Incident) -> tuple[Part, ...]:
    """Build the sentence from the slots: munitions; people; then target, date and place."""
    munitions = _series(incident, ("munitions_launched", "munitions_intercepted",
                                   "munitions_struck"))  # fmt: skip
    groups = [
        munitions or _text(incident, "weapon"),
        *(_series(incident, (name,)) for name in _PEOPLE),
    ]
    first = _join([group for group in groups if group], "; ")
    target = _text(incident, "target", "target: ")
    where = _join(
        [part for name in ("date", "place") if (part := _text(incident, name))], ", "
    )  # fmt: skip
    sentences = [group for group in (first, target, where) if group]
    parts = [part for group in sentences for part in (*_capital(group), Part(". "))]
    return (*parts[:-1], Part(".")) if parts else ()


def _series(incident: Incident, names: tuple[str, ...]) -> list[Part]:
    parts: list[Part] = []
    for name in names:
        slot = incident.slot(name)
        if slot is None or not slot.values or _unsaid(slot):
            continue
        unit = slot.unit if name == names[0] or name in _PEOPLE or not parts else None
        if parts:
            parts.append(Part(", "))
        parts.append(_value(slot, _count(slot, unit)))
        parts.append(Part(f" {_DONE[name]}"))
    return parts


def _count(slot: Slot, unit: str | None) -> str:
    best = slot.quantity.best if slot.quantity else None
    if slot.best is None and slot.quantity is not None and _nobody_or_one(slot.quantity):
        return f"nobody or {number(1)} {units(unit, 1) if unit else ''}".strip()
    if slot.best is None:
        return "an unsettled number" + (f" of {units(unit, None)}" if unit else "")
    if best is None:
        return f"{slot.best} {unit or ''}".strip()
    if best == 0 and slot.slot in _PEOPLE:
        return "nobody"
    return f"{_room(slot)}{number(best)} {units(unit, best) if unit else ''}".strip()


def _unsaid(slot: Slot) -> bool:
    """Tell whether nothing of a slot stands, or hardly anybody says it: no matter for the head."""
    standing = [value.support for value in slot.values if value.status in ("held", "rival")]
    thin = slot.best is None and max(standing, default=_THIN) < _THIN
    return slot.fallen or thin


def _nobody_or_one(count: Quantity) -> bool:
    return (count.low, count.best, count.high) == (0, None, 1)


def _room(slot: Slot) -> str:
    """Return "at least " where the value held leaves room: the words may not sound surer."""
    held = next((row.quantity for row in slot.values if row.status == "held"), None)
    return _ROOM.get(held.comparator, "") if held else ""


def _value(slot: Slot, text: str) -> Part:
    low_high = span_of(slot.quantity) if slot.quantity else ""
    return Part(text, f"#{anchor('slot', slot.slot)}", slot.disputed, low_high)


def _text(incident: Incident, name: str, before: str = "") -> list[Part]:
    slot = incident.slot(name)
    if slot is None or not slot.values or _unsaid(slot):
        return []
    if slot.best is None:
        return [_value(slot, f"{slot_label(name).lower()} unsettled")]
    best = date(slot.best) if name == "date" else squeeze(slot.best, _TEXT_LIMIT)
    value = _value(slot, best)
    return [Part(before), value] if before else [value]


def _join(groups: list[list[Part]], between: str) -> list[Part]:
    parts: list[Part] = []
    for group in groups:
        parts.extend([Part(between), *group] if parts else group)
    return parts


def _capital(group: list[Part]) -> list[Part]:
    first, *rest = group
    text = first.text[:1].upper() + first.text[1:]
    return [Part(text, first.href, first.disputed, first.range), *rest]
