"""Headlines: verbs of plural subjects, nouns without an article, bodies and mixed groups."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Gunmen kill five in market", ["5"], []),
        ("Rockets kill two, wound six", ["2"], ["6"]),
        ("Bandits kill 12 villagers in the north, injure 7", ["12"], ["7"]),
        ("Suicide bombers kill at least 30", ["at least 30"], []),
        ("Deputies shoot two men", [], ["2"]),
        ("Police kill man after chase", ["1"], []),
        ("Gunmen kill mayor, driver in ambush", ["2"], []),
        ("Police shoot, wound man", [], ["1"]),
        ("Robbers shoot, kill store clerk", ["1"], []),
    ],
)
def test_verbs_of_plural_subjects_tell_what_happened(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "They want to kill three men.",
        "Did gunmen kill four?",
        "The rebels could kill six hostages.",
        "Storms kill power across town.",
        "Nothing will make soldiers shoot two boys.",
    ],
)
def test_what_may_or_might_be_done_is_not(text: str) -> None:
    assert tolls(text) == ([], [])


def test_police_arrest_and_air_defences_intercept_by_the_same_form() -> None:
    assert read("A bomb killed two. Police arrest 12 men over it").values("detained") == ["12"]
    page = read("Rebels launch 10 drones at refinery, air defences intercept 7 drones")
    assert page.values("munitions_launched") == ["10"]
    assert page.values("munitions_intercepted") == ["7"]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Employee is accidentally shot in restroom", [], ["1"]),
        ("Officers watch a film after employee is shot", [], ["1"]),
        ("Cyclist struck by stray bullet", [], ["1"]),
        ("Beloved music teacher dead after shooting", ["1"], []),
        ("Robber kills popular music teacher", ["1"], []),
        ("Crash kills one, injures motorcyclist", ["1"], ["1"]),
        ("A robber grazed a waitress with a bullet.", [], ["1"]),
        ("An ex-con was shot on Main Street.", [], ["1"]),
    ],
)
def test_one_person_without_an_article(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    "text",
    [
        "The wounded warrior fund met. A shooting instructor spoke.",
        "December shot past them.",
        "Robber kills liquor sales",
    ],
)
def test_other_nouns_are_nobody(text: str) -> None:
    assert tolls(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("30 women and children were killed in the strike.", ["30"], []),
        ("The blast wounded 12 men and women.", [], ["12"]),
        ("Nine officers and soldiers were killed.", ["9"], []),
        ("Rescuers recovered 12 bodies from the rubble.", ["12"], []),
        ("Five bodies were found on Saturday.", ["5"], []),
        ("Two regional bodies found fault with it.", [], []),
        ("A referee was hacked to death.", ["1"], []),
        ("A clerk was winged by a bullet.", [], ["1"]),
        ("A boy was shot and left for dead.", [], ["1"]),
    ],
)
def test_groups_of_two_sorts_bodies_and_further_verbs(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    assert tolls(text) == (killed, wounded)
