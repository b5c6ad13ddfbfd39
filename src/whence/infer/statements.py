"""Who says what through whom: spans of the taggers linked into statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from whence.infer.heads import Judged, Vectors, softmax
from whence.infer.labels import BEGIN, TAGGERS
from whence.infer.model import Model, Text
from whence.infer.viterbi import decode, spans

Range = tuple[int, int]
"""Half-open, in words of a ``Text``."""

_REACH: Final = 96
"""Words beyond which nothing is linked; hardly a training example spans more."""
_POINTED: Final = 64
"""Words on either side of a cue among which a pointer chooses."""
_HOPS: Final = 4
"""Most hands before a source; a longer chain would be a loop or a misreading."""
_STRETCH: Final = 64
"""Queries linked at once."""


class Statement(Struct, frozen=True, kw_only=True):
    """One statement in words of the text: its contents belong to one cue, or stand without.

    ``via`` are the hands between the text and the source, outermost first. ``speaker`` gives the
    probabilities of ``labels.SPEAKERS``. ``carried`` tells that the source was taken over from
    the statement before, since none stands at the cue.
    """

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    via: tuple[Range, ...]
    judged: Judged
    speaker: tuple[float, ...]
    carried: bool = False

    @property
    def anchor(self) -> int:
        """The word that the statement's links start from."""
        return self.cue[0] if self.cue else self.content[0][0]


def tagged(model: Model, text: Text) -> dict[str, list[Range]]:
    """Return the spans of every tagger, in the order of the text."""
    emissions = model.heads.emissions(text.vectors, text.hints)
    for tagger, name in enumerate(TAGGERS):
        emissions[:, tagger, BEGIN] += model.settings.biases.get(name, 0.0)
    tags = decode(emissions, model.heads.moves)
    return {
        name: [(start, end) for start, end, _ in spans(tags[:, tagger])]
        for tagger, name in enumerate(TAGGERS)
    }


def link(
    model: Model, text: Text, found: dict[str, list[Range]], *, pointing: bool = True
) -> tuple[Statement, ...]:
    """Return the statements that given spans make, in the order of the text.

    Each content goes to its likeliest cue; each cue, and each content without one ("..." - Ana
    Ruiz), goes to its likeliest source. A cue that gets no content is pointed to one inside
    another's, or left out; without ``pointing`` it is always left out, so that there are no
    statements but those of the given contents. A cue without a source takes that of the statement
    before, when it stands within ``Settings.reuse`` words.
    """
    cues, sources = found["cue"], found["source"]
    held: dict[int | None, list[Range]] = {}
    owners = _best(model, text, "cue", found["content"], cues)
    for content, owner in zip(found["content"], owners, strict=True):
        held.setdefault(owner, []).append(content)
    heads = _best(model, text, "source", cues, sources)
    alone = held.pop(None, [])
    drafts = [
        _Draft(None, None if head is None else sources[head], [content])
        for content, head in zip(alone, _best(model, text, "source", alone, sources), strict=True)
    ]
    bare = [number for number in range(len(cues)) if number not in held] if pointing else []
    held.update((number, [content]) for number, content in _pointed(model, text, cues, bare))
    for owner, parts in held.items():
        assert owner is not None  # noqa: S101 - taken out above
        head = heads[owner]
        source = None if head is None else sources[head]
        whole = _joined(parts, [cues[owner], *filter(None, [source])], model.settings.gap)
        drafts.append(_Draft(cues[owner], source, whole))
    drafts.sort(key=lambda draft: draft.start)
    _carry(model, drafts)
    return tuple(_judge(model, text, found["relay"], drafts))


def _pointed(
    model: Model, text: Text, cues: Sequence[Range], bare: Sequence[int]
) -> Iterator[tuple[int, Range]]:
    """Yield a content for cues that got none, where the pointers are sure enough of one.

    Such contents lie within another statement's, where the tagger can have no span of their own.
    """
    for number in bare:
        at, after = cues[number]
        if after - at > _POINTED:
            continue
        left, right = max(0, at - _POINTED), min(len(text.vectors), at + _POINTED)
        words = np.arange(left, right)
        asked = np.array([at])
        begins = model.heads.link("begin", text.vectors, asked, words)[0, :-1]
        ends = model.heads.link("end", text.vectors, asked, words)[0, :-1]
        pairs = np.triu(begins[:, None] * ends[None, :])
        pairs[: after - left, at - left :] = 0  # a content does not hold its own cue
        start, last = np.unravel_index(int(pairs.argmax()), pairs.shape)
        if pairs[start, last] >= model.settings.pointed:
            yield number, (left + int(start), left + int(last) + 1)


def _joined(parts: Sequence[Range], others: Sequence[Range], gap: int) -> list[Range]:
    """Join contents that stand at most ``gap`` words apart with no other part between them."""
    joined: list[Range] = []
    for start, end in sorted(parts):
        last = joined[-1] if joined else None
        between = any(last and last[1] <= at and to <= start for at, to in others)
        if last and start - last[1] <= gap and not between:
            joined[-1] = (last[0], end)
        else:
            joined.append((start, end))
    return joined


@dataclass
class _Draft:
    """A statement before it is judged."""

    cue: Range | None
    source: Range | None
    parts: list[Range]
    carried: bool = False

    @property
    def anchor(self) -> int:
        return self.cue[0] if self.cue else self.parts[0][0]

    @property
    def start(self) -> int:
        return min(self.anchor, self.parts[0][0])


def _carry(model: Model, drafts: Sequence[_Draft]) -> None:
    """Give a cue without a source that of the statement before, when it stands near."""
    last: _Draft | None = None
    for draft in drafts:
        if draft.source is not None:
            last = draft
        elif draft.cue is not None and last is not None:
            before = max(last.anchor, last.parts[-1][1])
            if draft.anchor - before <= model.settings.reuse:
                draft.source, draft.carried = last.source, True


def _judge(
    model: Model, text: Text, relays: Sequence[Range], drafts: Sequence[_Draft]
) -> list[Statement]:
    if not drafts:
        return []
    cues = [draft.cue or (draft.anchor, draft.anchor + 1) for draft in drafts]
    told = [
        draft.source if draft.source and not draft.carried else cue
        for draft, cue in zip(drafts, cues, strict=True)
    ]
    kinds = softmax(model.heads.linear("speakers", _means(text, told)))
    judged = model.heads.judge(_means(text, cues), _means(text, [one.parts[0] for one in drafts]))
    chains = _chains(model, text, relays, [draft.anchor for draft in drafts])
    return [
        Statement(
            content=tuple(sorted(draft.parts)),
            cue=draft.cue,
            source=draft.source,
            judged=verdict,
            via=tuple(hop for hop in via if hop != draft.source),
            speaker=tuple(kind),
            carried=draft.carried,
        )
        for draft, via, verdict, kind in zip(drafts, chains, judged, kinds.tolist(), strict=True)
    ]


def _means(text: Text, spans: Sequence[Range]) -> Vectors:
    """Return the mean vector of the words of each span, (spans, hidden)."""
    return np.stack([text.vectors[slice(*span)].mean(0) for span in spans])


def _chains(
    model: Model, text: Text, relays: Sequence[Range], anchors: Sequence[int]
) -> list[list[Range]]:
    """Return for each anchor the relays before its source, outermost first."""
    if not relays:
        return [[] for _ in anchors]
    queries = [(anchor, anchor + 1) for anchor in anchors]
    first = _best(model, text, "relay", queries, relays)
    before = _best(model, text, "relay", relays, relays)
    found = []
    for nearest in first:
        chain: list[Range] = []
        hop = nearest
        while hop is not None and len(chain) < _HOPS and relays[hop] not in chain:
            chain.insert(0, relays[hop])
            hop = before[hop]
        found.append(chain)
    return found


def _best(
    model: Model, text: Text, name: str, queries: Sequence[Range], keys: Sequence[Range]
) -> list[int | None]:
    """Return the likeliest key of each query, or None for nobody. Looks no farther than a reach.

    Queries are taken in stretches, so that time grows with the text and not with its square.
    """
    found: list[int | None] = []
    starts = np.array([start for start, _ in keys], np.int64)
    for at in range(0, len(queries), _STRETCH):
        asked = np.array([start for start, _ in queries[at : at + _STRETCH]], np.int64)
        low = int(np.searchsorted(starts, asked.min() - _REACH))
        high = int(np.searchsorted(starts, asked.max() + _REACH, side="right"))
        near = starts[low:high]
        chances = model.heads.link(name, text.vectors, asked, near)
        far = np.abs(near[None, :] - asked[:, None]) > _REACH
        same = near[None, :] == asked[:, None] if name == "relay" else np.zeros_like(far)
        chances[:, :-1][far | same] = -1  # below nobody, even where nobody has no chance at all
        best: NDArray[np.int64] = chances.argmax(1)
        found.extend(None if one == len(near) else low + int(one) for one in best)
    return found


def read(model: Model, text: Text) -> tuple[Statement, ...]:
    """Return the statements of a text."""
    return link(model, text, tagged(model, text))
