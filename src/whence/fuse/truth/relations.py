"""How a told value stands to the value that is supposed to be true."""

from collections.abc import Callable
from typing import Literal

Relation = Literal["same", "near", "within", "against"]
"""What a source says if ``true`` is the truth: just that, or a value ``near`` it (rounded, or an
earlier state of a toll that grew), or something wide that it lies ``within`` ("at least six" of
seven, a month of one of its days, a city of one of its quarters), or something that excludes it."""

Relate = Callable[[int, int], Relation]
"""The relation of the value told (by its index) to the value supposed to be true (by its index)."""
