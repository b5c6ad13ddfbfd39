"""Incomplete dates as ISO 8601 prefixes: compared by common prefix, never filled up by guessing."""

from datetime import UTC, datetime

_DAY = len("2021-11-08")


def earlier(left: str, right: str) -> bool | None:
    """Tell whether ``left`` lies before ``right``; None when their precision does not tell.

    Times of day on one date are compared only when both carry them; with offsets on both sides
    they are compared as instants (ISO 8601-1:2019, 5.4).
    """
    mine, theirs = _instant(left), _instant(right)
    if mine is not None and theirs is not None:
        return None if mine == theirs else mine < theirs
    length = min(len(left), len(right), _DAY)
    if left[:length] != right[:length]:
        return left[:length] < right[:length]
    one, other = left[_DAY:], right[_DAY:]
    shared = min(len(one), len(other), len("T09:30"))
    if one[:shared] == other[:shared] or _offset(left) != _offset(right):
        return None
    return one[:shared] < other[:shared]


def order(text: str) -> str:
    """Return a key that sorts ISO prefixes by time, instants with different offsets included."""
    moment = _instant(text)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f") if moment is not None else text


def _instant(text: str) -> datetime | None:
    """Return the moment as an instant in UTC when date, time and offset are all there."""
    if len(text) <= _DAY:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None


def _offset(text: str) -> bool:
    return _instant(text) is not None


def same_day(left: str, right: str) -> bool:
    """Tell whether two prefixes agree as far as the less precise of them goes."""
    length = min(len(left), len(right), _DAY)
    return left[:length] == right[:length]
