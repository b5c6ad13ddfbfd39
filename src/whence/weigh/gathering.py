"""Every statement and observed fact of an incident as an item of evidence."""

from collections import defaultdict

from msgspec import Struct, structs

from whence.model.claim import PartyKind
from whence.model.incident import Incident, Statement, country_of
from whence.model.origin import Origin, Stake, Trace
from whence.weigh.acts import accuses, kind_of
from whence.weigh.affiliation import kinship, state_of, with_suspects_stakes
from whence.weigh.clearing import overtaken
from whence.weigh.hypotheses import Listed, hypothesis_id
from whence.weigh.items import ANALYST, OWN_VOICE, Item, Voice, heard_of
from whence.weigh.options import ROLES, Options, Override
from whence.weigh.tables import Row

_GOVERNMENTS = "official"
"""Group of what governments say: offices of one are one voice, whichever of them speaks."""
_STATES: frozenset[PartyKind] = frozenset({"state", "body"})
_OWNED_UP = frozenset({"claim", "admission"})
_UNCLAIMED = frozenset({"no", "none", "false", "unclaimed", "not claimed", "no claim"})


class Gathering(Struct, frozen=True, kw_only=True):
    """Everything needed to turn statements into items for one incident."""

    incident: Incident
    trace: Trace
    rows: dict[str, Row]
    listed: tuple[Listed, ...]
    options: Options


def gather(gathering: Gathering, statements: tuple[Statement, ...]) -> tuple[Item, ...]:
    """Return all items of both questions in a fixed order, whatever order they came in."""
    origins = {origin.id: origin for origin in gathering.trace.origins}
    heard = heard_of(statements, gathering.options)
    standing = with_suspects_stakes(gathering.incident, origins, heard)
    settled = overtaken(gathering.incident, standing)
    items = [
        _settled(item, settled.get(statement.id))
        for statement in standing
        for item in _from_statement(gathering, statement, origins.get(statement.origin_id))
    ]
    items = _with_kin(gathering, standing, items)
    items = _one_voice(items)
    items += _from_silence(gathering, origins, items)
    items += _from_findings(gathering, origins)
    return tuple(sorted(_overridden(items, gathering.options), key=lambda item: item.id))


def _overridden(items: list[Item], options: Options) -> list[Item]:
    """Set the ratios of single items that a person has judged for themselves."""
    by_id = {override.subject: override for override in options.ratios}
    return [
        structs.replace(
            item,
            row=structs.replace(item.row, ratio=by_id[item.id].value),
            note=" ".join(filter(None, (item.note, _by_hand(by_id[item.id])))),
        )
        if item.id in by_id
        else item
        for item in items
    ]


def _by_hand(override: Override) -> str:
    return f"Its ratio was set by hand to {override.value:g}: {override.reason}."


def _settled(item: Item, clearing: Statement | None) -> Item:
    """Let weigh nothing what a later clearing settles, or its own voice; it stays to be seen."""
    if clearing is None:
        return item
    note = f"{clearing.origin_name} has cleared {item.party} since, which settles it."
    if clearing.speaks_for_party:
        note = f"{item.party} has denied since what it had claimed."
    row = structs.replace(item.row, ratio=1.0, sd=0.0)
    return structs.replace(item, row=row, note=" ".join(filter(None, (note, item.note))))


def _voice(origin_id: str, origin: Origin | None, stake: Stake, name: str) -> Voice:
    if origin is None:
        return Voice(origin_id=origin_id, name=name, anonymity="unknown", stake=stake)
    doubts = tuple(sorted(1 - merge.probability for merge in origin.merges))
    return Voice(
        origin_id=origin_id,
        name=name,
        anonymity=origin.anonymity,
        stake=origin.stake if stake == "unknown" else stake,
        doubts=tuple(doubt for doubt in doubts if doubt > 0),
    )


def _from_statement(
    gathering: Gathering, statement: Statement, origin: Origin | None
) -> list[Item]:
    kind = kind_of(statement, origin)
    if kind is None or statement.role is None:
        return []
    if kind == "admission" and _kind_of_party(gathering, statement) not in _STATES:
        kind = "claim"
    about = hypothesis_id(statement.role, statement.predicate, statement.party_id)
    name = _name(gathering, statement)
    row = gathering.rows[kind]
    targets = _targets(gathering, about, statement.party_id)
    if not targets and row.ratio != 1:
        return []
    return [
        Item(
            id=f"evidence:{statement.id}",
            role=statement.role,
            kind=kind,
            row=row,
            voices=(_voice(statement.origin_id, origin, statement.stake, statement.origin_name),),
            targets=targets,
            about=about,
            party=name,
            hedge=abs(statement.hedge),
            text=_text(row, statement, name),
            claim_ids=statement.claim_ids,
            spans=statement.spans,
            note=_note(gathering, statement),
            government=_government(gathering, statement, origin)
            if row.group == _GOVERNMENTS
            else "",
        )
    ]


def _government(gathering: Gathering, statement: Statement, origin: Origin | None) -> str:
    return state_of(statement.origin_name, origin, country_of(gathering.incident.slots))


def _kind_of_party(gathering: Gathering, statement: Statement) -> PartyKind | None:
    kinds = {party.id: party.kind for party in gathering.incident.parties}
    return kinds.get(statement.party_id)


def _one_voice(items: list[Item]) -> list[Item]:
    """Make one item of all that a party says for itself: it is one voice, whoever quotes it."""
    kept: dict[tuple[str, str], Item] = {}
    for item in sorted(items, key=lambda item: (-item.hedge, -item.row.ratio, item.id)):
        key = (OWN_VOICE[item.kind], item.about) if item.kind in OWN_VOICE else ("", item.id)
        first = kept.get(key)
        kept[key] = item if first is None else _joined(first, item)
    return list(kept.values())


def _joined(first: Item, second: Item) -> Item:
    echoes = {*first.echoes, *(voice.origin_id for voice in second.voices)}
    own = {voice.origin_id for voice in first.voices}
    return structs.replace(
        first,
        echoes=tuple(sorted(echoes - own)),
        claim_ids=tuple(sorted({*first.claim_ids, *second.claim_ids})),
        spans=tuple(sorted({*first.spans, *second.spans})),
    )


def _name(gathering: Gathering, statement: Statement) -> str:
    names = {party.id: party.name for party in gathering.incident.parties}
    name = names.get(statement.party_id, statement.party_id)
    return f"{name} (as having staged it)" if statement.predicate == "staged" else name


def _text(row: Row, statement: Statement, name: str) -> str:
    if statement.predicate == "accident":
        verdict = "it was an accident" if accuses(statement) else "it was no accident"
        return f"{statement.origin_name}: {verdict}"
    if statement.origin_name == name:
        return f"{row.label}: {name}"
    return row.says.format(origin=statement.origin_name, party=name)


def _targets(gathering: Gathering, about: str, party_id: str) -> tuple[str, ...]:
    """Return the hypothesis and, for a class, those of its known members."""
    role = about.split(":", 1)[0]
    members = gathering.options.membership.get(party_id, ())
    wanted = {about} | {f"{role}:{member}" for member in members if about == f"{role}:{party_id}"}
    live = [entry.id for entry in gathering.listed if not entry.hypothesis.weightless]
    return tuple(sorted(wanted.intersection(live)))


def _note(gathering: Gathering, statement: Statement) -> str:
    if gathering.options.as_of and statement.at is None:
        return "It is undated and therefore kept whatever the moment asked for."
    return ""


def _with_kin(
    gathering: Gathering, statements: tuple[Statement, ...], items: list[Item]
) -> list[Item]:
    """Let what is said of a class bear in part on the groups that a first hand counts to it.

    Nothing is added for a group that the same voice accuses by name: that is one account.
    """
    names = {
        f"{entry.hypothesis.role}:{entry.hypothesis.party_id}": entry.hypothesis.label
        for entry in gathering.listed
        if entry.hypothesis.kind == "named" and not entry.hypothesis.weightless
    }
    classes = {
        f"{role}:{party.id}"
        for role in ROLES
        for party in gathering.incident.parties
        if party.kind == "class" and not gathering.options.membership.get(party.id)
    }
    groups = kinship(gathering.incident, statements)
    said = {(item.voices[0].origin_id, target) for item in items for target in item.targets}
    found = []
    for item in items:
        if item.about not in classes:
            found.append(item)
            continue
        counted = sorted(names.keys() & groups.get(item.about, frozenset()))
        kin = [one for one in counted if (item.voices[0].origin_id, one) not in said]
        note = _belonging([names[one] for one in kin] if kin or not counted else None)
        found.append(
            structs.replace(item, kin=tuple(kin), note=" ".join(filter(None, (note, item.note))))
        )
    return found


def _belonging(names: list[str] | None) -> str:
    """Say whom a class is taken to include; None where the same voice names them itself."""
    if names is None:
        return "It names a class; those of it whom the same source names are weighed by name."
    if not names:
        return "It names a class; whether a party named elsewhere belongs to it is not assumed."
    return (
        "It names a class. It bears in part on "
        f"{' and '.join(names)} too: one first hand accuses both, which makes membership likely "
        "and not certain."
    )


def _from_silence(
    gathering: Gathering, origins: dict[str, Origin], items: list[Item]
) -> list[Item]:
    """Silence: reported absence of a claim, about the groups that have not claimed.

    Somebody unnamed is silent too: silence tells groups from states and accidents, not one group
    from another.
    """
    slot = gathering.incident.slot("responsibility_claim")
    values = [
        value
        for value in (slot.values if slot is not None else ())
        if value.value.lower() in _UNCLAIMED and value.status != "superseded"
    ]
    claimed = {target for item in items if item.kind in _OWNED_UP for target in item.targets}
    kinds = {party.id: party.kind for party in gathering.incident.parties}
    silent = tuple(
        entry.id
        for entry in gathering.listed
        if entry.hypothesis.kind == "named"
        and not entry.hypothesis.weightless
        and entry.hypothesis.role == "executor"
        and kinds.get(entry.hypothesis.party_id or "") in ("group", "class")
        and entry.id not in claimed
    )
    reporters: dict[str, Voice] = {}
    for value in values:
        for origin_id in value.origin_ids:
            known = origins.get(origin_id)
            name = known.name if known else origin_id
            reporters[origin_id] = _voice(origin_id, known, "neutral", name)
    if not silent or not reporters:
        return []
    row = gathering.rows["silence"]
    return [
        Item(
            id="evidence:silence",
            role="executor",
            kind="silence",
            row=row,
            voices=tuple(reporters[key] for key in sorted(reporters)),
            targets=(*silent, "executor:unnamed"),
            about="silence",
            party="any group",
            text=row.says,
            fact_ids=tuple(sorted(fact for value in values for fact in value.fact_ids)),
            spans=tuple(span for value in values for span in value.spans),
        )
    ]


def _from_findings(gathering: Gathering, origins: dict[str, Origin]) -> list[Item]:
    found: list[Item] = []
    names = {party.id: party.name for party in gathering.incident.parties}
    counts: defaultdict[str, int] = defaultdict(int)
    for finding in sorted(gathering.options.findings, key=lambda f: (f.kind, f.party_id, f.reason)):
        row = gathering.rows[finding.kind]
        about = hypothesis_id(finding.role, "carried_out", finding.party_id)
        voices = [
            _voice(key, origins.get(key), "unknown", origins[key].name if key in origins else key)
            for key in sorted(set(finding.origin_ids))
        ]
        key = f"{finding.kind}:{about}"
        counts[key] += 1
        found.append(
            Item(
                id=f"finding:{key}:{counts[key]}",
                role=finding.role,
                kind=finding.kind,
                row=row,
                voices=tuple(voices) or (_ANALYST,),
                targets=_targets(gathering, about, finding.party_id),
                about=about,
                party=names[finding.party_id],
                text=row.says.format(origin="", party=names[finding.party_id]),
                note=f"Held to bear on the party by an analyst: {finding.reason}.",
            )
        )
    return found


_ANALYST = Voice(origin_id=ANALYST, name="the analyst", anonymity="named", stake="neutral")
