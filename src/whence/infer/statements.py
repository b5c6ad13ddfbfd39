"""Who says what through whom: spans of the taggers linked into statements."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from whence.infer import hands, telling
from whence.infer.averages import means
from whence.infer.drafts import Draft
from whence.infer.heads import Judged, Vectors, sigmoid, softmax
from whence.infer.hints import HINTED
from whence.infer.labels import ACTS, BEGIN, TAGGERS
from whence.infer.linking import best
from whence.infer.model import Model, Text
from whence.infer.second_look import Finding
from whence.infer.viterbi import decode, spans

Range = tuple[int, int]
"""Half-open, in words of a ``Text``."""

QUESTION: Final = "statement"
"""What the second look is asked about statements: which act each is, and (last) whether negated."""
_SPANNED: Final = [place for place, name in enumerate(TAGGERS) if name != "insinuation"]
_POINTED: Final = 64
"""Words on either side of a cue among which a pointer chooses."""
PARTS: Final = ("content", "cue", "source")
_CUE_HINTS: Final = slice(2 * HINTED.index("cue"), 2 * HINTED.index("cue") + 2)


class Statement(Struct, frozen=True, kw_only=True):
    """One statement in words of the text: its contents belong to one cue, or stand without.

    ``via`` are the hands between the text and the source, outermost first. ``speaker`` gives the
    probabilities of ``labels.SPEAKERS``; ``probability`` says how probably somebody states this
    there at all, by its ``grounds`` (``Settings.statements``).
    """

    content: tuple[Range, ...]
    cue: Range | None
    source: Range | None
    via: tuple[Range, ...]
    judged: Judged
    speaker: tuple[float, ...]
    grounds: dict[str, float]
    probability: float

    @property
    def anchor(self) -> int:
        """The word that the statement's links start from."""
        return self.cue[0] if self.cue else self.content[0][0]


class _Owned(NamedTuple):
    """A content that was linked or pointed to, and how surely."""

    content: Range
    sure: float


def tagged(model: Model, text: Text) -> dict[str, list[Range]]:
    """Return the spans of every tagger, in the order of the text.

    What hints is told by sentences (``infer.insinuations``), not by spans.
    """
    emissions = model.heads.emissions(text.tag_scores, text.hints)[:, _SPANNED]
    names = [TAGGERS[tagger] for tagger in _SPANNED]
    emissions[:, :, BEGIN] += [model.settings.biases.get(name, 0.0) for name in names]
    tags = decode(emissions, model.heads.moves[_SPANNED])
    return {
        name: [(start, end) for start, end, _ in spans(tags[:, place])]
        for place, name in enumerate(names)
    }


def link(
    model: Model, text: Text, found: dict[str, list[Range]], *, pointing: bool = True
) -> tuple[Statement, ...]:
    """Return the statements that given spans make, in the order of the text.

    Each content goes to its likeliest cue; each cue, and each content without one ("..." - Ana
    Ruiz), goes to its likeliest source. A cue that gets no content is pointed to one inside
    another's, or left out; without ``pointing`` it is always left out, so that there are no
    statements but those of the given contents.
    """
    cues, sources = found["cue"], found["source"]
    held: dict[int | None, list[_Owned]] = {}
    owners = best(model, text, "cue", found["content"], cues)
    for content, (owner, sure) in zip(found["content"], owners, strict=True):
        held.setdefault(owner, []).append(_Owned(content, sure))
    alone = held.pop(None, [])
    speakers = best(model, text, "source", [one.content for one in alone], sources)
    drafts = [
        Draft(None, None if head is None else sources[head], [one.content], one.sure, sure)
        for one, (head, sure) in zip(alone, speakers, strict=True)
    ]
    bare = [number for number in range(len(cues)) if number not in held] if pointing else []
    owned = {owner: parts for owner, parts in held.items() if owner is not None}
    owned.update((number, [one]) for number, one in _pointed(model, text, cues, bare))
    heads = best(model, text, "source", cues, sources)
    for owner, parts in owned.items():
        head, sure = heads[owner]
        source = None if head is None else sources[head]
        if source and any(start < source[1] and source[0] < end for (start, end), _ in parts):
            source = None  # nobody is the speaker of words that name him
        others = [cues[owner], *filter(None, [source])]
        whole = _joined([one.content for one in parts], others, model.settings.gap)
        drafts.append(Draft(cues[owner], source, whole, max(one.sure for one in parts), sure))
    drafts.sort(key=lambda draft: draft.start)
    return tuple(_judge(model, text, found["relay"], drafts))


def _pointed(
    model: Model, text: Text, cues: Sequence[Range], bare: Sequence[int]
) -> Iterator[tuple[int, _Owned]]:
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
        if begins.max() < model.settings.pointed:
            continue  # no range is surer than its beginning
        ends = model.heads.link("end", text.vectors, asked, words)[0, :-1]
        # A content does not hold its own cue: it stands before it or behind it.
        sides = ((left, at), (after, right))
        found = [
            _likeliest(begins[one - left : other - left], ends[one - left : other - left], one)
            for one, other in sides
            if one < other
        ]
        if not found:
            continue
        sure, content = max(found, key=lambda one: one[0])
        if sure >= model.settings.pointed:
            yield number, _Owned(content, sure)


def _likeliest(begins: Vectors, ends: Vectors, first: int) -> tuple[float, Range]:
    """Return the likeliest range and its probability: of no range does the end come first.

    ``begins`` and ``ends`` (words,) are the probabilities of words from ``first`` on.
    """
    best = np.maximum.accumulate(begins) * ends
    last = int(best.argmax())
    start = int(begins[: last + 1].argmax())
    return float(best[last]), (first + start, first + last + 1)


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


def inside(model: Model, text: Text) -> Vectors:
    """Return how probably each word lies in a content, a cue and a source, (words, ``PARTS``)."""
    emissions = model.heads.emissions(text.tag_scores, text.hints)
    likely = softmax(emissions[:, [TAGGERS.index(name) for name in PARTS]])
    within: Vectors = likely[..., BEGIN:].sum(-1)
    return within


def _judge(
    model: Model, text: Text, relays: Sequence[Range], drafts: Sequence[Draft]
) -> list[Statement]:
    if not drafts:
        return []
    cues = [draft.cue or (draft.anchor, draft.anchor + 1) for draft in drafts]
    told = [draft.source or cue for draft, cue in zip(drafts, cues, strict=True)]
    kinds = softmax(model.heads.linear("speakers", _means(text, told)))
    judged = _looked(
        model, text, drafts,
        model.heads.judge(_means(text, cues), _means(text, [one.parts[0] for one in drafts])),
    )  # fmt: skip
    holders = hands.holders(drafts)
    judged = telling.told(drafts, holders, judged)
    chains = hands.chains(model, text, relays, drafts, holders)
    within = inside(model, text)
    summed = np.concatenate([np.zeros_like(within[:1]), within]).cumsum(0, np.float64)
    grounds = [_grounds(text, draft, summed) for draft in drafts]
    rows = zip(drafts, chains, judged, kinds.tolist(), grounds, strict=True)
    return [
        Statement(
            content=tuple(sorted(draft.parts)),
            cue=draft.cue,
            source=draft.source,
            judged=verdict,
            via=via,
            speaker=tuple(kind),
            grounds=known,
            probability=model.settings.statements.probability(known),
        )
        for draft, via, verdict, kind, known in rows
    ]


def finding(cue: Range | None, content: Sequence[Range], source: Range | None) -> Finding:
    """Return a statement as what the second look is asked about."""
    return Finding(
        anchor=(cue or content[0])[0],
        parts=((cue,) if cue else (), tuple(content), (source,) if source else ()),
    )


def _looked(
    model: Model, text: Text, drafts: Sequence[Draft], judged: list[Judged]
) -> list[Judged]:
    """Return what a second look says of the acts, where the model was trained to take one."""
    if not model.second_look.knows(QUESTION):
        return judged
    found = [finding(one.cue, one.parts, one.source) for one in drafts]
    told = model.second_look.answer(QUESTION, text.vectors, found)
    acts = softmax(told[:, : len(ACTS)]).tolist()
    negated = sigmoid(told[:, len(ACTS)]).tolist()
    return [
        replace(one, acts=tuple(act), negated=no)
        for one, act, no in zip(judged, acts, negated, strict=True)
    ]


def _grounds(text: Text, draft: Draft, summed: NDArray[np.float64]) -> dict[str, float]:
    """Return what a statement is trusted by; all lie between zero and one.

    ``summed`` (words + 1, ``PARTS``) are the probabilities that a word lies in such a part,
    added up over the words before.
    """

    def sure(name: str, spans: Sequence[Range]) -> float:
        tagger = PARTS.index(name)
        means = [
            (summed[end, tagger] - summed[start, tagger]) / (end - start) for start, end in spans
        ]
        return float(sum(means) / len(means))

    found = {
        "always": 1.0,
        "content": sure("content", draft.parts),
        "cue_link": draft.cue_link,
        "source_link": draft.source_link,
    }
    if draft.cue:
        found |= {"cue": sure("cue", [draft.cue]), "cued": 1.0}
        found["hinted"] = float(text.hints[slice(*draft.cue), _CUE_HINTS].any())
    if draft.source:
        found |= {"source": sure("source", [draft.source]), "sourced": 1.0}
    return found


def _means(text: Text, spans: Sequence[Range]) -> Vectors:
    """Return the mean vector of the words of each span, (spans, hidden)."""
    return means(text.vectors, [[span] for span in spans])


def read(model: Model, text: Text) -> tuple[Statement, ...]:
    """Return the statements of a text that are trusted."""
    return trusted(model, link(model, text, tagged(model, text)))


def trusted(model: Model, made: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements that are trusted enough."""
    return tuple(one for one in made if one.probability >= model.settings.statements.least)
