"""Words for harm that tell of nobody, or of nobody new."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("The governor published the list of those killed.", [], []),
        ("A trail of blood led off, but no wounded person is known to police.", [], []),
        ("The ministry put at thirteen the dead in the attack.", [], []),
        ("She had a feeling someone had been shot.", [], []),
        ("When she learned that Joe had been shot, she cried.", [], []),
        ("He ran before the third shot.", [], []),
        ("A deputy shot a man, said homicide Lt. Bo Marsh.", [], ["1"]),
    ],
)
def test_nobody_is_told_of(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        (
            "Two officers were killed. Sgt. Alan Moor, 42, died at the scene. Officer Kim Estes, "
            "28, died on Saturday.",
            ["2"],
            [],
        ),
        (
            "Two Israelis were killed. Hod Rosen, 21, an aide, and a 15-year-old boy, Yair Malk, "
            "died on the spot.",
            ["2"],
            [],
        ),
        ("Father and son hurt. A man and his teenage son were both injured.", [], ["2"]),
        ("Bo Marsh, 21, a clerk and father of two, was shot.", [], ["1"]),
        ("The bullets killed a clerk. They also struck three bystanders.", ["1"], ["3"]),
        (
            "16-year-old shot in Harrow News 16-year-old shot in Harrow A bag lies on the corner.",
            [],
            ["1"],
        ),
    ],
)
def test_who_is_told_of_twice_is_one(text: str, killed: list[str], wounded: list[str]) -> None:
    page = read(text)
    assert page.values("killed")[:1] == killed
    assert page.values("wounded") == wounded


def test_a_name_is_that_of_the_one_whose_end_it_has() -> None:
    page = read(
        "A clerk is accused of killing one driver and wounding another. Abdi Warsa, 44, flagged a "
        "ride. Warsa was shot as he reached for the door. Warsa died early on Tuesday."
    )
    assert (page.values("killed"), page.values("wounded")) == (["1"], ["1"])


def test_a_shooting_ends_with_somebody_dead_and_another_hurt() -> None:
    page = read("A shooting ended with one man dead and another hurt.")
    assert (page.values("killed"), page.values("wounded")) == (["1"], ["1"])


def test_others_beside_those_counted_are_added() -> None:
    page = read("Two officers were killed. Bo Marsh, 20, a clerk, was also killed.")
    assert "3" in page.values("killed")
    page = read("Bo Marsh, 21, a 16-year-old girl and a 30-year-old man were shot.")
    assert page.values("wounded") == ["3"]
