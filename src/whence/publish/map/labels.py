"""Names on a map, none on another and none outside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.publish.svg.text import width

SIZE = 12.0
SMALL = 10.5
_TALL = 1.25
_BOLD = 1.08
_SIDES = {1: "start", -1: "end", 0: "middle"}
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
        return (
            self.left >= 2 and self.top >= 2 and self.right <= wide - 2 and self.bottom <= high - 2
        )


@dataclass(frozen=True)
class Label:
    """A name in its place; ``x`` and ``y`` lie on its base line, at the end that ``side`` names."""

    text: str
    x: float
    y: float
    side: str
    box: Box


def around(x: float, y: float, radius: float) -> Box:
    """Return the box of a mark."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def by(
    text: str, mark: tuple[float, float, float], taken: Sequence[Box], frame: tuple[float, float]
) -> Label | None:
    """Return a name beside a mark (x, y, radius), or None where no spot is free."""
    x, y, radius = mark
    wide, high = width(text, SIZE) * _BOLD, SIZE * _TALL
    for across, down in _SPOTS:
        left = x + across * (radius + 4) - (wide if across < 0 else wide / 2 if not across else 0)
        top = y + down * (radius + 3) - (high if down < 0 else high / 2 if not down else 0)
        label = _label(text, Box(left, top, left + wide, top + high), across)
        if label.box.within(*frame) and not _meets(label.box, taken):
            return label
    return None


def on(
    text: str, x: float, y: float, taken: Sequence[Box], frame: tuple[float, float]
) -> Label | None:
    """Return a name over a point, or None where it would lie on something."""
    wide, high = width(text, SMALL), SMALL * _TALL
    label = _label(text, Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2), 0)
    return label if label.box.within(*frame) and not _meets(label.box, taken) else None


def _label(text: str, box: Box, across: int) -> Label:
    """Return a name that is fast at the end next to its point, whatever the face's width is."""
    x = box.left if across > 0 else box.right if across < 0 else (box.left + box.right) / 2
    y = box.top + (box.bottom - box.top) * 0.8
    return Label(text, x, y, _SIDES[across], box)


def _meets(box: Box, taken: Iterable[Box]) -> bool:
    return any(box.touches(other) for other in taken)
