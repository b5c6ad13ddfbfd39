"""First hands: who they are, what came from them, and which reports copy which."""

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from whence.errors import UnknownId
from whence.model.attribution import Chain
from whence.model.origin import Copy, Origin
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, ByNumber, Listing, behind_id, behind_place
from whence.web.api.problems import Refused
from whence.web.hands.asking import asked
from whence.web.hands.graph import HandsGraph
from whence.web.hands.making import claims, made
from whence.web.views.whole import whole

_TAG: Final = "origins"
_CASE: Final = "/cases/{case}"
Id = Annotated[str, Meta(max_length=400)]


class GraphAsked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is drawn: everything, or what one of these is about; ``open`` draws copies apart."""

    claim: Annotated[Id, Meta(description="The id of a claim, a fact or a value.")] = ""
    slot: Annotated[Id, Meta(description="The name of a slot.")] = ""
    party: Annotated[Id, Meta(description="The id of a party.")] = ""
    outlet: Annotated[Id, Meta(description="The name of an outlet.")] = ""
    open: Annotated[
        Literal["", "all", "voices"], Meta(description="Draw copies, or outlets, one by one.")
    ] = ""


class OriginRead(Struct, frozen=True, kw_only=True):
    """A first hand with the chains that start there, and the ids of what came through them.

    Chains are what a judgement on an origin names: an origin's own id may change with a report.
    """

    origin: Origin
    chains: tuple[Chain, ...]
    fact_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


def origins(call: Call[ById, None]) -> Listing[Origin]:
    """List the first hands of a case, by their ids."""
    found = tuple(whole(call.volume()).origins.values())
    return behind_id(found, [one.id for one in found], call.asked)


def origin(call: Call[Nothing, None]) -> OriginRead:
    """Return a first hand, with all that came from it."""
    index = whole(call.volume())
    found = index.origins.get(call.place("origin"))
    if found is None:
        raise call.missing("there is no such origin in the case")
    chains = set(found.chain_ids)
    return OriginRead(
        origin=found,
        chains=tuple(index.chains[key] for key in found.chain_ids if key in index.chains),
        fact_ids=tuple(one.id for one in index.facts.values() if one.chain_id in chains),
        claim_ids=tuple(one.id for one in index.claims.values() if one.chain_id in chains),
    )


def copies(call: Call[ByNumber, None]) -> Listing[Copy]:
    """List which document took text from which, with the passages that show it."""
    return behind_place(call.volume().case.trace.copies, call.asked)


def graph(call: Call[GraphAsked, None]) -> HandsGraph:
    """Return who said what through whom, as a graph with a place for each pair of hands.

    All that is said of the incident, or what a claim, a slot, a party or an outlet is about.
    """
    volume, given = call.volume(), call.asked
    if sum(map(bool, (given.claim, given.slot, given.party))) > 1:
        raise Refused(422, "claim, slot and party are given at once", "give one of them")
    return made(volume, asked(volume.index, claims(volume), call.request.query_params))


OPERATIONS: Final = (
    Operation(
        method="GET", path=f"{_CASE}/origins", name="listOrigins", answer=origins, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/origins/{{origin}}", name="getOrigin", answer=origin,
        tag=_TAG, tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/copies", name="listCopies", answer=copies, tag=_TAG,
        tagged=True,
    ),
    Operation(
        method="GET", path=f"{_CASE}/graph", name="getGraph", answer=graph, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
)  # fmt: skip
