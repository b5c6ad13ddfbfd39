"""A probability as a track from 0 to 1: the 5-95 % interval, the mean, the prior."""

from markupsafe import Markup

from whence.publish.svg.text import px

WIDTH = 200
HEIGHT = 16


def bar(mean: float, low: float, high: float, prior: float, title: str) -> Markup:
    """Return one track; it stretches to its column, so only horizontal places carry meaning.

    Raises:
        ValueError: when a value lies outside [0, 1] or the interval is reversed.
    """
    if not all(0 <= value <= 1 for value in (mean, low, high, prior)) or low > high:
        raise ValueError(f"not a probability with an interval: {mean} ({low}-{high})")
    wide = max(1.0, (high - low) * WIDTH)
    return Markup(
        '<svg class="bar" role="img" aria-label="{t}" viewBox="0 0 {w} {h}" '
        'preserveAspectRatio="none">'
        '<rect class="track" x="0" y="7" width="{w}" height="2"/>'
        '<rect class="range" x="{x}" y="3" width="{r}" height="10"/>'
        '<line class="prior" x1="{p}" x2="{p}" y1="1" y2="15"/>'
        '<line class="mean" x1="{m}" x2="{m}" y1="1" y2="15"/></svg>'
    ).format(
        t=title, w=WIDTH, h=HEIGHT,
        x=px(min(low * WIDTH, WIDTH - wide)), r=px(wide), p=px(prior * WIDTH), m=px(mean * WIDTH),
    )  # fmt: skip


def share(value: float, title: str) -> Markup:
    """Return a plain bar from 0 to ``value`` in [0, 1]."""
    return Markup(
        '<svg class="share" role="img" aria-label="{}" viewBox="0 0 {} 8" '
        'preserveAspectRatio="none"><rect class="track" x="0" y="3" width="{}" height="2"/>'
        '<rect class="range" x="0" y="0" width="{}" height="8"/></svg>'
    ).format(title, WIDTH, WIDTH, px(max(1.0, min(1.0, value) * WIDTH)))
