"""When it happened and when it was told: two different clocks, kept apart."""

from dataclasses import dataclass

from whence.model.incident import Moment
from whence.model.iso import order
from whence.publish.anchors import anchor
from whence.publish.dates import date, day
from whence.publish.index import Index
from whence.publish.periods import period
from whence.publish.views.quotes import Quote, quotes
from whence.publish.words import words


@dataclass(frozen=True)
class Event:
    """One entry: ``number`` is what the picture shows, ``day`` an ISO prefix of ten or fewer.

    ``until`` is the last possible day where the day is not known, "" where it is.
    """

    key: str
    number: int
    phase: str
    phase_words: str
    day: str
    until: str
    when: str
    label: str
    quotes: tuple[Quote, ...]
    reports: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Timeline:
    """Events in time order, and the publication days with what was published on each."""

    events: tuple[Event, ...]
    published: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @property
    def ranges(self) -> bool:
        """Whether the day of any event is not known."""
        return any(event.until for event in self.events)

    def around(self, most: int) -> tuple[Event, ...]:
        """Return at most ``most`` events: the incident and what lies next to it in time."""
        first = next(
            (at for at, event in enumerate(self.events) if event.phase != "before"),
            len(self.events),
        )
        start = max(0, min(first - most // 3, len(self.events) - most))
        return self.events[start : start + most]


def timeline(index: Index) -> Timeline:
    """Prepare the timeline from the incident's moments and the documents' own dates."""
    incident = index.case.incident
    moments = incident.timeline if incident else ()
    happened = sorted(
        (moment for moment in moments if moment.phase != "published"),
        key=lambda moment: (_PHASES.index(moment.phase), order(moment.at), moment.label),
    )
    days: dict[str, list[tuple[str, str]]] = {}
    for document in index.case.documents:
        if document.published:
            name = (document.name, f"#{anchor('d', document.id)}")
            days.setdefault(day(document.published), []).append(name)
    return Timeline(
        tuple(_event(index, moment, number) for number, moment in enumerate(happened, 1)),
        tuple((key, tuple(sorted(names))) for key, names in sorted(days.items())),
    )


_PHASES = ("before", "incident", "after", "published")


def _event(index: Index, moment: Moment, number: int) -> Event:
    days = period(moment.at)
    return Event(
        key=f"t-{number}",
        number=number,
        phase=moment.phase,
        phase_words=words().phases[moment.phase],
        day=day(moment.at),
        until=days.end.isoformat() if days and days.days > 1 else "",
        when=date(moment.at),
        label=moment.label,
        quotes=quotes(index, moment.spans),
        reports=tuple(
            (index.outlet(key), f"#{anchor('d', key)}")
            for key in moment.document_ids
            if key in index.documents
        ),
    )
