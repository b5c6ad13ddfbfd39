"""Who speaks for a suspect, and which groups a first hand counts to a class."""

from collections import defaultdict

from msgspec import structs

from whence.model.claim import Role
from whence.model.incident import Incident, Statement
from whence.names.spelling import same_spelling
from whence.weigh.acts import accuses, kind_of

_WITH_MEMBERS = "class"
_MAY_BELONG = "group"


def with_suspects_stakes(
    incident: Incident, statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Return the statements with those by a suspect against others marked as a rival's.

    Whoever is accused gains by another's guilt. Only an accusation by a hand that speaks for no
    party of the incident makes a suspect: otherwise parties could silence their accusers by
    accusing them. What is known of a stake stays.
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
        and sides[statement.origin_id] & suspects - {statement.party_id}
        else statement
        for statement in statements
    )


def _sides(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, set[str]]:
    """Return the parties for which every origin speaks, by origin id."""
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        sides[statement.origin_id] |= {
            party.id
            for party in incident.parties
            if same_spelling(party.name, statement.origin_name)
            or (statement.speaks_for_party and statement.party_id == party.id)
        }
    return sides


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
