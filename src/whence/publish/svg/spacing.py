"""Where moments stand on a line of time.

By their true distance in days, but never so near that one hides another; a gap far longer than the
others is cut, and its length told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day_of
from itertools import accumulate, pairwise

from whence.model import iso
from whence.publish.numbers import plural

_NEAREST = 11.0
_LONG = 12.0
"""How many times the middle gap the longest is drawn, once one is over twice as long as that."""
_YEAR, _MONTH = 365.25, 30.44


@dataclass(frozen=True)
class Spacing:
    """Pixels of moments, the first at 0; ``cuts`` are (pixel, length in words) of cut gaps.

    ``even`` tells that some date could not be placed, so that all stand at equal distances.
    """

    places: tuple[float, ...]
    cuts: tuple[tuple[float, str], ...]
    even: bool


def spaced(moments: Sequence[str], room: float) -> Spacing:
    """Place moments (ISO prefixes, in order) over ``room`` pixels."""
    gaps = _gaps(moments)
    days = gaps if gaps is not None else [1.0] * (len(moments) - 1)
    drawn = _shortened(days)
    places = tuple(accumulate(_spread(drawn, room), initial=0.0))
    cuts = tuple(
        ((start + end) / 2, _span(gap))
        for (start, end), gap, kept in zip(pairwise(places), days, drawn, strict=True)
        if kept < gap
    )
    return Spacing(places, cuts, gaps is None)


def _gaps(moments: Sequence[str]) -> list[float] | None:
    """Return the days between moments; of an imprecise one its end counts, as in the weighing."""
    spans = [iso.days(moment) for moment in moments]
    last = [span[1] for span in spans if span is not None and span[1] != day_of.max]
    if len(last) < len(moments):
        return None
    return [float(max(0, (after - before).days)) for before, after in pairwise(last)]


def _shortened(gaps: Sequence[float]) -> list[float]:
    """Return the gaps with those far longer than the middle one cut down."""
    some = sorted(gap for gap in gaps if gap > 0)
    most = _LONG * some[(len(some) - 1) // 2] if some else 0.0
    if max(gaps, default=0.0) <= 2 * most:
        return list(gaps)
    return [min(gap, most) for gap in gaps]


def _spread(gaps: Sequence[float], room: float) -> list[float]:
    """Return pixels for each gap, in proportion, but none below the nearest that can be told."""
    if not gaps:
        return []
    least = min(_NEAREST, room / (2 * len(gaps)))
    near = {place for place, gap in enumerate(gaps) if gap <= 0}
    while len(near) < len(gaps):
        free = [place for place in range(len(gaps)) if place not in near]
        each = (room - least * len(near)) / sum(gaps[place] for place in free)
        short = {place for place in free if gaps[place] * each < least}
        if not short:
            return [least if place in near else gap * each for place, gap in enumerate(gaps)]
        near |= short
    return [room / len(gaps)] * len(gaps)


def _span(days: float) -> str:
    """Return a length of time in the unit that reads best."""
    if days >= 2 * _YEAR:
        return plural(round(days / _YEAR), "year")
    if days >= 2 * _MONTH:
        return plural(round(days / _MONTH), "month")
    return plural(round(days), "day")
