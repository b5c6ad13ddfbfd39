"""How many reports a claim has and how many independent origins: "12 reports, 2 origins"."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from whence.errors import UnknownId
from whence.model.attribution import Anonymity, SourceKind
from whence.model.incident import Incident, Statement
from whence.model.origin import Stake
from whence.publish.index import Index
from whence.publish.numbers import plural
from whence.publish.texts import squeeze
from whence.publish.views.facts import unit_of, written
from whence.publish.views.graph import own_voice
from whence.publish.words import standings, words

_SHOWN = 5
_Kind = Literal["value", "suspicion"]
_Named = tuple[str, _Kind, str, str]
"""Id, kind, words and status of a claim."""


class Printing(Struct, frozen=True, kw_only=True):
    """One report that prints a claim: exact words at [``start``, ``end``), and through whom."""

    outlet: str
    published: str | None
    words: str
    through: tuple[str, ...]
    document_id: str
    start: int
    end: int


class Support(Struct, frozen=True, kw_only=True):
    """One origin of a claim with the reports that print it, earliest first.

    ``own_voice`` marks an outlet that only ever speaks for itself: it is no first hand.
    """

    origin_id: str
    origin: str
    kind: SourceKind
    anonymity: Anonymity
    stake: Stake
    own_voice: bool
    printed: tuple[Printing, ...]


class Backing(Struct, frozen=True, kw_only=True):
    """A claim with everything behind it.

    ``kind`` says whether it is a value of a slot ("launched: 3") or how a suspicion stands
    ("the Reed League: accused"). ``id`` selects it again; ``value_ids`` are the facts or claims
    that it was made of. ``status`` is the value's, or the standing. ``origins`` are the
    independent ones; outlets in their own voice are none, and are counted beside them.
    """

    id: str
    kind: _Kind
    claim: str
    status: str
    reports: int
    origins: int
    own_voices: int
    support: tuple[Support, ...]
    value_ids: tuple[str, ...]

    @property
    def counted(self) -> str:
        """The answer in one line, as people say it."""
        return counted(self.reports, self.origins, self.own_voices)


def counted(reports: int, origins: int, own_voices: int) -> str:
    """Return "12 reports, 2 origins and 1 own voice"."""
    printed = plural(reports, "report")
    if own_voices and not origins:
        return f"{printed}, in own voice only"
    besides = f" and {plural(own_voices, 'own voice')}" if own_voices else ""
    return f"{printed}, {plural(origins, 'origin')}{besides}"


def backings(index: Index) -> tuple[Backing, ...]:
    """Return every value of every slot and every standing of every party, in the case's order."""
    incident = index.case.incident
    return (*_values(index, incident), *_suspicions(index, incident)) if incident else ()


def about(found: Sequence[Backing], wanted: str) -> tuple[Backing, ...]:
    """Return the claims that ``wanted`` means: by id, or else by words in their name.

    Raises:
        UnknownId: when there is none; the hint names some that there are.
    """
    asked = wanted.casefold().strip()
    chosen = [
        one for one in found if asked in (one.id.casefold(), *map(str.casefold, one.value_ids))
    ]
    chosen = chosen or [one for one in found if all(word in _name(one) for word in asked.split())]
    if not asked or not chosen:
        names = ", ".join(f"'{one.id}'" for one in found[:_SHOWN])
        hint = f"there are {names} and others: leave the option out to see all" if found else ""
        raise UnknownId(f"no claim of this case is '{wanted}'", hint or "the case holds no claim")
    return tuple(chosen)


def _name(one: Backing) -> str:
    return f"{one.id} {one.claim}".casefold()


def total(chosen: Iterable[Backing]) -> tuple[int, int, int]:
    """Return how many reports, origins and own voices several claims have together."""
    reports: set[str] = set()
    hands: dict[str, bool] = {}
    for one in chosen:
        for support in one.support:
            hands[support.origin_id] = support.own_voice
            reports.update(row.document_id for row in support.printed)
    own_voices = sum(hands.values())
    return len(reports), len(hands) - own_voices, own_voices


def _values(index: Index, incident: Incident) -> Iterator[Backing]:
    for slot in incident.slots:
        for value in slot.values:
            shown = " ".join(filter(None, [written(slot.slot, value.value), unit_of(value)]))
            told = f"{slot.label}: {shown}"
            status = words().statuses[value.status]
            key = f"{slot.slot}={value.value}"
            yield _backing(index, (key, "value", told, status), value.fact_ids)


def _suspicions(index: Index, incident: Incident) -> Iterator[Backing]:
    found: dict[tuple[str, str], list[str]] = {}
    for statement in incident.statements:
        key = index.party_name(statement.party_id), _standing(statement)
        found.setdefault(key, []).extend(statement.claim_ids)
    for (party, standing), claim_ids in found.items():
        name: _Named = (f"{party}={standing}", "suspicion", f"{party}: {standing}", standing)
        yield _backing(index, name, tuple(claim_ids))


def _standing(statement: Statement) -> str:
    if statement.insinuation:
        return words().acts["insinuate"]
    return "taken back" if statement.act == "retract" else standings()[statement.standing].label


def _backing(index: Index, named: _Named, value_ids: tuple[str, ...]) -> Backing:
    key, kind, claim, status = named
    printed: dict[str, list[Printing]] = {}
    for value_id in value_ids:
        thing = index.facts.get(value_id) or index.claims.get(value_id)
        chain = index.chains.get(thing.chain_id) if thing else None
        if thing is None or chain is None or not thing.spans:
            continue
        printed.setdefault(index.origin_of.get(chain.id, ""), []).append(
            Printing(
                outlet=index.outlet(thing.document_id),
                published=index.published(thing.document_id),
                words=squeeze(thing.spans[0].text),
                through=tuple(index.relay_name(chain, hop) for hop in chain.hops[1:-1]),
                document_id=thing.document_id,
                start=thing.spans[0].start,
                end=thing.spans[0].end,
            )
        )
    support = tuple(
        sorted(
            (_support(index, origin_id, rows) for origin_id, rows in printed.items()),
            key=lambda one: (-len(one.printed), one.origin, one.origin_id),
        )
    )
    reports = {row.document_id for one in support for row in one.printed}
    own_voices = sum(one.own_voice for one in support)
    return Backing(
        id=key, kind=kind, claim=claim, status=status, reports=len(reports),
        origins=len(support) - own_voices, own_voices=own_voices, support=support,
        value_ids=value_ids,
    )  # fmt: skip


def _support(index: Index, origin_id: str, rows: Iterable[Printing]) -> Support:
    origin = index.origins.get(origin_id)
    unique = {(row.document_id, row.start, row.end): row for row in rows}
    return Support(
        origin_id=origin_id,
        origin=origin.name if origin else "origin not traced",
        kind=origin.kind if origin else "unknown",
        anonymity=origin.anonymity if origin else "unknown",
        stake=origin.stake if origin else "unknown",
        own_voice=origin is not None and own_voice(index, origin),
        printed=tuple(
            sorted(
                unique.values(),
                key=lambda row: (row.published or "9999", row.outlet, row.document_id, row.start),
            )
        ),
    )
