"""What a reader saw, written down by hand: attributions of a text by their words."""

from collections.abc import Sequence

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules import attributions
from whence.extract.sourcing import Sourcing
from whence.extract.speech.attribute import attribute
from whence.model.attribution import Act
from whence.model.document import Document
from whence.model.reading import Attributed, Reading
from whence.model.span import Span


class Page:
    """A text of which a reader saw attributions; words mean the first place where they stand."""

    def __init__(self, text: str) -> None:
        self.document: Document = document(text)

    def span(self, words: str) -> Span:
        """Return where some words stand."""
        at = self.document.text.index(words)
        return self.document.span(at, at + len(words))

    def saw(
        self,
        source: str,
        cue: str,
        content: str,
        *,
        via: Sequence[str] = (),
        judged: tuple[Act | None, bool | None, int | None] = (None, None, None),
    ) -> Attributed:
        """Return an attribution; "" is no source or cue, ``judged`` act, negated and certainty."""
        act, negated, certainty = judged
        return Attributed(
            source=self.span(source) if source else None,
            cue=self.span(cue) if cue else None,
            content=(self.span(content),),
            kind="indirect",
            via=tuple(self.span(hop) for hop in via),
            act=act,
            negated=negated,
            certainty=certainty,
        )

    def sourcing(self, *seen: Attributed) -> Sourcing:
        """Return what extraction makes of it."""
        reading = Reading(document_id=self.document.id, reader="hand@1", attributed=seen)
        return attribute(prose(self.document), reading)

    def ruled(self) -> Sourcing:
        """Return what extraction makes of what the rules see."""
        return self.sourcing(*attributions.find(prose(self.document)))


def hops(sourcing: Sourcing) -> list[list[str]]:
    """Return who stands in the chain of each attribution, in the order of the text."""
    return [[h.who for h in sourcing.chains[a.chain_id].hops] for a in sourcing.attributions]
