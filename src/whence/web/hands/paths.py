"""The ways that statements came: from a report through the hands in between to the first hand."""

from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from whence.model.attribution import Chain
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.origin import Origin
from whence.publish.index import Index
from whence.publish.views.graph import bundle_name, bundles, own_voice

StopKind = Literal["report", "bundle", "relay", "origin", "voices"]
Step = tuple[str, str]

ALL: Final = "all"
"""Opens every bundle."""
VOICES: Final = "voices"
"""The stop where outlets that speak for themselves are drawn together; opens them, too."""


@dataclass(frozen=True)
class Stop:
    """One pair of hands, or several drawn as one.

    ``key`` is the id of the document, of the bundle or of the origin, or the relay's name.
    ``within`` is the opened bundle that a report belongs to, "" for none.
    """

    id: str
    kind: StopKind
    key: str
    name: str
    hands: int = 1
    within: str = ""


@dataclass
class Paths:
    """All stops and what passes between them; a value is a fact or a claim.

    ``flows`` has the ids of the values that are passed on in each step, from the side of the
    outlets to the side of the origins; ``values``, ``chains`` and ``documents`` are by stop.
    ``depth`` is the greatest number of hands between a relay and an origin, 1 for the last one.
    ``boxes`` names the bundles that are open, ``ways`` has every way from end to end with how many
    values came it.
    """

    stops: dict[str, Stop] = field(default_factory=dict)
    flows: dict[Step, list[str]] = field(default_factory=lambda: defaultdict(list))
    values: Counter[str] = field(default_factory=Counter)
    chains: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    depth: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, str] = field(default_factory=dict)
    ways: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def add(self, way: list[str], chain: Chain, value_ids: list[str]) -> None:
        """Take in what came one way through one chain."""
        self.ways[tuple(way)] += len(value_ids)
        for left, right in pairwise(way):
            self.flows[left, right] += value_ids
        for stop in way:
            self.values[stop] += len(value_ids)
            self.chains[stop].add(chain.id)
            self.documents[stop].add(chain.document_id)
        for depth, stop in enumerate(reversed(way[1:-1]), 1):
            self.depth[stop] = max(depth, self.depth.get(stop, 0))


def paths(index: Index, only: Container[str] | None, opened: Container[str] = ()) -> Paths:
    """Return the ways of all that is said of the incident, or of the values in ``only``.

    Copies are one stop, and so are outlets that speak for themselves, unless ``opened`` has the
    bundle's key, or ``VOICES``, or ``ALL``.
    """
    made = Paths()
    reports = _reports(index, opened, made.boxes)
    gathered = _gathers_voices(index, only, opened)
    for chain_id, things in _said(index, only).items():
        origin = index.origins.get(index.origin_of.get(chain_id, ""))
        chain = index.chains.get(chain_id)
        if origin is None or chain is None:
            continue
        end = _origin(origin, gathered)
        stops = [reports[chain.document_id], *_relays(index, chain), end]
        made.stops.update({stop.id: stop for stop in stops})
        way = list(dict.fromkeys(stop.id for stop in stops))
        made.add(way, chain, [thing.id for thing in things])
    _count_voices(index, made)
    return made


def _said(
    index: Index, only: Container[str] | None
) -> Mapping[str, Sequence[Fact | Claim]]:  # fmt: skip
    """Return what is drawn by chain: all about the incident, or what was chosen."""
    if only is None:
        return index.said_through
    found: dict[str, list[Fact | Claim]] = defaultdict(list)
    for thing in index.values:
        if thing.id in only:
            found[thing.chain_id].append(thing)
    return found


def _reports(index: Index, opened: Container[str], boxes: dict[str, str]) -> dict[str, Stop]:
    """Return the stop of every document; ``boxes`` takes the names of the opened bundles."""
    found = {}
    for bundle in bundles(index):
        several = len(bundle.document_ids) > 1
        open_ = several and (ALL in opened or bundle.key in opened)
        name = bundle_name(index, bundle) if several else ""
        if open_:
            boxes[bundle.key] = name
        for key in bundle.document_ids:
            if several and not open_:
                found[key] = Stop(
                    f"bundle:{bundle.key}", "bundle", bundle.key, name, len(bundle.document_ids)
                )
            else:
                within = bundle.key if open_ else ""
                found[key] = Stop(f"report:{key}", "report", key, index.outlet(key), within=within)
    return found


def _relays(index: Index, chain: Chain) -> list[Stop]:
    names = [index.relay_name(chain, hop) for hop in chain.hops[1:-1]]
    return [Stop(f"relay:{name}", "relay", name, name) for name in names]


def _gathers_voices(
    index: Index, only: Container[str] | None, opened: Container[str]
) -> frozenset[str]:
    """Return the ids of the origins that are drawn as one: outlets' own voices, from two on."""
    if VOICES in opened:
        return frozenset()
    said = _said(index, only)
    found = frozenset(
        origin.id
        for origin in index.origins.values()
        if own_voice(index, origin) and any(chain in said for chain in origin.chain_ids)
    )
    return found if len(found) > 1 else frozenset()


def _origin(origin: Origin, gathered: frozenset[str]) -> Stop:
    if origin.id in gathered:
        return Stop(VOICES, "voices", VOICES, "own voice", len(gathered))
    return Stop(f"origin:{origin.id}", "origin", origin.id, origin.name)


def _count_voices(index: Index, made: Paths) -> None:
    """Tell of an outlet's own voice that stands alone that it is one."""
    for key, stop in made.stops.items():
        if stop.kind == "origin" and own_voice(index, index.origins[stop.key]):
            made.stops[key] = Stop(key, "origin", stop.key, f"own voice: {stop.name}")
