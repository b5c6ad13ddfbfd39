"""Through whose hands a statement came: the relays before its source, and who quotes it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from whence.infer.drafts import Draft
from whence.infer.linking import Range, best
from whence.infer.model import Model, Text

_HOPS: Final = 4
"""Most hands before a source; a longer chain would be a loop or a misreading."""
_DEPTH: Final = 8
"""Contents before a statement among which the one that holds it is looked for."""


def chains(
    model: Model, text: Text, relays: Sequence[Range], drafts: Sequence[Draft]
) -> list[tuple[Range, ...]]:
    """Return for each statement the hands between the text and its source, outermost first.

    A statement's own relays are linked to it. One that stands in the words of another speaker
    came through that speaker, and through whose hands that speaker's words came. Hands named
    within the source's own words ("video from the channel X") are a part of it and no hop.
    """
    own = _relayed(model, text, relays, drafts)
    holders = _holders(drafts)
    found: list[tuple[Range, ...]] = []
    for number, draft in enumerate(drafts):
        chain, holder = list(own[number]), holders[number]
        seen = {number}
        while holder is not None and holder not in seen:
            seen.add(holder)
            speaker = drafts[holder].source
            for hop in reversed((*own[holder], *([speaker] if speaker else []))):
                if hop not in chain:
                    chain.insert(0, hop)
            holder = holders[holder]
        found.append(tuple(hop for hop in chain if not _within(hop, draft.source))[-_HOPS:])
    return found


def _within(hop: Range, source: Range | None) -> bool:
    return source is not None and source[0] <= hop[0] and hop[1] <= source[1]


def _holders(drafts: Sequence[Draft]) -> list[int | None]:
    """Return for each statement the one in whose content it stands, the innermost, or None."""
    contents = sorted(
        (start, end, number) for number, one in enumerate(drafts) for start, end in one.parts
    )
    starts = [start for start, *_ in contents]
    found: list[int | None] = []
    for number, one in enumerate(drafts):
        start, end = one.cue or one.parts[0]
        at = bisect_left(starts, start + 1)
        holding = [
            (right - left, other)
            for left, right, other in contents[max(0, at - _DEPTH) : at]
            if other != number and end <= right and right - left > end - start
        ]
        found.append(min(holding)[1] if holding else None)
    return found


def _relayed(
    model: Model, text: Text, relays: Sequence[Range], drafts: Sequence[Draft]
) -> list[list[Range]]:
    if not relays:
        return [[] for _ in drafts]
    queries = [(draft.anchor, draft.anchor + 1) for draft in drafts]
    first = [hop for hop, _ in best(model, text, "relay", queries, relays)]
    before = [hop for hop, _ in best(model, text, "relay", relays, relays)]
    found = []
    for nearest in first:
        chain: list[Range] = []
        hop = nearest
        while hop is not None and len(chain) < _HOPS and relays[hop] not in chain:
            chain.insert(0, relays[hop])
            hop = before[hop]
        found.append(chain)
    return found
