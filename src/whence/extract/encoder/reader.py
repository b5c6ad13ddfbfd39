"""The reader that works by the trained model: statements and tone as one encoder sees them."""

from whence.extract.encoder import spans, tone
from whence.extract.prose import prose
from whence.infer import statements
from whence.infer.labels import ACTS
from whence.infer.model import Model, Text, load
from whence.infer.statements import Statement
from whence.model.attribution import Act
from whence.model.document import Document
from whence.model.reading import Attributed, Reading

_HEADS = frozenset({"title", "heading"})
_SURE = 0.6
"""From which probability on an act that the model sees is recorded as the reader's judgement."""


class EncoderReader:
    """Reads with the model that ships with Whence. English; runs offline on one core."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or load()
        self.name = f"encoder@{self._model.settings.name}"

    def read(self, document: Document) -> Reading:
        """Read one document. Same document and model, same reading."""
        cut = prose(document)
        text = self._model.encode(document.text)
        tagged = statements.tagged(self._model, text)
        found = [
            attributed(document, text, one)
            for one in statements.link(self._model, text, tagged)
            if cut.block_kind(text.chars(*one.content[0])[0]) not in _HEADS
        ]
        return Reading(
            document_id=document.id,
            reader=self.name,
            attributed=tuple(found),
            marks=tone.marks(cut, self._model, text, tagged["insinuation"]),
        )


def attributed(document: Document, text: Text, one: Statement) -> Attributed:
    """Return a statement as spans of a document."""
    content = tuple(spans.quoted(document, *text.chars(*part)) for part in one.content)
    sure = max(one.judged.acts)
    act: Act | None = ACTS[one.judged.acts.index(sure)] if sure >= _SURE else None
    return Attributed(
        source=document.span(*text.chars(*one.source)) if one.source else None,
        cue=document.span(*text.chars(*one.cue)) if one.cue else None,
        content=content,
        kind=spans.kind(content),
        via=tuple(document.span(*text.chars(*hop)) for hop in one.via),
        act=act,
        negated=one.judged.negated >= 0.5,
        certainty=max(-3, min(3, round(one.judged.certainty))),
    )
