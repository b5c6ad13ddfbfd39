"""From groups of nodes to origins: identity, name, hands in between and stake."""

import re
from collections.abc import Iterable, Sequence

from whence.model.attribution import Anonymity, SourceKind
from whence.model.identity import stable_id
from whence.model.origin import Merge, Origin, Trace
from whence.names.agencies import agency
from whence.names.countries import state_name
from whence.trace.credits import Agencies, outlet_key, relay
from whence.trace.nodes import Node
from whence.trace.options import Options
from whence.trace.sources import bare, short_body
from whence.trace.stakes import Targets, stake

_ALONE = re.compile(r"(?:at least )?one of ", re.IGNORECASE)


def origins(
    groups: Iterable[tuple[list[Node], list[Merge]]],
    agencies: Agencies,
    targeted: Targets,
    options: Options,
) -> tuple[Origin, ...]:
    """Return one origin per group that says anything, ordered by id.

    The id comes from the surest and earliest key of the group, so that later copies leave it as it
    is. Where a judgement keeps one key apart from itself the group's own node gives it.
    """
    found: dict[str, Origin] = {}
    speaking = [(group, merges) for group, merges in groups if any(node.chains for node in group)]
    for group, merges in sorted(speaking, key=lambda one: one[0][0].rank):
        first = group[0]
        name = stable_id("origin", *first.key)
        if name in found:
            name = first.id
        kind, anonymity = _nature(first)
        chains = [chain for node in group for chain in node.chains]
        found[name] = Origin(
            id=name,
            name=_name(group),
            kind=kind,
            anonymity=anonymity,
            stake=stake(group, targeted, options),
            relays=_relays(group, agencies),
            chain_ids=tuple(sorted(chain.id for chain in chains)),
            document_ids=tuple(sorted({chain.document_id for chain in chains})),
            merges=tuple(merges),
        )
    return tuple(found[name] for name in sorted(found))


def _name(group: Sequence[Node]) -> str:
    """Return what readers call the origin: the body rather than its speaker, the full name."""
    first = group[0]
    alike = [node for node in group if node.source.sort == first.source.sort]
    if first.source.sort == "state":
        return state_name(first.source.key[0])
    if first.source.sort in ("body", "office"):
        return min(_plainness(node) for node in alike)[-1]
    names = [node.source.person.name for node in alike if node.source.person is not None]
    if names and first.source.sort in ("person", "surname"):
        return max(names, key=lambda name: (len(name.split()), len(name), name))
    if first.source.sort == "role":
        return _nameless(alike)
    return bare(first.hop.who) if first.source.sort == "other" else first.label


def _nameless(group: Sequence[Node]) -> str:
    """Return the fullest description; where one of several also spoke alone, it says so."""
    several = [node for node in group if not _ALONE.match(node.hop.who)]
    fullest = max(several or group, key=lambda node: (node.fullness, len(bare(node.hop.who))))
    alone = 0 < len(several) < len(group)
    return f"{fullest.described}, or one of them" if alone else fullest.described


def _plainness(node: Node) -> tuple[bool, bool, bool, int, str]:
    """Order names of a body: full before short, itself before its speaker, with its state first."""
    source = node.source
    stateless = source.iso is None
    name = source.words or node.label
    short = short_body(source) or (name.isupper() and " " not in name)
    return (short, bool(source.tied), stateless, len(name), name)


def _nature(first: Node) -> tuple[SourceKind, Anonymity]:
    sort, hop = first.source.sort, first.hop
    if sort == "state":
        return "state", "organisation"
    if sort == "body":
        return ("group" if hop.kind == "group" else "body"), "organisation"
    if sort == "person":
        return "person", "named"
    if sort == "outlet":
        return ("agency" if hop.kind == "agency" or agency(hop.who) else "outlet"), "organisation"
    return hop.kind, hop.anonymity


def _relays(group: Sequence[Node], agencies: Agencies) -> tuple[str, ...]:
    """Return the names of the hands in between, each outlet or agency under one name."""
    named: dict[str, str] = {}
    own = {outlet_key(node.label) for node in group if node.source.sort == "outlet"}
    for node in group:
        for chain in node.chains:
            hands = [hop.who for hop in chain.hops[1:-1]]
            through = relay(chain, agencies[chain.document_id])
            for who in (*hands, *([through] if through else ())):
                key, name = outlet_key(who), agency(who) or bare(who)
                named[key] = min(named.get(key, name), name)
    return tuple(sorted(name for key, name in named.items() if key not in own))


def count_origins(trace: Trace, chain_ids: Iterable[str]) -> tuple[Origin, ...]:
    """Return the origins behind a set of chains: "twelve reports, two origins" is their number.

    Chains that the trace does not know are passed over. Ordered by id.
    """
    wanted = set(chain_ids)
    return tuple(origin for origin in trace.origins if wanted.intersection(origin.chain_ids))
