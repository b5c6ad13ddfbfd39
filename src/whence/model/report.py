"""What a single document tells of the incident."""

from msgspec import Struct

from whence.model.attribution import Act, Attribution, Chain, Scope
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.reading import Mark, Mention
from whence.model.span import Span


class Reaction(Struct, frozen=True, kw_only=True):
    """A stance that somebody took: condemns, offers help, calls for calm, rejects.

    ``conditional`` when it is taken only if something holds ("if it is true, we condemn it").
    ``scope`` is ``other`` when it is a stance on another incident in the same report.
    """

    id: str
    document_id: str
    chain_id: str
    who: str
    act: Act
    content: str
    conditional: bool = False
    scope: Scope = "incident"
    spans: tuple[Span, ...]
    extractor: str


class Report(Struct, frozen=True, kw_only=True):
    """What a single document tells of the incident; every value with its spans and its chain.

    ``incident_kind`` is a key of ``vocabulary/incidents.yaml`` or None when the words do not tell.
    ``anchor`` is the ISO date from which relative dates were read, ``anchor_basis`` how it was
    found ("dateline", "published", "office-holders").
    """

    id: str
    document_id: str
    incident_kind: str | None = None
    anchor: str | None = None
    anchor_basis: str | None = None
    attributions: tuple[Attribution, ...] = ()
    chains: tuple[Chain, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    mentions: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    notices: tuple[str, ...] = ()

    def chain(self, chain_id: str) -> Chain:
        """Return the chain with this id.

        Raises:
            KeyError: when the report has no such chain.
        """
        for chain in self.chains:
            if chain.id == chain_id:
                return chain
        raise KeyError(chain_id)
