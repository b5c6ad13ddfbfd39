"""Whose word a fact is: what a headline repeats is the word of whoever the report has it from."""

from msgspec.structs import replace

from tests.fuse.making import said, slot
from tests.trace.making import Made

TITLE = "Two dead in mill blast, governor says"


def report(outlet: str = "Salt Wire", words: str = "two people died") -> Made:
    made = said(outlet, f"{TITLE}\n\nIn Harnow {words}, governor Osk said.", "2031-05-04")
    made.document = replace(made.document, title=TITLE)
    return made


def test_a_headline_is_no_first_hand_beside_its_own_report() -> None:
    made = report()
    made.fact("killed", 2, "Two dead", unit="people")
    made.fact("killed", 2, "two people died", "governor Osk:person", unit="people")
    (value,) = slot([made], "killed").values
    assert len(value.origin_ids) == 1


def test_a_headline_that_says_something_else_stands_for_itself() -> None:
    made = report(words="three people died")
    made.fact("killed", 2, "Two dead", unit="people")
    made.fact("killed", 3, "three people died", "governor Osk:person", unit="people")
    assert len({one for value in slot([made], "killed").values for one in value.origin_ids}) == 2


def test_what_the_body_narrates_is_the_outlets_word() -> None:
    made = report()
    made.fact("killed", 2, "two people died", unit="people")
    made.fact("killed", 2, "governor Osk", "governor Osk:person", unit="people")
    (value,) = slot([made], "killed").values
    assert len(value.origin_ids) == 2
