"""Who was hurt and who was not, by the words of local news; wars must not suffer by them."""

import pytest

from tests.extract.facts.reading import read


def tolls(text: str) -> tuple[list[str], list[str]]:
    """Return the values of killed and wounded of a text."""
    page = read(text)
    return page.values("killed"), page.values("wounded")


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A young man was found shot on Alder Lane around 7 p.m.", [], ["1"]),
        ("A man shot a police officer.", [], ["1"]),
        ("He killed a Harrow police officer.", ["1"], []),
        ("A man shot a gang member and a relative.", [], ["2"]),
        ("Two soldiers were found shot in a field.", [], ["2"]),
        ("A bullet struck an 11-year-old girl who was a passenger in a car.", [], ["1"]),
        ("A bullet hit the window of a bus, and a driver fled.", [], []),
        ("A bullet hit a soldier's helmet.", [], []),
        ("A shell hit a teacher's house.", [], []),
        ("Four people were confirmed to have been shot. One person is dead.", ["1"], ["3"]),
        ("Two pilots were confirmed to have been killed in the crash.", ["2"], []),
        ("A third clerk was reported to have been hurt.", [], ["at least 3"]),
        (
            "Gunfire left one person dead and sent at least one other person to a hospital.",
            ["1"],
            ["1"],
        ),
        ("Two men fled. Both were injured and are still in Elmford.", [], ["2"]),
        ("He pleaded guilty to the wounding of three other persons.", [], ["3"]),
        ("He was charged over the shooting injury of his 7-year-old nephew.", [], ["1"]),
        ("Elmford man held in shooting of girlfriend's 9-year-old", [], ["1"]),
        ("The baby's mother, grandmother and a family friend were critically wounded.", [], ["3"]),
        ("The officer shot at the dog and missed.", [], []),
        ("A man was shot at the car wash.", [], ["1"]),
        ("Three nurses were to have been killed, a kidnapper said.", [], []),
        ("Neither the driver of the van nor the other passenger was injured.", [], []),
        ("Neither government confirmed that a soldier was wounded.", [], ["1"]),
        ('The boy told his mother, "I shot a gun."', [], []),
        ("A man shot into a crowd and ran.", [], []),
        ("Soldiers shot into a crowd in the capital, killing two people.", ["2"], []),
        ("A man was shot into a ditch by a soldier.", [], ["1"]),
        ("The boy was declared brain dead.", [], ["1"]),
        (
            "A boy shot his grandfather on Sunday. My father was struck and he was airlifted, "
            "a son said. The grandfather died.",
            ["1"],
            [],
        ),
        (
            "A young woman was shot in Harrow. Investigators said that Ana Smith, 16, was killed.",
            ["1"],
            [],
        ),
        (
            "An officer was hospitalized after an accidental shooting. He accidentally shot "
            "himself as a car passed, and the round struck him in the foot.",
            [],
            ["1"],
        ),
        ("A detective was wounded. A man shot the investigator, police said.", [], ["1"]),
        (
            "Ann Lee, 33, and Bo Lee, 34 who were shot and killed at home, had a sister.",
            ["2"],
            [],
        ),
        (
            "Two brothers, ages 11 and 16, were shot. An 11-year-old boy was killed and his "
            "16-year-old brother was wounded.",
            ["1"],
            ["1"],
        ),
    ],
)
def test_who_was_hurt(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


def test_who_came_in_is_not_who_died() -> None:
    page = read(
        "A man killed six of his cousins and himself in Harrow. "
        "When a deputy arrived, Marsh had committed suicide."
    )
    assert {one.unit for one in page.facts if one.slot == "killed"} == {"people", "cousins"}
    assert tolls("A woman was killed in Harrow. When a deputy came, Marsh had died.") == (["1"], [])


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Two Deputy U.S. Marshals and an FBI agent were wounded.", ["3"]),
        ("Six officers were shot. It is unclear whether he was killed in the fire.", ["6"]),
    ],
)
def test_marshals_count_and_what_is_unclear_does_not(text: str, wounded: list[str]) -> None:
    assert tolls(text) == ([], wounded)


def test_whose_friend_somebody_is_is_not_killed_with_them() -> None:
    assert tolls("The friend of one of seven clerks killed in a crash spoke.") == (["7"], [])


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The bodies of four people, including two children, were found in the home.", ["4"]),
        ("Divers recovered the bodies of 12 sailors on Monday.", ["12"]),
        ("The bodies of two hostages were handed over.", []),
    ],
)
def test_bodies_that_are_found_are_dead(text: str, killed: list[str]) -> None:
    assert tolls(text) == (killed, [])
