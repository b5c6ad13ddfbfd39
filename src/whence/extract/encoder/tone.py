"""Loaded language and insinuation as the model sees them, beside what the lexicon names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from whence.extract.prose import Prose
from whence.extract.rules import tone
from whence.infer.heads import sigmoid
from whence.infer.labels import SCALARS
from whence.infer.model import Model, Text
from whence.model.reading import Mark

_LOADED = "judges instead of telling"
_EDGE = re.compile(r"""[,;:.!?)](?=["'”’]?(?:\s|$))|["“”(]|\s[-–—]+\s|—""")
_HINT = "hints at who did it without saying so"


def lexical(prose: Prose) -> tuple[Mark, ...]:
    """Return what the lexicon marks."""
    return tone.marks(prose)


def seen(prose: Prose, model: Model, text: Text) -> Iterator[Mark]:
    """Yield what the model marks: hints at who did it, and loaded words."""
    yield from _hints(prose, model, text)
    yield from _loaded(prose, model, text)


def joined(named: Sequence[Mark], seen: Sequence[Mark]) -> tuple[Mark, ...]:
    """Join marks of the lexicon with those of the model that overlap none of the others."""
    kept = [*named]
    taken = sorted((mark.span.start, mark.span.end) for mark in named)
    end = -1
    for mark in sorted(seen, key=lambda mark: (mark.span.start, -mark.span.end)):
        at = bisect_left(taken, (mark.span.end, 0))
        free = at == 0 or taken[at - 1][1] <= mark.span.start
        if free and mark.span.start >= end:
            kept.append(mark)
            end = mark.span.end
    return tuple(sorted(kept, key=lambda mark: mark.span))


def _hints(prose: Prose, model: Model, text: Text) -> Iterator[Mark]:
    """Yield what hints as a sentence, against those around it."""
    if not (model.insinuations.known and prose.sentences):
        return
    begins = [sentence.start for sentence in prose.sentences]
    starts = np.searchsorted(text.edges[:, 0], begins).tolist()
    for hint in model.insinuations.find(
        model.heads, text.vectors, text.tag_scores, text.hints, starts
    ):
        span = prose.span(*_clause(prose, *text.chars(hint.start, hint.end)))
        yield Mark(kind="insinuation", span=span, whose=tone.whose(prose, span.start), reason=_HINT)


def _clause(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Widen words to the clause that they stand in, between marks: its edge words say little."""
    sentence = prose.sentences[prose.sentence_at(start)]
    if not sentence.start <= start < end <= sentence.end:
        return start, end
    before = [mark.end() for mark in _EDGE.finditer(prose.text, sentence.start, start)]
    behind = _EDGE.search(prose.text, end, sentence.end)
    start = before[-1] if before else sentence.start
    end = behind.start() if behind else sentence.end
    # What was opened inside is closed inside: the mark that closes it belongs to the clause.
    return start, end + (behind is not None and _closes(prose.text[start:end], behind.group()))


def _closes(text: str, mark: str) -> bool:
    return (mark == '"' and text.count(mark) % 2 == 1) or (mark == "”" and "“" in text)


def _loaded(prose: Prose, model: Model, text: Text) -> Iterator[Mark]:
    """Yield runs of words each of which counts as loaded."""
    scores = model.heads.linear("scalars", text.vectors)[:, SCALARS.index("loaded")]
    over = sigmoid(scores) >= model.settings.loaded
    start = -1
    for word in range(len(over) + 1):
        on = word < len(over) and bool(over[word])
        if on and start < 0:
            start = word
        elif not on and start >= 0:
            span = prose.span(*text.chars(start, word))
            yield Mark(
                kind="loaded", span=span, whose=tone.whose(prose, span.start), reason=_LOADED
            )
            start = -1
