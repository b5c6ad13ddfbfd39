"""Names and other mentions: persons, bodies, places, weapons, dates, numbers."""

from whence.infer.labels import ENTITIES
from whence.infer.model import Model, Text
from whence.infer.names import alike, shouts
from whence.infer.viterbi import decode_kinds, spans


def entities(model: Model, text: Text) -> list[tuple[int, int, str]]:
    """Return (start, end, kind of ``ENTITIES``), words half-open, in the order of the text."""
    logits = model.heads.linear("entities", text.vectors)
    logits[:, 1:] += model.settings.entity_bias
    words = [text.text[start:end] for start, end in text.edges.tolist()]
    if model.names.known and not shouts(words):  # it has learnt from no text in capitals
        logits = model.names.scores(logits, text.vectors, alike(words))
    tags = decode_kinds(logits)
    return [(start, end, ENTITIES[kind]) for start, end, kind in spans(tags)]
