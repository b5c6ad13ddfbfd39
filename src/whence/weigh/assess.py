"""The one path from an incident to its assessment: model, numbers, conclusion, explanation."""

from msgspec.structs import replace

from whence.model.assessment import Answer, Assessment, Posterior
from whence.model.incident import Incident, Statement
from whence.model.origin import Origin, Trace
from whence.weigh import confidence, settle, tables, verdict
from whence.weigh.concluding import concluded
from whence.weigh.deceit import forged
from whence.weigh.entered import resolved
from whence.weigh.evaluating import Weighed, evaluate
from whence.weigh.modelling import model_of, rated
from whence.weigh.numbers.likelihood import Draws
from whence.weigh.numbers.posterior import Model, Question
from whence.weigh.options import Options
from whence.weigh.waterfall import steps_of

MODEL = "whence.weigh/1"


def assess(incident: Incident, trace: Trace, options: Options) -> Assessment:
    """Weigh both questions and put the result into words; see :func:`whence.weigh.weigh`."""
    weighed = evaluate(incident, trace, options)
    found = concluded(incident, weighed, options)
    answers: list[Answer] = []
    rows = zip(weighed.model.questions, found.standings, found.answers, strict=True)
    for question, standing, answer in rows:
        hands = _forged(incident, trace, options, standing)
        column = question.live.index(answer.candidate)
        steps = steps_of(weighed.model, question, answer.evidence, column)
        answers.append(replace(answer, posterior=_with_forged(answer, hands), steps=steps))
    return Assessment(
        as_of=options.as_of,
        answers=tuple(answers),
        confidence=found.confidence,
        confidence_reason=confidence.reason_of(found.basis),
        would_settle=settle.settlers(
            incident,
            {question.role: _belief(question, weighed) for question in weighed.model.questions},
            rated(options),
            tables.unknowns(),
        ),
        sensitivity=weighed.sensitivity,
        left_out=weighed.model.left_out,
        model=MODEL,
    )


def _belief(question: Question, weighed: Weighed) -> settle.Belief:
    shares = weighed.joint.of(question.role).mean(axis=0)
    column = weighed.model.candidate(question, shares)
    executor = question.role == "executor"
    before = weighed.model.priors[0] if executor else weighed.joint.sponsor_prior
    return settle.Belief(
        shares=shares,
        prior=before.mean(axis=0),
        candidate=question.live[column],
        column=column,
        reserve=question.column("unnamed"),
    )


def _forged(
    incident: Incident, trace: Trace, options: Options, standing: verdict.Standing
) -> int | None:
    """Return how many forged hands would make the candidate probable: none where it is so."""
    if standing.mean[standing.candidate] > verdict.PROBABLE:
        return 0
    incident, options = resolved(incident, trace, options)
    point = Draws(seed=options.seed, count=0)

    def reweigh(said: Statement, hand: Origin) -> Model:
        more = replace(incident, statements=(*incident.statements, said))
        return model_of(more, replace(trace, origins=(*trace.origins, hand)), options, point)

    return forged(standing.chosen, reweigh)


def _with_forged(answer: Answer, hands: int | None) -> tuple[Posterior, ...]:
    return tuple(
        replace(row, forged=hands) if row.hypothesis_id == answer.candidate else row
        for row in answer.posterior
    )
