"""What a text tells of other cases stays with them."""

import pytest

from tests.extract.facts.reading import read
from whence.extract.prose import tokenize
from whence.extract.scope.another import elsewhere

_LEAD = "A man was shot on Mill Road in Harrow on Monday. No one else was hurt.\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "Harrow police also were investigating the shooting of a 14-year-old boy who was wounded."
        "\n\nHe was listed in serious condition.",
        "Deputies also responded to a motor vehicle crash. Two men were hurt.",
        "Last month, a girl was shot and killed. That same month, a 2-year-old was shot.",
    ],
)
def test_another_case_is_other(rest: str) -> None:
    assert read(_LEAD + rest, "2020-03-04").values("wounded") == ["1"]


@pytest.mark.parametrize(
    "rest",
    [
        "Police are also investigating a second shooting scene, where a woman was shot.",
        "Detectives also responded to a hospital, where a woman was treated for a gunshot wound.",
        "It was the second time that shots were fired. A woman was shot too.",
    ],
)
def test_the_same_case_stays(rest: str) -> None:
    assert read(_LEAD + rest, "2020-03-04").values("wounded") == ["2"]


def test_the_last_of_several_is_the_incident_itself() -> None:
    page = read(
        "A bomb killed two people in Nairobi on Monday. It was the third attack in the city in a"
        " week. Five people were wounded.",
        "2020-03-04",
    )
    assert page.values("killed") == ["2"]
    assert page.values("wounded") == ["5"]


def test_the_day_of_another_case_is_not_the_incident_s() -> None:
    page = read(
        "A boy was hurt when his brother dropped a gun in Harrow on Monday.\n\n"
        "Police were also investigating the shooting of a clerk, who was hurt around 1 a.m. "
        "on Sunday.",
        "2020-03-04",
    )
    assert page.scopes.incident_date == "2020-03-02"


_TOWN = "Two clerks were shot dead in Velland on Monday.\n\nThe police hold nobody.\n\n"


@pytest.mark.parametrize(
    "rest",
    [
        "On the same day, in Orrin, next to Harrow, four people were killed in a bar.",
        "In the same afternoon a drone hit a fuel depot at Orrin; three drivers were killed.",
        "In Orrin, 40 km away, three policemen were killed the same night in an ambush.",
        "The shooting wounded a girl as well, a week after gunmen killed nine in Orrin.",
    ],
)
def test_what_happened_elsewhere_on_the_day_is_other(rest: str) -> None:
    assert read(_TOWN + rest, "2020-03-04").values("killed") == ["2"]


@pytest.mark.parametrize(
    "rest",
    [
        "On the same night three more people were wounded in the bar.",
        "Three men were wounded in Velland the same night.",
        "On the same evening a caller in Orrin claimed the attack, in which three were wounded.",
    ],
)
def test_what_belongs_to_the_day_stays(rest: str) -> None:
    assert read(_TOWN + rest, "2020-03-04").values("wounded") == ["3"]


_RAID = (
    "Gunmen killed five guards at Arden on Friday. The town lies in the plain.\n\n"
    "The mayor spoke of a raid.\n\n"
)


@pytest.mark.parametrize(
    ("rest", "killed"),
    [
        ("Its camp is 600 km to the west, where it killed 12 herders at Velm.", ["5"]),
        ("In Velm, 300 kilometres away, eight clerks were shot dead.", ["5"]),
        ("Arden is 600 km to the west of Velm. Gunmen killed five guards there.", ["5"]),
    ],
)
def test_what_happened_far_away_is_another_matter(rest: str, killed: list[str]) -> None:
    assert read(_RAID + rest, "2031-05-07").values("killed") == killed


def test_what_befell_another_place_in_the_same_week_is_another_event() -> None:
    tokens = tokenize("It killed 12 villagers at Quellby in the same week with a bomb.")
    assert elsewhere(tokens, frozenset())


@pytest.mark.parametrize(
    "rest",
    [
        "In Aldbury, 40 km away, three officers were killed the same night in an ambush.",
        "Last night a grenade also went off in Oldhaven. There three people were killed.",
        "The previous week, in Aldbury, a launch was sunk; three sailors were killed.",
        "In January three huts had burned at Aldbury; that fire killed three people.",
    ],
)
def test_a_deed_elsewhere_is_another_though_a_dateline_names_the_place(rest: str) -> None:
    lead = "ALDBURY - A bomb killed two people in Harrow on Monday. The road was closed.\n\n"
    assert read(lead + rest, "2020-03-04").values("killed") == ["2"]


@pytest.mark.parametrize(
    "rest",
    [
        "In the yard, 40 metres away, three more people were killed by a second blast.",
        "There was a fire as well. Three more people were killed.",
        "Police also said a bomb had been found in Aldbury. Three more people were killed.",
        "In March he had moved house. Three more people were killed.",
    ],
)
def test_what_stands_beside_the_incident_stays(rest: str) -> None:
    assert "3" in read(_LEAD + rest, "2020-03-04").values("killed")
