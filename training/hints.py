"""What the rules see in a text, as the model gets to know it."""

from evaluation.readers.plain import plain_document

from training.examples import Cut, Range
from whence.extract.encoder.reader import ruled
from whence.extract.prose import prose
from whence.extract.rules import attributions
from whence.infer.hints import ranges


def hints(text: str, cut: Cut) -> dict[str, tuple[Range, ...]]:
    """Return the spans of the rules' attributions by tagger, in words."""
    found = ruled(attributions.find(prose(plain_document("text", text))))
    return {name: tuple(ranges(text, cut.edges, spans)) for name, spans in found.items()}
