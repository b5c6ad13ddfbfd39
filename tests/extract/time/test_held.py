"""Days told by what is held on them, by the clock of elsewhere, beside what is said of them."""

import pytest

from tests.extract.facts.reading import read


def date(text: str, published: str = "2031-03-05") -> list[str]:
    """Return when a report has the incident."""
    return read(text, published).values("date")


@pytest.mark.parametrize("held", ["Sunday Mass", "Sunday service", "Sunday prayers"])
@pytest.mark.parametrize("when", ["during", "at", "after"])
def test_what_is_held_on_a_day_tells_it(held: str, when: str) -> None:
    assert date(f"Gunmen opened fire {when} {held} in Gombe, killing six.") == ["2031-03-02"]


def test_a_name_tells_no_day() -> None:
    assert date("The Sunday Mass Readers were attacked in Gombe.") == []


@pytest.mark.parametrize(
    "day",
    [
        "on Tuesday local time",
        "early on Tuesday, local time",
        "at 8 a.m. local time on Tuesday",
        "at 8 a.m. Tuesday local time",
    ],
)
def test_the_day_may_have_begun_elsewhere(day: str) -> None:
    assert date(f"A bomb killed six people in Gombe {day}.", "2031-03-03")[0][:10] == "2031-03-04"


@pytest.mark.parametrize(
    "day", ["on Tuesday", "last Tuesday local time", "on Tuesday, police told local time keepers"]
)
def test_else_it_was_the_week_before(day: str) -> None:
    assert date(f"A bomb killed six people in Gombe {day}.", "2031-03-03")[0] == "2031-02-25"


@pytest.mark.parametrize("verb", ["identified", "released the name of"])
def test_the_naming_of_a_victim_is_another_day(verb: str) -> None:
    text = f"Police on Wednesday {verb} the man killed in Sunday's shooting in Gombe."
    assert date(text) == ["2031-03-02"]
    assert date("The boy was named Bo. He was shot dead on Sunday in Gombe.") == ["2031-03-02"]
    assert date("A man named Bo Lund was shot dead on Sunday in Gombe.") == ["2031-03-02"]
