"""Whether the model bears out a statement that only the rules see.

The rules take "post-traumatic stress" for somebody who stresses, and "I'll tell you" for somebody
who tells. Of what they alone see in PolNeAR's development part one in seventeen is annotated.
How surely the model takes their cue for one, times how surely some word of their speaker for one,
parts these: a mere statement needs more than one that accuses, denies or owns up, of which too
few would be left for what they tell.
"""

from collections.abc import Callable, Iterator, Sequence

from whence.extract.acts import act_of
from whence.infer import hints
from whence.infer.heads import Vectors
from whence.infer.model import Model, Text
from whence.infer.statements import PARTS, inside
from whence.model.reading import Attributed
from whence.model.span import Span

_CUE, _SOURCE = PARTS.index("cue"), PARTS.index("source")
_STATES = 0.65
"""From which product on a statement is taken over that does nothing but state something."""
_ACTS = 0.4
"""The same for one that accuses, claims, denies, confirms, calls for something, and so on."""


def by(model: Model, stretches: Sequence[Text]) -> Callable[[Attributed], bool]:
    """Return what tells whether the model bears out a statement of the same text.

    A quotation without a cue shows by its marks that somebody speaks.
    """
    known: dict[int, Vectors] = {}

    def seen(span: Span) -> Iterator[Vectors]:
        for number, text in enumerate(stretches):
            for start, end in hints.ranges(text.text, text.edges, [(span.start, span.end)]):
                if number not in known:
                    known[number] = inside(model, text)
                yield known[number][start:end]

    def borne(one: Attributed) -> bool:
        if one.cue is None:
            return True
        cue = max((float(part[:, _CUE].mean()) for part in seen(one.cue)), default=0.0)
        if one.source is not None:
            cue *= max((float(part[:, _SOURCE].max()) for part in seen(one.source)), default=0.0)
        return cue >= (_STATES if act_of(one) == "say" else _ACTS)

    return borne
