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
    ],
)
def test_a_charge_for_the_deed_leaves_the_suspicion(charge: str) -> None:
    assert alone(f"The Reed League {charge}.", "The Reed League")
