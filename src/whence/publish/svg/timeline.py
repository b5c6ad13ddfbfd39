"""The timeline picture: what happened above the line, what was published below it.

What happened on a known day is a square; what happened at some time within days, a month or a year
is a bar over them with dotted ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from markupsafe import Markup

from whence.publish.anchors import anchor
from whence.publish.dates import date
from whence.publish.numbers import plural
from whence.publish.svg.text import px, width
from whence.publish.views.timeline import Event, Timeline

_SIZE = 11.0
_MARK = 18.0
_COLUMN = 62.0
_PHASES = ("before", "incident", "after")


@dataclass(frozen=True)
class Column:
    """One or several neighbouring days: their label, events by phase and publications.

    ``first`` is the first day on which something was published, "" when nothing was; ``since`` is
    the first day that the column holds.
    """

    label: str
    phase: str
    events: tuple[Event, ...]
    published: int
    names: tuple[str, ...]
    first: str = ""
    since: str = ""


@dataclass(frozen=True)
class Bar:
    """An event whose day is not known, from its first to its last column, in a row of bars."""

    event: Event
    start: int
    end: int
    row: int


def columns(timeline: Timeline, most: int) -> tuple[Column, ...]:
    """Gather days into at most ``most`` columns; neighbours with the least on them go together.

    A column never mixes phases of events; what was only published stands with the phase in which
    its day falls.
    """
    days = _days(timeline)
    while len(days) > most:
        pairs = [
            (
                len(left.events) + len(right.events) + (left.published > 0) + (right.published > 0),
                at,
            )
            for at, (left, right) in enumerate(pairwise(days))
            if left.phase == right.phase
        ]
        if not pairs:
            break
        _, at = min(pairs)
        days[at : at + 2] = [_merge(days[at], days[at + 1])]
    return tuple(days)


def _days(timeline: Timeline) -> list[Column]:
    published = dict(timeline.published)
    phases: dict[tuple[int, str], list[Event]] = {}
    for event in timeline.events:
        phases.setdefault((_PHASES.index(event.phase), event.day), []).append(event)
    central = max((event.day for event in timeline.events if event.phase == "incident"), default="")
    for day in published:
        if not any(key == day for _, key in phases):
            place = 2 if not central or day > central else 1 if day == central else 0
            phases.setdefault((place, day), [])
    columns = []
    told: set[str] = set()
    # a day with events of two phases has two columns; its publications stand in the later one
    for place, day in sorted(phases, key=lambda key: (key[0], key[1]), reverse=True):
        names = () if day in told else tuple(name for name, _ in published.get(day, ()))
        told.add(day)
        events = tuple(phases[place, day])
        first = day if names else ""
        columns.append(Column(_short(day), _PHASES[place], events, len(names), names, first, day))
    return columns[::-1]


def _short(day: str) -> str:
    written = date(day)
    return written.rsplit(" ", 1)[0] if len(day) == 10 else written


def _merge(left: Column, right: Column) -> Column:
    first, last = left.label.split(" – ")[0], right.label.split(" – ")[-1]
    return Column(
        first if first == last else f"{first} – {last}",
        left.phase,
        left.events + right.events,
        left.published + right.published,
        left.names + right.names,
        left.first or right.first,
        left.since,
    )


def bars(shown: Sequence[Column]) -> tuple[Bar, ...]:
    """Place the events of unknown day in rows, so that no bar lies on another.

    A bar ends where its phase does, however much time it leaves open.
    """
    found: list[Bar] = []
    for start, column in enumerate(shown):
        for event in column.events:
            if not event.until:
                continue
            end = start
            while end + 1 < len(shown) and _reaches(event, column.phase, shown[end + 1]):
                end += 1
            used = {bar.row for bar in found if bar.start <= end and start <= bar.end}
            row = next(number for number in count() if number not in used)
            found.append(Bar(event, start, end, row))
    return tuple(found)


def _reaches(event: Event, phase: str, column: Column) -> bool:
    return column.phase == phase and column.since <= event.until


def draw(timeline: Timeline, total: float, key: str) -> Markup:
    """Return the picture as SVG of ``total`` pixels' width; ``key`` makes its ids unique."""
    shown = columns(timeline, max(3, int(total / _COLUMN / 1.45)))
    if not shown:
        return Markup("")
    wide = total / len(shown)
    spread = bars(shown)
    under = max((bar.row + 1 for bar in spread), default=0)
    rows = max(sum(not event.until for event in column.events) for column in shown)
    per_row = max(1, int((wide - 8) / (_MARK + 3)))
    deep = max(1, under + -(-rows // per_row))
    line = 26 + deep * (_MARK + 4) + 4
    height = line + 58
    parts = [_bands(shown, wide, line), *(_bar(bar, wide, line) for bar in spread)]
    for number, column in enumerate(shown):
        parts.append(_column(column, (number * wide, wide), line, per_row, under))
    return Markup(
        '<svg class="timeline" role="group" aria-labelledby="{k}-t {k}-d" viewBox="0 0 {w} {h}" '
        'width="{w}" height="{h}"><title id="{k}-t">Timeline</title><desc id="{k}-d">{d}</desc>'
        '{p}<line class="axis" x1="0" x2="{w}" y1="{y}" y2="{y}"/></svg>'
    ).format(
        k=key, w=px(total), h=px(height), y=px(line), p=Markup("").join(parts),
        d=f"{plural(len(timeline.events), 'event')} above the line by the day they happened, "
        "publications below it by the day they were published; the list beside it holds the same",
    )  # fmt: skip


def _bands(shown: tuple[Column, ...], wide: float, line: float) -> Markup:
    bands = Markup("")
    if not any(column.events for column in shown):
        return bands  # before and after what is not known
    for phase in _PHASES:
        places = [at for at, column in enumerate(shown) if column.phase == phase]
        if places:
            x, across = places[0] * wide, len(places) * wide
            name = phase if width(phase, _SIZE) < across - 8 else phase[:3]
            bands += Markup(
                '<rect class="band {}" x="{}" y="0" width="{}" height="{}"/>'
                '<text class="phase" x="{}" y="14">{}</text>'
            ).format(phase, px(x), px(across), px(line), px(x + 6), name)
    return bands


def _column(
    column: Column, place: tuple[float, float], line: float, per_row: int, under: int
) -> Markup:
    """Draw a column of a left edge and a width; its squares stand above the rows of bars."""
    x, wide = place
    marks = Markup("")
    for number, event in enumerate(event for event in column.events if not event.until):
        across, up = number % per_row, under + number // per_row
        marks += Markup("<a href=\"#{}\"><title>{}: {}</title>{}</a>").format(
            event.key, event.when, event.label, _square(event, x + 6 + across * (_MARK + 3),
            _top(line, up)),
        )  # fmt: skip
    return marks + _label(column, x, wide, line) + _published(column, x, line)


def _top(line: float, row: int) -> float:
    return line - 4 - (row + 1) * (_MARK + 3)


def _square(event: Event, left: float, top: float) -> Markup:
    return Markup(
        '<rect class="event {}" x="{}" y="{}" width="{}" height="{}" rx="2"/>'
        '<text class="n" x="{}" y="{}" text-anchor="middle">{}</text>'
    ).format(
        event.phase, px(left), px(top), px(_MARK), px(_MARK), px(left + _MARK / 2), px(top + 13),
        event.number,
    )  # fmt: skip


def _bar(bar: Bar, wide: float, line: float) -> Markup:
    """Draw a bar from its first to its last column: its ends are dotted, for they are not known."""
    left, right = bar.start * wide + 6, (bar.end + 1) * wide - 6
    top, event = _top(line, bar.row), bar.event
    middle = top + _MARK / 2
    short = right - left < 3 * _MARK
    return Markup(
        '<a href="#{}"><title>{}, at some time in it: {}</title>'
        '<rect class="spell" x="{}" y="{}" width="{}" height="{}"/>'
        '<path class="end" d="M{l} {t}V{b}M{r} {t}V{b}"/>{square}</a>'
    ).format(
        event.key, event.when, event.label, px(left), px(middle - 4), px(right - left), 8,
        l=px(left), r=px(right), t=px(top), b=px(top + _MARK),
        square=_square(event, left if short else (left + right - _MARK) / 2, top),
    )  # fmt: skip


def _label(column: Column, x: float, wide: float, line: float) -> Markup:
    lines = [column.label]
    if width(column.label, _SIZE) > wide - 8 and " – " in column.label:
        lines = [f"{column.label.split(' – ')[0]} –", column.label.split(" – ")[1]]
    return Markup("").join(
        Markup('<text class="day" x="{}" y="{}">{}</text>').format(
            px(x + 6), px(line + 15 + row * 13), text
        )
        for row, text in enumerate(lines)
    )


def _published(column: Column, x: float, line: float) -> Markup:
    if not column.published:
        return Markup("")
    size = 4 + 2 * min(5.0, column.published**0.5)
    return Markup(
        '<a href="#{}"><title>published: {}</title>'
        '<circle class="published" cx="{}" cy="{}" r="{}"/>'
        '<text class="count" x="{}" y="{}">{}</text></a>'
    ).format(
        anchor("pub", column.first), ", ".join(column.names),
        px(x + 6 + size / 2), px(line + 44), px(size / 2), px(x + 10 + size), px(line + 48),
        plural(column.published, "report"),
    )  # fmt: skip
