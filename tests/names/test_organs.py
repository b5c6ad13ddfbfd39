"""A state's government and forces, and what only sounds like them."""

import pytest

from whence.names.organs import organ_of, rules


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("the government", ()),
        ("THE ARMED FORCES", ()),
        ("Peruvian army", ("PE",)),
        ("the regime of Peru", ("PE",)),
        ("forces of Peru, Chile", ("PE", "CL")),
        ("the Peruvian enemy", ("PE",)),
        ("the enemy", None),
        ("Peruvian soldiers", None),
        ("Free Army", None),
        ("the armed", None),
    ],
)
def test_what_rules_stands_for_its_state(name: str, codes: tuple[str, ...] | None) -> None:
    assert rules(name) == codes


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Peru", "PE"),
        ("Peruvian soldiers", "PE"),
        ("uncontrolled elements in the army", ""),
        ("the interior ministry", ""),
        ("Free Peruvian Army", None),
        ("Peruvian and Chilean soldiers", None),
        ("Reed League", None),
        ("the general", None),
    ],
)
def test_an_organ_holds_no_word_of_its_own(name: str, iso: str | None) -> None:
    assert organ_of(name) == iso
