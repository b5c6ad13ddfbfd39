"""Claims and facts as they were read: whose words, through whose hands, where else."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import UnknownId
from whence.model.attribution import Attribution, Chain
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.origin import Origin
from whence.model.verdicts import TOGETHER
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, Listing, behind_id
from whence.web.shelf import Volume
from whence.web.views.readings import Read, readings
from whence.web.views.whole import whole

_TAG: Final = "values"
_CASE: Final = "/cases/{case}"
Id = Annotated[str, Meta(max_length=200)]


class ClaimsAsked(ById, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims: of a document, of an origin, of a standing; "" for any."""

    document: Annotated[Id, Meta(description="Of this document alone.")] = ""
    origin: Annotated[Id, Meta(description="Of this origin alone.")] = ""
    standing: Annotated[Id, Meta(description="Of this standing alone.")] = ""


class FactsAsked(ById, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which facts: of a document, of an origin, of a slot; "" for any."""

    document: Annotated[Id, Meta(description="Of this document alone.")] = ""
    origin: Annotated[Id, Meta(description="Of this origin alone.")] = ""
    slot: Annotated[Id, Meta(description="Of this slot alone.")] = ""


class Elsewhere(Struct, frozen=True, kw_only=True):
    """Another claim or fact that says the same of the incident, and who says it."""

    id: str
    document_id: str
    origin_id: str


class ValueRead(Struct, frozen=True, kw_only=True):
    """A claim or fact with everything around it; one of ``claim`` and ``fact`` is None.

    They are as read; ``claim_now`` and ``fact_now`` are what judgements make of them, both None
    where it counts no more. ``chain`` are the hands that it came through, ``origin`` the first,
    None where nothing was derived since it was read. ``same`` are claims or facts that say the
    same, and ``judgements`` all that was judged of it or of its chain, latest last.
    """

    id: str
    claim: Claim | None
    fact: Fact | None
    claim_now: Claim | None
    fact_now: Fact | None
    chain: Chain | None
    attribution: Attribution | None
    origin: Origin | None
    same: tuple[Elsewhere, ...]
    judgements: tuple[Judgement, ...]


def claims(call: Call[ClaimsAsked, None]) -> Listing[Claim]:
    """List the claims about who was behind it, as judgements make them.

    What was rejected is not among them.
    """
    volume, asked = call.volume(), call.asked
    index = whole(volume)
    fitting = [
        one
        for one in index.claims.values()
        if asked.document in ("", one.document_id)
        and asked.standing in ("", one.standing)
        and asked.origin in ("", index.origin_of.get(one.chain_id))
    ]
    return behind_id(fitting, [one.id for one in fitting], asked)


def facts(call: Call[FactsAsked, None]) -> Listing[Fact]:
    """List the facts as single documents tell them, as judgements make them.

    What was rejected is not among them. `/cases/{case}/slots` has them fused.
    """
    volume, asked = call.volume(), call.asked
    index = whole(volume)
    fitting = [
        one
        for one in index.facts.values()
        if asked.document in ("", one.document_id)
        and asked.slot in ("", one.slot)
        and asked.origin in ("", index.origin_of.get(one.chain_id))
    ]
    return behind_id(fitting, [one.id for one in fitting], asked)


def value(call: Call[Nothing, None]) -> ValueRead:
    """Return a claim or fact with its chain, its origin, where else it is said, and judgements.

    What was rejected is told too, as it was read.
    """
    volume, key = call.volume(), call.place("value")
    read = readings(volume)
    if key not in read.was:
        raise call.missing("there is no such claim or fact in the case")
    was, now, index = read.was[key], read.now.get(key), whole(volume)
    return ValueRead(
        id=key,
        claim=was if isinstance(was, Claim) else None,
        fact=was if isinstance(was, Fact) else None,
        claim_now=now if isinstance(now, Claim) else None,
        fact_now=now if isinstance(now, Fact) else None,
        chain=read.chains.get(was.chain_id),
        attribution=index.attributions.get(was.attribution_id or ""),
        origin=index.origins.get(index.origin_of.get(was.chain_id, "")),
        same=tuple(_same(volume, was)),
        judgements=tuple(
            one
            for one in volume.state.judgements
            if {key, was.chain_id} & set(one.subject.replace(TOGETHER, " ").split())
        ),
    )


def _same(volume: Volume, value: Read) -> list[Elsewhere]:
    index = whole(volume)
    incidents = (volume.case.incident, *volume.case.others)
    groups = [
        group
        for incident in incidents
        if incident is not None
        for group in (
            *(statement.claim_ids for statement in incident.statements),
            *(held.fact_ids for slot in incident.slots for held in slot.values),
        )
        if value.id in group
    ]
    keys = dict.fromkeys(key for group in groups for key in group if key != value.id)
    found = (index.claims.get(key) or index.facts.get(key) for key in keys)
    return [
        Elsewhere(
            id=one.id,
            document_id=one.document_id,
            origin_id=index.origin_of.get(one.chain_id, ""),
        )
        for one in found
        if one is not None
    ]


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/claims", name="listClaims", answer=claims, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/facts", name="listFacts", answer=facts, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/values/{{value}}", name="getValue", answer=value, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
)  # fmt: skip
