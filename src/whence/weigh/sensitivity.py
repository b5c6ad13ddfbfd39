"""How the leading answer moves when one origin is left out."""

from whence.model.assessment import Sensitivity
from whence.weigh.likelihood import Floats
from whence.weigh.options import ROLES
from whence.weigh.posterior import Joint, Model, Question
from whence.weigh.verdict import PROBABLE


def leave_one_out(model: Model, full: Joint) -> tuple[Sensitivity, ...]:
    """Return one row per question and origin that speaks on it, the largest movement first.

    Hypotheses and priors stay as they are: only what the origin says is taken away. The row is
    about the likeliest answer that a source gives; it "flips" when another hypothesis
    leads, or when that answer falls back to ``PROBABLE`` or below.
    """
    names = {
        (item.role, voice.origin_id): voice.name for item in model.items for voice in item.voices
    }
    together = {
        voice.origin_id for item in model.items if len(item.voices) > 1 for voice in item.voices
    }
    before = {role: full.of(role).mean(axis=0) for role in ROLES}
    leaders = {q.role: model.candidate(q, before[q.role]) for q in model.questions}
    weight = model.ties.weights()
    logs = _both(model, weight)
    found: list[Sensitivity] = []
    for origin_id in sorted({origin for _, origin in names}):
        if origin_id in together:
            joint = model.without(origin_id).evaluate()
        else:
            # Only the items whose dependence weight changes are evaluated again.
            change = _both(model, model.ties.weights(leaving_out=origin_id) - weight)
            joint = model.posterior((logs[0] + change[0], logs[1] + change[1]))
        for question in model.questions:
            name = names.get((question.role, origin_id))
            if name is not None:
                means = (before[question.role], joint.of(question.role).mean(axis=0))
                found.append(_row(question, leaders[question.role], means, (origin_id, name)))
    found.sort(key=lambda row: (row.role, -abs(row.mean_with - row.mean_without), row.origin_id))
    return tuple(found)


def _both(model: Model, weight: Floats) -> tuple[Floats, Floats]:
    executor, sponsor = model.questions
    return model.logs(executor, weight), model.logs(sponsor, weight)


def _row(
    question: Question, leader: int, means: tuple[Floats, Floats], origin: tuple[str, str]
) -> Sensitivity:
    """Compare the means with what the origin says and without it."""
    before, after = means
    withdrawn = before[leader] > PROBABLE >= after[leader]
    return Sensitivity(
        role=question.role,
        origin_id=origin[0],
        origin_name=origin[1],
        hypothesis_id=question.live[leader],
        mean_with=round(float(before[leader]), 6),
        mean_without=round(float(after[leader]), 6),
        flips=bool(withdrawn or after.argmax() != before.argmax()),
    )
