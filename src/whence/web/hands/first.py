"""Who said it first: the earliest report of a claim, its first hands, and whose hands between."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.iso import earlier, order
from whence.publish.index import Index
from whence.publish.views.facts import Named
from whence.publish.views.graph import own_voice
from whence.publish.views.quotes import Quote, quote
from whence.publish.words import words


@dataclass(frozen=True, kw_only=True)
class Behind:
    """A first hand of the claim: how it is known, and the ways its words came to readers.

    ``origin`` leads to its id. A way has the names from the first hand to the outlet; ``more``
    ways are not shown.
    """

    origin: Named
    how: str
    voice: bool
    reports: int
    ways: tuple[tuple[str, ...], ...]
    more: int


@dataclass(frozen=True, kw_only=True)
class First:
    """The answer to "who said it first?", as far as the reports of the case tell.

    ``earliest`` are the words of the report that printed it first, or of several where their times
    do not tell which. ``undated`` reports carry no time, so that one of them may be earlier.
    ``origins`` counts the first hands outside the outlets, ``voices`` outlets in their own voice.
    """

    earliest: tuple[Quote, ...]
    from_whom: tuple[Behind, ...]
    behind: tuple[Behind, ...]
    reports: int
    origins: int
    voices: int
    undated: int


_WAYS = 4


def first_said(index: Index, value_ids: Collection[str]) -> First:
    """Return who said some facts or claims, that state the same, first."""
    things = [thing for thing in index.values if thing.id in value_ids and thing.spans]
    dated = [thing for thing in things if index.published(thing.document_id)]
    earliest = _one_a_report(_earliest(index, dated))
    behind = _behind(index, things)
    ends = {index.origin_of.get(thing.chain_id) for thing in earliest}
    return First(
        earliest=tuple(quote(index, thing.spans, thing.chain_id) for thing in earliest),
        from_whom=tuple(row for key, row in behind.items() if key in ends),
        behind=tuple(behind.values()),
        reports=len({thing.document_id for thing in things}),
        origins=sum(not row.voice for row in behind.values()),
        voices=sum(row.voice for row in behind.values()),
        undated=len({thing.document_id for thing in things})
        - len({thing.document_id for thing in dated}),
    )


def _earliest(index: Index, dated: list[Fact | Claim]) -> list[Fact | Claim]:
    """Return those than which none is known to be earlier, the likeliest first."""
    at = {thing.id: index.published(thing.document_id) or "" for thing in dated}
    times = sorted(set(at.values()), key=order)
    # all that could be first has a time that none of the others lies before
    free = {time for time in times if not any(earlier(other, time) for other in times)}
    found = [thing for thing in dated if at[thing.id] in free]
    return sorted(found, key=lambda thing: (order(at[thing.id]), index.outlet(thing.document_id),
                                            thing.spans[0].start))  # fmt: skip


def _one_a_report(things: Iterable[Fact | Claim]) -> list[Fact | Claim]:
    """Return the first of each report."""
    found: dict[str, Fact | Claim] = {}
    for thing in things:
        found.setdefault(thing.document_id, thing)
    return list(found.values())


def _behind(index: Index, things: Iterable[Fact | Claim]) -> dict[str, Behind]:
    """Return the first hands by id: those outside the outlets first, then by reports."""
    said: dict[str, list[Fact | Claim]] = {}
    for thing in things:
        said.setdefault(index.origin_of.get(thing.chain_id, ""), []).append(thing)
    rows = {key: _row(index, key, mine) for key, mine in said.items() if key in index.origins}
    return dict(
        sorted(
            rows.items(),
            key=lambda row: (row[1].voice, -row[1].reports, row[1].origin.name, row[0]),
        )
    )


def _row(index: Index, key: str, things: list[Fact | Claim]) -> Behind:
    origin = index.origins[key]
    ways: dict[tuple[str, ...], None] = {}
    for thing in sorted(things, key=lambda one: order(index.published(one.document_id) or "9999")):
        chain = index.chains[thing.chain_id]
        hands = [index.relay_name(chain, hop) for hop in reversed(chain.hops[1:-1])]
        ways[(origin.name, *hands, index.outlet(thing.document_id))] = None
    shown = tuple(ways)[:_WAYS]
    return Behind(
        origin=Named(origin.name, key),
        how=words().anonymity[origin.anonymity],
        voice=own_voice(index, origin),
        reports=len({thing.document_id for thing in things}),
        ways=shown,
        more=len(ways) - len(shown),
    )
