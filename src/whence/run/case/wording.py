"""How a case's numbers are said."""


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: ``1 entry``, ``1,200 entries``."""
    return f"{count:,} {one if count == 1 else many}"
