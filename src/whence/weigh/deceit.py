"""How many hands of one sort somebody would have to forge to bring an answer to a verdict.

Forged hands are taken for officials who seem neutral and all accuse the same party: the strongest
that cost no inquiry or court to forge. The incident is weighed again with them, at point values, so
that all they do is counted: an accusation raises the prior of a party that was only claimed or
cleared, and makes a suspect of it. Hands of several sorts repeat each other less: fewer would do.
"""

from collections.abc import Callable

from msgspec import structs

from whence.model.assessment import Hypothesis, HypothesisKind
from whence.model.claim import Predicate
from whence.model.incident import Statement
from whence.model.origin import Origin
from whence.weigh.numbers.dependence import Ties
from whence.weigh.numbers.nats import alike, draw
from whence.weigh.numbers.posterior import Model
from whence.weigh.verdict import PROBABLE

MOST = 64
"""More hands than this are not tried: each adds less than the one before."""
HAND = "forged"
"""Id of the first forged hand: no record of a case has it."""

Reweigh = Callable[[Statement, Origin], Model]
"""What weighs the incident again with one statement and its origin more, at point values."""

_SAYS: dict[tuple[HypothesisKind, str], Predicate] = {
    ("named", "executor"): "carried_out",
    ("named", "sponsor"): "ordered",
    ("staged", "executor"): "staged",
    ("staged", "sponsor"): "staged",
}


def forged(answer: Hypothesis, reweigh: Reweigh) -> int | None:
    """Return the smallest number of forged hands with which an answer is ``PROBABLE``.

    They are tried at point values, from one to ``MOST``; None where that many would not do, or
    nobody can be accused: no answer without a party.
    """
    says = _SAYS.get((answer.kind, answer.role))
    if says is None or answer.party_id is None or answer.weightless:
        return None
    model = reweigh(_statement(answer, answer.party_id, says), _ORIGIN)
    question = next(each for each in model.questions if each.role == answer.role)
    column = question.live.index(answer.id)

    def reaches(hands: int) -> bool:
        return bool(_crowded(model, hands).evaluate().of(answer.role)[0, column] > PROBABLE)

    # Few are enough as a rule, and few are quickly tried: twice as many each time, then between.
    few, enough = 0, 1
    while not reaches(enough):
        if enough == MOST:
            return None
        few, enough = enough, min(2 * enough, MOST)
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (few, middle) if reaches(middle) else (middle, enough)
    return enough


def _crowded(model: Model, hands: int) -> Model:
    """Return the model with the one forged hand repeated by others who say just the same."""
    at = next(n for n, item in enumerate(model.items) if item.voices[0].origin_id == HAND)
    first = model.items[at]
    more = tuple(
        structs.replace(
            first,
            id=f"{first.id}:{number}",
            voices=(structs.replace(first.voices[0], origin_id=f"{HAND}:{number}"),),
        )
        for number in range(1, hands)
    )
    items = (*model.items, *more)
    # At point values a hand's name changes nothing of what it says: no other needs to be drawn.
    known = alike(model.nats.known, first, more, model.draws)
    nats = draw(items, model.table, model.draws, known)
    return structs.replace(model, items=items, nats=nats, ties=Ties.of(items, nats.strength))


_ORIGIN = Origin(
    id=HAND,
    name="an official who seems neutral",
    kind="office",
    anonymity="named",
    chain_ids=(),
    document_ids=(),
    stake="neutral",
)


def _statement(answer: Hypothesis, party_id: str, says: Predicate) -> Statement:
    """Return what a forged hand says. Its standing is not an authority's, which has a state."""
    return Statement(
        id=HAND,
        party_id=party_id,
        role=answer.role,
        predicate=says,
        origin_id=HAND,
        origin_name=_ORIGIN.name,
        stake="neutral",
        standing="accused",
        act="accuse",
        polarity=True,
        hedge=3,
        claim_ids=(),
        document_ids=(),
        spans=(),
    )
