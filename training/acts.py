"""How the rules speak of each act: counted on our own training passages."""

from collections import Counter

from evaluation.passages import Passage, Statement, part
from evaluation.readers.plain import plain_document

from whence.extract.acts import act_of
from whence.infer.labels import ACTS
from whence.model.document import Document
from whence.model.reading import Attributed
from whence.model.span import Span

_SMOOTHED = 0.5
"""Added to every count, so that nothing is ruled out by what was not seen."""


def table() -> dict[str, dict[str, float]]:
    """Return for each act of a statement how probably the rules say which act of it."""
    counts: dict[str, Counter[str]] = {act: Counter() for act in ACTS}
    for passage in part("train"):
        document = plain_document(passage.id, passage.text)
        if document.text == passage.text:
            for one in passage.statements:
                counts[one.act][act_of(_attributed(document, passage, one))] += 1
    return {act: _probabilities(counted) for act, counted in counts.items()}


def _probabilities(counted: Counter[str]) -> dict[str, float]:
    total = counted.total() + _SMOOTHED * len(ACTS)
    return {act: round((counted[act] + _SMOOTHED) / total, 5) for act in ACTS}


def _attributed(document: Document, passage: Passage, one: Statement) -> Attributed:
    def span(quoted: str) -> Span | None:
        return document.span(*passage.find(quoted)) if quoted else None

    return Attributed(
        source=span(one.source),
        cue=span(one.cue),
        content=tuple(document.span(*passage.find(quoted)) for quoted in one.content),
        kind="indirect",
        unsourced=not one.source,
    )
