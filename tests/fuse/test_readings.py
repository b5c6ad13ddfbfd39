import pytest

from tests.fuse.making import kinds, said, slot, statuses
from whence.fuse.readings import compatible, in_words, rounded
from whence.model.fact import Comparator, Quantity


def quantity(
    low: int | None, best: int | None, high: int | None, comparator: Comparator = "exact"
) -> Quantity:
    return Quantity(low=low, best=best, high=high, comparator=comparator)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (quantity(3, 3, 3), "3"),
        (quantity(3, 3, None, "at_least"), "at least 3"),
        (quantity(3, None, None, "at_least"), "at least 3"),
        (quantity(None, 3, 3, "at_most"), "at most 3"),
        (quantity(3, None, None, "several"), "several"),
        (quantity(90, 100, 110, "about"), "about 100"),
        (quantity(3, None, 5), "3 to 5"),
        (quantity(None, None, None, "at_least"), "at least 0"),
    ],
)
def test_a_count_is_told_in_words(number: Quantity, words: str) -> None:
    assert in_words(number) == words


def test_counts_that_may_both_hold_are_compatible_unless_both_are_exact() -> None:
    assert compatible(quantity(2, 2, None, "at_least"), quantity(5, 5, 5))
    assert not compatible(quantity(5, 5, None, "at_least"), quantity(2, 2, 2))
    assert compatible(quantity(2, None, 4), quantity(3, 3, 3))
    assert compatible(quantity(2, None, 4, "several"), quantity(3, 3, 3))
    assert not compatible(quantity(2, None, 4), quantity(5, 5, 5))
    assert not compatible(quantity(3, 3, 3), quantity(3, 3, 3))


def test_rounded_needs_two_exact_counts() -> None:
    assert not rounded(quantity(2, None, 4), quantity(3, 3, 3))
    assert not rounded(quantity(0, 0, 0), quantity(3, 3, 3))


def test_dates_refine_and_conflict() -> None:
    made = []
    for outlet, date in (
        ("A", "2031-05-04"), ("B", "2031-05"), ("C", "2031-05-04T02:30"), ("D", "2031-05-05"),
        ("E", "2031-05-04"),
    ):  # fmt: skip
        one = said(outlet, f"{outlet}: it was {date}.")
        one.fact("date", date, date, f"witness {outlet}:person")
        made.append(one)
    found = slot(made, "date")
    assert found.best == "2031-05-04"
    assert {kind for kind, _, right in kinds(found) if right == "2031-05-05"} == {"real_conflict"}
    assert [kind for kind, _, _ in kinds(found)].count("refined") == 2


def test_places_refine_each_other_by_their_parts() -> None:
    made = []
    for outlet, place in (
        ("A", "Salt Works, Oslo"), ("B", "Oslo"), ("C", "Norway"), ("D", "Bergen"),
        ("E", "Salt Works, Oslo"), ("F", "Sweden"),
    ):  # fmt: skip
        one = said(outlet, f"{outlet}: it was in {place}.")
        one.fact("place", place, place, f"witness {outlet}:person")
        made.append(one)
    assert statuses(slot(made, "place")) == {
        "Salt Works, Oslo": "held",
        "Oslo": "refined",
        "Norway": "refined",
        "Bergen": "rival",
        "Sweden": "rival",
    }


def test_a_count_and_a_word_do_not_refine_each_other() -> None:
    made = said("A", "some were hurt, two were hurt")
    made.fact("wounded", "some", "some were hurt")
    made.fact("wounded", 2, "two were hurt", "a nurse:anonymous")
    assert [kind for kind, _, _ in kinds(slot([made], "wounded"))] == ["real_conflict"]


def test_texts_are_one_in_any_spelling_and_many_stand_side_by_side() -> None:
    made = said("A", "a Drone, a drone and a rocket")
    made.fact("weapon", "Drone", "a Drone")
    made.fact("weapon", "drone", "a drone")
    made.fact("weapon", "rocket", "a rocket", "a nurse:anonymous")
    found = slot([made], "weapon")
    assert found.best == "rocket"
    assert set(statuses(found).values()) == {"held"}
    assert not found.disputed


def test_a_place_without_state_does_not_contradict_a_state() -> None:
    made = []
    for outlet, place in (("A", "Bergen"), ("B", "Norway"), ("C", "Bergen")):
        one = said(outlet, f"{outlet}: it was in {place}.")
        one.fact("place", place, place, f"witness {outlet}:person")
        made.append(one)
    assert kinds(slot(made, "place")) == [("refined", "Bergen", "Norway")]


def test_a_later_date_or_place_is_no_update_without_correction() -> None:
    made = []
    for day, place in (("2031-05-04", "Bergen"), ("2031-05-05", "Bodø")):
        one = said(f"Paper {day}", f"It was in {place}.", day)
        one.fact("place", place, place, "Pau Riba:person")
        made.append(one)
    assert [kind for kind, _, _ in kinds(slot(made, "place"))] == ["real_conflict"]
    fixed = said("Late", "No, it was in Mo.", "2031-05-05")
    fixed.fact("place", "Mo", "Mo", "Pau Riba:person", stage="correction")
    assert slot([*made, fixed], "place").best == "Mo"
