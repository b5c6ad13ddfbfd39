"""The sourcing picture as data: who printed what from whom, copies gathered into one bundle."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from whence.model.origin import Copy, Origin
from whence.publish.anchors import anchor, words_anchor
from whence.publish.index import Index
from whence.publish.numbers import plural

COPY_FROM = 0.5
"""From this probability on, two documents count as one bundle in the picture."""


@dataclass(frozen=True)
class Bundle:
    """Documents that print the same copy (or one alone), earliest first.

    ``credited`` is the outside agency that a bundle goes back to, when only that is known.
    """

    key: str
    document_ids: tuple[str, ...]
    credited: str | None = None


@dataclass(frozen=True)
class Node:
    """A box of the picture: ``hands`` is how many are drawn as one."""

    key: str
    label: str
    href: str | None
    hands: int = 1


@dataclass(frozen=True)
class Graph:
    """Columns from outlets to origins and the claims that flow between their nodes.

    ``flows`` maps (left key, right key) to a number of facts and claims, ``words`` to the link to
    the first exact words among them.
    """

    titles: tuple[str, ...]
    columns: tuple[tuple[Node, ...], ...]
    flows: Mapping[tuple[str, str], int] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)


def own_voice(index: Index, origin: Origin) -> bool:
    """Tell whether an origin is only ever an outlet speaking for itself."""
    chains = [index.chains[key] for key in origin.chain_ids if key in index.chains]
    return bool(chains) and all(len(chain.hops) == 1 for chain in chains)


def counted(index: Index, origins: Iterable[str], reports: Iterable[str]) -> str:
    """Return how many origins say something through how many reports.

    Outlets in their own voice are no origins, and are counted beside them.
    """
    all_of_them = set(origins)
    known = [index.origins[key] for key in all_of_them if key in index.origins]
    voices = sum(own_voice(index, origin) for origin in known)
    printed = plural(len(set(reports)), "report")
    if voices and voices == len(all_of_them):
        return f"{printed}, in own voice only"
    besides = f" and {plural(voices, 'own voice')}" if voices else ""
    return f"{plural(len(all_of_them) - voices, 'origin')}{besides} through {printed}"


def bundles(index: Index) -> tuple[Bundle, ...]:
    """Gather documents into bundles of copies, in the order of their first publication."""
    parent = {key: key for key in index.documents}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    credited: dict[str, list[str]] = defaultdict(list)
    for copy in _sure(index.case.trace.copies, index):
        if copy.original_id is None:
            credited[copy.credited or ""].append(copy.copy_id)
        elif copy.original_id in parent:
            parent[root(copy.copy_id)] = root(copy.original_id)
    for name, keys in sorted(credited.items()):
        for key in keys[1:] if name else ():
            parent[root(key)] = root(keys[0])
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(parent, key=lambda key: (index.published(key) or "9999",
                                               index.outlet(key), key)):  # fmt: skip
        groups[root(key)].append(key)
    source = {key: name for name, keys in sorted(credited.items()) for key in keys}
    return tuple(
        Bundle(
            anchor("b", members[0]),
            tuple(members),
            next((source[key] for key in members if source.get(key)), None),
        )
        for members in groups.values()
    )


def bundle_name(index: Index, bundle: Bundle) -> str:
    """Return whose text a bundle is: the agency's that is credited, or the first original's."""
    copies = _sure(index.case.trace.copies, index)
    copied = {copy.copy_id for copy in copies if copy.original_id in bundle.document_ids}
    first = next((key for key in bundle.document_ids if key not in copied), bundle.document_ids[0])
    return bundle.credited or index.outlet(first)


def _sure(copies: Iterable[Copy], index: Index) -> list[Copy]:
    return [
        copy for copy in copies if copy.probability >= COPY_FROM and copy.copy_id in index.documents
    ]


def graph(index: Index, rows: int, relays: int = 2, only: Container[str] | None = None) -> Graph:
    """Return the picture with at most ``rows`` nodes a column; the rest stand as one node.

    Of the hands in between, the last ``relays`` (0 to 2) before the origin are drawn. ``only`` are
    the ids of the facts and claims that are drawn, if not all that are about the incident.
    """
    labels = _labels(index)
    paths: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], str] = {}
    voices = {origin.id for origin in index.origins.values() if own_voice(index, origin)}
    for thing in index.values:
        origin = index.origins.get(index.origin_of.get(thing.chain_id, ""))
        drawn = thing.scope == "incident" if only is None else thing.id in only
        if drawn and origin and thing.document_id in labels.bundle_of:
            chain = index.chains[thing.chain_id]
            hops = chain.hops[1:-1]
            between = [
                labels.relay(index.relay_name(chain, hop), last=place == len(hops) - 1)
                for place, hop in enumerate(hops)
                if len(hops) - place <= relays
            ]
            end = labels.origin(origin, origin.id in voices)
            path = (labels.bundle_of[thing.document_id], *between, end)
            paths[path] += 1
            if held := [span for span in thing.spans if index.holds(span)]:
                first.setdefault(path, f"#{words_anchor(held[0])}")
    return _gather(labels.nodes, paths, first, rows)


class _Labels:
    """Nodes by key; keys start with their column: 0 outlets, 1 and 2 relays, 3 origins."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.bundle_of: dict[str, str] = {}
        self.voices: set[str] = set()

    def relay(self, who: str, last: bool) -> str:
        """Return the key of a relay; the one next to the origin stands in its own column."""
        key = f"{2 if last else 1}:{who}"
        self.nodes.setdefault(key, Node(key, who, f"#{anchor('relay', who)}"))
        return key

    def origin(self, origin: Origin, voice: bool) -> str:
        """Return the key of an origin; outlets speaking for themselves share one node."""
        if voice:
            self.voices.add(origin.id)
            count = len(self.voices)
            label = f"own voice ×{count}" if count > 1 else f"own voice: {origin.name}"
            self.nodes["3:"] = Node("3:", label, "#own-voice", count)
            return "3:"
        key = f"3:{origin.id}"
        self.nodes[key] = Node(key, origin.name, f"#{anchor('o', origin.id)}")
        return key


def _labels(index: Index) -> _Labels:
    labels = _Labels()
    for bundle in bundles(index):
        key = f"0:{bundle.key}"
        first, count = bundle.document_ids[0], len(bundle.document_ids)
        name, href = index.outlet(first), f"#{anchor('d', first)}"
        if count > 1:
            name, href = f"{count}× {bundle_name(index, bundle)}", f"#{bundle.key}"
        labels.nodes[key] = Node(key, name, href, count)
        labels.bundle_of.update(dict.fromkeys(bundle.document_ids, key))
    return labels


_TITLES = ("Printed by", "through", "through", "said by")
_MORE = ("report", "relay", "relay", "origin")


def _gather(
    nodes: Mapping[str, Node],
    paths: Counter[tuple[str, ...]],
    first: Mapping[tuple[str, ...], str],
    rows: int,
) -> Graph:
    weight: Counter[str] = Counter()
    for path, count in paths.items():
        for key in path:
            weight[key] += count
    kept: dict[str, Node] = {}
    renamed: dict[str, str] = {}
    for column in "0123":
        ranked = sorted(
            (key for key in weight if key[0] == column), key=lambda key: (-weight[key], key)
        )
        shown = ranked if len(ranked) <= rows else ranked[: rows - 1]
        rest = ranked[len(shown) :]
        kept.update({key: nodes[key] for key in shown})
        renamed.update({key: key for key in shown})
        if rest:
            more, count = f"{column}:more", sum(nodes[key].hands for key in rest)
            label = f"{count} more {_MORE[int(column)]}{'s' if count != 1 else ''}"
            kept[more] = Node(more, label, "#sources-table", count)
            renamed.update(dict.fromkeys(rest, more))
    flows: Counter[tuple[str, str]] = Counter()
    words: dict[tuple[str, str], str] = {}
    for path, count in paths.items():
        steps = [renamed[key] for key in path]
        for left, right in pairwise(steps):
            flows[(left, right)] += count
            if path in first:
                words.setdefault((left, right), first[path])
    used = [column for column in "0123" if any(key[0] == column for key in kept)]
    return Graph(
        titles=tuple(_TITLES[int(column)] for column in used),
        columns=tuple(
            tuple(node for key, node in kept.items() if key[0] == column) for column in used
        ),
        flows=dict(sorted(flows.items())),
        words=words,
    )
