"""Origins as people judged them: two made one, or some chains a first hand of their own."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from whence.model.attribution import Anonymity, Hop, SourceKind
from whence.model.case import Judgement
from whence.model.identity import stable_id
from whence.model.origin import Merge, Origin, Trace
from whence.model.report import Report
from whence.model.verdicts import ONE, SEPARATE
from whence.names.agencies import agency
from whence.names.persons import person
from whence.names.spelling import fold, name_words
from whence.run.judging.holding import holding
from whence.run.judging.verdicts import chains_of, facet, pair_of
from whence.trace.sources import bare

_PRINTS: tuple[SourceKind, ...] = ("agency", "outlet", "narrator", "post", "unknown")
_NAMES: tuple[Anonymity, ...] = (
    "organisation", "named", "role", "collective", "anonymous", "unknown",
)  # fmt: skip
_DOCUMENT = re.compile(r" \([^()]*\)$")
_NAMED = 2
"""How many of these have a name; the others have none that tells them apart."""


def heeded_trace(trace: Trace, reports: Sequence[Report], judgements: Iterable[Judgement]) -> Trace:
    """Return a trace with its origins as the judgements that hold have them.

    The judgements are heeded by their time, so that a later one may part what an earlier one
    joined. Two origins that are judged to be separate are joined by nothing. ``reports`` are those
    that were traced. A chain that is gone takes its judgement's effect along.

    One origin of two keeps id, name and stake of the one that is better named, and tells of the
    judgement among its merges. Of one that is parted, the side that bears its name keeps its
    identity; the other is called by its own words, and its stake is unknown.
    """
    held = [one for one in holding(judgements) if facet(one.verdict) == "origins"]
    if not held:
        return trace
    origins = _Origins(trace, reports, held)
    for one in held:
        pair = pair_of(one)
        if one.verdict == ONE and pair is not None:
            origins.join(pair, one)
        elif pair is not None:
            origins.part(origins.side(pair))
        else:
            origins.part(chains_of(one))
    return replace(trace, origins=origins.rows())


def merged_by(person: str, reason: str) -> str:
    """Return what a merge says for itself where a person judged it."""
    return f"judged by {person}: {reason}"


class _Origins:
    """The origins of a trace while judgements are heeded."""

    def __init__(self, trace: Trace, reports: Sequence[Report], held: Sequence[Judgement]) -> None:
        self._chains = {chain.id: chain for report in reports for chain in report.chains}
        self._origins = {origin.id: origin for origin in trace.origins}
        self._of = trace.origin_of()
        self._names = {chain: origin.name for origin in trace.origins for chain in origin.chain_ids}
        pairs = [pair_of(one) for one in held if one.verdict == SEPARATE]
        self._apart = [pair for pair in pairs if pair is not None]

    def rows(self) -> tuple[Origin, ...]:
        """Return the origins, ordered by id."""
        return tuple(self._origins[key] for key in sorted(self._origins))

    def join(self, pair: tuple[str, str], judged: Judgement) -> None:
        """Make one of the origins of two chains, unless a judgement keeps them apart."""
        ids = [self._of.get(chain) for chain in pair]
        if None in ids or ids[0] == ids[1]:
            return
        sides = [self._origins[key] for key in ids if key is not None]
        if any(self._forbids(one, sides) for one in self._apart):
            return
        lead, other = sorted(sides, key=_rank)
        merge = Merge(
            left=self._names[pair[0]],
            right=self._names[pair[1]],
            reason=merged_by(judged.by, judged.reason),
            probability=1.0,
        )
        for side in sides:
            del self._origins[side.id]
        self._keep(
            replace(
                lead,
                stake=other.stake if lead.stake == "unknown" else lead.stake,
                relays=tuple(sorted({*lead.relays, *other.relays})),
                chain_ids=tuple(sorted({*lead.chain_ids, *other.chain_ids})),
                document_ids=tuple(sorted({*lead.document_ids, *other.document_ids})),
                merges=_ordered((merge, *lead.merges, *other.merges)),
            )
        )

    def side(self, pair: tuple[str, str]) -> frozenset[str]:
        """Return the chains that part from a common origin so that two chains are of two origins.

        They are those that name their source as the one of the two does that does not bear the
        origin's name; none when the two are apart already.
        """
        origin_id = self._of.get(pair[0])
        if origin_id is None or origin_id != self._of.get(pair[1]):
            return frozenset()
        origin = self._origins[origin_id]
        named = self._bears(origin, pair[1:])
        leaving, staying = pair if named else pair[::-1]
        if self._who(leaving) == self._who(staying):
            return frozenset((leaving,))
        return frozenset(
            chain for chain in origin.chain_ids if self._who(chain) == self._who(leaving)
        )

    def part(self, chains: frozenset[str]) -> None:
        """Make an origin of their own of these chains, in each origin that has more than them."""
        for key in sorted({self._of[chain] for chain in chains if chain in self._of}):
            origin = self._origins[key]
            inside = [chain for chain in origin.chain_ids if chain in chains]
            rest = [chain for chain in origin.chain_ids if chain not in chains]
            if rest:
                named = self._bears(origin, rest) or not self._bears(origin, inside)
                stays, leaves = (rest, inside) if named else (inside, rest)
                # Both are made before either is kept: they are made of the origin as it was.
                for side in (self._of_chains(origin, stays), self._leaving(origin, leaves)):
                    self._keep(side)

    def _forbids(self, pair: tuple[str, str], sides: Sequence[Origin]) -> bool:
        ids = {side.id for side in sides}
        return {self._of.get(chain) for chain in pair} == ids

    def _keep(self, origin: Origin) -> None:
        self._origins[origin.id] = origin
        self._of.update(dict.fromkeys(origin.chain_ids, origin.id))

    def _bears(self, origin: Origin, chains: Iterable[str]) -> bool:
        name = fold(bare(origin.name))
        whole = (bare(self._hop(chain).who) for chain in chains if chain in self._chains)
        return any(name in (fold(who), fold(person(who).name)) for who in whole)

    def _hop(self, chain: str) -> Hop:
        return self._chains[chain].origin

    def _who(self, chain: str) -> str:
        return fold(bare(self._hop(chain).who)) if chain in self._chains else ""

    def _fresh(self, chains: Sequence[str]) -> str:
        """Return an id that comes from the chains alone, and is no other origin's."""
        made = stable_id("origin", "by hand", *chains)
        while made in self._origins:
            made = stable_id("origin", "by hand", made)
        return made

    def _leaving(self, origin: Origin, chains: Sequence[str]) -> Origin:
        """Return the side that parts, under the best of the names by which it is called."""
        hop = min(
            (self._hop(chain) for chain in chains),
            key=lambda one: (_nature(one, bare(one.who)), one.who),
        )
        name = bare(hop.who)
        return replace(
            self._of_chains(origin, chains),
            id=self._fresh(chains),
            name=name,
            kind=hop.kind,
            anonymity=hop.anonymity,
            stake=origin.stake if fold(name) == fold(origin.name) else "unknown",
        )

    def _of_chains(self, origin: Origin, chains: Sequence[str]) -> Origin:
        """Return an origin with these of its chains, and what goes with them alone.

        A hand in between stays where nothing tells that it is the other side's only.
        """
        others = [chain for chain in origin.chain_ids if chain not in chains]
        mine, theirs = self._hands(chains), self._hands(others)
        called = {self._who(chain) for chain in chains}
        return replace(
            origin,
            relays=tuple(
                name for name in origin.relays if fold(name) in mine or fold(name) not in theirs
            ),
            chain_ids=tuple(sorted(chains)),
            document_ids=tuple(sorted({self._chains[chain].document_id for chain in chains})),
            merges=tuple(
                row
                for row in origin.merges
                if _plain(row.left) in called and _plain(row.right) in called
            ),
        )

    def _hands(self, chains: Iterable[str]) -> set[str]:
        found = {hop.who for chain in chains for hop in self._chains[chain].hops[1:-1]}
        return {fold(name) for who in found for name in (agency(who) or bare(who), bare(who))}


def _plain(label: str) -> str:
    """Return a name in a merge in plain words, without the document that tells it apart."""
    return fold(bare(_DOCUMENT.sub("", label)))


def _rank(origin: Origin) -> tuple[tuple[bool, bool, int, int], str]:
    return _nature(origin, origin.name), origin.id


def _nature(one: Origin | Hop, name: str) -> tuple[bool, bool, int, int]:
    """Order sources by how well they are named: with a name first, then those that do not print.

    Then the fuller name comes first ("transport ministry" before "government").
    """
    named = _NAMES.index(one.anonymity)
    return named >= _NAMED, one.kind in _PRINTS, -len(name_words(name)), named


def _ordered(merges: Iterable[Merge]) -> tuple[Merge, ...]:
    """Order merges for reading, as the tracing does: the surest first."""
    return tuple(
        sorted(set(merges), key=lambda row: (-row.probability, row.left, row.right, row.reason))
    )
