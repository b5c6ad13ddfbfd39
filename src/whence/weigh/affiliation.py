"""Who speaks for a suspect, and which groups a first hand counts to a class."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct, structs

from whence.model.attribution import Anonymity, SourceKind
from whence.model.claim import Role, Standing
from whence.model.incident import Incident, Statement, country_of
from whence.model.origin import Origin, Stake
from whence.names.countries import split, state
from whence.names.organs import organ_of
from whence.names.spelling import name_words, same_spelling
from whence.weigh.acts import RIVALS, accuses, kind_of

_WITH_MEMBERS = "class"
_MAY_BELONG = "group"
_OFFICIAL: frozenset[Standing] = frozenset({"accused_by_authority", "found", "cleared"})
"""Standings that an authority alone gives: whoever gives one is an authority."""
_ANSWERABLE: frozenset[Anonymity] = frozenset({"named", "organisation", "role"})
_OFFICES: frozenset[SourceKind] = frozenset({"person", "office"})
_FIRM = 2


class Sides(Struct, frozen=True, kw_only=True):
    """Whom one origin speaks for: parties by its own voice or name, and organs of its state."""

    own: frozenset[str] = frozenset()
    state: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Return the parties of either sort."""
        return self.own | self.state


def with_suspects_stakes(
    incident: Incident, origins: Mapping[str, Origin], statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Return the statements with the stakes that follow from who is under suspicion.

    Whoever is accused gains by another's guilt: what is said for a suspect against others is a
    rival's word, and an authority that clears its own state's organs is an ally. A suspect is made
    by a firm accusation of a hand that can be held to it, gains nothing and speaks for no party
    that is itself accused: otherwise parties could silence their accusers by accusing them, and
    anybody by a nameless word. What is entered of a stake stays, and who accuses the own side gains
    nothing, unless under suspicion itself.
    """
    sides = _sides(incident, origins, statements)
    nobody = Sides()
    suspects = frozenset(_makers(origins, statements, sides))
    return tuple(
        structs.replace(statement, stake=gained)
        if (gained := _gained(statement, sides.get(statement.origin_id, nobody), suspects))
        else statement
        for statement in statements
    )


def _makers(
    origins: Mapping[str, Origin], statements: tuple[Statement, ...], sides: Mapping[str, Sides]
) -> dict[str, set[str]]:
    """Return who makes whom a suspect: the origins by party."""
    made: defaultdict[str, set[str]] = defaultdict(set)
    nobody = Sides()
    for statement in statements:
        key = statement.origin_id
        free = _flat(statement) and not sides.get(key, nobody).all
        if free and _answers(statement, origins.get(key)):
            made[statement.party_id].add(key)
    return made


def swaying(
    incident: Incident, origins: Mapping[str, Origin], statements: tuple[Statement, ...]
) -> frozenset[str]:
    """Return the origins without whose word others might weigh otherwise.

    They alone accuse somebody for whom another speaks, alone make him a suspect, or alone count a
    group to a class.
    """
    sides = _sides(incident, origins, statements)
    # Only of who says something of others can the word come to weigh otherwise.
    speaking = {s.origin_id for s in statements if s.stake == "unknown" and not s.speaks_for_party}
    spoken_for = frozenset(party for key in speaking if key in sides for party in sides[key].all)
    accusers: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if _flat(statement) and statement.party_id in spoken_for:
            accusers[statement.party_id].add(statement.origin_id)
    makers = _makers(origins, statements, sides)
    alone = [
        *accusers.values(),
        *(hands for party, hands in makers.items() if party in spoken_for),
        *_counting(incident, statements).values(),
    ]
    return frozenset(hand for hands in alone if len(hands) == 1 for hand in hands)


def _gained(statement: Statement, sides: Sides, suspects: frozenset[str]) -> Stake | None:
    """Return the stake that suspicion gives to a statement, None where it gives none."""
    if statement.stake != "unknown" or statement.speaks_for_party:
        return None
    about = statement.party_id
    if not accuses(statement):
        return "ally" if about in sides.state - sides.own else None
    if not _flat(statement) or about in sides.own:
        return None
    accused = suspects & (sides.own if about in sides.state else sides.all)
    return "rival" if accused else None


def _answers(statement: Statement, origin: Origin | None) -> bool:
    """Tell whether an accusation is one that makes a suspect."""
    return (
        statement.hedge >= _FIRM
        and statement.stake not in RIVALS
        and origin is not None
        and origin.stake not in RIVALS
        and origin.anonymity in _ANSWERABLE
    )


def _sides(
    incident: Incident,
    origins: Mapping[str, Origin],
    statements: tuple[Statement, ...],
) -> dict[str, Sides]:
    """Return the sides of every origin, by origin id; only who is accused is a side to be on.

    An authority speaks for the organs of its state as well. An office of which no state is told is
    taken for one of the place where it happened.
    """
    here = country_of(incident.slots)
    accused = {statement.party_id for statement in statements if _flat(statement)}
    parties = [party for party in incident.parties if party.id in accused]
    organs = {p.id: iso or here for p in parties if (iso := organ_of(p.name)) is not None}
    own: defaultdict[str, set[str]] = defaultdict(set)
    states: dict[str, frozenset[str]] = {}
    named: dict[str, set[str]] = {}
    for statement in statements:
        name, key = statement.origin_name, statement.origin_id
        if name not in named:
            named[name] = {party.id for party in parties if same_spelling(party.name, name)}
        own[key] |= named[name]
        if statement.speaks_for_party:
            own[key].add(statement.party_id)
        if statement.standing in _OFFICIAL and key not in states:
            iso = state_of(name, origins.get(key), here)
            states[key] = frozenset(p for p, owner in organs.items() if owner and owner == iso)
    none: frozenset[str] = frozenset()
    return {
        key: Sides(own=frozenset(parties), state=states.get(key, none))
        for key, parties in own.items()
    }


def state_of(name: str, origin: Origin | None, here: str) -> str:
    """Return the ISO code of the state of which an authority is, "" where that is not known.

    ``here`` is the country of the incident: an office of which no state is told is taken for one of
    that.
    """
    codes = split(name_words(name))[1]
    told = state(name) or (codes[0] if len(codes) == 1 else "")
    if told:
        return told
    local = organ_of(name) is not None or (origin is not None and origin.kind in _OFFICES)
    return here if local and not codes else ""


def kinship(incident: Incident, statements: tuple[Statement, ...]) -> dict[str, frozenset[str]]:
    """Return the hypotheses of groups that may belong to a class, by the class's hypothesis.

    A first hand that firmly accuses "the gangs" and one group by name takes the group for one of
    them. Nothing but such a hand says so: what a name suggests is not assumed, and a rival's word
    makes nobody a member.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for whole, group in _counting(incident, statements):
        found[whole].add(group)
    return {key: frozenset(groups) for key, groups in found.items()}


def _counting(
    incident: Incident, statements: tuple[Statement, ...]
) -> dict[tuple[str, str], set[str]]:
    """Return which origins count which group to which class, by their hypotheses."""
    kinds = {party.id: party.kind for party in incident.parties}
    accused: defaultdict[tuple[str, Role], set[str]] = defaultdict(set)
    for statement in statements:
        if _tells_kin(statement) and statement.role is not None:
            accused[statement.origin_id, statement.role].add(statement.party_id)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (origin_id, role), parties in accused.items():
        groups = [party for party in parties if kinds.get(party) == _MAY_BELONG]
        for whole in parties:
            if kinds.get(whole) == _WITH_MEMBERS:
                for group in groups:
                    found[f"{role}:{whole}", f"{role}:{group}"].add(origin_id)
    return found


def _tells_kin(statement: Statement) -> bool:
    return (
        _flat(statement)
        and statement.hedge >= _FIRM
        and statement.stake not in RIVALS
        and statement.predicate != "staged"
    )


def _flat(statement: Statement) -> bool:
    """Tell whether somebody is accused outright: no guess, no hint, no accident."""
    return (
        accuses(statement)
        and statement.hedge > 0
        and statement.predicate != "accident"
        and kind_of(statement, None) not in (None, "retraction", "threat", "speculation")
    )
