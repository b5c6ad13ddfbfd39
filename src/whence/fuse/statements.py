"""What one origin says about one party's part: claims grouped, never multiplied by copies."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from msgspec import Struct

from whence.fuse.party.naming import named, table
from whence.fuse.party.parties import Parties
from whence.fuse.witness import Ledger
from whence.model.attribution import Hop
from whence.model.claim import Claim, Standing
from whence.model.document import Document
from whence.model.identity import stable_id
from whence.model.incident import Incident, Party, Statement
from whence.model.iso import order
from whence.model.origin import Origin
from whence.model.span import Span
from whence.model.vocabulary import load
from whence.names.countries import split
from whence.names.persons import same_person
from whence.names.spelling import name_words, skeletons, words

_WINDOW = 90
_INITIALS = 2
_OWN_ACTS = ("deny_involvement", "reject_accusation")
_BANDS = ("group", "militia", "rebel")
"""Heads of classes whose members are groups with officials of their own."""


class _Standing(Struct, frozen=True):
    rank: int


@cache
def _ranks() -> dict[Standing, int]:
    return {name: row.rank for name, row in load("standings", dict[Standing, _Standing]).items()}


def statements(claims: Sequence[Claim], parties: Parties, ledger: Ledger) -> tuple[Statement, ...]:
    """Group the claims of each origin about each party by predicate and polarity.

    Insinuations are kept in groups of their own. The strongest standing gives act and hedge; the
    time is that of the earliest publication. Ordered by time, then id.
    """
    groups: dict[tuple[str, str, str, bool, bool], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        origin = ledger.origin(claim.chain_id)
        key = (
            origin.id,
            parties.of_claim[claim.id],
            claim.predicate,
            claim.polarity,
            claim.insinuation,
        )
        groups[key].append(claim)
    by_id = {party.id: party for party in parties.rows}
    bands = [party for party in parties.rows if party.kind == "group"]
    rows = [_statement(groups[key], by_id[key[1]], bands, ledger) for key in sorted(groups)]
    return tuple(sorted(rows, key=lambda row: (row.at or "~", row.id)))


def restated(incident: Incident, ledger: Ledger, without: Collection[str]) -> tuple[Statement, ...]:
    """Return the statements that lose some of their claims and not all, as they stand without them.

    ``without`` are ids of claims. Parties stay as they are: what a claim names is still named.
    """
    lost = frozenset(without)
    claims = {claim.id: claim for report in ledger.reports for claim in report.claims}
    by_id = {party.id: party for party in incident.parties}
    bands = [party for party in incident.parties if party.kind == "group"]
    return tuple(
        _statement([claims[key] for key in left], by_id[one.party_id], bands, ledger)
        for one in incident.statements
        if (left := [key for key in one.claim_ids if key not in lost])
        and len(left) < len(one.claim_ids)
    )


def _statement(
    claims: Sequence[Claim], party: Party, groups: Sequence[Party], ledger: Ledger
) -> Statement:
    origin = ledger.origin(claims[0].chain_id)
    lead = min(claims, key=lambda one: (-_ranks()[one.standing], -abs(one.hedge), one.id))
    documents = [ledger.documents[claim.document_id] for claim in claims]
    times = [document.published for document in documents if document.published]
    return Statement(
        id=stable_id(
            "statement", origin.id, party.id, lead.predicate, lead.polarity, lead.insinuation
        ),
        party_id=party.id,
        role=lead.role,
        predicate=lead.predicate,
        origin_id=origin.id,
        origin_name=origin.name,
        stake=origin.stake,
        speaks_for_party=speaks_for(origin, party, ledger)
        or _for_itself(origin, lead)
        or (lead.act in _OWN_ACTS and _for_its_class(origin, party, groups, ledger)),
        standing=lead.standing,
        act=lead.act,
        polarity=lead.polarity,
        hedge=lead.hedge,
        insinuation=lead.insinuation,
        at=min(times, key=order, default=None),
        claim_ids=tuple(claim.id for claim in claims),
        document_ids=tuple(sorted({document.id for document in documents})),
        spans=tuple(sorted({span for claim in claims for span in claim.spans})),
    )


def _for_itself(origin: Origin, lead: Claim) -> bool:
    """Tell whether "the group", whose name stands elsewhere, admits or denies its own part."""
    own = lead.act in ("claim_responsibility", "deny_involvement")
    return own and set(name_words(origin.name)) <= set(table().generic)


def _for_its_class(origin: Origin, party: Party, groups: Sequence[Party], ledger: Ledger) -> bool:
    """Tell whether a class denies for itself, or a named group's official for groups like his."""
    if party.kind != "class":
        return False
    hops = _hops(origin, ledger)
    keys = {named(name, "class").key for name in (party.name, *party.aliases)}
    if any(named(name, "class").key in keys for name in (origin.name, *(h.who for h in hops))):
        return True
    banded = any(key[1] in _BANDS for key in keys)
    return banded and any(
        _belongs(hop, group, ledger.documents) for hop in hops for group in groups
    )


def _hops(origin: Origin, ledger: Ledger) -> list[Hop]:
    """Return the last hops of all chains that start at an origin."""
    return [
        ledger.chains[chain_id].origin for chain_id in origin.chain_ids if chain_id in ledger.chains
    ]


def speaks_for(origin: Origin, party: Party, ledger: Ledger) -> bool:
    """Tell whether an origin is the party itself, its member or its speaker.

    The party's name must stand in the words for the source or in the apposition right beside them,
    with a word of belonging ("official of", "leader of"). Coming from a state is enough for that
    state only where the words name nobody whom it merely backs.
    """
    hops = _hops(origin, ledger)
    if any(_is_party(name, party) for name in (origin.name, *(hop.who for hop in hops))):
        return True
    return any(_belongs(hop, party, ledger.documents) for hop in hops)


def _is_party(name: str, party: Party) -> bool:
    if party.kind == "person":
        return same_person(name, party.name)
    if party.kind in ("class", "description", "victim_side"):
        return False
    own = named(party.name, party.kind).key
    return own in (named(name, party.kind).key, named(name, "group").key)


def _belongs(hop: Hop, party: Party, documents: Mapping[str, Document]) -> bool:
    if party.kind == "state":
        return _of_state(hop, party)
    if party.kind not in ("group", "body"):
        return False
    around = hop.who
    if hop.span is not None:
        around = f"{hop.span.text} {_apposition(hop.span, documents)} {hop.who}"
    plain = words(around)
    if not any(word in table().affiliation for word in plain):
        return False
    sound = skeletons(around)
    names = (party.name, *party.aliases)
    whole = any(_within(named(name, "group").key[1:], sound) for name in names)
    return whole or _shortly(around, party.name)


def _shortly(around: str, name: str) -> bool:
    """Tell whether a group's first word stands for the whole name, with no other name after it."""
    parts, first = around.split(), named(name, "group").key[1]
    pairs = zip(parts, [*parts[1:], ""], strict=True)
    return any(
        "".join(skeletons(one)) == first and len(first) > _INITIALS and not after[:1].isupper()
        for one, after in pairs
    )


def _apposition(source: Span, documents: Mapping[str, Document]) -> str:
    """Return what stands right after a source between commas."""
    after = documents[source.document_id].text[source.end : source.end + _WINDOW]
    if not after.startswith(","):
        return ""
    return after[1:].split(",")[0].split(". ")[0]


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return bool(part) and any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def _of_state(hop: Hop, party: Party) -> bool:
    plain = words(hop.who)
    left, codes = split(plain)
    if not left or set(left) & {*table().foes, *table().backed, *table().pro}:
        return False
    own = named(party.name, "state").key
    return hop.kind in ("body", "state", "office", "person") and tuple(codes) == own[1:]
