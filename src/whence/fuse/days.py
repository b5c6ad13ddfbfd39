"""The vote on the day: the finer says what the coarser left open, the first report knows best."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from whence.fuse.values import Tally
from whence.fuse.witness import Witness
from whence.model.iso import days, ends, within

_HALF = 14.0
"""Days after the first report at which half of the trust that fades is gone."""
_FADES = 0.5
"""Share of a vote that fades with the days since the first report (elicited)."""
_UNDATED = 0.75
"""What is left of a vote of a document that does not say when it was published."""
_SLACK = 1
"""Days that the clocks of the world lie apart."""


def vote(rows: Sequence[Tally], witnesses: Sequence[Witness]) -> list[Tally]:
    """Return the values of a date with the support that they have as days, strongest first.

    The support of a stretch, month or year stands behind the finer values within it as well: who
    says "in May" does not speak against 10 May. Support fades with the days between the first
    report and the first that gives the value: retellings err. A day that begins after the first
    report appeared dates something else and has no support at all.
    """
    first = _first([one.at for one in witnesses])
    own = {id(row): _faded(row, first) for row in rows}
    voted = [
        row
        if row.fallen or _too_late(row, first)
        else replace(row, support=round(own[id(row)] + _behind(row, rows, own), 3))
        for row in rows
    ]
    late = [replace(row, support=0.0) if _too_late(row, first) else row for row in voted]
    return sorted(late, key=lambda one: (one.fallen, -one.support, _width(one), one.reading.key))


def _first(published: Sequence[str]) -> date | None:
    spans = (days(at) for at in published if at)
    return min((span[1] for span in spans if span is not None), default=None)


def _faded(row: Tally, first: date | None) -> float:
    lags = [_lag(one, first) for one in row.witnesses]
    known = [lag for lag in lags if lag is not None]
    if not known:
        return row.support * _UNDATED
    return row.support * (1 - _FADES + _FADES / (1 + min(known) / _HALF))


def _lag(witness: Witness, first: date | None) -> int | None:
    span = days(witness.at) if witness.at else None
    return None if span is None or first is None else max(0, (span[0] - first).days)


def _behind(row: Tally, rows: Sequence[Tally], own: dict[int, float]) -> float:
    """Return the support of the values that leave room for this one, itself left out."""
    mine = row.reading.text
    return sum(
        own[id(other)]
        for other in rows
        if other is not row and within(mine, other.reading.text) and not other.fallen
        and other.reading.text != mine
    )  # fmt: skip


def _too_late(row: Tally, first: date | None) -> bool:
    span = days(row.reading.text)
    return first is not None and span is not None and (span[0] - first).days > _SLACK


def _width(row: Tally) -> int:
    """Return how many days a value leaves open; an open end leaves all of them."""
    span = days(row.reading.text)
    return (span[1] - span[0]).days if span is not None and all(ends(row.reading.text)) else 10**7
