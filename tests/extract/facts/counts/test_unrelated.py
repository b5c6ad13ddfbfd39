"""A death that is found not to be the incident's; every sentence is invented."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Woman's death not caused by clinic outage, experts find. A patient, 71, died that day.",
        "The death of Ana M., 71, cannot be put down to the hackers, the prosecutor said.",
        "His death was not the result of the gas attack, the inquest heard.",
    ],
)
def test_nobody_was_killed(text: str) -> None:
    ((value, stage),) = [(f.value, f.stage) for f in read(text).facts if f.slot == "killed"]
    assert (value, stage) == ("0", "finding")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A nurse was killed. Her death cannot be linked to another attack, police said.", ["1"]),
        ("A clerk was shot dead. His death was not due to negligence.", ["1"]),
        ("Nine people died. The death of a tenth cannot be put down to the blast.", ["9"]),
    ],
)
def test_other_deaths_stay(text: str, killed: list[str]) -> None:
    assert read(text).values("killed") == killed


def test_no_death_is_put_down_to_it() -> None:
    page = read(
        "The man who died in the ambulance had been ill for weeks, and no death or injury is to be"
        " put down to the shutdown, the inspectors found."
    )
    assert (page.values("killed"), page.values("wounded")) == (["0"], ["0"])


def test_no_deaths_reported_are_none_linked() -> None:
    page = read("No deaths were reported after the fire. Two people were hurt in the blast.")
    assert page.values("wounded") == ["2"]
