"""What stands around a count: how high it stands, and whether other reports name the same."""

import pytest

from tests.fuse.making import said
from tests.trace.making import Made
from whence.fuse.toll.surroundings import named, surroundings
from whence.fuse.witness import Ledger, Witness
from whence.trace import trace


def witnesses(made: list[Made]) -> tuple[Witness, ...]:
    """Return every fact of some reports with its document."""
    documents, reports = [one.document for one in made], [one.report() for one in made]
    ledger = Ledger(documents, reports, trace(documents, reports))
    return tuple(ledger.witnesses("incident", 0.5))


def around(first: str, second: str, words: str) -> dict[str, float]:
    """Return the features of a count told by ``words`` in the first of two texts."""
    made = [said("A", first, "2031-05-04"), said("B", second, "2031-05-04")]
    made[0].fact("wounded", 3, words, unit="people")
    made[1].fact("killed", 1, "One man", unit="people")
    rows = witnesses(made)
    known = {one.document.id: named(one.document) for one in rows}
    return surroundings([one for one in rows if one.fact.slot == "wounded"], known)


def test_names_and_ages_that_other_reports_have_too() -> None:
    first = "Three people were hurt in Elmford. Mara Brek, a 33-year-old, was among them."
    same = around(first, "One man died. Mara Brek, 33, of Elmford lived.", "Three people")
    other = around(first, "One man died. Jon Hask, 41, of Harrow lived.", "Three people")
    assert same["ages around"] == 1
    assert other["ages around"] == 0
    assert same["names around"] == pytest.approx(3 / 4)  # "Three" is capitalised, and in no other
    assert other["names around"] == 0


def test_a_count_that_stands_low_stands_low() -> None:
    filler = "A neighbour said that nothing like it had been seen on the street. " * 8
    high = around(f"Three people were hurt. {filler}", "One man died.", "Three people")
    low = around(f"{filler} Three people were hurt.", "One man died.", "Three people")
    assert (high["lead"], low["lead"]) == (1, 0)
    assert high["depth"] < low["depth"]
    assert high["share of depth"] < 0.1
    assert low["share of depth"] > 0.9


def test_one_report_alone_shares_nothing() -> None:
    made = said("A", "Three people were hurt in Elmford.", "2031-05-04")
    made.fact("wounded", 3, "Three people", unit="people")
    found = surroundings(witnesses([made]), {})
    assert found["names around"] == found["ages around"] == 0
