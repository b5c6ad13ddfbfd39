"""What may be corrected of a claim or a fact, and what is refused."""

import pytest
from msgspec.structs import replace

from tests.run.judging.making import BROTHERS, CLAIMS, FACTS, LEAGUE
from tests.trace.making import Made, document
from whence.errors import ConfigError
from whence.model.fact import Quantity
from whence.model.location import Location
from whence.run.judging import correction
from whence.run.judging.corrections import canonical

ACCUSED = next(claim for claim in CLAIMS if claim.subject == LEAGUE)
DENIED = next(claim for claim in CLAIMS if not claim.polarity)
WOUNDED, PLACE = FACTS[0], next(fact for fact in FACTS if fact.slot == "place")


def test_only_what_is_named_is_changed_and_by_whose_hand_is_told() -> None:
    made = correction(ACCUSED, '{"hedge": 1, "scope": "other"}', "ana")
    assert made == replace(ACCUSED, hedge=1, scope="other", extractor="by hand: ana")
    fact = correction(WOUNDED, '{"stage": "initial", "as_of": "2031-05", "unit": null}', "ana")
    assert fact == replace(
        WOUNDED, stage="initial", as_of="2031-05", unit=None, extractor="by hand: ana"
    )


@pytest.mark.parametrize(
    "text", ['{"hedge": 1}', '{"polarity": false, "standing": "denied"}', '{"subject": "Reed"}']
)
def test_correcting_twice_is_correcting_once(text: str) -> None:
    once = correction(ACCUSED, text, "ana")
    assert correction(once, text, "ana") == once


def test_another_party_is_looked_up_in_the_claims_own_words() -> None:
    found = correction(ACCUSED, '{"subject": " Reed ", "subject_kind": "body"}', "ana")
    assert (found.subject, found.subject_kind) == ("Reed", "body")
    assert found.subject_span is not None
    assert found.subject_span.text == "Reed"
    assert any(span.covers(found.subject_span) for span in found.spans)
    assert correction(ACCUSED, '{"subject": "Cedar League"}', "ana").subject_span is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('{"polarity": false, "standing": "denied"}', "reject_accusation"),
        ('{"insinuation": true}', "insinuate"),
        ('{"standing": "admitted"}', "claim_responsibility"),
        ('{"standing": "speculated"}', "speculate"),
        ('{"standing": "reported_as_fact"}', "say"),
        ('{"standing": "found"}', "accuse"),
        ('{"hedge": 1}', "accuse"),
    ],
)
def test_the_act_goes_with_the_standing(text: str, act: str) -> None:
    assert correction(ACCUSED, text, "ana").act == act


def test_a_denial_that_was_none_accuses() -> None:
    made = correction(DENIED, '{"polarity": true, "standing": "accused"}', "ana")
    assert (made.subject, made.act) == (BROTHERS, "accuse")
    assert correction(DENIED, '{"polarity": false, "standing": "cleared"}', "ana").act == DENIED.act
    hint = replace(ACCUSED, act="insinuate", insinuation=True, standing="speculated")
    assert correction(hint, '{"insinuation": false}', "ana").act == "speculate"


def test_number_and_count_of_a_fact_go_together() -> None:
    three = correction(WOUNDED, '{"value": "3"}', "ana")
    assert (three.value, three.quantity) == ("3", Quantity(low=3, best=3, high=3))


@pytest.mark.parametrize(
    ("quantity", "value"),
    [
        ('{"low": 2, "best": 3, "high": 4}', "3"),
        ('{"low": 2, "best": null, "high": 4}', "2 to 4"),
        ('{"low": 2, "best": null, "high": null}', "at least 2"),
        ('{"low": null, "best": null, "high": 4}', "up to 4"),
        ('{"low": 2, "best": null, "high": null, "comparator": "at_least"}', "at least 2"),
        ('{"low": null, "best": null, "high": 4, "comparator": "at_most"}', "up to 4"),
        ('{"low": null, "best": 3, "high": null, "comparator": "about"}', "about 3"),
        ('{"low": null, "best": null, "high": null, "comparator": "several"}', "several"),
    ],
)
def test_a_quantity_is_told_as_a_reader_tells_it(quantity: str, value: str) -> None:
    text = f'{{"quantity": {quantity}}}'
    made = correction(WOUNDED, text, "ana")
    assert made.value == value
    assert correction(made, text, "ana") == made


def test_a_place_called_otherwise_has_no_point_any_more() -> None:
    point = Location(latitude=1.0, longitude=2.0, precision="settlement", name="Ostermouth")
    located = replace(PLACE, location=point)
    assert correction(located, '{"value": "Upper Quay"}', "ana").location is None
    assert correction(located, '{"hedge": 2}', "ana").location == point


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "nothing is corrected"),
        ("not json", "cannot be"),
        ('{"verdict": 1}', "verdict"),
        ('{"standing": "guilty"}', "guilty"),
        ('{"hedge": 4}', "<= 3"),
        ('{"subject": "  "}', "cannot be"),
        ('{"id": "claim-2"}', "id"),
        ('{"polarity": false}', "polarity false does not go with accused_by_authority"),
        ('{"standing": "cleared"}', "polarity true does not go with cleared"),
        ("[" * 4000, "cannot be"),
    ],
)
def test_a_claim_takes_no_other_correction(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        correction(ACCUSED, text, "ana")
    assert told in caught.value.message
    assert caught.value.hint != ConfigError.hint


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"value": "many"}', "wounded is a count"),
        ('{"value": "²"}', "wounded is a count"),
        ('{"quantity": {"low": 5, "best": 3, "high": 4}}', "not a low/best/high"),
        ('{"quantity": {"low": null, "best": null, "high": null}}', "a count needs its number"),
        (
            '{"quantity": {"low": 2, "best": null, "high": null, "comparator": "about"}}',
            "a count needs its number",
        ),
        (
            '{"quantity": {"low": 2, "best": 2, "high": 2}, "value": "3"}',
            "is not what the quantity",
        ),
        ('{"as_of": "yesterday"}', "is no date"),
        ('{"stage": "last"}', "last"),
    ],
)
def test_a_count_takes_no_other_correction(text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        correction(WOUNDED, text, "ana")


def test_a_slot_takes_only_values_of_its_kind() -> None:
    with pytest.raises(ConfigError, match="place is no count"):
        correction(PLACE, '{"quantity": {"low": 2, "best": 2, "high": 2}}', "ana")
    made = Made(document("Quay News", "It burned on Monday."))
    day = made.fact("date", "2031-05-05", "Monday")
    with pytest.raises(ConfigError, match="is no date"):
        correction(day, '{"value": "Monday"}', "ana")
    assert correction(day, '{"value": "2031-05-06"}', "ana").value == "2031-05-06"
    unknown = made.fact("flag_of_a_later_version", "yes", "burned")
    assert correction(unknown, '{"value": "no"}', "ana").value == "no"


def test_a_correction_is_kept_in_one_form() -> None:
    told = {
        canonical(ACCUSED, text)
        for text in ('{"hedge":1,"polarity":true}', '{ "polarity": true, "hedge": 1 }')
    }
    assert told == {'{"polarity":true,"hedge":1}'}
