"""Names on a map, none on another and none outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.publish.svg.text import width

SIZE = 12.0
SMALL = 10.5
_TALL = 1.25
_SPOTS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a name may stand by its point: right, left, above, below, then the corners."""


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Tell whether the two rectangles share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, wide: float, high: float) -> bool:
        """Tell whether it lies in a picture of this size."""
        return self.left >= 2 and self.top >= 2 and self.right <= wide - 2 and self.bottom <= high - 2


@dataclass(frozen=True)
class Label:
    """A name in its place; ``x`` and ``y`` are the start of its base line."""

    text: str
    x: float
    y: float
    box: Box


def around(x: float, y: float, radius: float) -> Box:
    """Return the box of a mark."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def by(
    text: str, mark: tuple[float, float, float], taken: Sequence[Box], frame: tuple[float, float]
) -> Label | None:
    """Return a name beside a mark (x, y, radius), or None where no spot is free."""
    x, y, radius = mark
    wide, high = width(text, SIZE), SIZE * _TALL
    for across, down in _SPOTS:
        left = x + across * (radius + 4) - (wide if across < 0 else wide / 2 if not across else 0)
        top = y + down * (radius + 3) - (high if down < 0 else high / 2 if not down else 0)
        label = _label(text, left, top, wide, high)
        if label.box.within(*frame) and not _meets(label.box, taken):
            return label
    return None


def on(text: str, x: float, y: float, taken: Sequence[Box], frame: tuple[float, float]) -> Label | None:
    """Return a name over a point, or None where it would lie on something."""
    wide, high = width(text, SMALL), SMALL * _TALL
    label = _label(text, x - wide / 2, y - high / 2, wide, high)
    return label if label.box.within(*frame) and not _meets(label.box, taken) else None


def _label(text: str, left: float, top: float, wide: float, high: float) -> Label:
    return Label(text, left, top + high * 0.8, Box(left, top, left + wide, top + high))


def _meets(box: Box, taken: Iterable[Box]) -> bool:
    return any(box.touches(other) for other in taken)
