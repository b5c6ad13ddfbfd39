"""Facts with the first hand that each of them starts from, and what that hand's word weighs."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.fuse.echoes import Echoes, echoes
from whence.model.attribution import Chain
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.origin import Copy, Origin, Trace
from whence.model.report import Report
from whence.model.span import Span

HEDGES = {3: 1.0, 2: 0.75, 1: 0.4, 0: 0.1}
"""What a word weighs by its hedge. What is doubted (below 0) has no vote."""
_STAGES = {"finding": 2.0, "correction": 1.25, "asserted": 1.0, "initial": 0.5}
_NARRATED = 0.6
_AGENCY = 0.9
_UNIDENTIFIED = 0.8
_HALF = 0.5
_STALE = 0.5
_BOAST = 0.5


@dataclass(frozen=True)
class Witness:
    """One fact, the document that prints it and the origin that it starts from.

    ``weight`` is the vote of that origin for this value as this fact gives it, in origins:
    hedging takes away, a finding counts double, an outlet's unsourced word counts less than a
    source's. A figure is ``stale`` that was given together with a total that its source has
    withdrawn, and a ``boast`` that those give of their dead who say that they did it: either
    counts half. The weights are elicited. ``at`` is the publication of the document ("" if
    unknown).
    """

    fact: Fact
    document: Document
    origin: Origin
    stale: bool = False
    boast: bool = False

    @property
    def at(self) -> str:
        """Publication of the document, an ISO prefix ("" when unknown)."""
        return self.document.published or ""

    @property
    def sourced(self) -> bool:
        """Whether anybody but an outlet or agency itself vouches for the value."""
        return self.origin.kind not in ("outlet", "agency", "narrator", "unknown")

    @property
    def weight(self) -> float:
        """The vote in origins, between 0 (denied or not committed to) and 2 (a finding)."""
        hand = 1.0 if self.sourced else _AGENCY if self.origin.kind == "agency" else _NARRATED
        if self.sourced and self.origin.anonymity == "unknown":
            hand = _UNIDENTIFIED
        fresh = (_STALE if self.stale else 1.0) * (_BOAST if self.boast else 1.0)
        return HEDGES.get(self.fact.hedge, 0.0) * _STAGES[self.fact.stage] * hand * fresh


class Ledger:
    """Who says what: chains, origins and narrators of the case by id."""

    def __init__(
        self, documents: Sequence[Document], reports: Sequence[Report], trace: Trace
    ) -> None:
        self.documents: Mapping[str, Document] = {one.id: one for one in documents}
        self.reports = sorted(
            (one for one in reports if one.document_id in self.documents), key=lambda one: one.id
        )
        self.origins: Mapping[str, Origin] = {one.id: one for one in trace.origins}
        self.chains: Mapping[str, Chain] = {
            chain.id: chain for report in self.reports for chain in report.chains
        }
        self.facts: Mapping[str, Fact] = {
            fact.id: fact for report in self.reports for fact in report.facts
        }
        self._origin_of = trace.origin_of()
        self._copies = trace.copies
        self._repeated: dict[float, Echoes] = {}

    def origin(self, chain_id: str) -> Origin:
        """Return the origin of a chain.

        Raises:
            KeyError: when the trace does not know the chain.
        """
        return self.origins[self._origin_of[chain_id]]

    def narrated(self, chain_id: str) -> bool:
        """Tell whether nobody but outlets and agencies stands behind a chain."""
        return self.chains[chain_id].origin.kind in ("outlet", "agency", "narrator")

    def repeating(self, copied: float) -> Mapping[str, str]:
        """Return which texts were copied as a whole from which others of the case, by their ids."""
        return {
            one.copy_id: one.original_id
            for one in self._copies
            if one.basis == "whole"
            and one.probability >= copied
            and one.original_id is not None
            and one.original_id in self.documents
        }

    def echoes(self, copied: float) -> Echoes:
        """Return which facts of copies only repeat which, by their ids; worked out once."""
        if copied not in self._repeated:
            self._repeated[copied] = self._echoes(copied)
        return self._repeated[copied]

    def _echoes(self, copied: float) -> Echoes:
        def has_it(mine: Fact, theirs: Fact) -> bool:
            same = self._origin_of[mine.chain_id] == self._origin_of[theirs.chain_id]
            return same or self.narrated(mine.chain_id)

        sure = [one for one in self._copies if one.probability >= copied]
        return echoes(tuple(self.facts.values()), sure, has_it)

    def witnesses(self, scope: str, copied: float) -> tuple[Witness, ...]:
        """Return all facts of one scope with their origins, ordered by fact id.

        What a copy only repeats is left out: it is told where it was told first.
        What a document narrates in words copied from another document starts where that other
        document says it starts: "copied" is the least probability of copying for this. So does what
        a headline says that its own report has from somebody: it is nobody else's word.
        """
        facts = sorted(
            (fact for fact in self.facts.values() if fact.scope == scope),
            key=lambda fact: fact.id,
        )
        borrowed = {**self._headed(facts), **self._borrowed(facts, copied)}
        repeated = self.echoes(copied)
        return tuple(
            Witness(
                fact,
                self.documents[fact.document_id],
                self.origins[borrowed.get(fact.id, self._origin_of[fact.chain_id])],
            )
            for fact in facts
            if fact.id not in repeated
        )

    def _headed(self, facts: Sequence[Fact]) -> dict[str, str]:
        """Return the origin of every narrated fact of a headline that its report has from a source.

        "Two dead in blast, governor says" over "the governor said that two people died".
        """
        told: dict[tuple[str, str, str], str] = {}
        for fact in facts:
            if not self.narrated(fact.chain_id):
                told.setdefault(
                    (fact.document_id, fact.slot, fact.value), self._origin_of[fact.chain_id]
                )
        found: dict[str, str] = {}
        for fact in facts:
            title = self.documents[fact.document_id].title or ""
            heads = fact.spans and max(span.end for span in fact.spans) <= len(title)
            key = (fact.document_id, fact.slot, fact.value)
            if heads and key in told and self.narrated(fact.chain_id):
                found[fact.id] = told[key]
        return found

    def _borrowed(self, facts: Sequence[Fact], copied: float) -> dict[str, str]:
        """Return the origin of every narrated fact that stands in a copied passage.

        What was copied from a copy starts where that copy's own words start.
        """
        by_document: dict[str, list[Fact]] = {}
        for fact in facts:
            by_document.setdefault(fact.document_id, []).append(fact)
        givers: dict[str, Fact] = {}
        for copy in sorted(self._copies, key=lambda one: -one.probability):
            if copy.original_id is None or copy.probability < copied:
                continue
            for mine, theirs in _aligned(by_document, copy):
                taker, giver = (mine, theirs) if self.narrated(mine.chain_id) else (theirs, mine)
                if self.narrated(taker.chain_id):
                    givers.setdefault(taker.id, giver)
        return {taker: self._origin_of[_first(givers, taker).chain_id] for taker in givers}


def _first(givers: Mapping[str, Fact], taker: str) -> Fact:
    """Return the fact at which a row of copies starts."""
    giver, seen = givers[taker], {taker}
    while giver.id in givers and giver.id not in seen:
        seen.add(giver.id)
        giver = givers[giver.id]
    return giver


def _aligned(by_document: Mapping[str, list[Fact]], copy: Copy) -> list[tuple[Fact, Fact]]:
    """Pair the facts of equal slot and value in the passages that two documents share."""
    pairs: list[tuple[Fact, Fact]] = []
    for passage in copy.passages:
        given = defaultdict(list)
        for theirs in _inside(by_document, passage.original):
            given[theirs.slot, theirs.value].append(theirs)
        for mine in _inside(by_document, passage.copy) if given else ():
            pairs += [(mine, theirs) for theirs in given.get((mine.slot, mine.value), ())]
    return pairs


def _inside(by_document: Mapping[str, list[Fact]], passage: Span) -> list[Fact]:
    """Return the facts of which more than half of some span lies in a passage."""
    return [
        fact
        for fact in by_document.get(passage.document_id, ())
        if any(one.overlap(passage) > _HALF * len(one.text) for one in fact.spans)
    ]
