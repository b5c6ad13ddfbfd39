"""What a text tells of other cases stays with them."""

import pytest

from tests.extract.facts.reading import read

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
