"""The model's attributions, and those of the rules' that it has no answer to.

Where both see a cue, the model's reading stands. What the rules see is taken over where the model
sees nothing at all, and where they name a second speaker of words that the model gives to one:
"INA quoted a spokesman as saying" has two. PolNeAR's dev documents (21 of them) speak for this
much and no more: of the rules' attributions that touch the model's in other ways two in three are
wrong.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from whence.model.reading import Attributed
from whence.model.span import Span

_SAME = 0.5
"""The intersection over union from which on two contents are the same words."""
_NEAR = 8
"""Attributions before and after in the text among which the same words are looked for."""


def joined(found: Sequence[Attributed], ruled: Iterable[Attributed]) -> tuple[Attributed, ...]:
    """Return the attributions of model and rules together, in the order of the text."""
    ordered = sorted(found, key=_place)
    taken = _places(span for one in ordered for span in _spans(one))
    cues = _places(one.cue for one in ordered if one.cue)
    added = [
        one
        for one in ruled
        if taken.isdisjoint(_places(_spans(one))) or _second_speaker(one, ordered, cues)
    ]
    return tuple(sorted([*ordered, *added], key=_place))


def _second_speaker(one: Attributed, ordered: Sequence[Attributed], cues: set[int]) -> bool:
    """Tell whether an attribution by the rules gives words of the model's to somebody else."""
    if one.cue is None or one.source is None:
        return False
    if not cues.isdisjoint(_places([one.cue, one.source])):
        return False
    content, speaker = _places(one.content), _places([one.source])
    return any(
        other.source is not None
        and speaker.isdisjoint(_places([other.source]))
        and len(content & (theirs := _places(other.content))) >= _SAME * len(content | theirs)
        for other in _around(one, ordered)
    )


def _around(one: Attributed, ordered: Sequence[Attributed]) -> Iterator[Attributed]:
    at = bisect_left(ordered, _place(one), key=_place)
    yield from ordered[max(0, at - _NEAR) : at + _NEAR]


def _spans(one: Attributed) -> Iterator[Span]:
    yield from one.content
    if one.cue:
        yield one.cue


def _place(one: Attributed) -> tuple[int, int]:
    spans = list(_spans(one))
    return min(span.start for span in spans), max(span.end for span in spans)


def _places(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}
