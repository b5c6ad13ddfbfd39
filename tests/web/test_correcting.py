"""A form of fields as a correction: only what differs from what was read."""

import json
from collections.abc import Mapping

import pytest

from whence.errors import ConfigError
from whence.model.claim import Claim
from whence.model.fact import Fact, Quantity
from whence.web.correcting import changes

CLAIM = Claim(
    id="c", document_id="d", chain_id="h", subject="Tidewatch", subject_kind="group",
    predicate="carried_out", object="the attack", standing="accused", act="accuse", spans=(),
    extractor="rules@1",
)  # fmt: skip
COUNT = Fact(
    id="f", document_id="d", chain_id="h", slot="wounded", value="6", unit="guards",
    quantity=Quantity(low=6, best=6, high=6), spans=(), extractor="rules@1",
)  # fmt: skip
PLACE = Fact(
    id="p", document_id="d", chain_id="h", slot="place", value="Port Sable", as_of="2031",
    spans=(), extractor="rules@1",
)  # fmt: skip


def changed(read: Claim | Fact, fields: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(changes(read, lambda name: fields.get(name, "")))
    return found


def test_fields_as_read_change_nothing() -> None:
    same = {"subject": "Tidewatch", "polarity": "yes", "hedge": "3", "insinuation": "no"}
    assert changed(CLAIM, same) == {}
    counted = {"low": "6", "best": "6", "high": "6", "comparator": "exact", "unit": "guards"}
    assert changed(COUNT, counted) == {}


def test_only_what_differs_is_told() -> None:
    assert changed(CLAIM, {"polarity": "no", "standing": "denied", "hedge": "1"}) == {
        "polarity": False, "standing": "denied", "hedge": 1,
    }  # fmt: skip
    assert changed(PLACE, {"value": "Port Orrin", "as_of": "2031"}) == {"value": "Port Orrin"}


def test_open_ends_and_nothing_are_told_as_null() -> None:
    fields = {"low": "4", "comparator": "at_least", "unit": ""}
    assert changed(COUNT, fields) == {
        "unit": None,
        "quantity": {"low": 4, "best": None, "high": None, "comparator": "at_least"},
    }
    assert changed(PLACE, {"value": "Port Sable", "as_of": ""}) == {"as_of": None}


def test_a_count_is_not_corrected_by_its_text() -> None:
    assert changed(COUNT, {"value": "7", "unit": "guards"}) == {}


@pytest.mark.parametrize("number", ["six", "-1", "1.5", "1" * 10, "٣"])
def test_number_that_is_none_is_told(number: str) -> None:
    with pytest.raises(ConfigError):
        changed(COUNT, {"best": number, "comparator": "exact", "unit": "guards"})
    with pytest.raises(ConfigError):
        changed(CLAIM, {"hedge": "sure"})


@pytest.mark.parametrize(
    "fields", [{"low": "6", "best": "5", "high": "6"}, {"low": "9", "high": "1"}]
)
def test_count_in_no_order_is_told_in_the_words_of_the_form(fields: dict[str, str]) -> None:
    with pytest.raises(ConfigError, match=rf"low {fields['low']}, .*in no order") as caught:
        changed(COUNT, {**fields, "comparator": "exact", "unit": "guards"})
    assert "best lies between" in caught.value.hint
