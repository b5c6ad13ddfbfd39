"""Nameless sources through different hands: one first hand when their words are copied words."""

from collections.abc import Iterable, Sequence

from whence.model.origin import Copy, Passage
from whence.model.report import Report
from whence.model.span import Span
from whence.trace.merging import Proposal
from whence.trace.nodes import Node
from whence.trace.sources import short_body

_MOST = 0.6
_LEAST = 0.5


def relayed(
    every: Sequence[Node],
    reports: Iterable[Report],
    copies: Sequence[tuple[Copy, float]],
) -> list[Proposal]:
    """Propose a merge where two documents give shared words to nameless sources of one sort.

    So are people ("two officials"), papers ("the message") and bodies that mean something only
    inside their text ("the militia").
    Each copy comes with the probability, whichever its direction, that the words are shared.
    """
    by_chain = {chain.id: node for node in every if _nameless(node) for chain in node.chains}
    contents: dict[str, list[tuple[Span, Node]]] = {}
    for report in reports:
        contents[report.document_id] = [
            (span, by_chain[attribution.chain_id])
            for attribution in report.attributions
            if attribution.chain_id in by_chain
            for span in attribution.content
        ]
    found: list[Proposal] = []
    for copy, probability in copies:
        for passage in copy.passages:
            if probability >= _LEAST:
                found += _shared(contents, passage, probability)
    return found


def _shared(
    contents: dict[str, list[tuple[Span, Node]]], passage: Passage, probability: float
) -> list[Proposal]:
    mine = _within(contents.get(passage.copy.document_id, []), passage.copy)
    theirs = _within(contents.get(passage.original.document_id, []), passage.original)
    return [
        Proposal(
            two,
            one,
            "the same words of nameless people in a passage that both documents share"
            if one.source.sort == "role"
            else "the same words of one nameless source in a passage that both documents share",
            probability,
        )
        for one in mine
        for two in theirs
        if _sort(one) == _sort(two)
    ]


def _nameless(node: Node) -> bool:
    return node.source.sort in ("role", "other") or short_body(node.source)


def _sort(node: Node) -> tuple[str, ...]:
    """Return of which sort a nameless source is: people by what they are, others by their words."""
    source = node.source
    if source.sort == "role":
        return ("role", source.head, str(source.plural))
    return (source.sort, *source.key)


def _within(rows: list[tuple[Span, Node]], place: Span) -> list[Node]:
    return [node for span, node in rows if span.overlap(place) >= _MOST * (span.end - span.start)]
