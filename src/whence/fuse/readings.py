"""Values of slots made comparable: counts with units, dates, places and plain words."""

from dataclasses import dataclass, field
from functools import cache

from msgspec import Struct

from whence.model.fact import Fact, Quantity
from whence.model.iso import earlier, is_interval, same_day, within
from whence.model.vocabulary import load
from whence.names.countries import every_state, state, state_name
from whence.names.spelling import fold, skeletons, words

_NEAR = 0.1
_ROUND = 0.05


class SlotRow(Struct, frozen=True):
    """One row of ``vocabulary/slots.yaml``: label, kind of value, whether many may stand.

    ``whole`` is the unit in which a count counts all and not some of them; ``within`` tells the
    wider values that a value says more exactly.
    """

    label: str
    kind: str
    many: bool = False
    whole: str | None = None
    within: dict[str, tuple[str, ...]] = {}


@cache
def slot_rows() -> dict[str, SlotRow]:
    """Return the slots of an incident by name, in the order in which they are shown."""
    table: dict[str, SlotRow] = load("slots", dict[str, SlotRow])
    return table


@dataclass(frozen=True)
class Reading:
    """A value as one slot compares it. Readings of equal ``key`` are one value.

    ``country`` is the state (ISO code) in which a place lies by its point on the map, "" where none
    is known: "Aleppo" names no state and yet lies in one.
    """

    key: tuple[str, ...]
    text: str
    quantity: Quantity | None
    unit: str | None
    country: str = field(default="", compare=False)


def reading(fact: Fact) -> Reading:
    """Return what a fact says, ready for comparison."""
    if fact.quantity is not None:
        unit = unit_key(fact.unit)
        number = fact.quantity
        bounds = (number.low, number.best, number.high)
        key = ("count", *(str(bound) for bound in bounds), _loose(number), unit)
        return Reading(key, in_words(number), number, fact.unit)
    row = slot_rows().get(fact.slot)
    kind = row.kind if row else "text"
    if kind == "date":
        return Reading(("date", fact.value), fact.value, None, None)
    if kind == "place":
        country = fact.location.country if fact.location is not None else ""
        return Reading(("place", *_place_parts(fact.value)), fact.value, None, None, country)
    if row and row.within:
        key = ("text", fact.value, *row.within.get(fact.value, ()))
        return Reading(key, fact.value, None, None)
    return Reading(("text", *skeletons(fold(fact.value))), fact.value, None, fact.unit)


def _place_parts(value: str) -> tuple[str, ...]:
    """Return the parts of a place; a capital brings its state along."""
    parts = {part.strip() for part in value.split(",")}
    states = {state_name(iso) for part in parts if (iso := state(part)) is not None}
    return tuple(sorted({" ".join(skeletons(part)) for part in parts | states}))


def counts_some(slot: str, unit: str | None) -> bool:
    """Tell whether a unit counts one category ("guards") of what the slot counts in all."""
    whole = slot_rows()[slot].whole if slot in slot_rows() else None
    return whole is not None and unit_key(unit) not in ("", unit_key(whole))


def _loose(number: Quantity) -> str:
    return "" if number.comparator == "exact" else number.comparator


def unit_key(unit: str | None) -> str:
    """Return a unit in the singular, as plain words ("guards" and "guard" are one).

    So are several words for one kind of people ("seamen", "crew").
    """
    key = " ".join(word.removesuffix("s") for word in words(unit or ""))
    return _same_units().get(key, key)


@cache
def _same_units() -> dict[str, str]:
    table: dict[str, tuple[str, ...]] = load("same_units", dict[str, tuple[str, ...]])
    return {word: unit for unit, row in table.items() for word in row}


def in_words(number: Quantity) -> str:
    """Return a quantity in words: "3", "at least 2", "2 to 4", "several"."""
    low, high = _floor(number), _ceiling(number)
    if number.comparator == "several":
        return "several"
    if not is_open(number):
        return f"about {number.best}" if number.comparator == "about" else str(number.best)
    if high is None:
        return f"at least {low}"
    return f"{low} to {high}" if number.low is not None else f"at most {high}"


def is_open(number: Quantity) -> bool:
    """Tell whether a quantity leaves room: "at least", "several", a range."""
    return number.best is None or number.comparator in ("at_least", "at_most", "several")


def compatible(left: Quantity, right: Quantity) -> bool:
    """Tell whether one quantity leaves room and the other lies within it."""
    if not (is_open(left) or is_open(right)):
        return False
    low = max(_floor(left), _floor(right))
    highs = [high for high in (_ceiling(left), _ceiling(right)) if high is not None]
    return not highs or low <= min(highs)


def _floor(number: Quantity) -> int:
    if number.comparator == "at_most":
        return number.low or 0
    return next((v for v in (number.low, number.best) if v is not None), 0)


def _ceiling(number: Quantity) -> int | None:
    if number.comparator in ("at_least", "several"):
        return number.high if number.high != number.best else None
    return next((v for v in (number.high, number.best) if v is not None), None)


def exceeds(one: Quantity, other: Quantity) -> bool:
    """Tell whether one quantity is greater than another, whatever room they leave."""
    ceiling = _ceiling(other)
    return ceiling is not None and _floor(one) > ceiling and not rounded(one, other)


def rounded(left: Quantity, right: Quantity) -> bool:
    """Tell whether two counts differ by no more than rounding would explain.

    Either says "about" and they are within 10 %, or the rounder of the two ends in a nought and
    they are within 5 %.
    """
    if left.best is None or right.best is None or is_open(left) or is_open(right):
        return False
    gap = abs(left.best - right.best) / max(left.best, right.best, 1)
    if "about" in (left.comparator, right.comparator):
        return gap <= _NEAR
    return gap <= _ROUND and (left.best % 10 == 0) != (right.best % 10 == 0)


def refines(left: Reading, right: Reading) -> bool:
    """Tell whether one of two values only says the other more exactly."""
    if left.quantity is not None and right.quantity is not None:
        return compatible(left.quantity, right.quantity)
    if left.key[0] != right.key[0]:
        return False
    if left.key[0] == "date":
        finer = within(left.text, right.text) or within(right.text, left.text)
        return finer or (same_day(left.text, right.text) and _same_moment(left.text, right.text))
    if left.country and right.country and left.country != right.country:
        return False
    mine, theirs = set(left.key[1:]), set(right.key[1:])
    if left.key[0] == "place" and (_state_alone(left, right) or _state_alone(right, left)):
        return True
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


def _same_moment(left: str, right: str) -> bool:
    """Tell whether two moments of one day do not exclude each other; stretches that overlap may."""
    return not (is_interval(left) or is_interval(right)) and earlier(left, right) is None


def _state_alone(one: Reading, other: Reading) -> bool:
    """Tell whether one place is just a state, and the other names none."""
    stated = any(state(part) is not None for part in other.text.split(","))
    return one.text in _state_names() and not stated


@cache
def _state_names() -> frozenset[str]:
    return frozenset(every_state())
