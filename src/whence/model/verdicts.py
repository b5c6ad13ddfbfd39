"""The words by which a person judges what was read and traced; behind some of them a value."""

from typing import Final

ACCEPTED: Final = "accepted"
"""A claim or fact was read rightly: kept and shown, nothing weighs more for it."""
REJECTED: Final = "rejected"
"""A claim or fact was not said so: it counts for nothing."""
CORRECTED: Final = "corrected"
"""A claim or fact was read wrongly; behind it, as JSON, the fields as they should be."""
HAND: Final = "origin"
"""Of a chain: who said it first, by the name behind this word."""
ONE: Final = "one origin"
"""The first hands of two chains are one."""
SEPARATE: Final = "separate origins"
"""The first hands of two chains are two, or those of several chains are one of their own."""
WITHDRAWN: Final = "withdrawn"
"""What was judged about a subject before no longer holds."""
TOGETHER: Final = "+"
"""What joins the chains of one side in a subject."""


def argument(verdict: str) -> str:
    """Return what stands behind the first word of a verdict."""
    return verdict.partition(" ")[2].strip()
