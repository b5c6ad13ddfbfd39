"""Reliability with intervals, and risk over coverage, as SVG without any library."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from evaluation.records.forecasts import OURS
from evaluation.records.scores import Scored
from whence.weigh.forecasts.scoring import Bin, RiskCoverage, reliability, risk_coverage

_SIZE, _EDGE = 300, 46
_COLOURS = ("#1b4f72", "#b9770e", "#7d7d7d", "#a93226", "#6c3483")
_STEP = 0.2
_POINTS = 200


def draw(scored: Scored, folder: str, stem: str) -> None:
    """Write ``STEM-reliability.svg`` and ``STEM-coverage.svg`` into a folder."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    bins = reliability(*scored.top(OURS), cases=scored.clusters)
    curves = {way: risk_coverage(*scored.named(way)) for way in scored.ways}
    (place / f"{stem}-reliability.svg").write_text(reliability_svg(bins), encoding="utf-8")
    (place / f"{stem}-coverage.svg").write_text(coverage_svg(curves), encoding="utf-8")


def reliability_svg(bins: Sequence[Bin]) -> str:
    """Return what came true over what was forecast, a bar of 95 % and the number at each bin."""
    parts = [_line((0, 0), (1, 1), "#999", "4 3")]
    for one in bins:
        if one.forecast is None or one.observed is None:
            continue
        x, low, high = one.forecast, one.low or 0.0, one.high or 0.0
        parts.append(_line((x, low), (x, high), _COLOURS[0]))
        centre = f'cx="{_x(x):.1f}" cy="{_y(one.observed):.1f}"'
        parts.append(f'<circle {centre} r="4" fill="{_COLOURS[0]}"/>')
        parts.append(_text(_x(x) + 6, _y(low) - 2, str(one.count), "start"))
    return _frame(parts, "probability of the likeliest answer", "share that came true")


def coverage_svg(curves: dict[str, RiskCoverage]) -> str:
    """Return the share of wrong names over the share of cases named, a line for each way."""
    parts = []
    # The engine's line, which comes first, is drawn last and lies on top.
    for way, colour in reversed(list(zip(curves, _COLOURS, strict=False))):
        curve = curves[way]
        step = max(1, len(curve.risk) // _POINTS)
        points = [
            f"{_x(float(c)):.1f},{_y(float(r)):.1f}"
            for c, r in list(zip(curve.coverage, curve.risk, strict=True))[::step]
        ]
        width = 2.5 if way == OURS else 1.2
        style = f'fill="none" stroke="{colour}" stroke-width="{width}"'
        parts.append(f'<polyline points="{" ".join(points)}" {style}/>')
    for number, (way, colour) in enumerate(zip(curves, _COLOURS, strict=False)):
        y = _y(0.95) + 15 * number
        parts.append(f'<rect x="{_x(0.03):.0f}" y="{y - 8:.0f}" width="12" height="3" '
                     f'fill="{colour}"/>')  # fmt: skip
        parts.append(_text(_x(0.03) + 18, y - 3, way, "start"))
    return _frame(parts, "share of the cases in which somebody is named", "share named wrongly")


def _frame(parts: Sequence[str], below: str, beside: str) -> str:
    whole = _SIZE + _EDGE + 14
    axes = [
        f'<rect x="{_EDGE}" y="10" width="{_SIZE}" height="{_SIZE}" fill="#fff" stroke="#333"/>'
    ]
    for number in range(6):
        at = number * _STEP
        axes.append(_text(_x(at), _y(0) + 15, f"{at:.1f}", "middle"))
        axes.append(_text(_EDGE - 5, _y(at) + 4, f"{at:.1f}", "end"))
    axes.append(_text(_x(0.5), _y(0) + 34, below, "middle"))
    turned = f'transform="rotate(-90 12 {_y(0.5):.0f})"'
    axes.append(_text(12, _y(0.5), beside, "middle", turned))
    size = f'width="{whole}" height="{whole}" viewBox="0 0 {whole} {whole}"'
    style = 'font-family="sans-serif" font-size="11"'
    body = "\n".join([*axes, *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style} role="img">\n'
        f"<title>{escape(beside)} over {escape(below)}</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, dash: str = "") -> str:
    ends = (
        f'x1="{_x(start[0]):.1f}" y1="{_y(start[1]):.1f}" '
        f'x2="{_x(end[0]):.1f}" y2="{_y(end[1]):.1f}"'
    )
    return f'<line {ends} stroke="{colour}" stroke-width="1.5" stroke-dasharray="{dash}"/>'


def _text(x: float, y: float, words: str, anchor: str, turned: str = "") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f"<text {place} {turned}>{escape(words)}</text>"


def _x(share: float) -> float:
    return _EDGE + share * _SIZE


def _y(share: float) -> float:
    return 10 + (1 - share) * _SIZE
