"""How times and hashes are shown in the workbench."""

from datetime import UTC, datetime

from markupsafe import Markup

_SHORT = 12


def when(at: str) -> Markup:
    """Return a time (ISO 8601) as an element that a script shows in the reader's own zone.

    Without a script it stands in UTC, with the zone's name.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return Markup("{}").format(at)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    told = moment.astimezone(UTC)
    shown = f"{told.day} {told:%b %Y, %H:%M} UTC"
    return Markup('<time datetime="{}">{}</time>').format(told.isoformat(), shown)


def short_hash(sha256: str) -> str:
    """Return the first digits of a hash: enough to tell it from others by eye."""
    return sha256[:_SHORT]
