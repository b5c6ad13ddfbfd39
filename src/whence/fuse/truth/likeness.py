"""How the values of a slot are related: rounding, growing tolls, wide and narrow ones."""

from collections.abc import Sequence

from whence.fuse.readings import Reading, is_open, refines, rounded
from whence.fuse.truth.relations import Relation
from whence.model.iso import within

TOLLS = frozenset({"killed", "wounded", "missing", "detained"})
"""Slots whose counts grow while more becomes known."""


_DAY = len("2021-11-08")


def wider(told: Reading, true: Reading) -> bool:
    """Tell whether a value leaves room within which the other lies."""
    if told.key == true.key or not refines(told, true):
        return False
    if told.quantity is not None and true.quantity is not None:
        return is_open(told.quantity)
    if told.key[0] == "date":
        return within(true.text, told.text) and not within(told.text, true.text)
    if told.key[0] == "place" and not set(told.key[1:]) & set(true.key[1:]):
        return "," not in told.text and len(told.key) == 2  # a state around places without one
    return set(told.key[1:]) < set(true.key[1:])


def relation(told: Reading, true: Reading, grew: bool) -> Relation:
    """Return how a told value stands to the one supposed to be true.

    ``grew`` says that the told one is an earlier, lower state of a toll.
    """
    if told.key == true.key:
        return "same"
    if wider(told, true):
        return "within"
    if told.key[0] == true.key[0] == "date" and _one_day(told.text, true.text):
        return "near"
    mine, theirs = told.quantity, true.quantity
    if mine is not None and theirs is not None:
        return "near" if grew or rounded(mine, theirs) else "against"
    return "against"


def _one_day(one: str, other: str) -> bool:
    """Tell whether two values are moments of one day: clocks are told roughly."""
    return len(one) > _DAY and len(other) > _DAY and one[:_DAY] == other[:_DAY] and "/" not in one


def wide(values: Sequence[Reading]) -> list[bool]:
    """Tell of each value whether it leaves room: by itself, or around another of the values."""
    return [
        (one.quantity is not None and is_open(one.quantity))
        or any(wider(one, other) for other in values)
        for one in values
    ]
