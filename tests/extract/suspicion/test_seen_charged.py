"""Who is held or blamed for something beside the deed is no suspect of it."""

import pytest

from tests.extract.suspicion.test_seen import alone


@pytest.mark.parametrize(
    "charge",
    [
        "was arrested as well as an officer for “tampering with the evidence”",
        "was arrested for lying to the police about the bombing",
        "was charged with obstruction of justice in the bombing case",
        "was blamed for failing to stop the bombers",
        "was held on suspicion of repeatedly misleading the court",
        "was detained for alleged negligence",
        "stands accused of perjury",
        "was arrested at a protest for throwing stones at a bank",
        "was accused by the opposition of using the attack to win votes",
        "was sentenced to two years for insulting the victims of the bombing",
        "was arrested with a brother for secretly selling fertiliser",
    ],
)
def test_a_charge_beside_the_deed_makes_no_suspect(charge: str) -> None:
    assert alone(f"The Reed League {charge}.", "The Reed League") == ()


@pytest.mark.parametrize(
    "charge",
    [
        "was arrested for the bombing",
        "was charged with murder and with obstruction of justice",
        "was held on suspicion of murder and of tampering with evidence",
        "was arrested on Monday",
        "was arrested with two others for the second time",
        "was held for questioning",
        "was detained for throwing a petrol bomb into the hall",
        "is accused of making the device",
        "was charged with planting it and with lying to the police",
    ],
)
def test_a_charge_for_the_deed_leaves_the_suspicion(charge: str) -> None:
    assert alone(f"The Reed League {charge}.", "The Reed League")


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League, whose boat was stolen, is not a suspect.",
        "The Reed League, held since May, could not have planted the bomb.",
        "The Reed League was seen near the pier and may be among the dead.",
        "The Reed League was held in an unrelated case.",
        "Rumours on social media that the Reed League planted the bomb are false.",
    ],
)
def test_a_sentence_that_exculpates_makes_no_suspect(text: str) -> None:
    assert alone(text, "The Reed League" if text.startswith("The") else "the Reed League") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Reed League, who were held for two hours, were released without charge.",
        "Charges against the Reed League over the bombing were dropped on Friday.",
    ],
)
def test_charges_that_fall_clear(text: str) -> None:
    (found,) = alone(text, "Reed League")
    assert (found.standing, found.polarity) == ("cleared", False)
