"""The weapon is what was used here, not what is said or owned."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "weapons"),
    [
        ("A drone attack hit the mill.", ["drone"]),
        ("Gunners launched rockets at the fort.", ["rocket"]),
        ("A car bomb exploded outside the bank.", ["car bomb"]),
        ("She was attacked with a knife.", ["knife"]),
        ("Two men opened fire on the bus.", ["gun"]),
        ("Police said a “rocket” had hit the villa.", ["rocket"]),
        ("The general keeps rifles and rockets in a barn.", []),
        ("No drones were used.", []),
        ("“The rockets of spite fly past an upright house,” he wrote.", []),
        ("“We shall answer with the rockets of hope and the bombs of truth.”", []),
    ],
)
def test_weapons_used(text: str, weapons: list[str]) -> None:
    assert read(text).values("weapon") == weapons
