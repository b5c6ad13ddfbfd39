"""How exactly a place is known is told in words, and no place is told surer than it is."""

from msgspec.structs import replace

from whence.model.location import Location
from whence.publish.views.places import exact_place

HARROW = Location(
    latitude=32.0, longitude=-97.25, precision="settlement", name="Harrow", region="Texas",
    country="US",
)  # fmt: skip


def test_a_point_is_told_with_what_it_stands_for() -> None:
    assert exact_place(HARROW) == (
        "a city, town or village: Harrow, Texas, United States; 32.00°\u00a0N, 97.25°\u00a0W"
    )
    assert exact_place(replace(HARROW, namesake="foremost")) == exact_place(HARROW)


def test_the_largest_of_a_name_is_no_more_than_that() -> None:
    told = exact_place(replace(HARROW, namesake="largest"))
    assert told.startswith(
        "a city, town or village, the largest of this name (no report says which is meant): Harrow"
    )


def test_the_cities_that_have_a_quarter_of_the_name_are_told() -> None:
    told = exact_place(
        replace(HARROW, namesake="largest", may_be_in=("Wexley, Ohio", "Lorn, Utah"))
    )
    assert "; also a quarter of Wexley, Ohio or Lorn, Utah: Harrow" in told
