"""Through whose hands a statement came: the relays before its source, and who quotes it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from whence.infer.drafts import Draft
from whence.infer.linking import Range, best
from whence.infer.model import Model, Text

_HOPS: Final = 4
"""Most hands before a source; a longer chain would be a loop or a misreading."""
_DEPTH: Final = 8
"""Contents before a statement among which the one that holds it is looked for."""


def chains(
    model: Model,
    text: Text,
    relays: Sequence[Range],
    drafts: Sequence[Draft],
    holders: Sequence[int | None],
) -> list[tuple[Range, ...]]:
    """Return for each statement the hands between the text and its source, outermost first.

    A statement's own relays are linked to it. One that stands in the words of another speaker
    came through that speaker, and through whose hands that speaker's words came; of its own relays
    those that stand in these words hand on after the speaker, all others before him. Hands named
    within the source's own words ("video from the channel X") are a part of it and no hop.
    ``holders`` say for each statement in whose content it stands.
    """
    own = _relayed(model, text, relays, drafts)
    found: list[tuple[Range, ...]] = []
    for number, draft in enumerate(drafts):
        around = [number]
        while (holder := holders[around[-1]]) is not None and holder not in around:
            around.append(holder)
        chain = list(own[around[-1]])
        for inner, outer in reversed(list(pairwise(around))):
            speaker = drafts[outer].source
            before = [hop for hop in own[inner] if _before(hop, drafts[outer])]
            after = [hop for hop in own[inner] if hop not in before]
            chain = [*dict.fromkeys((*chain, *before, *([speaker] if speaker else []), *after))]
        found.append(tuple(hop for hop in chain if not _within(hop, draft.source))[-_HOPS:])
    return found


def _before(hop: Range, holder: Draft) -> bool:
    """Tell whether a hand handed on a speaker's words before he had his say in the text.

    What stands in his words comes after him, and so does what is told later.
    """
    first, last = holder.parts[0][0], holder.parts[-1][1]
    if first <= hop[0] < last:
        return False
    spans = [*holder.parts, *filter(None, (holder.source, holder.cue))]
    return hop[0] < max(end for _, end in spans)


def _within(hop: Range, source: Range | None) -> bool:
    return source is not None and source[0] <= hop[0] and hop[1] <= source[1]


def holders(drafts: Sequence[Draft]) -> list[int | None]:
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
