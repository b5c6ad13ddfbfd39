"""What a person entered by name, brought to the ids of the incident before anything is weighed."""

from collections.abc import Iterable, Mapping, Set
from hashlib import sha256

from msgspec.structs import replace
from rapidfuzz import process

from whence.errors import ConfigError
from whence.model.claim import PartyKind
from whence.model.incident import Incident, Party
from whence.model.origin import Trace
from whence.names.spelling import fold, same_spelling
from whence.weigh.options import Options

_ID_LENGTH = 12


def resolved(incident: Incident, trace: Trace, options: Options) -> tuple[Incident, Options]:
    """Return the incident with the parties that were added, and the options with ids for names.

    Backings whose executor nobody brings up fall away: a party table holds more than one incident.

    Raises:
        ConfigError: when an origin that is to be left out, or is said to report a finding, is
            none of the case's, or is ambiguous; when a class or a member of it is no party.
    """
    parties = {party.id: party for party in incident.parties}
    membership = _memberships(incident, options)
    added = tuple(
        replace(each, party=_or_new(each.party, each.kind, parties)) for each in options.added
    )
    backing = []
    for each in options.backing:
        executor = party_named(each.executor, parties.values())
        if executor is not None:
            sponsor = _or_new(each.sponsor, "state", parties)
            backing.append(replace(each, executor=executor.id, sponsor=sponsor))
    names = {origin.id: origin.name for origin in trace.origins}
    names |= {statement.origin_id: statement.origin_name for statement in incident.statements}
    without = tuple(_origin_id(name, names) for name in options.without)
    findings = tuple(
        replace(each, origin_ids=tuple(_origin_id(name, names) for name in each.origin_ids))
        for each in options.findings
    )
    return (
        replace(incident, parties=tuple(parties.values())),
        replace(
            options, added=added, backing=tuple(backing), without=without, findings=findings,
            membership=membership,
        ),
    )  # fmt: skip


def _memberships(incident: Incident, options: Options) -> dict[str, tuple[str, ...]]:
    """Return who belongs to which class, by ids; one that is entered twice has all its members."""
    said = {statement.party_id for statement in incident.statements}
    found: dict[str, tuple[str, ...]] = {}
    for name, members in options.membership.items():
        whole = _party_id(name, incident.parties, said)
        inside = (_party_id(each, incident.parties, said) for each in members)
        found[whole] = tuple(dict.fromkeys((*found.get(whole, ()), *inside)))
    return found


def _party_id(name: str, parties: tuple[Party, ...], said: Set[str]) -> str:
    """Return the id of the party of this id or name; ``said`` are ids that only statements have."""
    known = party_named(name, parties)
    if known is not None:
        return known.id
    if name in said:
        return name
    near = process.extractOne(name, [p.name for p in parties], processor=fold, score_cutoff=50)
    hint = f"did you mean {near[0]!r}?" if near else "'whence explain CASE' lists the answers"
    where = "see membership under [weigh] in whence.toml"
    raise ConfigError(f"no party of the incident has the id or name {name!r}", f"{hint} ({where})")


def party_named(name: str, parties: Iterable[Party]) -> Party | None:
    """Return the party with this id, or else with this name or alias; None when there is none."""
    known = tuple(parties)
    for party in known:
        if party.id == name:
            return party
    return next(
        (
            party
            for party in known
            if any(same_spelling(name, known) for known in (party.name, *party.aliases))
        ),
        None,
    )


def _or_new(name: str, kind: PartyKind, parties: dict[str, Party]) -> str:
    """Return the id of the party of this name, which is added to ``parties`` when it is new."""
    known = party_named(name, parties.values())
    if known is None:
        digest = sha256(fold(name).encode("utf-8", "surrogatepass")).hexdigest()
        known = Party(id=f"party-{digest[:_ID_LENGTH]}", name=name, kind=kind)
        parties[known.id] = known
    return known.id


def _origin_id(name: str, names: Mapping[str, str]) -> str:
    """Return the id of the origin of this id or name, of all ``names`` by id."""
    if name in names:
        return name
    wanted = fold(name)
    exact = sorted(key for key, known in names.items() if fold(known) == wanted)
    found = exact or sorted(key for key, known in names.items() if wanted in fold(known))
    if len(found) == 1:
        return found[0]
    if found:
        listed = "; ".join(f"{names[key]} ({key})" for key in found)
        raise ConfigError(f"several origins are called {name!r}: {listed}", "name one by its id")
    near = process.extractOne(name, list(names.values()), processor=fold, score_cutoff=50)
    hint = f"did you mean {near[0]!r}?" if near else "'whence origins CASE' lists the origins"
    raise ConfigError(f"no origin is called {name!r}", hint)
