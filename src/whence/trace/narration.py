"""Where an outlet's own words come from: an agency it credits, a text it copied, or itself.

A document's narration has one home. An outlet that prints an agency's copy once does not become
that agency, so its other documents stay its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whence.model.attribution import Chain
from whence.model.claim import Claim
from whence.model.document import Document
from whence.model.fact import Fact
from whence.model.origin import Copy
from whence.model.report import Reaction, Report
from whence.model.span import Span
from whence.trace.credits import Agencies, Credits, outlet_key
from whence.trace.merging import Proposal
from whence.trace.nodes import Node, narrates

_OWN = 0.97
_HALF = 0.5


class Voices:
    """Which chain speaks at a place of a document, and what each chain says."""

    def __init__(self, documents: Iterable[Document], reports: Iterable[Report]) -> None:
        self._narrators: dict[str, Chain] = {}
        self._contents: dict[str, list[tuple[Span, str]]] = {}
        self.chains: dict[str, Chain] = {}
        by_id = {document.id: document for document in documents}
        self._documents = by_id
        for report in sorted(reports, key=lambda report: report.id):
            document = by_id[report.document_id]
            rows = self._contents.setdefault(document.id, [])
            for chain in report.chains:
                self.chains[chain.id] = chain
                if narrates(chain, document):
                    self._narrators.setdefault(document.id, chain)
            for attribution in report.attributions:
                rows += [(span, attribution.chain_id) for span in attribution.content]
            values: tuple[Fact | Claim | Reaction, ...] = (
                *report.facts,
                *report.claims,
                *report.reactions,
            )
            for value in values:
                rows += [(span, value.chain_id) for span in value.spans]

    def at(self, place: Span) -> Chain | None:
        """Return who says just what stands at a place, or else the shortest content that meets it.

        Where nothing does it is the document's narrator, who also goes first where two say it.
        """
        narrator = self._narrators.get(place.document_id)
        own = narrator.id if narrator is not None else ""
        holding = [
            (span != place, span.end - span.start, chain_id != own, chain_id)
            for span, chain_id in self._contents.get(place.document_id, ())
            if span.overlap(place) > _HALF * min(span.end - span.start, place.end - place.start)
        ]
        return self.chains.get(min(holding)[-1]) if holding else narrator

    def narrator(self, document_id: str) -> Chain | None:
        """Return the chain of a document's own voice, if it says anything itself."""
        return self._narrators.get(document_id)

    def same_words(self, words: str, within: Span) -> Span | None:
        """Return where a passage has the same words."""
        document = self._documents[within.document_id]
        found = document.text.find(words, within.start, within.end)
        return document.span(found, found + len(words)) if found >= 0 else None

    def said(self, chain_id: str, document_id: str) -> list[Span]:
        """Return every span of a document that is said through one chain."""
        return sorted(
            {span for span, said in self._contents.get(document_id, ()) if said == chain_id}
        )


def homes(
    every: Sequence[Node],
    documents: Mapping[str, Document],
    agencies: Agencies,
    copies: Sequence[tuple[Copy, float]],
    voices: Voices,
) -> list[Proposal]:
    """Propose one home for each narration: the credited agency, the copied text or the outlet.

    Each copy comes with the probability, whichever its direction, that the words are shared.
    """
    by_chain = {chain.id: node for node in every for chain in node.chains}
    found: list[Proposal] = []
    own: dict[str, Node] = {
        node.source.key[0]: node for node in reversed(every) if node.source.sort == "outlet"
    }
    outlets = dict(own)
    taken: dict[str, list[tuple[Copy, float]]] = defaultdict(list)
    for copy, probability in copies:
        if copy.original_id is not None and probability >= _HALF:
            taken[copy.copy_id].append((copy, probability))
    for node in every:
        if node.source.sort != "narration":
            continue
        document = documents[node.document_id]
        home = _agency(node, agencies[document.id], outlets) or _copied(
            node, taken[document.id], voices, by_chain
        )
        if home is None:
            first = own.setdefault(outlet_key(document.name), node)
            home = Proposal(first, node, "the outlet's own words", _OWN)
        found.append(home)
    return found


def _agency(node: Node, credits: Credits, outlets: Mapping[str, Node]) -> Proposal | None:
    if len(credits) != 1:
        return None
    name, probability = credits[0]
    return Proposal(outlets[outlet_key(name)], node, f"credits {name}", probability)


def _copied(
    node: Node, copies: Sequence[tuple[Copy, float]], voices: Voices, by_chain: dict[str, Node]
) -> Proposal | None:
    """Find the one node from which at least half of what a narration says was copied."""
    said = voices.said(node.chains[0].id, node.document_id)
    best: tuple[float, str, Node] | None = None
    for copy, probability in copies:
        source = _source(said, copy, voices, by_chain)
        if source is not None:
            entry = (-probability, source.id, source)
            best = entry if best is None else min(best, entry, key=lambda one: one[:2])
    if best is None or best[2].id == node.id:
        return None
    return Proposal(best[2], node, f"its words are those of {best[2].label}", -best[0])


def _source(said: list[Span], copy: Copy, voices: Voices, by_chain: dict[str, Node]) -> Node | None:
    counted: dict[str, int] = {}
    for place in _places(said, copy, voices):
        chain = voices.at(place)
        if chain is not None:
            counted[chain.id] = counted.get(chain.id, 0) + 1
    if not said and copy.basis == "whole" and copy.original_id is not None:
        # Where a copy says nothing itself, its voice is the other's, not one of those quoted there.
        own = voices.narrator(copy.original_id)
        counted = {own.id: 1} if own is not None else counted
    if not counted:
        return None
    chain_id = max(sorted(counted), key=lambda key: counted[key])
    if counted[chain_id] < _HALF * max(len(said), 1):
        return None
    return by_chain[chain_id]


def _places(said: Sequence[Span], copy: Copy, voices: Voices) -> list[Span]:
    """Return where the copied text has what a copy narrates: the very words, else their sentence.

    A sentence may tell some of it and have some from a source: "killed five" is the outlet's own
    in "the blast, by the garrison's count, killed five".
    """
    if not said:
        whole = copy.basis == "whole"
        return [passage.original for passage in copy.passages] if whole else []
    return [
        voices.same_words(span.text, passage.original) or passage.original
        for span in said
        for passage in copy.passages
        if passage.copy.overlap(span) > _HALF * (span.end - span.start)
    ]
