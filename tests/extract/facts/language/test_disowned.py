"""What an earlier version said, and what was said wrongly, is no toll."""

import pytest

from tests.extract.facts.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: A previous version of this story indicated the teen had died.",
        "The prior version of the report said a man was shot and killed.",
        "An earlier version of this article, which relied on the coroner, said a boy had died.",
        "The station incorrectly reported that a woman was killed.",
    ],
)
def test_who_is_only_said_so_is_no_victim(text: str) -> None:
    assert read(text).values("killed") == []


def test_a_count_that_is_disowned_is_kept_as_taken_back() -> None:
    page = read("An earlier version of this article said two people were killed. A man was killed.")
    hedges = {fact.value: fact.hedge for fact in page.facts if fact.slot == "killed"}
    assert hedges["2"] < 0 < hedges["1"]


def test_what_others_report_stands() -> None:
    assert read("Police reported three people killed.").values("killed") == ["3"]
    assert read("An old man said two people were killed.").values("killed") == ["2"]


def test_who_is_still_alive_did_not_die() -> None:
    page = read(
        "Police said on Monday that a boy had died. On Tuesday they said he is still alive."
    )
    assert page.values("killed") == []
    assert page.values("wounded") == ["1"]


def test_alive_is_said_of_the_one_it_fits() -> None:
    page = read("A woman was killed. Her brother said he is alive because he hid.")
    assert page.values("killed") == ["1"]
