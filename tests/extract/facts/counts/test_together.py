"""People listed in one breath are counted together."""

import pytest

from tests.extract.facts.reading import read


def wounded(text: str) -> list[str]:
    """Return the values and units of the wounded of a text."""
    return [f"{one.value} {one.unit}" for one in read(text).facts if one.slot == "wounded"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast injured two men and a 10-year-old girl.", ["3 people"]),
        ("A raid left a 10-year-old girl and two men wounded.", ["3 people"]),
        ("Two men, a woman and a boy were hurt.", ["4 people"]),
        ("Woman, 3 teenage daughters shot at the mill", ["4 people"]),
        ("2 men, 1 woman shot at the mill", ["3 people"]),
        ("Two women, man shot at the mill", ["3 people"]),
        ("Boy, 4 others shot at the mill", ["5 people"]),
        ("A man and two children, a boy and a girl, were hurt.", ["3 people"]),
        ("Two others, a man and a woman, were hurt.", ["2 people"]),
        ("He killed one man and two others were hurt.", ["2 people"]),
        ("Four were dead, including the gunman, and six others were hurt.", ["6 people"]),
        ("The gunman and the four people who were injured were taken away.", ["4 people"]),
        ("A man wounded a police officer and two others in Harrow.", ["3 people"]),
        ("He killed a woman, injuring a police officer and two others.", ["3 people"]),
        ("A woman and two of her children were shot in Harrow.", ["3 people"]),
        ("He shot a clerk, two of her sons and another man.", ["4 people"]),
    ],
)
def test_people_are_added_up(text: str, expected: list[str]) -> None:
    assert wounded(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels killed a farmer, his wife and two children.", ["4"]),
        ("The shelling killed one civilian and two soldiers.", ["3"]),
        ("A raid killed a commander and five fighters, the army said.", ["6"]),
        ("A bomb killed a soldier and two policemen, and three guards were hurt.", ["3"]),
        ("Militants killed a guard and two nurses in the clinic told of the attack.", ["1"]),
        ("The army killed a rebel and two teachers from Orsa said he was a pupil.", ["1"]),
        ("The drone killed a driver and four soldiers remain trapped.", ["1"]),
    ],
)
def test_objects_of_any_kind_are_added_up_where_no_clause_of_their_own_follows(
    text: str, expected: list[str]
) -> None:
    assert read(text).values("killed") == expected


def test_found_dead_is_said_of_all() -> None:
    found = read("Deputies found a father and two sons dead in the yard.").values("killed")
    assert found == ["3"]


@pytest.mark.parametrize(
    ("text", "killed", "hurt"),
    [
        ("A couple was shot in their home.", [], ["2"]),
        ("An elderly Harrow couple was found dead.", ["2"], []),
        ("He killed a couple and their son.", ["3"], []),
        ("The couple has died.", ["2"], []),
        ("Bo Gale, 60, and his wife Ida, 58, were killed. The couple had a son.", ["2"], []),
        ("A couple of men were shot.", [], ["2"]),
        ("The couple's son was shot.", [], ["1"]),
        ("A couple of miles away a man was shot.", [], ["1"]),
    ],
)
def test_a_couple_is_two(text: str, killed: list[str], hurt: list[str]) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (killed, hurt)
