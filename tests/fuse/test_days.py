"""The vote on the day of an incident."""

from collections.abc import Sequence

from tests.fuse.making import fused, said
from whence.model.incident import Slot


def slot(rows: Sequence[tuple[str, str | None]]) -> Slot:
    """Fuse dates, each given by an outlet of its own with a day of publication."""
    made = []
    for number, (value, published) in enumerate(rows):
        one = said(f"Outlet {number}", f"It was {value} number {number}.", published)
        one.fact("date", value, value)
        made.append(one)
    found = fused(made).slot("date")
    assert found is not None
    return found


def test_a_day_fills_its_month_and_its_night() -> None:
    found = slot([("2031-05", "2031-05-20"), ("2031-05-04", "2031-05-20")])
    assert found.best == "2031-05-04"
    assert {row.kind for row in found.contradictions} == {"refined"}
    night = slot([("2031-05-03/2031-05-04", "2031-05-04"), ("2031-05-04", "2031-05-04")])
    assert night.best == "2031-05-04"
    assert [row.reason for row in night.contradictions] == [
        "“2031-05-03/2031-05-04” leaves room for “2031-05-04”"
    ]
    assert not night.disputed


def test_moments_stand_behind_their_day() -> None:
    found = slot([
        ("2031-05-04T04:00", "2031-05-04"), ("2031-05-04T11:00", "2031-05-04"),
        ("2031-05-04", "2031-05-05"),
    ])  # fmt: skip
    assert found.best == "2031-05-04"
    apart = slot([("2031-05-04T04:00", "2031-05-04"), ("2031-05-04T11:00", "2031-05-04")])
    assert apart.best == "2031-05-04T04:00"
    assert [row.kind for row in apart.contradictions] == ["rounding"]


def test_the_first_report_knows_better_than_a_late_one() -> None:
    assert slot([("2031-05-04", "2031-05-05"), ("2031-05-03", "2032-01-09")]).best == "2031-05-04"
    assert slot([("2031-05-04", "2031-05-05"), ("2031-05-03", None)]).best == "2031-05-04"


def test_no_report_appears_before_what_it_tells() -> None:
    found = slot([("2031-05-04", "2031-05-05"), ("2031-05-09", "2031-05-10")])
    assert found.best == "2031-05-04"
    assert {value.value: value.support for value in found.values}["2031-05-09"] == 0.0
    assert [row.kind for row in found.contradictions] == ["different_scope"]
    assert not found.disputed
    tomorrow = slot([("2031-05-04", "2031-05-04"), ("2031-05-05", "2031-05-05")])
    assert tomorrow.best == "2031-05-04"


def test_what_is_no_date_is_kept_and_bounds_nothing() -> None:
    assert slot([("some day", None)]).best == "some day"


def test_a_replaced_date_has_no_support() -> None:
    made = said("A", "It was 2031-05-04. It was 2031-05-05.", "2031-05-06")
    made.fact("date", "2031-05-04", "2031-05-04", "police:body")
    made.fact("date", "2031-05-05", "2031-05-05", "police:body", stage="correction")
    found = fused([made]).slot("date")
    assert found is not None
    assert found.best == "2031-05-05"
    assert {value.status for value in found.values} == {"held", "superseded"}


def test_of_even_days_the_one_in_more_reports_is_held() -> None:
    made = []
    for number, day in enumerate(("2031-05-04", "2031-05-03", "2031-05-03")):
        one = said(f"Outlet {number}", f"It was {day} number {number}.", "2031-05-05")
        one.fact("date", day, day, "police:body")
        made.append(one)
    found = fused(made).slot("date")
    assert found is not None
    assert found.best == "2031-05-03"


def test_a_probable_day_yields_to_one_told_flatly_and_stands_alone() -> None:
    flat = said("A", "It was 2031-05-04.", "2031-06-30")
    flat.fact("date", "2031-05-04", "2031-05-04")
    probable = said("B", "Two shot 2031-05-06.", "2031-05-06")
    probable.fact("date", "2031-05-06", "2031-05-06", hedge=2)
    both, alone = fused([flat, probable]).slot("date"), fused([probable]).slot("date")
    assert both is not None
    assert alone is not None
    assert (both.best, alone.best) == ("2031-05-04", "2031-05-06")


def test_a_late_day_is_less_probable_than_an_early_one_and_an_impossible_one_least() -> None:
    found = slot([("2031-05-04", "2031-05-05"), ("2031-05-03", "2032-01-09")])
    early, late = (value.probability or 0.0 for value in found.values)
    assert early > late
    found = slot([("2031-05-04", "2031-05-05"), ("2031-05-09", "2031-05-10")])
    held, impossible = (value.probability or 0.0 for value in found.values)
    assert held > impossible


def test_a_month_long_before_the_first_report_yields_to_a_day_right_before_it() -> None:
    rows = [("2031-05-04", "2031-05-05"), ("2031-02", "2031-05-06"), ("2031-02", "2031-05-07")]
    assert slot(rows).best == "2031-05-04"
    assert slot([("2031-02", "2031-05-06"), ("2031-03-04", "2031-05-05")]).best == "2031-03-04"
