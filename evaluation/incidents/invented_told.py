"""What Whence made of an invented incident, beside what its record tells: pairs to be counted."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from evaluation.comparing.naming import same_name
from evaluation.fusion import plain
from evaluation.harness.metrics import Counts
from evaluation.invented_set import Invented, Party
from evaluation.readers.suspicions import same_party
from whence.model.case import Case
from whence.model.incident import Incident, Slot, Statement
from whence.model.incident import Party as Named
from whence.model.iso import within

ASKED = ("killed", "wounded", "date", "place", "country", "kind")
_INNOCENT = frozenset({"denied", "cleared"})


class Told(Struct, frozen=True, kw_only=True):
    """An incident as it was made up and as Whence made it out.

    ``numbers`` has the number of its report for every document that was read.
    """

    gold: Invented
    case: Case
    incident: Incident
    numbers: dict[str, int]

    def held(self, slot: str) -> str:
        """Return what is held of a slot, as words."""
        if slot == "kind":
            return self.incident.kind or ""
        if slot == "country":
            return ", ".join(sorted(_countries(self.incident.slot("place"))))
        found = self.incident.slot(slot)
        return found.best or "" if found is not None else ""

    def right(self, slot: str) -> bool:
        """Tell whether what is held of a slot is what the record tells."""
        record = self.gold.record
        if slot in ("killed", "wounded"):
            return _count(self.incident.slot(slot)) in getattr(record, slot)
        if slot == "place":
            wanted = {plain(name) for name in record.place}
            return bool(wanted & _place_names(self.incident.slot("place")))
        if slot == "country":
            return record.country in _countries(self.incident.slot("place"))
        if slot == "date":
            return any(within(self.held(slot), date) for date in record.date if self.held(slot))
        return self.incident.kind in record.kind

    def asked(self, slot: str) -> bool:
        """Tell whether the record tells of a slot."""
        return bool(getattr(self.gold.record, slot))

    def wanted(self, slot: str) -> str:
        """Return what the record tells of a slot, as words."""
        value = getattr(self.gold.record, slot)
        return value if isinstance(value, str) else " | ".join(map(str, value))

    def statements(self, party: Named) -> list[Statement]:
        """Return what is said of a party, hints aside."""
        said = self.incident.statements
        return [one for one in said if one.party_id == party.id and not one.insinuation]

    def suspects(self) -> list[Named]:
        """Return the parties that somebody ties to the deed outright."""
        return [one for one in self.incident.parties if any(map(outright, self.statements(one)))]

    def matched(self, among: Sequence[Named] | None = None) -> list[tuple[Party, Named]]:
        """Return the record's parties with those ``among`` the incident's that bear their names.

        Without ``among`` all are meant of whom something is said. One to one, in the record's
        order; who bears just the name goes before who bears a longer or a shorter one.
        """
        told = self.incident.parties if among is None else among
        free = [one for one in told if self.statements(one)]
        pairs: list[tuple[Party, Named]] = []
        for gold in self.gold.parties:
            found = min(
                (one for one in free if named(gold.names, one)),
                key=lambda one: not _exactly(gold.names, one),
                default=None,
            )
            if found is not None:
                free.remove(found)
                pairs.append((gold, found))
        return pairs

    def shown_wrongly(self) -> list[tuple[str, Named]]:
        """Return names that are no suspect's with the suspects that bear them."""
        gold = self.gold
        mine = [
            one for one in self.suspects() if not any(named(p.names, one) for p in gold.parties)
        ]
        pairs = [(name, one) for one in mine for name in gold.not_suspects if named([name], one)]
        return list({one.id: (name, one) for name, one in pairs}.values())


def outright(one: Statement) -> bool:
    """Tell whether a statement ties its party to the deed."""
    return one.polarity and one.standing not in _INNOCENT


def named(names: Sequence[str], party: Named) -> bool:
    """Tell whether a party bears one of some names."""
    return any(same_party(name, other) for name in names for other in (party.name, *party.aliases))


def _exactly(names: Sequence[str], party: Named) -> bool:
    """Tell whether a party bears one of some names to the letter, but for its article."""
    written = {plain(name) for name in (party.name, *party.aliases)}
    return any(plain(name) in written for name in names)


def suspects(told: Told) -> Counts:
    """Count the parties tied to the deed outright, against the record's."""
    wanted = [one for one in told.gold.parties if _tied(one)]
    mine = told.suspects()
    hits = sum(1 for gold, _ in told.matched(mine) if _tied(gold))
    return Counts(hits=hits, predicted=len(mine), gold=len(wanted))


def standings(told: Told) -> Counts:
    """Count pairs of a party and a standing, against the record's."""
    gold = sum(len({one.standing for one in party.standings}) for party in told.gold.parties)
    mine = sum(len({one.standing for one in told.statements(p)}) for p in told.incident.parties)
    hits = sum(
        len(
            {one.standing for one in party.standings} & {s.standing for s in told.statements(found)}
        )
        for party, found in told.matched()
    )
    return Counts(hits=hits, predicted=mine, gold=gold)


def accusers(told: Told) -> Counts:
    """Count the record's ``by`` that are the origin of their party's standing."""
    pairs = {id(party): found for party, found in told.matched()}
    gold = hits = 0
    for party in told.gold.parties:
        found = pairs.get(id(party))
        said = told.statements(found) if found is not None else []
        for stance in party.standings:
            gold += len(stance.by)
            origins = [one.origin_name for one in said if one.standing == stance.standing]
            hits += sum(any(same_name(by, name) for name in origins) for by in stance.by)
    return Counts(hits=hits, predicted=gold, gold=gold)


def copies(told: Told) -> Counts:
    """Count reports that are taken to repeat another of the case, against the record's."""
    mine = {copy for copy, _ in _copied(told)}
    gold = {copy for copy, _ in told.gold.copies}
    return Counts(hits=len(mine & gold), predicted=len(mine), gold=len(gold))


def missed_standings(told: Told) -> Iterator[tuple[str, str]]:
    """Yield what the record tells of a party, and what was read of it, where they differ."""
    pairs = {id(party): found for party, found in told.matched()}
    for party in told.gold.parties:
        found = pairs.get(id(party))
        wanted = sorted({one.standing for one in party.standings})
        got = sorted({one.standing for one in told.statements(found)}) if found else []
        if wanted != got:
            yield f"{party.names[0]}: {', '.join(wanted)}", ", ".join(got) or "nobody"


def extra(told: Told) -> Iterator[tuple[Named, list[Statement]]]:
    """Yield suspects who are none of the record's, with what ties them."""
    known = {found.id for gold, found in told.matched(told.suspects()) if _tied(gold)}
    for one in told.suspects():
        if one.id not in known:
            yield one, [said for said in told.statements(one) if outright(said)]


def _tied(party: Party) -> bool:
    return any(one.standing not in _INNOCENT for one in party.standings)


def _copied(told: Told) -> set[tuple[int, int]]:
    numbers = told.numbers
    return {
        (numbers[one.copy_id], numbers[one.original_id])
        for one in told.case.trace.copies
        if one.copy_id in numbers and one.original_id in numbers
    }


def _count(slot: Slot | None) -> int | None:
    if slot is None or slot.best is None or slot.quantity is None:
        return 0 if slot is None else None
    number = slot.quantity
    return number.best if number.best is not None else number.low


def _place_names(slot: Slot | None) -> set[str]:
    if slot is None or not slot.best:
        return set()
    resolved = [one.location.name for one in slot.values
                if one.value == slot.best and one.location is not None]  # fmt: skip
    return {plain(part) for part in (slot.best, *slot.best.split(","), *resolved)}


def _countries(slot: Slot | None) -> set[str]:
    values = slot.values if slot is not None else ()
    held = [one.location for one in values if one.status == "held"]
    return {one.country for one in held if one is not None}
