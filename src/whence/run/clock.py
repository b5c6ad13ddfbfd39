"""The one place that asks what time it is; everything else is told."""

from datetime import UTC, datetime


def now() -> str:
    """Return the present time as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
