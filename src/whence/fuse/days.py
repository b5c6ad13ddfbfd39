"""The vote on the day: the finer says what the coarser left open, the first report knows best."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from whence.fuse.superseding import Replaced
from whence.fuse.values import Tally, tallies
from whence.fuse.witness import Witness
from whence.model.iso import days, is_interval, within

_HALF = 14
"""Days after the first report at which half of the trust that fades is gone."""
_FADES = 0.6
"""Share of a vote that fades with the days since the first report (elicited)."""
_UNDATED = 0.75
"""What is left of a vote of a document that does not say when it was published."""
_AHEAD = 0.5
"""What is left of the vote for the day after the first report: clocks and calendars differ."""
_YIELDS = 0.5
"""What is left of the vote for a probable day where another is told flatly."""
_FLAT = 3
_FRESH = 7
"""Days within which news is fresh."""
_OLD = 14
"""Days before the first report from which a month is hardly that of the news."""
_SLACK = 1
"""Days that the clocks of the world lie apart."""


def vote(witnesses: Sequence[Witness], gone: Mapping[str, Replaced]) -> list[Tally]:
    """Return the values of a date with the support that they have as days, strongest first.

    The support of a stretch, month or year stands behind the days within it as well, and that of
    a moment behind its day: who says "in May" does not speak against 10 May. Support fades with
    the days between the first report and the first that gives the value: retellings err. A day
    that begins after the first report appeared dates something else: it has no support, and takes
    none from its origin.
    """
    first = _first([one.at for one in witnesses])
    late = [one for one in witnesses if _ahead(one.fact.value, first) > _SLACK]
    known = {one.fact.id for one in late}
    rows = tallies([one for one in witnesses if one.fact.id not in known], gone)
    trust = {id(row): _trust(row, first) * _yielding(row, rows, first) for row in rows}
    own = {id(row): 0.0 if row.fallen else row.support * trust[id(row)] for row in rows}
    voted = [
        replace(row, support=round(own[id(row)] + _behind(row, rows, own), 3), trust=trust[id(row)])
        for row in rows
    ]
    voted += [replace(row, support=0.0, trust=0.0) for row in tallies(late, gone)]
    return sorted(voted, key=_rank)


def _rank(row: Tally) -> tuple[bool, float, int, int, tuple[str, ...]]:
    """Order of the vote: support, then in how many reports, then the finer, then by value."""
    return (row.fallen, -row.support, -len(_reports(row)), _open(row), row.reading.key)


def leads(best: Tally, other: Tally) -> bool:
    """Tell whether more reports give a day than another of even support."""
    return len(_reports(best)) > len(_reports(other))


def _reports(row: Tally) -> set[str]:
    return {one.document.id for one in row.witnesses}


def _first(published: Sequence[str]) -> date | None:
    spans = (days(at) for at in published if at)
    return min((span[1] for span in spans if span is not None), default=None)


def _ahead(value: str, first: date | None) -> int:
    """Return how many days a value begins after the first report, 0 when it does not."""
    span = days(value)
    return 0 if span is None or first is None else max(0, (span[0] - first).days)


def _trust(row: Tally, first: date | None) -> float:
    """Return what time has left of the word of those who tell a value."""
    share = _AHEAD if _ahead(row.reading.text, first) else 1.0
    lags = [_ahead(one.at, first) for one in row.witnesses if one.at]
    if not lags:
        return share * _UNDATED
    return share * (1 - _FADES + _FADES / (1 + min(lags) / _HALF))


def _yielding(row: Tally, rows: Sequence[Tally], first: date | None) -> float:
    """Return what is left of a vote that is only probable beside a day that is told flatly.

    So is a month or year long before the first report, beside a day shortly before it: retellings
    recall what was earlier.
    """
    if _lag(row, first) > _OLD and _open(row) and any(_is_fresh(one, first) for one in rows):
        return _YIELDS
    flat = any(_flat(one) and not within(one.reading.text, row.reading.text) for one in rows)
    return _YIELDS if flat and not _flat(row) else 1.0


def _is_fresh(row: Tally, first: date | None) -> bool:
    """Tell whether somebody tells flatly of a day within a week before the first report."""
    return _flat(row) and not _open(row) and -_SLACK <= _lag(row, first) <= _FRESH


def _lag(row: Tally, first: date | None) -> int:
    """Return how many days before the first report a value ends; below 0 where none is known."""
    span = days(row.reading.text)
    return (first - span[1]).days if span is not None and first is not None else -_FRESH


def _flat(row: Tally) -> bool:
    return not row.fallen and any(one.fact.hedge == _FLAT for one in row.witnesses)


def _behind(row: Tally, rows: Sequence[Tally], own: Mapping[int, float]) -> float:
    """Return the support of the values that agree with this one, itself left out.

    Stretches agree with every day in them, and moments with their day; a day says nothing for one
    of its moments.
    """
    mine = row.reading.text
    agreeing = [
        one
        for one in rows
        if one.reading.text != mine
        and (
            one.reading.text.startswith(f"{mine}T")
            if _moment(one)
            else within(mine, one.reading.text) and not mine.startswith(f"{one.reading.text}T")
        )
    ]
    return 0.0 if row.fallen else sum(own[id(one)] for one in agreeing)


def _moment(row: Tally) -> bool:
    return "T" in row.reading.text and not is_interval(row.reading.text)


def _open(row: Tally) -> int:
    """Return how many days a value leaves open: of even support the finer stands first."""
    span = days(row.reading.text)
    return (span[1] - span[0]).days if span is not None else date.max.toordinal()
