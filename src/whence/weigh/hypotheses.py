"""The answers that are possible: every party named, somebody unnamed, and nobody hostile."""

from typing import Literal

from msgspec import Struct

from whence.errors import ConfigError
from whence.model.assessment import Hypothesis, HypothesisKind
from whence.model.claim import Role
from whence.model.incident import Incident, Party, Statement
from whence.names.described import is_a_band, is_several
from whence.weigh.acts import RIVALS, accuses, kind_of
from whence.weigh.clearing import overtaken
from whence.weigh.moments import taken_back
from whence.weigh.options import Options

Entry = Literal[
    "accused", "claimed", "speculated", "cleared", "listed", "member", "weightless", "reserve"
]
"""How a hypothesis came in: this, not the number of reports, sets its prior share. ``claimed`` is a
party of which only its own claim speaks: that word counts as evidence, and not once more here. A
party table brings in what is ``listed``, as the possible sponsor of a suspect. A ``member`` is
named by no source: an analyst lists it as part of a class, whose share it takes a part of."""

CLASSES = "classes"
"""The block of classes and descriptions: kinds of people, of whom none is named."""

_LABELS = {
    "class": "somebody unnamed among {name}",
    "description": "{name} (a description, no name)",
    "one": "{name} (no name given)",
}
_ACCIDENT = "accident"


class Listed(Struct, frozen=True, kw_only=True):
    """A hypothesis, how it entered and the block of parties that it shares a prior with.

    ``vague`` ones are classes and descriptions, which may overlap with parties that have a name.
    """

    hypothesis: Hypothesis
    entry: Entry
    block: str
    vague: bool = False

    @property
    def id(self) -> str:
        """Return the hypothesis's id."""
        return self.hypothesis.id


def hypothesis_id(role: Role, predicate: str, party_id: str) -> str:
    """Return the hypothesis that a statement with this predicate is about.

    Accidents are one hypothesis whoever is named with them; staging by a party is another than an
    attack by it.
    """
    if predicate == _ACCIDENT:
        return f"{role}:no_hostile_actor"
    if predicate == "staged":
        return f"{role}:staged:{party_id}"
    return f"{role}:{party_id}"


def list_hypotheses(
    role: Role, incident: Incident, statements: tuple[Statement, ...], options: Options
) -> tuple[Listed, ...]:
    """Return the exhaustive set of one question, weightless entries last, in a fixed order."""
    parties = {party.id: party for party in incident.parties}
    about: dict[tuple[str, bool], list[Statement]] = {}
    for statement in statements:
        if statement.role == role and statement.predicate != _ACCIDENT:
            key = (statement.party_id, statement.predicate == "staged")
            about.setdefault(key, []).append(statement)
    gone = taken_back(statements) | overtaken(incident, statements).keys()
    blocks = {
        party_id: whole
        for whole, members in sorted(options.membership.items())
        for party_id in (*members, whole)
    }
    named = [
        _named(role, party, staged, _entered(party, group, gone), blocks)
        for (party_id, staged), group in about.items()
        for party in (_party(parties, party_id),)
    ]
    known = {listed.id for listed in named if listed.entry != "weightless"}
    analyst = [
        listed
        for listed in _by_analyst(role, parties, options, blocks, frozenset(known))
        if listed.id not in known
    ]
    added = {listed.id for listed in analyst}
    named = [listed for listed in named if listed.id not in added] + analyst
    named.sort(key=lambda listed: (listed.entry == "weightless", listed.id))
    return (*_reserves(role), *named)


def _party(parties: dict[str, Party], party_id: str) -> Party:
    return parties.get(party_id) or Party(id=party_id, name=party_id, kind="description")


def _entered(party: Party, group: list[Statement], gone: frozenset[str]) -> tuple[Entry, str]:
    """Return the strongest way in which anybody brings the party up, and who did.

    A description ("those who wish us ill") fits whoever did it: it is shown, and takes no share
    from anybody who is named.
    """
    ranked: list[tuple[int, Entry, str]] = []
    for statement in group:
        if statement.id in gone or kind_of(statement, None) in (None, "retraction"):
            continue
        ranked.append((*_entry(statement), statement.origin_name))
    if ranked and _describes(party):
        return "weightless", f"{ranked[0][-1]} (describes and names nobody, weighs nothing)"
    if not ranked:
        hint = "insinuated, weighs nothing" if _only_hints(group) else "weighs nothing"
        taken = any(statement.id in gone for statement in group)
        names = ", ".join(sorted({statement.origin_name for statement in group}))
        return "weightless", f"{names} ({'taken back, weighs nothing' if taken else hint})"
    best = min(rank for rank, _, _ in ranked)
    entry = next(entry for rank, entry, _ in ranked if rank == best)
    # Statements come in the order of time: the first of the strongest sort brought the party in.
    return entry, next(name for rank, _, name in ranked if rank == best)


def _describes(party: Party) -> bool:
    """Tell whether a party may be any: "those who wish us ill", "an extortion gang"."""
    return party.kind == "description" or (party.kind == "class" and is_a_band(party.name))


def _sort(party: Party) -> str:
    """Return which label a party has: a class of one is somebody of whom no name is given."""
    if _describes(party):
        return "description"
    return "one" if party.kind == "class" and not is_several(party.name) else party.kind


def _only_hints(group: list[Statement]) -> bool:
    return all(statement.insinuation or statement.act == "insinuate" for statement in group)


def _entry(statement: Statement) -> tuple[int, Entry]:
    if not accuses(statement):
        return 3, "cleared"
    # A known rival names whom it pleases: that is worth no more than a guess.
    if statement.standing == "speculated" or statement.hedge == 0 or statement.stake in RIVALS:
        return 2, "speculated"
    if statement.speaks_for_party and kind_of(statement, None) == "claim":
        return 1, "claimed"
    return 0, "accused"


def _named(
    role: Role, party: Party, staged: bool, entered: tuple[Entry, str], blocks: dict[str, str]
) -> Listed:
    entry, by = entered
    kind: HypothesisKind = "staged" if staged else "named"
    label = _LABELS.get(_sort(party), "{name}").replace("{name}", party.name)
    # Classes overlap with one another: unless membership is known they share one prior.
    alone = CLASSES if party.kind in _LABELS else party.id
    hypothesis = Hypothesis(
        id=hypothesis_id(role, kind, party.id),
        role=role,
        kind=kind,
        label=f"staged by {party.name}" if staged else label,
        party_id=party.id,
        entered_by=by,
        weightless=entry == "weightless",
    )
    return Listed(
        hypothesis=hypothesis,
        entry=entry,
        block=f"staged:{party.id}" if staged else blocks.get(party.id, alone),
        vague=party.kind in _LABELS,
    )


def _by_analyst(
    role: Role,
    parties: dict[str, Party],
    options: Options,
    blocks: dict[str, str],
    known: frozenset[str],
) -> list[Listed]:
    wanted: dict[str, tuple[Entry, str]] = {}
    for whole, members in sorted(options.membership.items()):
        if any(hypothesis_id(role, "named", party) in known for party in (whole, *members)):
            for party_id in (whole, *members):
                wanted.setdefault(party_id, ("member", "an analyst, as a member of a class"))
    for added in options.added:
        if added.role == role:
            wanted[added.party] = ("accused", f"an analyst: {added.reason}")
    for backing in options.backing if role == "sponsor" else ():
        wanted.setdefault(backing.sponsor, ("listed", f"a party table: {backing.reason}"))
    for finding in options.findings:
        if finding.role == role:
            wanted.setdefault(finding.party_id, ("accused", f"an analyst: {finding.reason}"))
    strangers = sorted(set(wanted) - set(parties))
    if strangers:
        raise ConfigError(f"no party of the incident has the id {strangers[0]}")
    return [
        _named(role, parties[party_id], False, entered, blocks)
        for party_id, entered in sorted(wanted.items())
    ]


_UNNAMED: tuple[HypothesisKind, str] = ("unnamed", "somebody not named")
_NOBODY: dict[Role, tuple[HypothesisKind, str]] = {
    "executor": ("no_hostile_actor", "no hostile actor: an accident, or no attack at all"),
    "sponsor": ("no_sponsor", "nobody beyond whoever carried it out"),
}


def _reserves(role: Role) -> tuple[Listed, ...]:
    return tuple(
        Listed(
            hypothesis=Hypothesis(
                id=f"{role}:{kind}",
                role=role,
                kind=kind,
                label=label,
                entered_by="always listed, so that the answers exhaust what is possible; where no "
                "source speaks for it, its share is an assumption",
            ),
            entry="reserve",
            block=kind,
        )
        for kind, label in (_UNNAMED, _NOBODY[role])
    )
