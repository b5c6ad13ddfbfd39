"""Claims and facts as a person corrects them: only what their types allow, and in itself whole."""

from typing import Annotated, TypeVar, overload

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType
from msgspec.structs import replace

from whence.errors import ConfigError
from whence.extract.facts.build import number_value
from whence.fuse.readings import slot_rows
from whence.model.attribution import Act, Scope
from whence.model.claim import Claim, PartyKind, Predicate, Standing
from whence.model.fact import Fact, FactStage, Quantity
from whence.model.iso import days
from whence.model.span import Span

T = TypeVar("T", bound=Struct)

_Words = Annotated[str, Meta(pattern=r"\S", max_length=300)]
_Hedge = Annotated[int, Meta(ge=-3, le=3)]
_AWAY = ("denied", "cleared")
_DENIALS: tuple[Act, ...] = ("deny_involvement", "reject_accusation", "retract")
_POINTING: tuple[Act, ...] = ("accuse", "confirm", "record")


class ClaimChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields of a claim that a person may correct; what is left out stays as it was read."""

    subject: _Words | UnsetType = UNSET
    subject_kind: PartyKind | UnsetType = UNSET
    predicate: Predicate | UnsetType = UNSET
    polarity: bool | UnsetType = UNSET
    standing: Standing | UnsetType = UNSET
    hedge: _Hedge | UnsetType = UNSET
    insinuation: bool | UnsetType = UNSET
    scope: Scope | UnsetType = UNSET


class FactChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields of a fact that a person may correct; what is left out stays as it was read."""

    value: _Words | UnsetType = UNSET
    quantity: Quantity | UnsetType = UNSET
    unit: _Words | UnsetType | None = UNSET
    as_of: str | UnsetType | None = UNSET
    hedge: _Hedge | UnsetType = UNSET
    stage: FactStage | UnsetType = UNSET
    scope: Scope | UnsetType = UNSET


def by_hand(by: str) -> str:
    """Return the extractor of what a person set."""
    return f"by hand: {by}"


@overload
def correction(value: Claim, text: str, by: str) -> Claim: ...
@overload
def correction(value: Fact, text: str, by: str) -> Fact: ...
def correction(value: Claim | Fact, text: str, by: str) -> Claim | Fact:
    """Return a claim or fact with the fields that ``text``, a JSON object, sets.

    A count follows its number and the number its count; the words for a party are looked up in the
    claim's own spans; a place that is called otherwise has no point on the map any more; the act
    follows the standing where the two would contradict each other. Correcting twice is correcting
    once.

    Raises:
        ConfigError: when the text is no such object, or the value would contradict itself.
    """
    if isinstance(value, Claim):
        return _claim(value, _read(text, ClaimChange), by)
    return _fact(value, _read(text, FactChange), by)


def canonical(value: Claim | Fact, text: str) -> str:
    """Return a correction as it is kept: compact, its fields in one order.

    Raises:
        ConfigError: as ``correction`` does.
    """
    change = ClaimChange if isinstance(value, Claim) else FactChange
    return msgspec.json.encode(_read(text, change)).decode()


def _read(text: str, kind: type[T]) -> T:
    known = ", ".join(kind.__struct_fields__)
    try:
        change = msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, RecursionError) as error:
        hint = f'write a JSON object such as {{"hedge": 2}}; what may be corrected: {known}'
        raise ConfigError(f"the correction {text[:80]!r} cannot be: {error}", hint) from error
    if not _given(change):
        raise ConfigError("nothing is corrected", f"what may be corrected: {known}")
    return change


def _given(change: Struct) -> dict[str, object]:
    """Return the fields that are set, texts without blanks around them."""
    return {
        name: value.strip() if isinstance(value, str) else value
        for name in change.__struct_fields__
        if (value := getattr(change, name)) is not UNSET
    }


def _claim(claim: Claim, change: ClaimChange, by: str) -> Claim:
    made = replace(claim, **_given(change), extractor=by_hand(by))
    told = change.polarity is not UNSET or change.standing is not UNSET
    if told and made.polarity == (made.standing in _AWAY):
        which = "true" if made.polarity else "false"
        hint = 'give both: {"polarity": false, "standing": "denied"}, or "cleared"; else true'
        raise ConfigError(f"polarity {which} does not go with {made.standing}", hint)
    if made.subject != claim.subject:
        made = replace(made, subject_span=_place(made))
    if told or change.insinuation is not UNSET:
        made = replace(made, act=_act(made))
    return made


def _place(claim: Claim) -> Span | None:
    """Return where the claim's own words have its subject, None where they have not."""
    for span in claim.spans:
        start = span.text.find(claim.subject)
        if start >= 0:
            first = span.start + start
            return replace(span, start=first, end=first + len(claim.subject), text=claim.subject)
    return None


def _act(claim: Claim) -> Act:
    """Return what is done with the words: the act as read, unless the standing excludes it."""
    act = claim.act
    if claim.insinuation:
        return "insinuate"
    if not claim.polarity:
        return act if act in _DENIALS else "reject_accusation"
    if claim.standing == "admitted":
        return "claim_responsibility"
    if claim.standing == "speculated":
        return "speculate"
    if claim.standing == "reported_as_fact":
        return act if act in ("say", "confirm", "record") else "say"
    return act if act in _POINTING else "accuse"


def _fact(fact: Fact, change: FactChange, by: str) -> Fact:
    given = _given(change)
    row = slot_rows().get(fact.slot)
    kind = row.kind if row else "text"
    if kind == "count" or fact.quantity is not None:
        given |= _counted(fact, change)
    elif change.quantity is not UNSET:
        raise ConfigError(f"{fact.slot} is no count: it has no quantity", 'give "value"')
    if kind == "date" and isinstance(change.value, str):
        _check_date(change.value)
    if isinstance(change.as_of, str):
        _check_date(change.as_of)
    made = replace(fact, **given, extractor=by_hand(by))
    return made if made.value == fact.value else replace(made, location=None)


def _counted(fact: Fact, change: FactChange) -> dict[str, object]:
    """Return value and quantity of a count, each made from the other."""
    quantity, value = change.quantity, change.value
    if isinstance(quantity, Quantity):
        told = _in_words(quantity)
        if isinstance(value, str) and value.strip() != told:
            raise ConfigError(
                f"{value.strip()!r} is not what the quantity says ({told})", 'leave out "value"'
            )
        return {"value": told, "quantity": quantity}
    if not isinstance(value, str):
        return {}
    number = value.strip()
    if not (number.isascii() and number.isdigit() and len(number) <= _DIGITS):
        hint = 'give a number, or {"quantity": {"low": 2, "best": 3, "high": 4}}'
        raise ConfigError(f"{fact.slot} is a count, and {number!r} is no number", hint)
    count = int(number)
    return {"value": str(count), "quantity": Quantity(low=count, best=count, high=count)}


_DIGITS = 9
"""More than any count has; Python itself refuses to read thousands of them."""


def _in_words(quantity: Quantity) -> str:
    """Return the text of a quantity, as a reader writes it.

    Raises:
        ConfigError: when it lacks the number that its comparator speaks of.
    """
    low, best, high = quantity.low, quantity.best, quantity.high
    needed = {"at_least": low, "at_most": high, "about": best}
    bare = needed.get(quantity.comparator, next((v for v in (best, low, high) if v is not None), 0))
    if bare is None or (quantity.comparator == "exact" and low is best is high is None):
        hint = 'such as {"low": 2, "best": 3, "high": 4}, null where it is open'
        raise ConfigError("a count needs its number", hint)
    if quantity.comparator != "exact" or best is not None:
        return number_value(quantity)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low} to {high}"


def _check_date(text: str) -> None:
    if days(text.strip()) is None:
        hint = "dates are written 2031, 2031-05, 2031-05-06, 2031-05-06T14:30"
        raise ConfigError(f"{text.strip()!r} is no date", hint)
