"""Tolls as reports of the following days tell them; every text is invented."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text, "2031-05-07")
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The ministry put the number of those killed in the raid at 36.", ["36"]),
        ("The governor put the number of the slain at seven.", ["7"]),
        ("The number of those who died has risen to nine.", ["9"]),
        ("The dead of the second of May are fourteen.", ["14"]),
        ("The dead in Sunday's raid are nine.", ["9"]),
        ("A porter died on Friday, with which the fatal victims add up to 13.", ["13"]),
        ("Forty people, nine of them nuns, lost their lives on Friday.", ["40"]),
        ("Forty people, nine of whom were nuns, were killed on Friday.", ["40"]),
        ("Forty people – nine of them nuns – died on Friday.", ["40"]),
        ("Sixteen people were shot or clubbed to death.", ["16"]),
        ("Sixteen herders were shot, speared or burned to death.", ["16"]),
        ("Gunmen shot or hacked to death 16 people.", ["16"]),
        ("A second police officer has died of her wounds.", ["2"]),
        ("A third soldier has died, the army said.", ["3"]),
        ("A third border guard has died of his wounds.", ["3"]),
        ("The ministry's final count of those killed was 27.", ["27"]),
        ("Five people and 40 goats were killed.", ["5"]),
        ("A family of five was killed.", ["5"]),
        ("Fifteen lives were lost.", ["15"]),
        ("Two children were burned alive.", ["2"]),
        ("The raiders slit the throats of six villagers.", ["6"]),
        ("The fifth victim, the baker Ilo Marn, died a week after the others.", ["5"]),
        ("A seventh victim, a woman of 60, died on Monday.", ["7"]),
        ("A second victim of Tuesday's raid, the baker Ilo Marn, died on Friday night.", ["2"]),
        ("A second victim died at the scene.", ["at least 1"]),
        ("Six porters who fled on May 19 were killed by guards.", ["6"]),
        ("In May 19 porters were killed.", ["19"]),
        ("Port mourns as ferry blast toll reaches nine.", ["9"]),
        ("The office gives the number of dead as 14.", ["14"]),
        ("Four more of those injured in the raid breathed their last in Arden.", ["4"]),
        ("Two guards of the night and day crews were killed.", ["2"]),
        ("Nine people, six men and three women, were shot dead.", ["9"]),
        ("Five people, a man and four women, were killed on Friday.", ["5"]),
        ("Raiders killed nine people, six men and three women.", ["9"]),
        ("Six soldiers fell in combat.", ["6"]),
        ("A porter died on Friday, with which the deceased are two.", ["2"]),
    ],
)
def test_the_dead_are_counted(text: str, killed: list[str]) -> None:
    assert tolls(text)[0] == killed


@pytest.mark.parametrize(
    "text",
    [
        "The dead were 19 and 23.",
        "The dead were 19, 23 and 40.",
        "Both of the dead were 30.",
        "The dead were 19 years old.",
        "The dead are mostly farmers.",
        "Raiders killed 60 cows and burned 40 houses.",
        "Sixteen people were shot or beaten.",
        "Sixteen people were wounded or killed.",
        "The fifth victim, the baker Ilo Marn, was brought to the clinic after the others.",
    ],
)
def test_what_counts_no_dead_is_not_read(text: str) -> None:
    assert not tolls(text)[0]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Three soldiers died and five are still under treatment.", ["5"]),
        ("He put the dead at nine and said two others were being treated.", ["2"]),
        ("The minister said fourteen people had died and 18 were being treated.", ["18"]),
        ("Police say 19 people were killed. Another 11 are being treated.", ["11"]),
        ("One man died. The other two crewmen are recovering from burns in hospital.", ["2"]),
        ("Two men died. The other three men were wounded.", ["3"]),
        ("The dead number 30. Twelve people with gunshot and knife wounds are on admission at the"
         " clinic.", ["12"]),
        ("Two people have died. The remaining six victims of the gas have all gone home.", ["6"]),
        ("The wounded were 26.", ["26"]),
        ("Seven others sustained various degrees of injuries.", ["7"]),
        ("Four people suffered burns.", ["4"]),
        ("Ten people were killed, two of whom died in hospital, and five were wounded.", ["5"]),
        ("Four herders were killed. Two others were treated and discharged.", ["2"]),
        ("Four herders were killed. Two others were discharged from hospital on Friday.", ["2"]),
        ("The blast killed two. Five workers remain in hospital.", ["5"]),
    ],
)  # fmt: skip
def test_who_is_treated_beside_the_dead_is_hurt(text: str, wounded: list[str]) -> None:
    assert tolls(text)[1] == wounded


@pytest.mark.parametrize(
    "text",
    [
        "Two people died. The factory closed, and six workers have all gone home.",
        "Six people were being treated for shock.",
        "Two recruits died. Six others were discharged from the army.",
        "Three people died. Two pilots are recovering the wreck.",
    ],
)
def test_who_is_at_home_or_in_shock_may_not_be_hurt(text: str) -> None:
    assert not tolls(text)[1]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Six were shot dead; nine more are being attended in hospitals of Arden.", ["9"]),
        ("Six porters died on Friday. Nine people remained wounded.", ["9"]),
        ("Six porters were killed and two others are under care.", ["2"]),
        ("The fire spared the quay. Three people needed medical treatment.", ["3"]),
        ("The number of poisoned sailors reached 31.", ["31"]),
        ("The office gives the number of injured as 27.", ["27"]),
        ("Four people died. Three survived with bullet wounds.", ["3"]),
        ("A cook was killed. Two colleagues were wounded.", ["2"]),
        ("A cook was killed. Two of her colleagues are recovering.", ["2"]),
        ("Two escorts were hurt.", ["2"]),
        ("A guard was killed and four women of the cooking and cleaning staff were hurt.", ["4"]),
    ],
)
def test_the_wounded_are_counted(text: str, wounded: list[str]) -> None:
    assert tolls(text)[1] == wounded
