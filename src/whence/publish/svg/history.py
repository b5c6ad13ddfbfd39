"""The chart of an assessment over time: a step line for each leading answer.

A probability holds until the next moment; lines are told apart by their dashes and their names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from whence.publish.numbers import probability
from whence.publish.svg.spacing import Spacing, spaced
from whence.publish.svg.text import fit, px, width
from whence.publish.texts import clean
from whence.publish.views.past import Event, Line, Past

SIZE = 12.0
_SMALL = 11.0
_TOP, _PLOT, _FOOT = 20.0, 250.0, 36.0
_LABEL = 15.0
_NARROW = 600.0
_AFTER = 22.0
"""Pixels for which the last moment's probabilities are drawn on."""
_HIT = 8.0
"""Pixels around a moment that the pointer finds it in."""
_DASHES = ("", "7 3", "2 3", "10 3 2 3", "4 2 1 2 1 2", "1 4")
"""Of the lines in order, the last that of somebody not named: told apart without colour."""


@dataclass(frozen=True)
class Label:
    """The name of a line at its end; ``y`` is where it stands, ``at`` where its line ends."""

    line: Line
    value: str
    name: str
    y: float
    at: float


@dataclass(frozen=True)
class Layout:
    """Everything placed; sizes in pixels. ``dates`` are (x, text)."""

    width: float
    left: float
    right: float
    spacing: Spacing
    labels: tuple[Label, ...]
    dates: tuple[tuple[float, str], ...]
    narrow: bool

    @property
    def bottom(self) -> float:
        """The y of probability 0."""
        return _TOP + _PLOT

    @property
    def height(self) -> float:
        """Of the whole picture; a narrow one has the names under the plot."""
        return self.bottom + _FOOT + (len(self.labels) * _LABEL + 4 if self.narrow else 0)

    def y(self, mean: float) -> float:
        """Return the y of a probability."""
        return self.bottom - mean * _PLOT


def layout(past: Past, total: float) -> Layout:
    """Place moments, lines and labels in ``total`` pixels' width."""
    narrow = total < _NARROW
    value = width(">.99 ", SIZE) + 10
    need = max(width(clean(line.label), SIZE) for line in past.lines) + value
    room = value if narrow else min(total * 0.28, need)
    words = max((width(word, _SMALL) for _, word in past.bands), default=0.0)
    left = 26.0 if narrow else words + 34.0
    right = total - room
    start = left + 8
    spacing = spaced([event.at for event in past.events], right - start - _AFTER)
    moved = Spacing(
        tuple(start + place for place in spacing.places),
        tuple((start + place, text) for place, text in spacing.cuts),
        spacing.even,
    )
    labels = _labels(past.lines, total - 40 if narrow else room - 10)
    dates = _dates(past.events, moved.places, right)
    return Layout(total, left, right, moved, labels, dates, narrow)


def _labels(lines: Sequence[Line], room: float) -> tuple[Label, ...]:
    """Place the names beside the ends of the lines, none upon another."""
    ends = sorted(
        ((_TOP + _PLOT * (1 - _last(line)), number) for number, line in enumerate(lines)),
    )
    placed: list[float] = []
    for y, _ in ends:
        placed.append(max(y, placed[-1] + _LABEL) if placed else y)
    over = max(0.0, placed[-1] - (_TOP + _PLOT)) if placed else 0.0
    floor = _TOP + _PLOT
    if over:
        for number in range(len(placed) - 1, -1, -1):
            placed[number] = min(placed[number], floor)
            floor = placed[number] - _LABEL
    found = []
    for (y, number), at in zip(ends, placed, strict=True):
        line = lines[number]
        value = probability(_last(line))
        name = fit(clean(line.label), SIZE, room - width(f" {value}", SIZE))
        found.append(Label(line, value, name, at, y))
    return tuple(found)


def _last(line: Line) -> float:
    """Return the probability at which a line ends: 0 where the answer is no longer listed."""
    return line.means[-1] or 0.0


def _dates(
    events: Sequence[Event], places: Sequence[float], right: float
) -> tuple[tuple[float, str], ...]:
    """Return the dates that there is room for: the first, the last, then the others in order."""
    order = [0, len(events) - 1, *range(1, len(events) - 1)]
    taken: list[tuple[float, float]] = []
    shown = []
    for number in order:
        text = events[number].when
        across = width(text, _SMALL)
        x = min(max(places[number], across / 2), right - across / 2 + 8)
        start, end = x - across / 2 - 4, x + across / 2 + 4
        if all(end <= other or stop <= start for other, stop in taken):
            taken.append((start, end))
            shown.append((x, text))
    return tuple(shown)


def draw(past: Past, total: float, key: str, style: str = "") -> Markup:
    """Return the chart as SVG of ``total`` pixels' width; ``key`` makes its ids unique.

    With a ``style`` sheet it can stand alone, and has no links.
    """
    plan = layout(past, total)
    spaced = " Moments stand at equal distances." if plan.spacing.even else ""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="past" role="group" '
        'aria-labelledby="{k}-t {k}-d" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        '<title id="{k}-t">{t} As of every moment</title><desc id="{k}-d">{d}.{s}</desc>{style}'
        "{bands}{interval}{lines}{labels}{axis}{moments}</svg>"
    ).format(
        k=key, w=px(plan.width), h=px(plan.height), t=past.question, d=clean(past.summary),
        s=spaced,
        style=Markup("<style>{}</style>").format(Markup(style)) if style else "",  # noqa: S704 - ours
        bands=_bands(past, plan),
        interval=_interval(past, plan),
        lines=Markup("").join(
            _line(line, number, plan) for number, line in enumerate(past.lines)
        ),
        labels=Markup("").join(_label(label, past, plan) for label in plan.labels)
        + _legend(past, plan),
        axis=_axis(plan),
        moments=Markup("").join(
            _moment(event, number, plan, linked=not style)
            for number, event in enumerate(past.events)
        ),
    )  # fmt: skip


def _dash(number: int, line: Line) -> str:
    return _DASHES[-1] if line.reserve else _DASHES[number]


def _bands(past: Past, plan: Layout) -> Markup:
    """Draw the borders of the words for likelihood, and the words where there is room."""
    tops = [*(start for start, _ in past.bands[1:]), 1.0]
    drawn = Markup("")
    for number, ((start, word), top) in enumerate(zip(past.bands, tops, strict=True)):
        low, high = plan.y(start), plan.y(top)
        drawn += Markup(
            '<rect class="zone z{}" x="{}" y="{}" width="{}" height="{}"/>'
            '<line class="border" x1="{x}" x2="{r}" y1="{y}" y2="{y}"/>'
        ).format(
            number % 2, px(plan.left), px(high), px(plan.right - plan.left), px(low - high),
            x=px(plan.left), r=px(plan.right), y=px(low),
        )  # fmt: skip
        if start > 0:
            drawn += Markup('<text class="small" x="{}" y="{}" text-anchor="end">{}</text>').format(
                px(plan.left - 4), px(low + 4), probability(start)
            )
        if not plan.narrow:
            drawn += Markup('<text class="small" x="0" y="{}">{}</text>').format(
                px((low + high) / 2 + 4), word
            )
    return drawn


def _stretches(plan: Layout) -> Iterator[tuple[float, float]]:
    """Yield from where to where the probabilities of each moment hold."""
    yield from pairwise((*plan.spacing.places, plan.spacing.places[-1] + _AFTER))


def _interval(past: Past, plan: Layout) -> Markup:
    return Markup("").join(
        Markup(
            '<rect class="interval" x="{}" y="{}" width="{}" height="{}">'
            "<title>{}, {}: {}–{}</title></rect>"
        ).format(
            px(start), px(plan.y(event.high)), px(end - start),
            px((event.high - event.low) * _PLOT), event.when, clean(event.candidate),
            probability(event.low), probability(event.high),
        )
        for event, (start, end) in zip(past.events, _stretches(plan), strict=True)
    )  # fmt: skip


def _line(line: Line, number: int, plan: Layout) -> Markup:
    parts: list[str] = []
    for mean, (start, end) in zip(line.means, _stretches(plan), strict=True):
        if mean is None:
            parts.append("")
            continue
        y = px(plan.y(mean))
        parts.append(f"{'V' if parts and parts[-1] else f'M{px(start)} '}{y}H{px(end)}")
    dash = _dash(number, line)
    kind = "reserve" if line.reserve else "of first" if number == 0 else "of"
    return Markup('<path class="{}"{} d="{}"><title>{}</title></path>').format(
        kind,
        Markup(' stroke-dasharray="{}"').format(dash) if dash else "",
        "".join(parts),
        clean(line.label),
    )


def _label(label: Label, past: Past, plan: Layout) -> Markup:
    end = plan.spacing.places[-1] + _AFTER
    dash = _dash(past.lines.index(label.line), label.line)
    return Markup(
        '<g><title>{}</title><path class="to {}"{} d="M{} {}L{} {}"/><text x="{}" y="{}">{}</text>'
        "</g>"
    ).format(
        clean(label.line.label), "reserve" if label.line.reserve else "of",
        Markup(' stroke-dasharray="{}"').format(dash) if dash else "",
        px(end), px(label.at), px(plan.right + 4), px(label.y), px(plan.right + 8),
        px(label.y + 4), label.value if plan.narrow else f"{label.value} {label.name}",
    )  # fmt: skip


def _legend(past: Past, plan: Layout) -> Markup:
    """Name the lines under a narrow plot, each with a piece of its line, in their order there."""
    if not plan.narrow:
        return Markup("")
    drawn = Markup("")
    for number, label in enumerate(plan.labels):
        y = plan.bottom + _FOOT + number * _LABEL
        dash = _dash(past.lines.index(label.line), label.line)
        drawn += Markup(
            '<path class="{}"{} d="M0 {y}h30"/><text x="36" y="{}">{} {}</text>'
        ).format(
            "reserve" if label.line.reserve else "of",
            Markup(' stroke-dasharray="{}"').format(dash) if dash else "",
            px(y + 4), label.value, label.name, y=px(y),
        )  # fmt: skip
    return drawn


def _axis(plan: Layout) -> Markup:
    drawn = Markup('<line class="axis" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
        px(plan.left), px(plan.right), y=px(plan.bottom)
    )
    for x, text in plan.spacing.cuts:
        drawn += Markup(
            '<g><title>{t} left out here</title><path class="cut" d="M{} {}l4 -12M{} {}l4 -12"/>'
            '<text class="small" x="{}" y="{}" text-anchor="middle">{t}</text></g>'
        ).format(
            px(x - 4), px(plan.bottom + 6), px(x), px(plan.bottom + 6), px(x),
            px(plan.bottom - 8), t=text,
        )  # fmt: skip
    return drawn + Markup("").join(
        Markup('<text class="small" x="{}" y="{}" text-anchor="middle">{}</text>').format(
            px(x), px(plan.bottom + 22), text
        )
        for x, text in plan.dates
    )


def _moment(event: Event, number: int, plan: Layout, *, linked: bool) -> Markup:
    """Draw a moment on the axis, hollow where no day is known, and a verdict over the plot."""
    x = plan.spacing.places[number]
    drawn = Markup(
        '<rect class="hit" x="{}" y="{}" width="{}" height="{}"/>'
        '<circle class="{}" cx="{}" cy="{}" r="{}"/>'
    ).format(
        px(x - _HIT / 2), px(_TOP), px(_HIT), px(_PLOT + 8),
        "moment" if event.exact else "moment vague", px(x), px(plan.bottom),
        "4" if event.told else "2",
    )  # fmt: skip
    for name, kind, away in ((event.lost, "lost", -7.0), (event.reached, "reached", 0.0)):
        if name:
            drawn += _flag(x + (away if event.reached else 0.0), x, kind, plan)
    inside = Markup("<title>{}</title>{}").format(clean(event.title), drawn)
    if not (linked and event.told):
        return Markup("<g>{}</g>").format(inside)
    # for the pointer only: the list below tells the same
    return Markup('<a href="#{}" tabindex="-1">{}</a>').format(event.key, inside)


def _flag(x: float, at: float, kind: str, plan: Layout) -> Markup:
    """Draw a filled diamond where a verdict was reached, a crossed hollow one where it was lost."""
    shape = f"M{px(x)} 3L{px(x + 6)} 9 {px(x)} 15 {px(x - 6)} 9Z"
    crossed = f"M{px(x - 5)} 14L{px(x + 5)} 4" if kind == "lost" else ""
    return Markup(
        '<line class="verdict-at" x1="{x}" x2="{x}" y1="15" y2="{}"/><path class="{}" d="{}{}"/>'
    ).format(px(plan.bottom), kind, shape, crossed, x=px(at))
