"""Tolls told in passing, lives taken, and those treated beside the dead; every text is invented."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A bomb went off in a market in Velland on Monday, killing three people. "


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text, "2031-05-07")
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A baker died in the night, taking the dead to seven.", ["7"], []),
        ("Two of the wounded died, with which the dead come to 15 and the wounded to six.",
         ["15"], ["6"]),
        ("A fourth soldier died. That brings the total to five, the army said.", ["5"], []),
        ("The dead number 28, the mayor said, and 71 were hurt.", ["28"], ["71"]),
        ("The dead are now 14.", ["14"], []),
        ("Ilka Marsh died on Friday, taking to two the number of dead in the blast.", ["2"], []),
        ("More died in the night, bringing the total number of dead to nine.", ["9"], []),
        ("A clerk died, bringing the total killed to 12 and the injured to 30.", ["12"], ["30"]),
        ("The death toll has gone up to 13.", ["13"], []),
        ("Five remain among the wounded.", [], ["5"]),
        ("Eight are still being treated.", [], ["8"]),
        ("Sixteen people survived with wounds.", [], ["16"]),
        ("Four have died and 31 people have been treated.", ["4"], ["31"]),
        ("The bombing claimed 19 lives.", ["19"], []),
        ("The raid cost 19 lives and injured 30.", ["19"], ["30"]),
        ("The remains of 31 people were found.", ["31"], []),
        ("Some 31 people are known to have died.", ["about 31"], []),
        ("Nine people are feared to have died.", ["9"], []),
    ],
)  # fmt: skip
def test_a_toll_told_in_passing_is_read(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


def test_the_total_of_the_dead_goes_before_those_told_of_first() -> None:
    text = _LEAD + "A fourth trader died. That brings the total to five, the army said."
    assert tolls(text) == (["at least 3", "5"], [])


@pytest.mark.parametrize(
    "text",
    [
        "The dead were 16, 17 and 20.",
        "Police arrested two more, bringing the total to five.",
        "Police searched a mill after the deaths, bringing the number of arrests to five.",
        "The bomb could claim 20 lives.",
        "Surgeons saved 19 lives.",
        "The Reed Front has claimed 23 of the deaths.",
        "Two men were hurt. That brings the total to five.",
        "Aid workers want 12 people to have died of hunger.",
        "Trains ran again and 31 people have been treated.",
    ],
)
def test_what_is_no_toll_is_not_read(text: str) -> None:
    assert tolls(text) == ([], ["2"] if "were hurt" in text else [])


def test_a_hedge_stays_with_who_is_feared_to_have_died() -> None:
    page = read("Nine people are feared to have died.", "2031-05-07")
    assert [one.hedge for one in page.facts if one.slot == "killed"] == [1]


def test_who_is_treated_may_not_be_hurt() -> None:
    text = "Four pilots were wounded. Six people were being treated there, two of them for shock."
    assert read(text, "2031-05-07").values("wounded") == ["4"]
