"""Names and other mentions: persons, bodies, places, weapons, dates, numbers."""

import numpy as np

from whence.infer.labels import ENTITIES
from whence.infer.model import Model, Text
from whence.infer.viterbi import decode, spans, well_formed


def entities(model: Model, text: Text) -> list[tuple[int, int, str]]:
    """Return (start, end, kind of ``ENTITIES``), words half-open, in the order of the text."""
    if not len(text.vectors):
        return []
    logits = model.heads.linear("entities", text.vectors).astype(np.float32)
    logits[:, 1:] += model.settings.entity_bias
    tags = decode(logits[:, None, :], well_formed(len(ENTITIES)))[:, 0]
    return [(start, end, ENTITIES[kind]) for start, end, kind in spans(tags)]
