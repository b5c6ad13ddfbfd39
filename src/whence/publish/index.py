"""A case with everything looked up once: who said it, where, through whose hands."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from whence.model.attribution import Attribution, Chain, Hop
from whence.model.case import Case
from whence.model.claim import Claim
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.origin import Origin
from whence.model.report import Reaction, Report
from whence.model.span import Span
from whence.publish.anchors import anchor
from whence.publish.texts import known_as


@dataclass(frozen=True)
class Index:
    """Look-ups over one case; ids are unique over all reports."""

    case: Case

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id, in the order of the case."""
        return {document.id: document for document in self.case.documents}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by document id."""
        return {report.document_id: report for report in self.case.reports}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for report in self.case.reports for fact in report.facts}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for report in self.case.reports for claim in report.claims}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by id."""
        return {
            attribution.id: attribution
            for report in self.case.reports
            for attribution in report.attributions
        }

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """Sourcing chains by id."""
        return {chain.id: chain for report in self.case.reports for chain in report.chains}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {
            origin.id: replace(origin, name=known_as(origin.name))
            for origin in self.case.trace.origins
        }

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """Origin id by chain id."""
        return self.case.trace.origin_of()

    @cached_property
    def reactions(self) -> tuple[Reaction, ...]:
        """The reactions to the incident: as fused, or as read when nothing was fused."""
        if self.case.incident is not None:
            return self.case.incident.reactions
        return tuple(reaction for report in self.case.reports for reaction in report.reactions)

    @cached_property
    def values(self) -> tuple[Fact | Claim, ...]:
        """All facts and claims: what sourcing chains carry."""
        found: list[Fact | Claim] = [*self.facts.values()]
        found += self.claims.values()
        return tuple(found)

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each fact and claim stands among all of them, by id."""
        return {thing.id: number for number, thing in enumerate(self.values)}

    @cached_property
    def said_through(self) -> dict[str, tuple[Fact | Claim, ...]]:
        """The facts and claims about the incident by the chain that they came through."""
        found: dict[str, list[Fact | Claim]] = defaultdict(list)
        for thing in self.values:
            if thing.scope == "incident":
                found[thing.chain_id].append(thing)
        return {chain: tuple(things) for chain, things in found.items()}

    @cached_property
    def carried(self) -> dict[str, dict[str, int]]:
        """How many facts and claims about the incident each document carries from each origin.

        Outer key: origin id; inner key: document id.
        """
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for thing in self.values:
            origin = self.origin_of.get(thing.chain_id)
            if thing.scope == "incident" and origin is not None:
                counts[origin][thing.document_id] += 1
        return {origin: dict(documents) for origin, documents in counts.items()}

    @cached_property
    def bearing(self) -> tuple[Origin, ...]:
        """The origins with at least one fact or claim about the incident, the fullest first."""
        carried = self.carried
        return tuple(
            sorted(
                (origin for origin in self.origins.values() if origin.id in carried),
                key=lambda origin: (-sum(carried[origin.id].values()), origin.name, origin.id),
            )
        )

    @cached_property
    def _aliases(self) -> dict[str, str]:
        """Names that were taken for one first hand, with the name it goes by."""
        return {
            name: origin.name
            for origin in self.origins.values()
            for merge in origin.merges
            for name in (merge.left, merge.right)
        }

    def relay_name(self, chain: Chain, hop: Hop) -> str:
        """Return the name of a hand in between, the spellings of one relay taken together.

        The tracing keeps relays by origin under one name each; a spelling that none of them
        explains stays as the text has it.
        """
        origin = self.origins.get(self.origin_of.get(chain.id, ""))
        relays = origin.relays if origin else ()
        alias = self._aliases.get(hop.who, hop.who)
        if hop.who in relays or alias in relays:
            return hop.who if hop.who in relays else alias
        within = [name for name in relays if name.casefold() in hop.who.casefold()]
        return within[0] if len(within) == 1 else alias

    def outlet(self, document_id: str) -> str:
        """Return what readers call a document, or its id when the case does not hold it."""
        document = self.documents.get(document_id)
        return document.name if document else document_id

    def published(self, document_id: str) -> str | None:
        """Return the publication time of a document as an ISO prefix, where it is known."""
        document = self.documents.get(document_id)
        return document.published if document else None

    def origin_name(self, chain_id: str) -> str:
        """Return the name of the first hand of a chain, merged spellings taken together."""
        origin = self.origins.get(self.origin_of.get(chain_id, ""))
        if origin is not None:
            return origin.name
        chain = self.chains.get(chain_id)
        return known_as(chain.origin.who) if chain else "origin not traced"

    def party_name(self, party_id: str) -> str:
        """Return the name of a party of the incident; "a party" when the incident lacks it."""
        parties = self.case.incident.parties if self.case.incident else ()
        return next((party.name for party in parties if party.id == party_id), "a party")

    def speaker(self, chain: Chain) -> str:
        """Return the last hand of a chain; where only a pronoun is told, whom it was taken for."""
        last = chain.origin
        origin = self.origins.get(self.origin_of.get(chain.id, ""))
        if last.anonymity != "unknown" or origin is None or origin.anonymity == "unknown":
            return last.who
        said = f"“{last.span.text}”" if last.span else last.who
        return f"{said}, taken to be {origin.name}"

    def origin_href(self, chain_id: str) -> str | None:
        """Return the link to the origin of a chain, or None when it was not traced."""
        origin = self.origin_of.get(chain_id)
        return f"#{anchor('o', origin)}" if origin in self.origins else None

    def holds(self, span: Span) -> bool:
        """Tell whether the exact words of ``span`` stand in the case at that very place."""
        document = self.documents.get(span.document_id)
        return document is not None and document.text[span.start : span.end] == span.text
