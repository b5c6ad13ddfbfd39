"""Nameless people in a later report who say what was already said: taken for a recap of the first.

A paper that sums up ("two security officials have accused the League") rarely says whose officials
these were. That it found two others who say the same is possible, so the merge is shown with its
probability, and a judgement undoes it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whence.model.document import Document
from whence.model.iso import earlier
from whence.model.report import Report
from whence.names.spelling import skeletons
from whence.trace.merging import Proposal
from whence.trace.nodes import Node

_RECAP = 0.6
"""Elicited: how often the later of two like descriptions with one accusation is a recap."""

Said = frozenset[tuple[tuple[str, ...], str, bool]]


def recaps(
    every: Sequence[Node], reports: Sequence[Report], documents: Mapping[str, Document]
) -> list[Proposal]:
    """Propose a merge of nameless people with those of an earlier report who made the same claim.

    They must be of one sort and number, and the later description no fuller than the earlier. Of
    several earlier sources one must be described as fully as all the others together.
    """
    said = _said(reports)
    alike: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    claimed = {node.id: _of(node, said) for node in every if node.source.sort == "role"}
    roles = [node for node in every if claimed.get(node.id)]
    for node in roles:
        for row in claimed[node.id]:
            alike[*_sort(node), row].append(node)
    found: list[Proposal] = []
    for node in roles:
        others = {
            one.id: one for row in claimed[node.id] for one in alike[*_sort(node), row]
        }.values()
        first = _fullest([one for one in others if _recalls(node, one, documents)])
        if first is not None:
            reason = "a later report has the same said by people described alike"
            found.append(Proposal(first, node, reason, _RECAP))
    return found


def _sort(node: Node) -> tuple[str, bool, frozenset[str]]:
    return node.source.head, node.source.plural, node.source.belongs


def _fullest(fitting: Sequence[Node]) -> Node | None:
    """Return the earliest of the fullest descriptions, where it holds all the others."""
    ordered = sorted(fitting, key=lambda one: (-len(one.source.modifiers), one.rank))
    if not ordered or any(
        not one.source.modifiers <= ordered[0].source.modifiers for one in ordered
    ):
        return None
    return ordered[0]


def _said(reports: Sequence[Report]) -> dict[str, Said]:
    """Return by chain what is claimed: the party by its sound, the predicate, yes or no."""
    found: dict[str, set[tuple[tuple[str, ...], str, bool]]] = defaultdict(set)
    for report in reports:
        for claim in report.claims:
            if claim.scope == "incident" and not claim.insinuation:
                what = (skeletons(claim.subject), claim.predicate, claim.polarity)
                found[claim.chain_id].add(what)
    return {chain: frozenset(rows) for chain, rows in found.items()}


def _of(node: Node, said: Mapping[str, Said]) -> Said:
    return frozenset(row for chain in node.chains for row in said.get(chain.id, ()))


def _recalls(node: Node, first: Node, documents: Mapping[str, Document]) -> bool:
    """Tell whether ``node``, who says the same, may only recall ``first``: later and no fuller."""
    mine, theirs = documents[node.document_id], documents[first.document_id]
    return (
        mine.id != theirs.id
        and earlier(theirs.published or "", mine.published or "") is True
        and node.source.modifiers <= first.source.modifiers
    )
