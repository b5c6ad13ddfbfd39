"""Who and what the model sees called by a name."""

from collections.abc import Iterable, Iterator

from whence.extract.parties.capitals import shouts
from whence.infer.entities import entities
from whence.infer.model import Model, Text
from whence.model.document import Document
from whence.model.span import Span

_ARMED = frozenset({"armed_group"})
_GROUPS = _ARMED | {"organisation"}


def groups(model: Model, document: Document, text: Text) -> Iterator[Span]:
    """Yield the names of armed groups, and in a stretch that is set in capitals those of bodies."""
    kinds = _GROUPS if shouts(text.text) else _ARMED
    yield from (span for span, kind in _named(model, document, text) if kind in kinds)


def persons(
    model: Model, document: Document, read: Iterable[Text], *, loud: bool = False
) -> tuple[Span, ...]:
    """Return the names of persons in a document, but for what is set in capitals, or only there.

    A name that the model takes for anything but a person's at another place is left out.
    """
    stretches = [text for text in read if shouts(text.text) == loud]
    found = [one for text in stretches for one in _named(model, document, text)]
    others = {span.text for span, kind in found if kind != "person"}
    kept = {span for span, kind in found if kind == "person" and span.text not in others}
    return tuple(sorted(kept))


def _named(model: Model, document: Document, text: Text) -> Iterator[tuple[Span, str]]:
    for start, end, kind in entities(model, text):
        yield document.span(*text.chars(start, end)), kind
