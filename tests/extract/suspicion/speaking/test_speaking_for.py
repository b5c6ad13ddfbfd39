"""Who denies or owns up for somebody else is no party to it."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspicion.guesses.test_seen import alone

_LEAD = "A bomb killed Ana Ferreira at the harbour on Monday."
_ACCUSED = "Police accused Ilo Marsh, 40, of the bombing."
_BLAMED = "Police blamed the Reed League for the bombing."


def denying(*sentences: str) -> set[str]:
    return {name for name, _, polarity, _ in brief(read(_LEAD, *sentences)) if not polarity}


@pytest.mark.parametrize(
    "sentence",
    [
        "His lawyer, Ida Moss, denied that he was involved.",
        "Ida Moss, his lawyer, denied that he was involved.",
        "Ida Moss, a lawyer for Ilo Marsh, denied any involvement.",
        "His lawyer denied any involvement.",
        "His brother Ugo Moss denied the charges.",
    ],
)
def test_the_denial_of_a_lawyer_is_of_the_accused(sentence: str) -> None:
    assert denying(_ACCUSED, sentence) == {"Ilo Marsh"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Moss, a spokeswoman for the Reed League, denied any role in the bombing.",
        "Ida Moss, a Reed League spokeswoman, denied any role in the bombing.",
        "A Reed League spokeswoman, Ida Moss, denied any role in the bombing.",
        "The Reed League's spokeswoman denied any role in the bombing.",
        "The Reed League's chief spokeswoman, Ida Moss, denied any role in the bombing.",
        "Ida Moss, speaking for the Reed League, denied any role in the bombing.",
        "Ida Moss, who speaks for the Reed League, denied any role in the bombing.",
        "On behalf of the Reed League, Ida Moss denied any role in the bombing.",
    ],
)
def test_the_denial_of_a_spokesman_is_of_whom_he_speaks_for(sentence: str) -> None:
    assert denying(_BLAMED, sentence) == {"Reed League"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Moss claimed responsibility for the bombing on behalf of the Reed League.",
        "Ida Moss, on behalf of the Reed League, claimed responsibility for the bombing.",
        "Responsibility for the bombing was claimed by Ida Moss on behalf of the Reed League.",
        "A caller, speaking on behalf of the Reed League, claimed responsibility for the bombing.",
        "The Reed League's spokeswoman, Ida Moss, claimed responsibility for the bombing.",
    ],
)
def test_what_is_claimed_on_behalf_of_a_group_is_the_groups_claim(sentence: str) -> None:
    owned = {(name, standing) for name, _, _, standing in brief(read(_LEAD, sentence))}
    assert owned == {("Reed League", "admitted")}


def test_who_names_nobody_in_whose_name_it_was_done_owns_up_himself() -> None:
    sentence = "Ilo Marsh, in the name of God, claimed responsibility for the bombing."
    owned = {(name, standing) for name, _, _, standing in brief(read(_LEAD, sentence))}
    assert owned == {("Ilo Marsh", "admitted")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilo Marsh, through his lawyer, denied any involvement in the bombing.",
        "Ilo Marsh, who lives with his brother, denied any involvement in the bombing.",
    ],
)
def test_who_speaks_through_another_speaks_for_himself(sentence: str) -> None:
    assert denying(_ACCUSED, sentence) == {"Ilo Marsh"}


def test_what_a_leader_denies_of_one_person_is_not_the_groups_denial() -> None:
    assert (
        denying(_BLAMED, "The Reed League leader, Ida Moss, denied that he was involved.") == set()
    )
    assert denying(_BLAMED, "The Reed League leader, Ida Moss, denied that it was involved.") == {
        "Reed League"
    }


def test_a_lawyer_who_does_not_deny_it_denies_nothing() -> None:
    assert denying(_ACCUSED, "His lawyer did not deny that he was involved.") == set()


def test_men_of_whom_nothing_else_is_told_are_nobody() -> None:
    told = "men were accused of planting the bomb."
    assert alone(f"Three {told}", "Three men", "accused", 0.99) == ()
    assert len(alone(f"Two masked {told}", "Two masked men", "accused", 0.99)) == 1
    by_trade = alone("The bombing was blamed on smugglers.", "smugglers", "accused", 0.99)
    assert len(by_trade) == 1
