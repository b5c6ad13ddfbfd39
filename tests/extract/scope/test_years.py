"""Events of other years, of other days and of other places are not the incident's."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A driver was shot on Saturday, December 3, 2016. He was taken to a hospital. "


@pytest.mark.parametrize(
    "text",
    [
        "Royal had been free on bond in a 2014 shooting that left a man paralyzed.",
        "It was the worst attack since 2010, when four people were hit and one of them killed.",
        "The band was also blamed for 2004 attacks on cinemas in which 18 died.",
        "The band had mined the road on November 4; two soldiers were wounded there.",
        "In 2002, two of his colleagues were killed within eight months.",
        "Forty-six people were shot dead in Velland during 2010.",
        "In the week before, 11 people had died in a raid in Harrow.",
        "A week earlier and eight miles away, two people were killed at another bar.",
        "In Harrow, two officers were fatally shot the same night in an unrelated case.",
        "The shooting came hours before a gunman killed two journalists near Harrow.",
        "In September, eighteen workers of a factory were slain in Harrow.",
        "In July, 16 people died in a fire; on the same night four were killed in Harrow.",
        "The Red Front, which has killed 820 people in its fight, was blamed.",
        "The department has seen 15 people shot by officers.",
        "The suspect, Pavel Osk, was shot dead in a raid in 2018 and could not be tried.",
        "Ivo Kalt, who had sheltered him, was killed in 2019.",
        "The army began an offensive in May. Since then at least 60 people have been massacred.",
    ],
)
def test_other_times_are_another_matter(text: str) -> None:
    page = read(_LEAD + text, published="2016-12-05")
    assert page.values("killed") == []
    assert page.values("wounded") == ["1"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two men were killed in the first deadly attack since the truce of May.", ["2"]),
        ("The blast, which has killed 22 people, happened on Saturday.", ["22"]),
        (
            "Police spoke on Friday. A mechanic was charged with murder two days after a shooting "
            "that left one man dead.",
            ["1"],
        ),
        ("A man was killed on Saturday by a 2011 Gallo that he owned.", ["1"]),
        ("A clerk was shot on May 3, 2016, and died of her wounds in 2018.", ["1"]),
        ("A boy who was shot two weeks earlier died on Monday.", ["1"]),
    ],
)
def test_what_is_of_the_incident_stays(text: str, killed: list[str]) -> None:
    assert read(text).values("killed") == killed


def test_who_is_among_those_of_another_event_stays_there() -> None:
    page = read(
        f"{_LEAD}At least seven people were killed in 33 separate shootings since Friday. Among "
        "those killed was Jan Hale, 17."
    )
    assert page.values("killed") == []


def test_a_year_before_those_of_the_lead_is_another_where_no_day_is_known() -> None:
    text = (
        "A court sentenced six men for the bombs which killed two clerks in autumn 2005. "
        "A seventh was let go. "
        "The band was also blamed for 2004 attacks on cinemas in which 18 died."
    )
    assert read(text, published="2007-05-30").values("killed") == ["2"]
