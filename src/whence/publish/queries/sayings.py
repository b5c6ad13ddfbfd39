"""Who said what, in which words, through whose hands: one row for every statement."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from whence.model.attribution import Act, Anonymity, Attribution, Chain, SourceKind
from whence.model.fact import Fact
from whence.model.origin import Stake
from whence.model.span import Span
from whence.publish.index import Index
from whence.publish.texts import squeeze

_MOSTLY = 0.7
"""How much of a statement others in it must be for the outer to pass them on and no more.

Their chains lead through the outer speaker, so that nothing is lost with it.
"""

_CIRCUMSTANCES = frozenset({"date", "place", "weapon", "target"})
"""Slots whose words alone ("Baghdad") state nothing: with them an outlet says no more than where,
when and what it speaks of."""


class Saying(Struct, frozen=True, kw_only=True):
    """One statement in one report.

    ``words`` are exact and stand at [``start``, ``end``) (code points) of the document; an
    interrupted quotation has " … " between its parts. ``through`` are the hands between the outlet
    and the origin, outermost first; none where the outlet has it at first hand or speaks itself
    (``own_voice``). ``hedge`` is on the FactBank scale, -3 to 3. ``nobody`` are the words for those
    of whom the origin says that they did not ("no group"): the act is theirs, not the origin's.
    """

    origin_id: str
    origin: str
    kind: SourceKind
    anonymity: Anonymity
    stake: Stake
    act: Act
    negated: bool = False
    nobody: str | None = None
    hedge: int
    words: str
    through: tuple[str, ...]
    own_voice: bool
    outlet: str
    published: str | None
    url: str | None
    document_id: str
    start: int
    end: int


def sayings(index: Index) -> tuple[Saying, ...]:
    """Return every statement about the incident: the origins with most reports come first.

    Outlets speaking for themselves are heard where they state a fact or suspect somebody.
    """
    rows = [*_attributed(index), *_own(index)]
    heard: dict[str, set[str]] = {}
    for row in rows:
        heard.setdefault(row.origin_id, set()).add(row.document_id)
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                row.own_voice, -len(heard[row.origin_id]), row.origin, row.origin_id,
                row.published or "9999", row.outlet, row.document_id, row.start, row.end,
            ),
        )
    )  # fmt: skip


def _attributed(index: Index) -> Iterator[Saying]:
    """Yield every attribution but those that only pass on what others in them say."""
    inner: dict[str, list[Attribution]] = {}
    for attribution in index.attributions.values():
        inner.setdefault(attribution.parent_id or "", []).append(attribution)
    for attribution in index.attributions.values():
        chain = index.chains.get(attribution.chain_id)
        passed_on = _passes_on(attribution, inner.get(attribution.id, ()))
        if chain is not None and attribution.scope == "incident" and not passed_on:
            yield _saying(index, chain, attribution.content, attribution)


def _passes_on(outer: Attribution, inner: Sequence[Attribution]) -> bool:
    """Tell whether what others are said to say is most of what somebody says."""
    told = {
        place
        for one in inner
        for span in (*one.content, *filter(None, (one.source, one.cue)))
        for place in range(span.start, span.end)
    }
    own = [place for span in outer.content for place in range(span.start, span.end)]
    return sum(place in told for place in own) >= _MOSTLY * len(own)


def _own(index: Index) -> Iterator[Saying]:
    """Yield what nobody else is said to say: the outlet's own words, each place once."""
    attributed = {attribution.chain_id for attribution in index.attributions.values()}
    told: dict[tuple[str, int, int], Saying] = {}
    for thing in index.values:
        chain = index.chains.get(thing.chain_id)
        if chain is None or thing.scope != "incident" or chain.id in attributed:
            continue
        if isinstance(thing, Fact) and thing.slot in _CIRCUMSTANCES:
            continue
        act: Act = "say" if isinstance(thing, Fact) else thing.act
        if thing.spans:
            saying = _saying(index, chain, thing.spans[:1], None, act)
            told.setdefault((saying.document_id, saying.start, saying.end), saying)
    yield from told.values()


def _saying(
    index: Index,
    chain: Chain,
    spans: Sequence[Span],
    told: Attribution | None,
    act: Act = "say",
) -> Saying:
    origin = index.origins.get(index.origin_of.get(chain.id, ""))
    document = index.documents.get(chain.document_id)
    ordered = sorted(spans)
    return Saying(
        origin_id=origin.id if origin else "",
        origin=index.origin_name(chain.id),
        kind=origin.kind if origin else chain.origin.kind,
        anonymity=told.anonymity if told else chain.origin.anonymity,
        stake=origin.stake if origin else "unknown",
        act=told.act if told else act,
        negated=told.negated if told else False,
        nobody=_nobody(chain, told),
        hedge=told.hedge if told else 3,
        words=" … ".join(squeeze(span.text) for span in ordered),
        through=tuple(index.relay_name(chain, hop) for hop in chain.hops[1:-1]),
        own_voice=len(chain.hops) == 1,
        outlet=index.outlet(chain.document_id),
        published=index.published(chain.document_id),
        url=document.url if document else None,
        document_id=chain.document_id,
        start=ordered[0].start,
        end=ordered[-1].end,
    )


def _nobody(chain: Chain, told: Attribution | None) -> str | None:
    """Return who is said not to have done it, where the chain does not end with them."""
    if told is None or not told.negated or told.source is None:
        return None
    ends = any(hop.span == told.source for hop in chain.hops) or told.speaker == chain.origin.who
    return None if ends else squeeze(told.source.text)
