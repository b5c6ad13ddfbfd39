"""Which of the days in a text is the incident's own, and which are of earlier or other events."""

import pytest

from tests.extract.facts.reading import read

_LEAD = "A baker was shot and wounded Saturday afternoon at a mill in Harrow.\n\n"
_FILL = (
    "The mill has two gates. A grey car stood at one of them. A clerk saw the car from a window."
    " Nobody else was there. The gates were open.\n\n"
)


@pytest.mark.parametrize(
    "rest",
    [
        "The two most recent shootings in Harrow occurred in March and February.\n\n"
        "On March 11, a ranger shot at a driver. On March 11, the driver was shot.",
        "A shooting happened at the mill on March 3 as well. The March 3 shooting hurt two.",
    ],
)
def test_earlier_events_behind_fresh_news_are_not_its_own(rest: str) -> None:
    assert read(_LEAD + _FILL + rest, "2031-05-12").values("date") == ["2031-05-10"]


def test_what_happened_long_ago_is_told_where_no_fresh_event_leads() -> None:
    text = "A man was arrested Saturday in Harrow.\n\n" + _FILL + "A baker was shot on March 11."
    assert read(text, "2031-05-12").values("date") == ["2031-03-11"]


def test_a_day_that_only_follows_the_story_makes_no_news_of_it() -> None:
    text = (
        "“A part of me was killed that day,” a guard said in court.\n\n"
        + _FILL
        + "It happened on March 11, when a baker was shot."
    )
    assert read(text, "2031-05-12").values("date") == ["2031-03-11"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police held a man for the shooting as well as a reported shooting from May 3 in Veldt.",
         []),
        ("Police held a man for the shooting, along with another attack on May 3.", []),
        ("A baker was shot as well as a clerk on May 3.", ["2031-05-03"]),
        ("A baker as well as a clerk was hurt in a shooting on May 3.", ["2031-05-03"]),
    ],
)  # fmt: skip
def test_a_second_event_has_a_day_of_its_own(text: str, day: list[str]) -> None:
    assert read(text, "2031-05-12").values("date") == day


@pytest.mark.parametrize(
    "said",
    [
        "police said.",
        "police said on Monday.",
        "police said Monday.",
        "witnesses have told this station.",
    ],
)
def test_who_said_so_on_a_later_day_takes_no_day_from_the_event(said: str) -> None:
    text = (
        "Hooded gunmen shot dead the mayor of Oro province's Quellamar district, his driver and "
        f"his 16-year-old daughter on a mountain road on Sunday, {said}"
    )
    assert read(text, "2031-05-13").values("date") == ["2031-05-11"]


@pytest.mark.parametrize(
    "text",
    [
        "Somebody shot up two mills on Saturday night. A lineman broke an ankle on Sunday.",
        "Gunmen opened fire on mourners at a burial in Rakvo, a village in the Oru area of Velland "
        "State, on Saturday afternoon. The burial was for two men shot on Wednesday.",
        "Doors opened in a tunnel and signals turned to green against one another on Saturday "
        "morning.",
        "Poisoned tea sickened 31 people on Saturday. A letter had reached the makers on May 2.",
    ],
)
def test_the_day_of_the_deed_goes_before_those_around_it(text: str) -> None:
    assert [day[:10] for day in read(text, "2031-05-12").values("date")] == ["2031-05-10"]


def test_months_between_which_a_report_counts_date_nothing() -> None:
    text = (
        "The office could not say who set off the explosion that killed 27 people in May. "
        "Its report on attacks between March and August names nobody."
    )
    assert read(text, "2031-09-25").values("date") == ["2031-05"]


def test_a_day_on_which_something_had_reached_somebody_is_not_the_deeds() -> None:
    text = "Two people have died of poisoned tea. A letter had reached the makers on May 2."
    assert "2031-05-02" not in read(text, "2031-05-12").values("date")


@pytest.mark.parametrize(
    "text",
    [
        "Two mills were destroyed by explosive charges in the night of Friday to Saturday. "
        "A group that calls itself Red Oar was seen for the first time in March, when it attacked "
        "a barn.",
        "The line was cut in the night of Friday to Saturday.\n\nThe Front, author of the sabotage "
        "of March 2027, condemned it.",
        "Armed men executed 12 villagers at Quell on Saturday. In March 2029 another gang killed "
        "ten there.",
        "Fighters dropped bombs on a mill at Quell on Saturday, a helper said. "
        "The same group attacked a depot on 3 May with drones.",
        "A cable was severed on Saturday. Links would carry calls until repairs in May.",
        "Rockets fell on a mill at Quell on Saturday. Red Oar, in an audio message of May 11, "
        "called the killings a crime.",
    ],
)
def test_what_others_did_before_and_who_speaks_later_gives_no_day(text: str) -> None:
    (day,) = read(text, "2031-05-12").values("date")
    assert day in ("2031-05-10", "2031-05-09/2031-05-10")


def test_what_was_closed_by_the_event_has_been_so_since_its_day() -> None:
    text = (
        "After a fire in a duct the line to Quell has been closed since the early hours of Sunday."
    )
    assert read(text, "2031-05-12").values("date") == ["2031-05-11"]
