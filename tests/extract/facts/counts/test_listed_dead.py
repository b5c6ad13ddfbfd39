"""Who is killed in one breath: lists of several sorts, whoever did it and the rest, bodies."""

import pytest

from tests.extract.facts.reading import read


def told(text: str, slot: str = "killed") -> list[str]:
    """Return what a report counts of everybody."""
    found = read(text + " It was in Gombe.", "2031-03-05").facts
    whole = [one for one in found if one.slot == slot and one.scope == "incident"]
    people = [one.value for one in whole if one.unit in (None, "people")]
    return people or [one.value for one in whole]


@pytest.mark.parametrize("last", ["a civilian", "one civilian", "a nurse", "a driver", "a boy"])
@pytest.mark.parametrize(
    "frame",
    [
        "Three soldiers, two policemen and {} were killed.",
        "The attack killed three soldiers, two policemen and {}.",
        "Three traders, two herders and {} were killed.",
    ],
)
def test_several_sorts_are_added_up(frame: str, last: str) -> None:
    assert told(frame.format(last)) == ["6"]


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers, a sergeant and two privates, were killed.",
        "Three people, two men and a woman, were killed.",
        "Three siblings, two boys and a girl, were killed.",
    ],
)
def test_whom_an_aside_names_are_not_added(text: str) -> None:
    assert told(text) == ["3"]


@pytest.mark.parametrize("who", ["A man", "A bomber", "A suicide bomber", "A gunman"])
@pytest.mark.parametrize(
    "did",
    [
        "killed himself and two others",
        "killed two others and himself",
        "opened fire at a school, killing himself and two others",
        "opened fire at a school, killing two others and himself",
        "killed himself and two soldiers",
    ],
)
def test_whoever_dies_by_the_own_hand_is_one_more(who: str, did: str) -> None:
    assert told(f"{who} {did}.") == ["3"]


@pytest.mark.parametrize(
    "text",
    [
        "Police found the bodies of six miners with gunshot wounds.",
        "The bodies of six men with bullet wounds were found near a mine.",
        "Six bodies with gunshot wounds were found near a mine.",
        "The hospital received six bodies after the attack.",
    ],
)
def test_bodies_are_dead_and_not_wounded(text: str) -> None:
    assert (told(text), told(text, "wounded")) == (["6"], [])


def test_of_those_shot_with_the_gunman_all_may_be_dead() -> None:
    text = "A man shot himself and his two children. All three were found dead."
    assert (told(text), told(text, "wounded")) == (["3"], [])


def test_both_who_suffered_wounds_are_those_told_of() -> None:
    text = "A clerk and a guard were shot. The clerk and the guard both suffered graze wounds."
    assert told(text, "wounded") == ["2"]


@pytest.mark.parametrize("verb", ["sustained", "suffered", "received"])
@pytest.mark.parametrize("what", ["injuries", "various degrees of injuries", "serious injuries"])
def test_a_bare_number_has_injuries(verb: str, what: str) -> None:
    assert told(f"Six people died while 20 {verb} {what}.", "wounded") == ["20"]


@pytest.mark.parametrize("text", ["Two police dogs were killed.", "Two police cars were hit."])
def test_what_the_police_have_is_nobody(text: str) -> None:
    assert told(text) == []
    assert told(text, "wounded") == []


@pytest.mark.parametrize("verb", ["sustained", "suffered", "received"])
def test_both_who_have_injuries_were_told_of_before(verb: str) -> None:
    text = f"A guard and a driver were wounded. The guard and the driver both {verb} minor wounds."
    assert "3" not in told(text, "wounded")
    assert "4" not in told(text, "wounded")
