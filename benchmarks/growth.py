"""A small picture of how time grows with size, both on logarithmic axes."""

from collections.abc import Sequence
from html import escape
from math import log10

_WIDE, _HIGH, _EDGE = 560, 360, 56


def plot(title: str, points: Sequence[tuple[int, float]]) -> str:
    """Return an SVG of seconds against size, with the line that linear growth would take."""
    sizes = [log10(size) for size, _ in points]
    times = [log10(max(seconds, 1e-3)) for _, seconds in points]
    linear = [times[0] + size - sizes[0] for size in sizes]
    low, high = min(*times, *linear), max(*times, *linear)

    def at(size: float, seconds: float) -> str:
        across = (size - sizes[0]) / ((sizes[-1] - sizes[0]) or 1)
        up = (seconds - low) / ((high - low) or 1)
        x = _EDGE + across * (_WIDE - 2 * _EDGE)
        return f"{x:.1f},{_HIGH - _EDGE - up * (_HIGH - 2 * _EDGE):.1f}"

    marks = []
    for (size, seconds), x, y in zip(points, sizes, times, strict=True):
        here = at(x, y)
        left, top = here.split(",")
        marks.append(f'<circle cx="{left}" cy="{top}" r="4"/>')
        marks.append(f'<text x="{left}" y="{float(top) - 10:.1f}">{seconds:,.1f} s</text>')
        marks.append(f'<text x="{left}" y="{_HIGH - _EDGE + 24}">{size:,}</text>')
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
            'font-family="sans-serif" font-size="12" text-anchor="middle">',
            f"<title>{escape(title)}: seconds of one core by number of reports</title>",
            f'<rect width="{_WIDE}" height="{_HIGH}" fill="white"/>',
            f'<text x="{_WIDE / 2}" y="24" font-size="15">{escape(title)}</text>',
            f'<text x="{_WIDE / 2}" y="{_HIGH - 8}">reports (logarithmic)</text>',
            '<polyline fill="none" stroke="#999" stroke-dasharray="5 4" points="'
            + " ".join(at(x, y) for x, y in zip(sizes, linear, strict=True))
            + '"/>',
            '<polyline fill="none" stroke="#1f5fa8" stroke-width="2" points="'
            + " ".join(at(x, y) for x, y in zip(sizes, times, strict=True))
            + '"/>',
            '<g fill="#1f3a5f">' + "".join(marks) + "</g>",
            f'<text x="{_EDGE}" y="{_EDGE - 8}" text-anchor="start" fill="#777">'
            "broken line: linear growth</text>",
            "</svg>\n",
        )
    )
