"""How numbers, probabilities and counted things are written for readers."""

import re

from whence.model.fact import Quantity
from whence.names.countries import demonym
from whence.publish.texts import sentence
from whence.publish.words import words

_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


def probability(value: float) -> str:
    """Return a probability in two digits: ".34"; what would round to 0 or 1 gets a bound."""
    if not 0 <= value <= 1:
        raise ValueError(f"not a probability: {value}")
    if value < 0.005:
        return "<.01"
    if value >= 0.995:
        return ">.99"
    return f"{value:.2f}".lstrip("0")


def two_digits(value: float) -> str:
    """Return a non-negative number in at most two significant digits."""
    if value < 0.005:
        return "0"
    if value < 0.995:
        return f"{value:.2f}".lstrip("0")
    if value < 9.95:
        return f"{value:.1f}".removesuffix(".0")
    if value < 99.5:
        return f"{value:.0f}"
    return f"{float(f'{value:.2g}'):.0f}"


def signed(value: float) -> str:
    """Return a number with its sign: "+.42", "−.06", and "0" for what rounds to it."""
    size = two_digits(abs(value))
    if size == "0":
        return size
    return f"+{size}" if value > 0 else f"−{size}"


def plural(count: int, one: str, many: str = "") -> str:
    """Return "1 report" or "3 reports"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


_PLAIN = re.compile(r"\w+(?:[ '’-]\w+)*")


def units(unit: str, count: int | None) -> str:
    """Return a unit for a count: "drone" or "guard" for 1, "drones", "guards" for others.

    Units are kept in lower case; a people is written with its capital ("Malians"). A unit that is
    more than words, as a person may write one, stands as it is written.
    """
    unit = unit.strip()
    head, of, rest = unit.partition(" of ")
    plain = _PLAIN.fullmatch(unit) and " and " not in unit
    counted = f"{_counted(head, count)}{of}{rest}" if plain else unit
    known = words().things
    return " ".join(
        word if word in known or demonym(word) is None else sentence(word)
        for word in counted.split()
    )


def _counted(unit: str, count: int | None) -> str:
    irregular = words().singulars
    if count == 1:
        return irregular.get(unit) or _singular(unit)
    if unit in irregular:
        return unit
    back = {one: many for many, one in reversed(irregular.items())}
    return back.get(unit) or (unit if unit.endswith("s") else _plural(unit))


def _singular(unit: str) -> str:
    if not unit.endswith("s") or unit.endswith(("ss", "us")):
        return unit
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    hissing = unit.endswith(("xes", "ches", "shes", "sses"))
    return unit[:-2] if hissing else unit[:-1]


def _plural(unit: str) -> str:
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(("x", "ch", "sh")) else f"{unit}s"


def number(count: int) -> str:
    """Return a small count as a word (0 is "no"), others in figures."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def span_of(quantity: Quantity) -> str:
    """Return low to high of a count: "2–3", "at least 2", "at most 9", "" when they are one."""
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return "" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"at most {high:,}" if high is not None else "no number told"
