"""What only could have happened is no toll; what did, beside it, is."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "The bolt could have hit the girl in the heart and killed her.",
        "The guard said he could’ve easily died.",
        "They should've been killed.",
        "Two men could easily have been killed.",
        "It might have wounded the girl.",
    ],
)
def test_nobody_is_counted_who_only_could_have_been(text: str) -> None:
    seen = read(text)
    assert seen.values("killed") + seen.values("wounded") == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("He could have run, and the guards killed two men.", ["2"]),
        ("A blast that could have been heard in Harrow killed two men.", ["2"]),
        ("She would have been 24. Three men were killed.", ["3"]),
        ("Two men were shot and killed; they could have run.", ["2"]),
    ],
)
def test_what_happened_is_counted_beside_it(text: str, killed: list[str]) -> None:
    assert read(text).values("killed") == killed
