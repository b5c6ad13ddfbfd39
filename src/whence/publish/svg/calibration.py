"""The calibration picture: what came true of what each judge said, beside how often it was said."""

from collections.abc import Sequence

from markupsafe import Markup

from whence.model.forecast import Bin, Scorecard
from whence.publish.numbers import plural, probability
from whence.publish.svg.standalone import whole
from whence.publish.svg.text import fit, px

_SIDE, _TOP, _LEFT = 200.0, 52.0, 40.0
_BARS, _APART = 44.0, 30.0
_WIDE, _HIGH = 290.0, _TOP + _SIDE + _APART + _BARS + 40.0
_ACROSS = 3
_TICKS = (0.0, 0.5, 1.0)
_STYLE = Markup("""
svg { background: #fdfcf9; }
text { font: 12px system-ui, sans-serif; fill: #1b1b19; }
.name { font-weight: 600; font-size: 14px; }
.soft { font-size: 11px; fill: #5d5b55; }
.frame, .even { fill: none; stroke: #d8d4ca; }
.even { stroke-dasharray: 4 3; stroke: #5d5b55; }
.range { stroke: #74a9bb; stroke-width: 5; }
.point { fill: #0a5a75; stroke: #fdfcf9; }
.count { fill: #d7e8ee; stroke: #74a9bb; }
""")


def draw(cards: Sequence[Scorecard], title: str) -> bytes:
    """Return a file with one plot for each judge, at most three in a row.

    Points are bins: across their mean forecast, up what came true, with the 95 % interval. On the
    dashed line a forecast holds. Below, the number of forecasts in each bin.
    """
    across = max(1, min(_ACROSS, len(cards)))
    down = max(1, -(-len(cards) // across))
    plots = Markup("").join(
        _plot(card, at % across * _WIDE, at // across * _HIGH) for at, card in enumerate(cards)
    )
    drawn = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="cal-t cal-d" '
        'viewBox="0 0 {w} {h}" width="{w}" height="{h}">'
        '<title id="cal-t">{t}</title><desc id="cal-d">{d}</desc><style>{s}</style>{p}</svg>'
    ).format(
        w=px(across * _WIDE), h=px(down * _HIGH), t=title, d=describe(cards), s=_STYLE, p=plots
    )  # fmt: skip
    return whole(drawn)


def describe(cards: Sequence[Scorecard]) -> str:
    """Return the plots in words, for whoever does not see them."""
    return " ".join(
        f"{card.judge}: {plural(card.cases, 'case')}, {card.finding}; "
        + "; ".join(_told(row) for row in card.bins if row.count)
        + "."
        for card in cards
    )


def _told(row: Bin) -> str:
    said, came = row.forecast or 0.0, row.observed or 0.0
    return (
        f"{plural(row.count, 'forecast')} around {probability(said)}, {came:.0%} of which came true"
        f" ({row.low or 0.0:.0%}–{row.high or 0.0:.0%})"
    )


def _plot(card: Scorecard, x: float, y: float) -> Markup:
    room = _WIDE - _LEFT
    return Markup(
        '<g transform="translate({} {})"><text class="name" x="{l}" y="20">{}</text>'
        '<text class="soft" x="{l}" y="38">{}</text>{}{}{}</g>'
    ).format(
        px(x), px(y), fit(card.judge, 14, room),
        fit(f"{plural(card.cases, 'case')}, {card.finding}", 11, room),
        _axes(), _points(card.bins), _counts(card.bins), l=px(_LEFT),
    )  # fmt: skip


def _axes() -> Markup:
    low = _TOP + _SIDE
    drawn = Markup(
        '<rect class="frame" x="{l}" y="{t}" width="{s}" height="{s}"/>'
        '<path class="even" d="M{l} {b}L{r} {t}"/>'
        '<text class="soft" x="{q}" y="{u}" text-anchor="middle">said</text>'
        '<text class="soft" x="{i}" y="{j}">came true</text>'
    ).format(
        l=px(_LEFT), t=px(_TOP), s=px(_SIDE), b=px(low), r=px(_LEFT + _SIDE),
        q=px(_LEFT + 0.75 * _SIDE), u=px(low + 15), i=px(_LEFT + 5), j=px(_TOP + 14),
    )  # fmt: skip
    for tick in _TICKS:
        drawn += Markup(
            '<text class="soft" x="{}" y="{}" text-anchor="middle">{t}</text>'
            '<text class="soft" x="{}" y="{}" text-anchor="end">{t}</text>'
        ).format(
            px(_LEFT + tick * _SIDE), px(low + 15), px(_LEFT - 5), px(low - tick * _SIDE + 4),
            t=f"{tick:g}",
        )  # fmt: skip
    return drawn


def _points(bins: Sequence[Bin]) -> Markup:
    drawn = Markup("")
    for row in bins:
        if row.forecast is None or row.observed is None or row.low is None or row.high is None:
            continue
        drawn += Markup(
            '<g><title>{}</title><line class="range" x1="{x}" x2="{x}" y1="{}" y2="{}"/>'
            '<circle class="point" cx="{x}" cy="{}" r="4.5"/></g>'
        ).format(
            _told(row), px(_up(row.low)), px(_up(row.high)), px(_up(row.observed)),
            x=px(_LEFT + row.forecast * _SIDE),
        )  # fmt: skip
    return drawn


def _counts(bins: Sequence[Bin]) -> Markup:
    most = max((row.count for row in bins), default=0)
    base = _TOP + _SIDE + _APART + _BARS
    drawn = Markup("")
    for row in bins:
        height = _BARS * row.count / max(1, most)
        middle = _LEFT + (row.start + row.end) / 2 * _SIDE
        drawn += Markup(
            '<rect class="count" x="{}" y="{}" width="{}" height="{}"/>'
            '<text class="soft" x="{}" y="{}" text-anchor="middle">{}</text>'
        ).format(
            px(_LEFT + row.start * _SIDE + 2), px(base - height),
            px((row.end - row.start) * _SIDE - 4), px(height), px(middle), px(base + 14),
            f"{row.count:,}",
        )  # fmt: skip
    return drawn + Markup('<text class="soft" x="{}" y="{}">forecasts</text>').format(
        px(_LEFT), px(base + 30)
    )


def _up(share: float) -> float:
    return _TOP + _SIDE - share * _SIDE
