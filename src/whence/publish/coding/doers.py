"""Who may stand in a row as the doer, and who is only suspected."""

from collections.abc import Iterable
from dataclasses import dataclass

from whence.model.claim import PartyKind, Standing
from whence.model.incident import Incident, Party, Statement
from whence.publish.index import Index
from whence.publish.texts import known_as
from whence.publish.words import standings

_ENOUGH: tuple[tuple[Standing, str], ...] = (
    ("found", "was found to have done it"),
    ("admitted", "admitted it"),
)
_NOBODY = "nobody admitted it, and no inquiry or court found who did it"
_NAMEABLE: frozenset[PartyKind] = frozenset({"state", "group", "body", "person"})


@dataclass(frozen=True)
class Doer:
    """A party that admitted it, or that an inquiry or a court found to have done it."""

    name: str
    kind: PartyKind
    standing: Standing


def doer(incident: Incident) -> tuple[Doer | None, str]:
    """Return who may be named as the doer, or None, and why.

    Only an inquiry's or a court's finding, or else the party's own admission, is enough; a party
    that anybody cleared or that took it back, an admission that others call false, and two parties
    that both fit, leave it open.
    """
    barred: list[str] = []
    for standing, told in _ENOUGH:
        fitting = []
        for party in incident.parties:
            if not _stands(incident, party, standing):
                continue
            if but := _barred(incident, party, standing):
                barred.append(f"{party.name} {told} {but}")
            else:
                fitting.append(party)
        if len(fitting) == 1:
            return Doer(fitting[0].name, fitting[0].kind, standing), told
        if fitting:
            names = ", ".join(party.name for party in fitting)
            return None, f"more than one party {told}: {names}"
    return None, "; ".join(barred) or _NOBODY


def _stands(incident: Incident, party: Party, standing: Standing) -> bool:
    """Tell whether a party has this standing as the one who carried it out."""
    rows = (row for row in incident.statements if row.party_id == party.id)
    return party.kind in _NAMEABLE and any(row.standing == standing and _plain(row) for row in rows)


def _barred(incident: Incident, party: Party, standing: Standing) -> str:
    """Return why a party's standing is not enough after all; "" when nothing speaks against it."""
    about = [row for row in incident.statements if row.party_id == party.id]
    if any(row.act == "retract" for row in about):
        return "and it was taken back"
    if any(row.standing == "cleared" for row in about):
        return "but was cleared"
    if standing == "found":
        return ""
    against = sorted({known_as(row.origin_name) for row in about if _contradicts(row)})
    return f"but {', '.join(against)} says it did not" if against else ""


def _contradicts(row: Statement) -> bool:
    """Tell whether somebody else says outright that a party did not do it.

    A claim that others call false is a claim; it takes a finding to name whose deed it was.
    """
    outright = not row.polarity and row.hedge > 0 and not row.insinuation
    return outright and row.predicate == "carried_out" and not row.speaks_for_party


def _plain(row: Statement) -> bool:
    """Tell whether a statement says outright that the party did it; admissions are its own.

    That somebody else tells of an admission is that person's word, not the party's.
    """
    own = row.standing != "admitted" or row.speaks_for_party
    outright = row.polarity and row.hedge > 0 and not row.insinuation
    return own and outright and row.predicate == "carried_out"


def suspects(index: Index) -> tuple[tuple[str, str], ...]:
    """Return every party that a statement suspects, with how and by whom; hints count for nothing.

    ("the Tidewatch", "accused by authorities: interior ministry; denied: the Tidewatch")
    """
    incident = index.case.incident
    if incident is None:
        return ()
    return tuple(
        (party.name, "; ".join(told))
        for party in incident.parties
        if (told := tuple(_told(incident.statements, party)))
    )


def _told(statements: Iterable[Statement], party: Party) -> Iterable[str]:
    """Yield each standing of a party with the origins that give it, the strongest first."""
    sayers: dict[Standing, list[str]] = {}
    for row in statements:
        if row.party_id == party.id and not row.insinuation and row.act != "retract":
            names = sayers.setdefault(row.standing, [])
            if known_as(row.origin_name) not in names:
                names.append(known_as(row.origin_name))
    for key, label in standings().items():
        if names := [name for standing, rows in sayers.items() if standing == key for name in rows]:
            yield f"{label.label}: {', '.join(names)}"
