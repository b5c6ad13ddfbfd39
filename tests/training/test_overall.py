"""Fitting how a whole report lets a suspicion stand."""

from training.overall import STANDINGS, Item, crossed, fit, kept, right, written

from training import overall

ITEMS = [
    Item(
        message=f"m{number}",
        grounds={"always": 1.0, "accuses": float(number % 2), f"only {number}": 1.0},
        standings=("accused",) if number % 2 else ("reported_as_fact", "speculated"),
    )
    for number in range(400)
]


def test_a_mark_that_tells_is_learnt_and_rare_ones_are_left_out() -> None:
    names = kept(ITEMS)
    assert names == ["accuses", "always"]
    weights = fit(ITEMS, names)
    assert right(ITEMS, names, weights) == len(ITEMS)
    assert crossed(ITEMS) == 1
    assert weights[0, STANDINGS.index("accused")] > 0 > weights[0, 0]


def test_what_is_written_is_the_table_that_is_read() -> None:
    names = kept(ITEMS)
    told = written(names, fit(ITEMS, names))
    assert told.startswith("# Weights:")
    assert all(f"  {standing}: {{" in told for standing in STANDINGS)
    assert overall._TABLE.is_file()
