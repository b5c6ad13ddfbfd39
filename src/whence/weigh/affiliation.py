"""Who speaks for a suspect, and which groups a first hand counts to a class."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import structs

from whence.model.claim import Role
from whence.model.incident import Incident, Statement, country_of
from whence.names.countries import split, state
from whence.names.organs import organ_of
from whence.names.spelling import name_words, same_spelling
from whence.weigh.acts import accuses, kind_of

_WITH_MEMBERS = "class"
_MAY_BELONG = "group"


def with_suspects_stakes(
    incident: Incident, statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Return the statements with those by a suspect against others marked as a rival's.

    Whoever is accused gains by another's guilt. Only an accusation by a hand that speaks for no
    party of the incident makes a suspect: otherwise parties could silence their accusers by
    accusing them. What is known of a stake stays, and who accuses the own side gains nothing.
    """
    sides = _sides(incident, statements)
    suspects = {
        statement.party_id
        for statement in statements
        if _flat(statement) and not sides[statement.origin_id]
    }
    return tuple(
        structs.replace(statement, stake="rival")
        if _flat(statement)
        and statement.stake in ("unknown", "neutral")
        and not statement.speaks_for_party
        and statement.party_id not in sides[statement.origin_id]
        and sides[statement.origin_id] & suspects
        else statement
        for statement in statements
    )


def _sides(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, set[str]]:
    """Return the parties for which every origin speaks, by origin id.

    An authority speaks for the organs of its state as well. One of which no state is told is taken
    for one of the place where it happened.
    """
    sides: defaultdict[str, set[str]] = defaultdict(set)
    here = country_of(incident.slots)
    organs = {
        party.id: iso or here
        for party in incident.parties
        if (iso := organ_of(party.name)) is not None
    }
    for statement in statements:
        sides[statement.origin_id] |= {
            party.id
            for party in incident.parties
            if same_spelling(party.name, statement.origin_name)
            or (statement.speaks_for_party and statement.party_id == party.id)
        }
        if statement.standing in _BY_AUTHORITY:
            sides[statement.origin_id] |= _of_state(statement.origin_name, here, organs)
    return sides


_BY_AUTHORITY = ("accused_by_authority",)


def _of_state(name: str, here: str, organs: Mapping[str, str]) -> set[str]:
    """Return the organs of the state of which an authority is."""
    codes = split(name_words(name))[1]
    iso = state(name) or (codes[0] if len(codes) == 1 else here)
    return {party_id for party_id, owner in organs.items() if owner and owner == iso}


def kinship(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, frozenset[str]]:
    """Return the hypotheses of groups that may belong to a class, by the class's hypothesis.

    A first hand that accuses "the gangs" and one group by name takes the group for one of them.
    Nothing but such a hand says so: what a name suggests is not assumed.
    """
    kinds = {party.id: party.kind for party in incident.parties}
    accused: defaultdict[tuple[str, Role], set[str]] = defaultdict(set)
    for statement in statements:
        if _flat(statement) and statement.role is not None and statement.predicate != "staged":
            accused[statement.origin_id, statement.role].add(statement.party_id)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (_, role), parties in accused.items():
        groups = {f"{role}:{party}" for party in parties if kinds.get(party) == _MAY_BELONG}
        for party in parties:
            if kinds.get(party) == _WITH_MEMBERS:
                found[f"{role}:{party}"] |= groups
    return {key: frozenset(groups) for key, groups in found.items()}


def _flat(statement: Statement) -> bool:
    """Tell whether somebody is accused outright: no guess, no hint, no accident."""
    return (
        accuses(statement)
        and statement.hedge > 0
        and statement.predicate != "accident"
        and kind_of(statement, None) not in (None, "retraction", "threat", "speculation")
    )
