"""Transcripts: paragraphs that open with who speaks, as "MR. REED: We ..." or "[REED] WE ...".

Every sentence of such a turn is its speaker's own words, up to the next speaker's. A text is taken
for a transcript only where two speakers at least take turns: a lone "NOTE:" or "[TEXT]" is none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.extract.prose import Prose
from whence.model.reading import Attributed
from whence.model.span import Span

_TAG = re.compile(
    r"[\"“]?(?:\[(?P<boxed>[A-Z][A-Z.'’ -]{1,30})\]"
    r"|(?P<named>(?:[A-Z][A-Z.'’-]*\s){0,3}[A-Z][A-Z.'’-]+):"
    r"|(?P<asks>[QA])(?::|\.|(?=\s+[A-Z])))\s+(?=\S)"
)
_NOTE = re.compile(
    r"\b(?:TEXT|CONTINUED|BEGIN|END|RECORDING|INDISTINCT|PASSAGE|OMITTED|AS|FROM|IN|BY|WITH|NOTE"
    r"|UPDATE|CORRECTION|EDITOR|SOURCE|PHOTO|READ|MORE|WATCH|RELATED|VIDEO|LIVE|BREAKING)\b"
)
"""Words of stage directions and of labels: no speaker is called so."""
_MOST = 0.8
"""How much of a sentence a content must take up to be the whole of it but for its edges."""
_TURNS = 3
"""Fewest turns of a transcript."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A turn at [start, end): whose it is, None for a question from nobody in particular."""

    speaker: Span | None
    start: int
    end: int


def spoken(prose: Prose, found: Sequence[Attributed]) -> Iterator[Attributed]:
    """Yield the sentences of a transcript as their speakers' words.

    A sentence that a statement in ``found`` gives to a speaker nearly whole is left to it.
    """
    held = [span for one in found if one.source is not None for span in one.content]
    starts = [sentence.start for sentence in prose.sentences]
    for turn in _turns(prose):
        if turn.speaker is None:
            continue
        first = max(0, bisect_right(starts, turn.start) - 1)
        for sentence in prose.sentences[first:]:
            if sentence.start >= turn.end:
                break
            start = max(sentence.start, turn.start)
            if start < sentence.end and not _given(start, sentence.end, held):
                yield Attributed(
                    source=turn.speaker,
                    cue=None,
                    content=(prose.span(start, sentence.end),),
                    kind="direct",
                )


def _given(start: int, end: int, held: Sequence[Span]) -> bool:
    """Tell whether one of some contents takes up most of [start, end)."""
    shared = (min(end, span.end) - max(start, span.start) for span in held)
    return max(shared, default=0) >= _MOST * (end - start)


def _turns(prose: Prose) -> tuple[_Turn, ...]:
    """Return the turns of a transcript in the order of the text; none where it is no transcript."""
    blocks = [one for one in prose.document.blocks if one.kind == "paragraph"]
    tags = [_TAG.match(prose.text, one.start, one.end) for one in blocks]
    opened = [found for found in tags if found is not None and not _NOTE.search(found.group())]
    labels = {_label(found) for found in opened}
    if len(opened) < _TURNS or len(labels) < 2:
        return ()
    ends = [*(found.start() for found in opened[1:]), blocks[-1].end]
    return tuple(
        _Turn(_speaker(prose, found), found.end(), end)
        for found, end in zip(opened, ends, strict=True)
    )


def _label(found: re.Match[str]) -> str:
    return (found["boxed"] or found["named"] or found["asks"]).strip()


def _speaker(prose: Prose, found: re.Match[str]) -> Span | None:
    name = next((one for one in ("boxed", "named") if found[one]), None)
    return prose.span(found.start(name), found.end(name)) if name else None
