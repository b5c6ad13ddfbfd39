"""How the leading answer moves when one origin is left out."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from whence.model.assessment import Sensitivity
from whence.model.claim import Role
from whence.weigh.numbers.leaving import Change, groups_of
from whence.weigh.numbers.likelihood import Floats
from whence.weigh.numbers.nats import FEW
from whence.weigh.numbers.posterior import Joint, Model, Question
from whence.weigh.numbers.table import Table
from whence.weigh.options import ROLES
from whence.weigh.verdict import PROBABLE

CROWD = FEW
"""Reporters of one fact from which it stands without any one of them: leaving one out takes away
only what it says alone. With fewer, the fact itself is weighed again."""
_ROOM = 2e7
"""Numbers held at once (160 MB): draws are taken in slices of that size."""

Means = dict[Role, Floats]


def leave_one_out(
    model: Model, full: Joint, weighed: Mapping[str, Joint] | None = None
) -> tuple[Sensitivity, ...]:
    """Return one row per question and origin that speaks on it, the largest movement first.

    Where a backing links the questions, what is said of one moves the other: then every origin
    has a row for both. Hypotheses and priors stay as they are: only what the origin says is taken
    away, and for origins without whom others weigh otherwise ``weighed`` has what is then believed.
    The row is about the likeliest answer that a source gives; it "flips" when another
    hypothesis leads, or when that answer falls back to ``PROBABLE`` or below.
    """
    names = {
        (role, voice.origin_id): voice.name
        for item in model.items
        for voice in item.voices
        for role in (ROLES if model.links else (item.role,))
    }
    together = _together(model)
    before = {role: full.of(role).mean(axis=0) for role in ROLES}
    leaders = {q.role: model.candidate(q, before[q.role]) for q in model.questions}
    anew = weighed or {}
    apart = sorted({origin for _, origin in names} - together - anew.keys())
    after = _all_at_once(model, apart) if apart else {}
    for origin_id in sorted(together | anew.keys()):
        joint = anew[origin_id] if origin_id in anew else model.without(origin_id).evaluate()
        after[origin_id] = {role: joint.of(role).mean(axis=0) for role in ROLES}
    found = [
        _row(question, leaders[question.role], (before[question.role], means[question.role]), who)
        for origin_id, means in after.items()
        for question in model.questions
        if (question.role, origin_id) in names
        for who in ((origin_id, names[question.role, origin_id]),)
    ]
    found.sort(key=lambda row: (row.role, -abs(row.mean_with - row.mean_without), row.origin_id))
    return tuple(found)


def _together(model: Model) -> set[str]:
    """Return the origins that report a fact with others, or are offices of one government."""
    offices: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    found: set[str] = set()
    for item in model.items:
        hands = {voice.origin_id for voice in item.voices}
        if item.government:
            offices[item.government, item.about] |= hands
        if 1 < len(item.voices) <= CROWD:
            found |= hands
    return found.union(*(hands for hands in offices.values() if len(hands) > 1))


def _all_at_once(model: Model, origins: list[str]) -> dict[str, Means]:
    """Return posterior means without each of these origins, which share no fact with others.

    Equal to evaluating the model without it, but for the order in which sums are taken.
    """
    weight = model.ties.weights()
    executor, sponsor = model.questions
    table = Table.of(model, (model.logs(executor, weight), model.logs(sponsor, weight)))
    groups = groups_of(model)
    size = table.executor.shape[1]
    step = max(1, int(_ROOM / (8 * (len(model.items) + 1))))
    sums: dict[str, Means] = {
        origin_id: {q.role: np.zeros(len(q.live)) for q in model.questions} for origin_id in origins
    }
    for start in range(0, size, step):
        draws = slice(start, start + step)
        changes: defaultdict[str, Change] = defaultdict(dict)
        for group in groups:
            for origin_id, change in group.changes(model, draws):
                _add(changes[origin_id], change)
        part = table.part(draws)
        for origin_id in origins:
            for role, total in part.totals(changes[origin_id]).items():
                sums[origin_id][role] += total
    return {
        origin_id: {role: table.mixed(role, total / size) for role, total in totals.items()}
        for origin_id, totals in sums.items()
    }


def _add(whole: Change, change: Mapping[tuple[int, int], Floats]) -> None:
    for key, nats in change.items():
        whole[key] = whole[key] + nats if key in whole else nats


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
        flips=bool(withdrawn or _first(after) != _first(before)),
    )


def _first(means: Floats) -> int:
    """Return the column of the largest mean; the last digits of a float make no difference."""
    return int(means.round(9).argmax())
