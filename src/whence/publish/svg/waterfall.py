"""The waterfall: from the prior to the posterior of one answer, a row for every step.

Bars lie on an axis of log-odds, so that equal evidence has equal length wherever it comes. What
speaks for the answer is a filled arrow to the right, what speaks against it a hollow one to the
left; the sign stands beside it.
"""

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from whence.publish.numbers import probability
from whence.publish.svg.text import fit, px, width, wrap
from whence.publish.texts import clean
from whence.publish.views.way import Stride, Way, logit

SIZE = 12.0
_SMALL = 11.0
_ROW, _LINE = 22.0, 15.0
_TOP = 26.0
_THICK = 11.0
_TIP = 5.0
_NUMBERS = 86.0
_NARROW = 600.0
_SHORTEST = 1.5
"""Pixels under which a bar is a tick: an arrow that short has no direction to see."""
_LEAST_SPAN = 1.5
"""Nats that the axis shows at least: a tenth of a nat never fills the picture."""


@dataclass(frozen=True)
class Axis:
    """Log-odds in nats from ``low`` to ``high`` on pixels from ``left`` to ``right``."""

    low: float
    high: float
    left: float
    right: float

    def x(self, nats: float) -> float:
        """Return the pixel of a log-odds."""
        share = (nats - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True)
class Bar:
    """One step on the axis, in pixels: from ``start`` to ``end``; ``top`` is its row's.

    ``lines`` is its text as there is room for it, ``middle`` the y of the bar.
    """

    stride: Stride
    start: float
    end: float
    top: float
    middle: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """Everything placed; sizes in pixels. ``stacked`` has each text over its bar.

    ``marks`` are (x, text) of the axis, the text "" where there is no room for it; ``last`` the top
    of the row that tells the result.
    """

    width: float
    axis: Axis
    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, str], ...]
    last: float
    stacked: bool

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return self.last + (_ROW + _LINE if self.stacked else _ROW) + 6

    @property
    def end(self) -> float:
        """The y of the result."""
        return self.last + _under(1, self.stacked)


def _under(lines: int, stacked: bool) -> float:
    """Return how far below the top of its row a bar lies."""
    return lines * _LINE + 9 if stacked else 10.0


def layout(way: Way, total: float) -> Layout:
    """Place the steps; a narrow picture has each text over its bar."""
    stacked = total < _NARROW
    longest = max(width(clean(stride.text), SIZE) for stride in way.strides)
    room = total - _NUMBERS if stacked else min(total * 0.46, longest + SIZE)
    left, right = (8.0, total - 8.0) if stacked else (room + 8, total - _NUMBERS - 8)
    axis = _axis(way, left, right)
    places = [axis.x(0.0), *(axis.x(logit(stride.mean)) for stride in way.strides)]
    bars = []
    top = _TOP
    for stride, (start, end) in zip(way.strides, pairwise(places), strict=True):
        told = clean(stride.text)
        lines = wrap(told, SIZE, room - 4) if stacked else (fit(told, SIZE, room - 4),)
        bars.append(Bar(stride, start, end, top, top + _under(len(lines), stacked), lines))
        top += _ROW + len(lines) * _LINE if stacked else _ROW
    return Layout(total, axis, tuple(bars), _marks(way, axis), top, stacked)


def _axis(way: Way, left: float, right: float) -> Axis:
    """Return an axis that shows even odds, every step and the whole interval."""
    told = [0.0, logit(way.low), logit(way.high), *(logit(step.mean) for step in way.strides)]
    low, high = min(told), max(told)
    spare = max(0.06 * (high - low), (_LEAST_SPAN - (high - low)) / 2)
    return Axis(low - spare, high + spare, left, right)


def _marks(way: Way, axis: Axis) -> tuple[tuple[float, str], ...]:
    """Return even odds and the borders of the words; the nearer to even odds, the sooner named."""
    borders = sorted((mark for mark in way.marks), key=lambda mark: abs(mark - 0.5))
    taken: list[tuple[float, float]] = []
    marks = []
    for place, text in ((0.5, "even"), *((mark, probability(mark)) for mark in borders)):
        x = axis.x(logit(place))
        if not axis.left <= x <= axis.right:
            continue
        half = width(text, _SMALL) / 2 + 2
        free = all(x + half <= start or end <= x - half for start, end in taken)
        if free:
            taken.append((x - half, x + half))
        marks.append((x, text if free else ""))
    return tuple(marks)


def draw(way: Way, total: float, key: str, style: str = "") -> Markup:
    """Return the picture as SVG of ``total`` pixels' width; ``key`` makes its ids unique.

    With a ``style`` sheet it can stand alone, and has no links.
    """
    plan = layout(way, total)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="waterfall" role="group" '
        'aria-labelledby="{k}-t {k}-d" viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        '<title id="{k}-t">{t}</title><desc id="{k}-d">{d}.</desc>{style}'
        "{marks}{on}{rows}{end}</svg>"
    ).format(
        k=key, w=px(plan.width), h=px(plan.height), t=clean(way.title), d=clean(way.summary),
        style=Markup("<style>{}</style>").format(Markup(style)) if style else "",  # noqa: S704 - ours
        marks=_lines(plan),
        on=_joins(plan),
        rows=Markup("").join(_row(bar, plan, linked=not style) for bar in plan.bars),
        end=_end(way, plan),
    )  # fmt: skip


def _lines(plan: Layout) -> Markup:
    drawn = Markup("").join(
        Markup(
            '<line class="{}" x1="{x}" x2="{x}" y1="{}" y2="{}"/>'
            '<text class="small" x="{x}" y="12" text-anchor="middle">{}</text>'
        ).format(
            "even" if number == 0 else "border", px(_TOP - 9), px(plan.height - 4), text, x=px(x)
        )
        for number, (x, text) in enumerate(plan.marks)
    )
    if plan.stacked:
        return drawn
    return drawn + Markup(
        '<text class="small" x="{}" y="12" text-anchor="end">nats</text>'
        '<text class="small" x="{}" y="12" text-anchor="end">then</text>'
    ).format(px(plan.width - 40), px(plan.width))


def _joins(plan: Layout) -> Markup:
    """Draw the lines from the end of each bar down to the next."""
    ends = [bar.middle for bar in plan.bars[1:]] + [plan.end]
    return Markup("").join(
        Markup('<line class="on" x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(
            px(bar.middle), px(end), x=px(bar.end)
        )
        for bar, end in zip(plan.bars, ends, strict=True)
    )


def _row(bar: Bar, plan: Layout, *, linked: bool) -> Markup:
    stride = bar.stride
    first = stride.kind == "prior"
    inside = Markup("<title>{}</title>{}{}").format(
        clean(stride.title),
        _labels(bar.lines, ("" if first else stride.nats_text, stride.mean_text), bar.top, plan),
        _start(bar.end, bar.middle) if first else _arrow(bar),
    )
    if linked and stride.href is not None:
        # for the pointer only: the table beside it leads to the same places
        return Markup('<a href="{}" tabindex="-1">{}</a>').format(stride.href, inside)
    return Markup("<g>{}</g>").format(inside)


def _labels(
    lines: tuple[str, ...], numbers: tuple[str, str], top: float, plan: Layout
) -> Markup:  # fmt: skip
    told = Markup("").join(
        Markup('<text x="0" y="{}">{}</text>').format(px(top + 14 + number * _LINE), line)
        for number, line in enumerate(lines)
    )
    return told + Markup(
        '<text class="nats" x="{}" y="{y}" text-anchor="end">{}</text>'
        '<text class="then" x="{}" y="{y}" text-anchor="end">{}</text>'
    ).format(px(plan.width - 40), numbers[0], px(plan.width), numbers[1], y=px(top + 14))


def _start(x: float, middle: float) -> Markup:
    return Markup('<path class="start" d="{}"/>').format(_diamond(x, middle))


def _diamond(x: float, middle: float) -> str:
    return f"M{px(x)} {px(middle - 6)}l6 6 -6 6 -6 -6Z"


def _arrow(bar: Bar) -> Markup:
    middle = bar.middle
    top, bottom = middle - _THICK / 2, middle + _THICK / 2
    across = bar.end - bar.start
    if abs(across) < _SHORTEST:
        return Markup('<path class="none" d="M{} {}V{}"/>').format(px(bar.end), px(top), px(bottom))
    tip = min(_TIP, abs(across)) * (1 if across > 0 else -1)
    neck = bar.end - tip
    return Markup('<path class="{}" d="M{s} {t}H{n}L{e} {m} {n} {b}H{s}Z"/>').format(
        "for" if across > 0 else "against",
        s=px(bar.start), n=px(neck), e=px(bar.end), t=px(top), b=px(bottom), m=px(middle),
    )  # fmt: skip


def _end(way: Way, plan: Layout) -> Markup:
    """Draw where it stands: the mean on its 5-95 % interval."""
    told = f"after all of it, {way.interval}"
    left, right = plan.axis.x(logit(way.low)), plan.axis.x(logit(way.high))
    return Markup(
        '<g class="end"><title>{}: {}</title>{}'
        '<rect class="interval" x="{}" y="{}" width="{}" height="6"/><path class="mean-at" d="{}"/>'
        "</g>"
    ).format(
        told, probability(way.mean), _labels((told,), ("", probability(way.mean)), plan.last, plan),
        px(left), px(plan.end - 3), px(max(1.0, right - left)),
        _diamond(plan.axis.x(logit(way.mean)), plan.end),
    )  # fmt: skip
