"""What a slot holds, and who stands behind it."""

from whence.model.incident import Slot, Value


def held(slot: Slot | None) -> Value | None:
    """Return the value that a slot holds, or None when it is not filled or abstains."""
    if slot is None or slot.best is None:
        return None
    same = (row for row in slot.values if row.value == slot.best)
    return min(same, key=lambda row: (row.status != "held", -row.support), default=None)


def sourced(value: Value | None) -> tuple[int | None, int | None]:
    """Return how many origins and how many reports a value has; None without a value."""
    if value is None:
        return None, None
    return len(set(value.origin_ids)), len(set(value.document_ids))
