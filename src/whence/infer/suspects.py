"""Who is under suspicion: mentions of parties, and how the words around them let it stand."""

import math
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from whence.infer.heads import Vectors, softmax
from whence.infer.labels import BEGIN, STANDINGS, TAGGERS
from whence.infer.model import Model, Text
from whence.infer.second_look import Finding
from whence.infer.viterbi import decode, spans
from whence.model.claim import Standing

QUESTION: Final = "suspect"
"""What the second look says of a mention: how the suspicion stands, or (last) that it is none."""
_TAGGER: Final = TAGGERS.index("suspect")
_LOWERED: Final = 3.0
"""By how much the bar is lower for mentions that are looked at a second time: of five suspects of
our passages the tagger then sees four, and as many others."""

Range = tuple[int, int]

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


def candidates(model: Model, text: Text) -> list[Range]:
    """Return the mentions that are worth a second look, in the order of the text."""
    scores = model.heads.emissions(text.tag_scores, text.hints)[:, [_TAGGER]]
    scores[:, 0, BEGIN] += _LOWERED
    tags = decode(scores, model.heads.moves[[_TAGGER]])
    return [(start, end) for start, end, _ in spans(tags[:, 0])]


def finding(mention: Range) -> Finding:
    """Return a mention as what the second look is asked about."""
    return Finding(anchor=mention[0], parts=((mention,),))


def suspects(model: Model, text: Text, tagged: Sequence[Range]) -> tuple[Suspect, ...]:
    """Judge the mentions of a text, in its order.

    A model that was trained to looks at its ``candidates`` a second time; another has only the
    spans of the tagger "suspect" (``tagged``).
    """
    if model.second_look.knows(QUESTION):
        mentions = candidates(model, text)
        told = softmax(
            model.second_look.answer(QUESTION, text.vectors, [finding(one) for one in mentions])
        )
        stands, sure = told[:, :-1], (1 - told[:, -1]).tolist()
    else:
        mentions = list(tagged)
        chances = softmax(model.heads.emissions(text.tag_scores, text.hints)[:, _TAGGER])
        stands = softmax(model.heads.linear("standings", text.vectors))[
            [start for start, _ in mentions]
        ]
        sure = [
            model.settings.suspects.probability(grounds(chances, *mention)) for mention in mentions
        ]
    return tuple(
        Suspect(
            start=start,
            end=end,
            probability=chance,
            standing=STANDINGS[int(row.argmax())],
            sure=float(row.max() / row.sum()),
        )
        for (start, end), chance, row in zip(mentions, sure, stands, strict=True)
    )
