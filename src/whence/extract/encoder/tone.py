"""Loaded language and insinuation as the model sees them, beside what the lexicon names."""

from collections.abc import Iterator, Sequence

from whence.extract.prose import Prose
from whence.extract.rules import tone
from whence.infer.heads import sigmoid
from whence.infer.labels import SCALARS
from whence.infer.model import Model, Text
from whence.model.reading import Mark

_LOADED = "judges instead of telling"
_HINT = "hints at who did it without saying so"


def marks(
    prose: Prose, model: Model, text: Text, hints: Sequence[tuple[int, int]]
) -> tuple[Mark, ...]:
    """Return the marks of the lexicon and those of the model that overlap none of them.

    ``hints`` are the words that the model takes for insinuation, as ranges.
    """
    found = list(tone.marks(prose))
    for mark in (*_hints(prose, text, hints), *_loaded(prose, model, text)):
        if not any(mark.span.overlap(other.span) for other in found):
            found.append(mark)
    return tuple(sorted(found, key=lambda mark: mark.span))


def _hints(prose: Prose, text: Text, hints: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    for part in hints:
        span = prose.span(*text.chars(*part))
        yield Mark(kind="insinuation", span=span, whose=tone.whose(prose, span.start), reason=_HINT)


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
