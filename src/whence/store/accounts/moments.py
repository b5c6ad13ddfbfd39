"""Moments as every row of accounts has them: ISO 8601 in UTC, to the second, so that text sorts."""

from datetime import UTC, datetime, timedelta


def whole(at: str) -> str:
    """Return a moment in the form of the rows.

    Raises:
        ValueError: when it is no date with a time and an offset from UTC.
    """
    return _moment(at).isoformat()


def later(at: str, seconds: float) -> str:
    """Return the moment so many seconds after another, in the form of the rows."""
    return (_moment(at) + timedelta(seconds=seconds)).isoformat()


def since(then: str, at: str) -> float:
    """Return the seconds from ``then`` to ``at``; less than 0 when a clock was set back."""
    return (_moment(at) - _moment(then)).total_seconds()


def _moment(at: str) -> datetime:
    found = datetime.fromisoformat(at)
    if found.tzinfo is None:
        raise ValueError(f"{at!r} has no offset from UTC")
    return found.astimezone(UTC).replace(microsecond=0)
