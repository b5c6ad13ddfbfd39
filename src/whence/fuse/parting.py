"""One trace over all reports, parted by the groups that the reports fall into."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from whence.model.origin import Copy, Origin, Trace
from whence.model.report import Report


def parted(trace: Trace, groups: Sequence[Sequence[str]], reports: Sequence[Report]) -> list[Trace]:
    """Return what a trace says of each group of documents, in the order of the groups.

    An origin of several groups is in each of them, with the chains and documents of that group. A
    copy across two groups is in none: it bears on no single incident. Linear in the trace's size.
    """
    if len(groups) == 1:
        return [trace]
    group_of = {one: place for place, group in enumerate(groups) for one in group}
    home = {
        chain.id: group_of[report.document_id]
        for report in reports
        if report.document_id in group_of
        for chain in report.chains
    }
    origins: list[list[Origin]] = [[] for _ in groups]
    copies: list[list[Copy]] = [[] for _ in groups]
    for origin in trace.origins:
        own: dict[int, list[str]] = defaultdict(list)
        for chain in origin.chain_ids:
            if chain in home:
                own[home[chain]].append(chain)
        for place, chains in sorted(own.items()):
            texts = tuple(one for one in origin.document_ids if group_of.get(one) == place)
            made = replace(origin, chain_ids=tuple(chains), document_ids=texts)
            origins[place].append(made)
    for copy in trace.copies:
        place = group_of.get(copy.copy_id, -1)
        if place >= 0 and (copy.original_id is None or group_of.get(copy.original_id) == place):
            copies[place].append(copy)
    return [
        Trace(copies=tuple(some), origins=tuple(them))
        for some, them in zip(copies, origins, strict=True)
    ]
