"""A suspicion that was only the first one, and a deed of another year."""

import pytest

from tests.extract.suspected import brief, read

_LEAD = "A bomb killed Ana Ferreira at the harbour on Monday."


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilo Marsh was initially suspected of the bombing but was later found to be abroad.",
        "Police first blamed the Reed League for the attack until they found a burst main.",
        "The Reed League was at first blamed for the attack, but the blast was a gas leak.",
    ],
)
def test_a_suspicion_that_was_lifted_is_none(sentence: str) -> None:
    assert not [one for one in read(_LEAD, sentence) if one.polarity
                and one.predicate == "carried_out"]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League was initially blamed for the attack on Tuesday.",
        "Ilo Marsh was initially suspected of the bombing but fled.",
        "Police, who first suspected a gas leak, blamed the Reed League for the attack.",
    ],
)
def test_a_suspicion_that_was_not_lifted_stays(sentence: str) -> None:
    assert [polarity for _, _, polarity, _ in brief(read(_LEAD, sentence))] == [True]


def test_a_deed_of_another_year_is_another_matter() -> None:
    (found,) = read(_LEAD, "It recalled the 1998 attack by the Reed League on the airport.")
    assert found.scope == "other"
