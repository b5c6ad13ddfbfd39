"""Joining nodes into origins, most probable merge first, and never against a judgement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model.identity import stable_id
from whence.model.origin import Merge
from whence.names.spelling import fold
from whence.trace.nodes import Node
from whence.trace.options import Options

JUDGED = "a person judged them to be one"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes that may be one first hand, with the reason and its probability."""

    left: Node
    right: Node
    reason: str
    probability: float


def proposals_by_judgement(
    every: Sequence[Node], pairs: Iterable[tuple[str, str]]
) -> list[Proposal]:
    """Turn the pairs that a person holds to be one into proposals of probability 1."""
    found: list[Proposal] = []
    for left, right in pairs:
        mine, theirs = _meant(every, left), _meant(every, right)
        if mine and theirs:
            found += [Proposal(mine[0], node, JUDGED, 1.0) for node in (*mine[1:], *theirs)]
    return found


def chains_judged(options: Options) -> frozenset[str]:
    """Return everything that judgements name: chains among it need nodes of their own."""
    return frozenset(name for pair in (*options.apart, *options.together) for name in pair)


def _meant(every: Sequence[Node], name: str) -> list[Node]:
    """Return the nodes that a judgement means: by name, by node or chain id."""
    return [
        node
        for node in every
        if name in (node.id, stable_id("origin", *node.key))
        or any(name == chain.id for chain in node.chains)
        or fold(name) in (fold(node.hop.who), fold(node.label), fold(node.described))
    ]


def join(
    every: Sequence[Node], proposals: Iterable[Proposal], options: Options
) -> list[tuple[list[Node], list[Merge]]]:
    """Return the groups of nodes with the merges that made them.

    Proposals are taken in falling order of probability. One that would bring together what a
    judgement keeps apart is left out; one that joins nothing new is left out too.
    """
    enemies = _enemies(every, options.apart)
    group = {node.id: node.id for node in every}
    members = {node.id: [node] for node in every}
    merges: dict[str, list[Merge]] = {node.id: [] for node in every}
    for one in sorted(proposals, key=_order):
        left, right = group[one.left.id], group[one.right.id]
        if left == right or (enemies and _forbidden(members[left], members[right], enemies)):
            continue
        if len(members[left]) < len(members[right]):
            # The smaller group joins the larger, so that no node moves often.
            left, right = right, left
        merges[left] += [*merges.pop(right), _merge(one)]
        for node in members[right]:
            group[node.id] = left
        members[left] += members.pop(right)
    return [
        (sorted(members[key], key=lambda node: node.rank), _shown(merges[key]))
        for key in sorted(members)
    ]


def _order(one: Proposal) -> tuple[float, str, str, str]:
    return (-one.probability, one.reason, one.left.id, one.right.id)


def _merge(one: Proposal) -> Merge:
    return Merge(
        left=one.left.label,
        right=one.right.label,
        reason=one.reason,
        probability=round(one.probability, 3),
    )


def _shown(merges: list[Merge]) -> list[Merge]:
    """Order merges for reading: surest first, equal rows once, no name with itself."""
    unique = {
        (row.left, row.right, row.reason, row.probability): row
        for row in merges
        if row.left != row.right
    }
    return [unique[key] for key in sorted(unique, key=lambda key: (-key[3], *key[:3]))]


def _enemies(
    every: Sequence[Node], pairs: Iterable[tuple[str, str]]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for left, right in pairs:
        mine = frozenset(node.id for node in _meant(every, left))
        theirs = frozenset(node.id for node in _meant(every, right))
        found.append((mine - theirs, theirs - mine))
    return found


def _forbidden(
    left: list[Node],
    right: list[Node],
    enemies: list[tuple[frozenset[str], frozenset[str]]],
) -> bool:
    mine, theirs = {node.id for node in left}, {node.id for node in right}
    return any(
        (mine & one and theirs & other) or (mine & other and theirs & one) for one, other in enemies
    )
