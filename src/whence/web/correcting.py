"""What a form of fields says of a claim or fact, as the correction that the ledger keeps."""

from collections.abc import Callable
from typing import Final

import msgspec

from whence.errors import ConfigError
from whence.model.claim import Claim
from whence.model.fact import Fact, Quantity

Given = Callable[[str], str]
"""Gives a form's field, "" where it has none."""

_CLAIM: Final = ("subject", "predicate", "standing", "scope")
_FACT: Final = ("unit", "as_of", "stage", "scope")
_NULLED: Final = ("unit", "as_of")
_DIGITS: Final = 9


def changes(read: Claim | Fact, given: Given) -> str:
    """Return the fields in which a form differs from what was read, as a JSON object.

    Raises:
        ConfigError: when a number is none, or low, best and high are in no order.
    """
    found = _claim(read, given) if isinstance(read, Claim) else _fact(read, given)
    return msgspec.json.encode(found).decode()


def _claim(claim: Claim, given: Given) -> dict[str, object]:
    found = _texts(claim, given, _CLAIM)
    for name in ("polarity", "insinuation"):
        told = given(name)
        if told in ("yes", "no") and (told == "yes") != getattr(claim, name):
            found[name] = told == "yes"
    return found | _hedge(claim, given)


def _fact(fact: Fact, given: Given) -> dict[str, object]:
    found = _texts(fact, given, _FACT)
    if fact.quantity is None:
        found |= _texts(fact, given, ("value",))
    elif given("comparator"):
        low, best, high = (_number(given(name)) for name in ("low", "best", "high"))
        known = [one for one in (low, best, high) if one is not None]
        if known != sorted(known):
            hint = "low is the least that it can be and high the most; best lies between them"
            given_as = ", ".join(
                f"{name} {one}"
                for name, one in (("low", low), ("best", best), ("high", high))
                if one is not None
            )
            raise ConfigError(f"{given_as}: these are in no order", hint)
        told = {"low": low, "best": best, "high": high, "comparator": given("comparator")}
        if told != _plain(fact.quantity):
            found["quantity"] = told
    return found | _hedge(fact, given)


def _texts(read: Claim | Fact, given: Given, names: tuple[str, ...]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in names:
        told: str | None = given(name)
        if not told and name not in _NULLED:
            continue  # a form that does not ask for it changes nothing
        if (told or None) != getattr(read, name):
            found[name] = told or None
    return found


def _hedge(read: Claim | Fact, given: Given) -> dict[str, object]:
    told = given("hedge")
    if not told or told == str(read.hedge):
        return {}
    try:
        return {"hedge": int(told[:_DIGITS])}
    except ValueError as error:
        raise ConfigError(f"{told!r} is no number", "give one from 3 (certain) to -3") from error


def _number(text: str) -> int | None:
    """Return a count, None for none."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS):
        raise ConfigError(f"{text!r} is no count", "give figures, or leave open what is not known")
    return int(text)


def _plain(quantity: Quantity) -> dict[str, object]:
    return {
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "comparator": quantity.comparator,
    }
