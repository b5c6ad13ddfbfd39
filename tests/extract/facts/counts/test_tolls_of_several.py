"""Sums over several incidents ("this year", "in 17 shootings") are no toll of one."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Seven people were killed and 14 others hurt in 17 shootings across the city.", [], []),
        ("Twelve people were wounded in weekend shootings, police said.", [], []),
        ("A study found that 141 children died in accidents with guns.", [], []),
        (
            "A man was shot dead on Monday. So many as 126 people have been killed in "
            "Harrow this year.",
            ["1"],
            [],
        ),
        ("Two officers were killed earlier this year, the court heard.", ["2"], []),
        ("Two guards had been killed earlier this year, the court heard.", ["2"], []),
        ("Bombings across Iraq killed 40 people and wounded 90 on Tuesday.", ["40"], ["90"]),
        ("Gunmen killed 12 people in two shootings in the capital on Friday.", ["12"], []),
        ("The bombing, the deadliest this year, has killed 24 people.", ["24"], []),
        ("Three people have been killed in the bombing, the fourth this year.", ["3"], []),
        ("Air strikes have killed 24 people since Monday.", ["24"], []),
        ("Kidnappers have killed two hostages since January.", ["2"], []),
        ("The gunman killed 13 people at three scenes before he was shot dead.", ["14"], []),
    ],
)
def test_sums_over_several_incidents(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "Since the spring offensive began 655 guerrillas have been killed and 491 wounded.",
        "The army said 655 guerrillas had been killed and 491 wounded since the war began.",
        "At least 655 people were killed during the offensive, the army said.",
        "So far this year 30 people were killed on the buses of Harrow.",
        "Sixteen other journalists have died there since 2015.",
    ],
)
def test_counts_of_a_war_or_of_years_belong_elsewhere(text: str) -> None:
    assert tolls(text) == ([], [])
    page = read(f"A bomb killed five journalists in Harrow on Friday. {text}")
    assert page.values("killed") == ["5"]


@pytest.mark.parametrize(
    "text",
    [
        "In the deadliest attack since 2015, five people were killed in Harrow.",
        "Five people have been killed in the worst attack in Harrow since the war began.",
        "Five people were killed at a rally during the election campaign.",
        "Five hostages have been killed since the siege began on Friday.",
        "A bomb killed five people, one of many that have gone off since the war began.",
    ],
)
def test_one_incident_of_a_war_is_counted(text: str) -> None:
    assert tolls(text) == (["5"], [])


def test_arrests_of_a_war_belong_elsewhere() -> None:
    page = read("The army said 400 people have been arrested since the uprising began.")
    assert page.values("detained", "other") == ["400"]


def test_a_headline_counts_what_the_lead_explains_as_several_incidents() -> None:
    page = read(
        "Six people injured in Veldt\n\nSix people were injured in two separate shootings on"
        " Sunday. In the first, four men were injured outside a mill.",
        title=True,
    )
    assert page.values("wounded") == ["4"]
    assert page.values("wounded", "other") == ["6"]
    shot = read(
        "Six shot, two fatally, in Veldt\n\nTwo men were killed and four men were wounded in three"
        " separate shootings on Sunday.",
        title=True,
    )
    assert (shot.values("killed"), shot.values("wounded")) == ([], [])
    one = read("Six people injured in Veldt\n\nSix people were injured at a mill.", title=True)
    assert set(one.values("wounded")) == {"6"}
