"""One incident looked up once for all rows: when, where, what kind, how many, from whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from whence.model.document import Document
from whence.model.fact import Quantity
from whence.model.incident import Incident, Slot, Value
from whence.model.iso import order
from whence.model.kinds import Kind, kind
from whence.model.location import Location
from whence.publish.coding.doers import Doer, doer, suspects
from whence.publish.coding.tables import tables
from whence.publish.held import held
from whence.publish.index import Index
from whence.publish.periods import Period, period
from whence.publish.texts import squeeze
from whence.publish.views.graph import own_voice
from whence.publish.views.places import state_of
from whence.publish.words import words

_VICTIMS = ("killed", "wounded")


@dataclass(frozen=True)
class Record:
    """What the incident of a case gives for coding; nothing here is guessed."""

    index: Index
    incident: Incident

    @cached_property
    def kind(self) -> Kind | None:
        """The kind with its codes."""
        return kind(self.incident.kind)

    @cached_property
    def date(self) -> Value | None:
        """The date held."""
        return held(self.incident.slot("date"))

    @cached_property
    def period(self) -> Period | None:
        """The first and last possible day of the date held."""
        return period(self.date.value) if self.date else None

    @cached_property
    def place(self) -> Value | None:
        """The place held."""
        return held(self.incident.slot("place"))

    @cached_property
    def location(self) -> Location | None:
        """The point of the place held, where it was resolved."""
        return self.place.location if self.place else None

    @cached_property
    def country(self) -> str:
        """The English name of the state of the place held; "" when it is not known."""
        return state_of(self.location.country) if self.location else ""

    @cached_property
    def target(self) -> str:
        """The targets held, several with a semicolon between them."""
        return self.several("target")

    def several(self, name: str) -> str:
        """Return the values held for a slot of words, with a semicolon between them."""
        slot = self.incident.slot(name)
        values = [row.value for row in slot.values if row.status == "held"] if slot else []
        return "; ".join(values) if slot and slot.best is not None else ""

    @cached_property
    def killed(self) -> Quantity | None:
        """Low, best and high of those killed; the best is None where the slot abstains."""
        slot = self.incident.slot("killed")
        if slot is None or slot.quantity is None:
            return None
        count = slot.quantity
        best = count.best if slot.best is not None else None
        return Quantity(low=count.low, best=best, high=count.high, comparator=count.comparator)

    @cached_property
    def armed(self) -> bool:
        """Whether all those killed or wounded, or the target, bear arms by their word."""
        slots = [slot for name in _VICTIMS if (slot := self.incident.slot(name))]
        units = [unit for slot in slots if (unit := _unit(slot))]
        target = f" {self.target.casefold()} "
        return bool(units and all(unit in tables().armed for unit in units)) or any(
            f" {word} " in target for word in tables().armed
        )

    @cached_property
    def civil(self) -> bool:
        """Whether those killed are civilians by their word."""
        slot = self.incident.slot("killed")
        return slot is not None and _unit(slot) in tables().civil

    @cached_property
    def doer(self) -> tuple[Doer | None, str]:
        """Who may be named as the doer, and why, or why nobody."""
        return doer(self.incident)

    @cached_property
    def suspects(self) -> str:
        """Everybody who is suspected, with standing and accusers."""
        return self.suspects_besides(None)

    def suspects_besides(self, actor: object) -> str:
        """Return whoever is suspected besides the one who is coded as the actor."""
        return "; ".join(f"{name} ({told})" for name, told in suspects(self.index) if name != actor)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The reports, earliest publication first, those without a date last."""
        return tuple(
            sorted(
                self.index.documents.values(),
                key=lambda row: (row.published is None, order(row.published or ""), row.name),
            )
        )

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The first hands behind the incident, the fullest first; outlets' own voices left out."""
        bearing = (row for row in self.index.bearing if not own_voice(self.index, row))
        return tuple(row.name for row in bearing)

    @cached_property
    def own_voices(self) -> int:
        """How many outlets tell something without saying from whom."""
        return sum(own_voice(self.index, row) for row in self.index.bearing)

    @cached_property
    def disputed(self) -> tuple[str, ...]:
        """The names of the slots on which the reports disagree."""
        return tuple(slot.slot for slot in self.incident.slots if slot.disputed)

    @cached_property
    def abstained(self) -> tuple[str, ...]:
        """Each slot without a value held, with the reason."""
        return tuple(
            f"{slot.slot}: {slot.abstained or 'cannot tell'}"
            for slot in self.incident.slots
            if slot.best is None
        )

    def contradictions(self) -> Iterator[str]:
        """Yield each pair of values that differ, with the sort of difference in plain words."""
        for slot in self.incident.slots:
            for row in slot.contradictions:
                yield f"{slot.slot}: {row.left} / {row.right}: {words().contradictions[row.kind]}"


def record(index: Index) -> Record | None:
    """Return the record of a case, or None when its reports tell of no incident."""
    incident = index.case.incident
    return None if incident is None or incident.empty else Record(index, incident)


def _unit(slot: Slot) -> str:
    value = held(slot)
    return squeeze((value.unit if value else None) or slot.unit or "").casefold()


def joined(rows: Iterable[str]) -> str:
    """Return rows as one cell, with "; " between them."""
    return "; ".join(squeeze(row) for row in rows)
