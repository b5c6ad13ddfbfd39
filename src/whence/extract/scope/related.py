"""Times told from the incident itself: "the day before the attack", "two days after the blast"."""

from msgspec.structs import replace

from whence.extract.prose import Prose
from whence.extract.scope.dated import counted_from
from whence.extract.scope.find import Scopes
from whence.extract.time.days import whole
from whence.extract.time.expressions import atoms
from whence.extract.time.values import Now, value
from whence.model.reading import Mention


def related(prose: Prose, dates: tuple[Mention, ...], scope: Scopes) -> tuple[Mention, ...]:
    """Return the dates, those told from the incident counted from its own day.

    Only where that day is known to the day and the sentence is about this incident; a noun for the
    event must follow ("the day before the attack", not "the day before the election").
    """
    day = whole(scope.incident_date)
    if day is None or "/" in scope.incident_date:
        return dates
    now = Now(scope.incident_date, day, day)
    return tuple(
        told if (told := _counted(prose, one, now)) and scope.at(one.span.start) != "other" else one
        for one in dates
    )


def _counted(prose: Prose, mention: Mention, now: Now) -> Mention | None:
    end = counted_from(prose, mention)
    if end is None:
        return None
    told = value(atoms(mention.span.text)[0], now)
    span = prose.span(mention.span.start, end)
    return replace(mention, span=span, value=told) if told else None
