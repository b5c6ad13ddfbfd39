"""The way from prior to posterior, one item of evidence after the other.

A step's nats are the change of the candidate's log-odds against all other answers, with the mean
over the draws as its probability. The steps therefore sum to the posterior's log-odds exactly. With
more than two answers the size of a step depends on what was weighed before it: items come in the
order of the evidence, the most telling first. What does not depend on the order are the nats of
each item between two answers (``Evidence.log_likelihood``).
"""

from math import log
from sys import float_info

import numpy as np
from msgspec.structs import replace

from whence.model.assessment import Evidence, Step
from whence.weigh.numbers.likelihood import Floats
from whence.weigh.numbers.posterior import Joint, Model, Question

SHOWN = 15
"""Items that have a step of their own; the others, each weaker than these, share one."""


def steps_of(
    model: Model, question: Question, evidence: tuple[Evidence, ...], column: int
) -> tuple[Step, ...]:
    """Return the steps of one answer's way; ``evidence`` is that of the question, in order."""
    own = model.questions.index(question)
    weight = model.ties.weights()
    other = model.logs(model.questions[1 - own], weight)
    idle = np.zeros_like(other)
    plain = replace(model, table=replace(model.table, misreading=0.0))
    index = {item.id: place for place, item in enumerate(model.items)}

    def mean(logs: Floats, beside: Floats, kept: bool = False) -> float:
        both = (logs, beside) if own == 0 else (beside, logs)
        joint: Joint = (model if kept else plain).posterior(both)
        return float(joint.of(question.role)[:, column].mean())

    logs = np.zeros((other.shape[0], len(question.live)))
    told: list[tuple[str, str | None, str, float]] = [
        ("prior", None, "before any evidence", mean(logs, idle))
    ]
    for item in evidence[:SHOWN]:
        logs = logs + model.logs(question, _only(weight, [index[item.id]]))
        told.append(("evidence", item.id, item.text, mean(logs, idle)))
    rest = [index[item.id] for item in evidence[SHOWN:]]
    if rest:
        logs = logs + model.logs(question, _only(weight, rest))
        told.append(("evidence", None, _together(len(rest)), mean(logs, idle)))
    told.append(("link", None, _LINKS[own], mean(logs, other)))
    told.append(
        ("reading", None, "the chance that the whole reading is wrong", mean(logs, other, True))
    )
    return _differences(told)


_LINKS = (
    "what is said of who ordered or enabled it",
    "what is said of who carried it out",
)


def _together(count: int) -> str:
    return f"{count} weaker items together" if count > 1 else "1 weaker item"


def _only(weight: Floats, kept: list[int]) -> Floats:
    result = np.zeros_like(weight)
    result[kept] = weight[kept]
    return result


def _differences(told: list[tuple[str, str | None, str, float]]) -> tuple[Step, ...]:
    steps = []
    before = 0.0
    for kind, evidence_id, text, mean in told:
        after = _log_odds(mean)
        steps.append(
            Step(
                kind=kind,  # type: ignore[arg-type]  # the four literals above
                evidence_id=evidence_id,
                text=text,
                nats=round(after - before, 6),
                mean=round(mean, 6),
            )
        )
        before = after
    return tuple(steps)


def _log_odds(mean: float) -> float:
    """Return log odds, within what a float can tell from 0 and 1."""
    inside = min(max(mean, float_info.epsilon), 1 - float_info.epsilon)
    return log(inside / (1 - inside))
