"""What a copy only repeats is told where it was told first: no vote, no later time or day."""

import pytest

from tests.fuse.making import fused, said, slot
from tests.trace.making import Made

_LEDE = (
    "A boiler burst in the laundry of the Brandholm hotel shortly before the guests had risen on "
    "Monday, and the whole of the west wing was closed for weeks"
)
_TOLL = "Four people died"
_FIRST = ("the fire brigade:body",)


def wire(outlet: str, day: str, told: str, *more: str) -> Made:
    """Print the agency's text: what its dateline's day, its toll and its outlet's voice say."""
    made = said(outlet, f"{_LEDE}. {_TOLL}. {' '.join(more)}".strip(), f"2031-05-{day}")
    made.kind = "explosion"
    made.fact("killed", 4, _TOLL, *_FIRST, unit="people")
    made.fact("date", told, "on Monday")
    return made


def later(day: str, toll: str, dead: int) -> Made:
    made = said("Fjord Echo", f"The toll has risen to {toll}, a surgeon said.", f"2031-05-{day}")
    made.kind = "explosion"
    made.fact("killed", dead, f"risen to {toll}", "a surgeon:anonymous")
    return made


@pytest.mark.parametrize("outlet", ["Island Gazette", "Morning Lamp", "Quay Mirror"])
@pytest.mark.parametrize("printed", ["07", "08", "20"])
def test_a_first_toll_that_is_printed_again_later_is_no_younger(outlet: str, printed: str) -> None:
    first, since = wire("Harbour Wire", "05", "2031-05-05"), later("06", "seven", 7)
    copy = wire(outlet, printed, "2031-05-05")
    assert slot([first, since], "killed").best == "7"
    found = slot([first, since, copy], "killed")
    assert (found.best, found.disputed) == ("7", False)
    old = next(value for value in found.values if value.value == "4")
    assert len(old.document_ids) == 2
    assert old.status == "superseded"


@pytest.mark.parametrize("read", ["2031-05-12", "2031-05-06", "2031-04-28"])
def test_monday_in_a_copy_is_the_monday_of_the_first_text(read: str) -> None:
    first, copy = wire("Harbour Wire", "05", "2031-05-05"), wire("Quay Mirror", "13", read)
    found = slot([first, copy], "date")
    assert (found.best, found.disputed) == ("2031-05-05", False)
    assert [len(value.document_ids) for value in found.values] == [2]


@pytest.mark.parametrize("copies", [1, 3, 6])
def test_however_many_print_it_one_other_hand_is_as_strong(copies: int) -> None:
    other = said("Fjord Echo", "The hospital counts five dead.", "2031-05-05")
    other.kind = "explosion"
    other.fact("killed", 5, "five dead", "the hospital:body")
    first = wire("Harbour Wire", "05", "2031-05-05")
    papers = [wire(f"Paper {n}", f"0{5 + n % 3}", "2031-05-05") for n in range(copies)]
    alone, crowd = slot([first, other], "killed"), slot([first, other, *papers], "killed")
    assert (crowd.best, crowd.abstained, crowd.quantity) == (
        alone.best,
        alone.abstained,
        alone.quantity,
    )
    four = next(value for value in crowd.values if value.value == "4")
    assert len(four.document_ids) == copies + 1


def test_who_adds_a_source_to_the_words_of_others_tells_something_new() -> None:
    first = said("Harbour Wire", f"{_LEDE}. Nine guests were hurt.", "2031-05-05")
    first.fact("wounded", 9, "Nine guests")
    second = said("Quay Mirror", f"{_LEDE}. Nine guests were hurt.", "2031-05-06")
    second.fact("wounded", 9, "Nine guests", "a nurse:anonymous")
    (value,) = slot([first, second], "wounded").values
    assert value.support == 1.0


def test_a_copy_that_gives_another_number_is_heard() -> None:
    first = wire("Harbour Wire", "05", "2031-05-05")
    again = said("Quay Mirror", f"{_LEDE}. Six people died.", "2031-05-07")
    again.kind = "explosion"
    again.fact("killed", 6, "Six people died", *_FIRST, unit="people")
    assert slot([first, again], "killed").best == "6"


def test_a_copy_has_no_kind_of_its_own() -> None:
    first, other = wire("Harbour Wire", "05", "2031-05-05"), later("06", "seven", 7)
    other.kind = "fire"
    copies = [wire(f"Paper {n}", "07", "2031-05-05") for n in range(3)]
    for one in copies:
        one.kind = "collapse"
    assert fused([first, other, *copies]).kind == fused([first, other]).kind


def test_a_copy_of_another_matter_is_that_matters_too() -> None:
    first, copy = wire("Harbour Wire", "05", "2031-05-05"), wire("Quay Mirror", "06", "2031-05-05")
    old = first.fact("missing", 2, "the guests had", scope="other")
    again = copy.fact("missing", 2, "the guests had")
    incident = fused([first, copy])
    assert incident.slot("missing") is None
    assert {old.id, again.id} <= set(incident.other_fact_ids)
