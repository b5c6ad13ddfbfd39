"""Plots as SVG, without a library: intervals side by side, a histogram with its band, curves."""

from collections.abc import Callable, Sequence
from html import escape

from msgspec import Struct

INK, SOFT, OURS, GRID = "#222", "#777", "#1f5fa8", "#ddd"
_ROW, _HEAD, _FOOT = 19, 34, 34
_LABELS, _PLOT, _COLUMNS = 250, 220, 2
_WIDE, _HIGH, _EDGE = 560, 340, 56
_DASHES = ("", "7 4", "2 3")


class Interval(Struct, frozen=True, kw_only=True):
    """A value with its interval under a label; a ``strong`` one is drawn to stand out."""

    label: str
    value: float
    low: float
    high: float
    strong: bool = False


class Panel(Struct, frozen=True, kw_only=True):
    """Intervals that belong together, under a title."""

    title: str
    rows: tuple[Interval, ...]


class Curve(Struct, frozen=True, kw_only=True):
    """Points (x, y), both in [0, 1], joined by a line."""

    label: str
    points: tuple[tuple[float, float], ...]


def intervals(title: str, label: str, panels: Sequence[Panel]) -> str:
    """Return panels, two beside each other, of values with intervals on one scale from 0."""
    most = max(row.high for panel in panels for row in panel.rows) or 1.0
    high = _HEAD + _FOOT + _ROW * max(len(panel.rows) for panel in panels)
    wide = _LABELS + _PLOT + 20
    columns = min(_COLUMNS, len(panels))
    lines = -(-len(panels) // columns)
    parts = []
    for number, panel in enumerate(panels):
        x, y = number % columns * wide, 40 + number // columns * high
        parts.append(f'<g transform="translate({x} {y})">{_panel(panel, label, most)}</g>')
    return _page(title, columns * wide, 40 + lines * high, parts)


def _panel(panel: Panel, label: str, most: float) -> str:
    bottom = _HEAD + _ROW * len(panel.rows)

    def at(value: float) -> float:
        return _LABELS + value / most * (_PLOT - 16)

    parts = [_text(_LABELS, 20, panel.title, "start", weight="bold")]
    for tick in _ticks(most):
        parts.append(_line((at(tick), _HEAD - 6), (at(tick), bottom), GRID))
        parts.append(_text(at(tick), bottom + 12, f"{tick:g}", size=10, fill=SOFT))
    for place, row in enumerate(panel.rows):
        y = _HEAD + _ROW * place + 6
        fill, weight = (OURS, "bold") if row.strong else (INK, "normal")
        parts.append(_text(_LABELS - 8, y + 4, row.label, "end", fill=fill, weight=weight))
        parts.append(_line((at(row.low), y), (at(row.high), y), fill, 3 if row.strong else 1.5))
        size = 5 if row.strong else 3.5
        mark = f"{at(row.value):.1f},{y - size} {at(row.value) + size:.1f},{y} "
        mark += f"{at(row.value):.1f},{y + size} {at(row.value) - size:.1f},{y}"
        parts.append(f'<polygon points="{mark}" fill="{fill}"/>')
    parts.append(_text(_LABELS + _PLOT / 2, bottom + 25, label, size=10, fill=SOFT))
    return "".join(parts)


def _ticks(most: float) -> list[float]:
    step = next(s for s in (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0) if most / s <= 5)
    return [step * number for number in range(int(most / step + 1e-9) + 1)]


def histogram(title: str, label: str, counts: Sequence[int], band: tuple[float, float]) -> str:
    """Return bars of counts with the band in which they lie when they are even."""
    most = max(*counts, band[1]) * 1.1 or 1.0
    at, across = _frame(len(counts), most)
    low, high = at(0, band[0])[1], at(0, band[1])[1]
    parts = [
        f'<rect x="{_EDGE}" y="{high:.1f}" width="{_WIDE - 2 * _EDGE}" '
        f'height="{low - high:.1f}" fill="{GRID}"/>'
    ]
    for place, count in enumerate(counts):
        x, y = at(place, count)
        parts.append(
            f'<rect x="{x + 2:.1f}" y="{y:.1f}" width="{across - 4:.1f}" '
            f'height="{_HIGH - _EDGE - y:.1f}" fill="{OURS}" fill-opacity="0.75"/>'
        )
        parts.append(_text(x + across / 2, y - 4, str(count), size=10))
    parts.append(_line((_EDGE, _HIGH - _EDGE), (_WIDE - _EDGE, _HIGH - _EDGE), INK))
    parts.append(_text(_WIDE / 2, _HIGH - 20, label))
    return _page(title, _WIDE, _HIGH, parts)


def curves(title: str, labels: tuple[str, str], shown: Sequence[Curve]) -> str:
    """Return curves in the unit square with the diagonal; each has a dash pattern of its own."""
    at, _ = _frame(1, 1.0)
    parts = [_line(at(0, 0), at(1, 1), SOFT), _line(at(0, 0), at(1, 0), INK)]
    parts.append(_line(at(0, 0), at(0, 1), INK))
    for tick in _ticks(1.0):
        parts.append(_text(at(tick, 0)[0], at(0, 0)[1] + 16, f"{tick:g}", size=10, fill=SOFT))
        parts.append(_text(_EDGE - 8, at(0, tick)[1] + 4, f"{tick:g}", "end", size=10, fill=SOFT))
    for place, curve in enumerate(shown):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in curve.points))
        dash = f'stroke-dasharray="{_DASHES[place % len(_DASHES)]}"'
        style = f'fill="none" stroke="{OURS}" stroke-width="2" {dash}'
        parts.append(f'<polyline points="{points}" {style}/>')
        y = _EDGE + 14 + 18 * place
        parts.append(f'<polyline points="{_EDGE + 16},{y} {_EDGE + 56},{y}" {style}/>')
        parts.append(_text(_EDGE + 64, y + 4, curve.label, "start"))
    parts.append(_text(_WIDE / 2, _HIGH - 14, labels[0]))
    parts.append(_text(_EDGE, _EDGE - 8, labels[1], "start", fill=SOFT))
    return _page(title, _WIDE, _HIGH, parts)


def _frame(
    columns: int, most: float
) -> tuple[Callable[[float, float], tuple[float, float]], float]:
    """Return where (column, value) lies on the page, and how wide a column is."""
    across = (_WIDE - 2 * _EDGE) / columns

    def at(column: float, value: float) -> tuple[float, float]:
        up = value / most * (_HIGH - 2 * _EDGE)
        return _EDGE + column * across, _HIGH - _EDGE - up

    return at, across


def _line(
    start: tuple[float, float], end: tuple[float, float], colour: str, thick: float = 1
) -> str:
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{colour}" stroke-width="{thick}"/>'
    )


def _text(x: float, y: float, words: str, anchor: str = "middle", **style: str | int) -> str:
    size, fill = style.get("size", 12), style.get("fill", INK)
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{fill}" '
        f'font-weight="{style.get("weight", "normal")}">{escape(words)}</text>'
    )


def _page(title: str, wide: float, high: float, parts: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img" '
        f'font-family="sans-serif"><title>{escape(title)}</title>'
        f'<rect width="{wide:g}" height="{high:g}" fill="white"/>'
    )
    return "\n".join((head, _text(wide / 2, 24, title, size=15), *parts, "</svg>\n"))
