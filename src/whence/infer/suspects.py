"""Who is under suspicion: mentions of parties, and how the words around them let it stand."""

import math

from msgspec import Struct

from whence.infer.heads import Vectors, softmax
from whence.infer.labels import BEGIN, STANDINGS, TAGGERS
from whence.infer.model import Model, Text
from whence.model.claim import Standing

_EDGE = 1e-6
"""How near to nothing or certainty a probability is taken, or its logit would have no end."""


class Suspect(Struct, frozen=True, kw_only=True):
    """A mention of a party, words [start, end), with the probability that it is a suspect.

    The probability is calibrated on our own passages (``Settings.suspects``).

    ``standing`` is the likeliest of ``labels.STANDINGS``, ``sure`` its probability.
    """

    start: int
    end: int
    probability: float
    standing: Standing
    sure: float


def grounds(chances: Vectors, start: int, end: int) -> dict[str, float]:
    """Return what a mention is suspected by, given the tagger's probabilities (words, tags)."""
    mean = float(chances[start:end, BEGIN:].sum(1).mean())
    kept = min(max(mean, _EDGE), 1 - _EDGE)
    return {"always": 1.0, "logit": math.log(kept / (1 - kept))}


def suspects(model: Model, text: Text, spans: list[tuple[int, int]]) -> tuple[Suspect, ...]:
    """Judge the spans of the tagger "suspect", in the order of the text."""
    tagger = TAGGERS.index("suspect")
    chances = softmax(model.heads.emissions(text.vectors, text.hints)[:, tagger])
    stands = softmax(model.heads.linear("standings", text.vectors))
    found = []
    for start, end in spans:
        row = stands[start]
        best = int(row.argmax())
        found.append(
            Suspect(
                start=start,
                end=end,
                probability=model.settings.suspects.probability(grounds(chances, start, end)),
                standing=STANDINGS[best],
                sure=float(row[best]),
            )
        )
    return tuple(found)
