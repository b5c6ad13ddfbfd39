"""The assessment as of every past moment, and what changed it."""

from collections.abc import Iterable

from msgspec.structs import replace

from whence.model.assessment import Cause, Turn
from whence.model.claim import Role
from whence.model.incident import Incident
from whence.model.iso import earlier
from whence.model.origin import Trace
from whence.weigh.concluding import Concluded, concluded
from whence.weigh.evaluating import evaluate
from whence.weigh.numbers.nats import NOTHING
from whence.weigh.options import ROLES, Options

MOMENTS = 60
"""More moments than this are taken together: by month, else by year."""
DRAWS = 1000
"""Draws at past moments: their intervals are drawn in a picture, not printed to a digit."""
_DAY, _MONTH, _YEAR = 10, 7, 4
_CAUSES = 5
_NOTICED = 0.05
"""Nats by which an item must weigh otherwise than before to be told as changed."""

_Told = dict[str, tuple[str, float]]


def history(incident: Incident, trace: Trace, options: Options) -> tuple[Turn, ...]:
    """Return both questions as of every moment at which a statement came, in order.

    Moments after ``options.as_of`` are left out; statements without a date are known throughout.

    Raises:
        ConfigError: as ``weigh`` does.
    """
    turns: list[Turn] = []
    before: Concluded | None = None
    known = NOTHING
    moments = _moments(incident, options.as_of)
    for moment in moments:
        # What is added by hand is known now, whatever was known then: it stays at every moment.
        # The last moment is the present: its figures are those of the assessment, to the digit.
        draws = options.draws if moment == moments[-1] else min(options.draws, DRAWS)
        then = replace(options, as_of=moment, draws=draws)
        weighed = evaluate(incident, trace, then, known)
        found = concluded(incident, weighed, then)
        turns += _turns(moment, found, before)
        before, known = found, weighed.model.nats.known
    return tuple(turns)


def _moments(incident: Incident, as_of: str | None) -> list[str]:
    """Return the days on which statements came; of an imprecise date its end counts."""
    dates = {
        statement.at
        for statement in incident.statements
        if statement.at is not None and (as_of is None or not earlier(as_of, statement.at))
    }
    by_length = [{date[:length] for date in dates} for length in (_DAY, _MONTH, _YEAR)]
    moments = next((few for few in by_length if len(few) <= MOMENTS), by_length[-1])
    # A month stands after all of its days ("~" sorts behind every digit and dash).
    return sorted(moments, key=lambda moment: moment + "~")


def _turns(moment: str, found: Concluded, before: Concluded | None) -> Iterable[Turn]:
    for role in ROLES:
        answer = found.answer(role)
        rows = {row.hypothesis_id: row for row in answer.posterior}
        candidate = rows[answer.candidate]
        yield Turn(
            at=moment,
            role=role,
            candidate=answer.candidate,
            means={key: row.mean for key, row in rows.items()},
            low=candidate.low,
            high=candidate.high,
            verdict=answer.verdict,
            wording=answer.wording,
            confidence=found.confidence,
            causes=_causes(_told(found, role), _told(before, role)),
        )


def _told(found: Concluded | None, role: Role) -> _Told:
    if found is None:
        return {}
    return {item.id: (item.text, item.diagnosticity) for item in found.answer(role).evidence}


def _causes(now: _Told, then: _Told) -> tuple[Cause, ...]:
    """Return what came, went, or weighs otherwise than before, the weightiest first."""
    causes = [
        Cause(kind="new", text=now[key][0], nats=now[key][1]) for key in now.keys() - then.keys()
    ]
    causes += [
        Cause(kind="gone", text=then[key][0], nats=-then[key][1])
        for key in then.keys() - now.keys()
    ]
    for key in now.keys() & then.keys():
        change = now[key][1] - then[key][1]
        if abs(change) >= _NOTICED:
            causes.append(Cause(kind="changed", text=now[key][0], nats=round(change, 6)))
    causes.sort(key=lambda cause: (-abs(cause.nats), cause.text))
    return tuple(causes[:_CAUSES])
