"""Who and what the model sees called by a name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whence.extract.parties.capitals import shouts
from whence.infer.entities import entities
from whence.infer.model import Model, Text
from whence.model.document import Document
from whence.model.span import Span

_ARMED = frozenset({"armed_group"})
_GROUPS = _ARMED | {"organisation"}


@dataclass(frozen=True, slots=True)
class Called:
    """The names in one stretch of a document, each with its kind; ``loud``: it is in capitals."""

    names: tuple[tuple[Span, str], ...]
    loud: bool


def called(model: Model, document: Document, text: Text) -> Called:
    """Return the names that the model sees in a stretch."""
    seen = entities(model, text)
    names = tuple((document.span(*text.chars(start, end)), kind) for start, end, kind in seen)
    return Called(names, shouts(text.text))


def groups(one: Called) -> Iterator[Span]:
    """Yield the names of armed groups, and in a stretch that is set in capitals those of bodies."""
    kinds = _GROUPS if one.loud else _ARMED
    yield from (span for span, kind in one.names if kind in kinds)


def persons(every: Iterable[Called], *, loud: bool = False) -> tuple[Span, ...]:
    """Return the names of persons in a document, but for what is set in capitals, or only there.

    A name that the model takes for anything but a person's at another place is left out.
    """
    found = [one for part in every if part.loud == loud for one in part.names]
    others = {span.text for span, kind in found if kind != "person"}
    kept = {span for span, kind in found if kind == "person" and span.text not in others}
    return tuple(sorted(kept))


def places(every: Iterable[Called]) -> tuple[Span, ...]:
    """Return the names of places in a document, but for what is set in capitals.

    A name that the model takes for a person's at another place is left out.
    """
    found = [one for part in every if not part.loud for one in part.names]
    others = {span.text for span, kind in found if kind == "person"}
    kept = {span for span, kind in found if kind == "place" and span.text not in others}
    return tuple(sorted(kept))
