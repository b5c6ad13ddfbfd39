"""Accuracies and copying learned from a table: planted ones come back, order does not matter."""

from random import Random

import pytest

from whence.fuse.truth.relations import Relation
from whence.fuse.truth.table import Learning, Told, learn


def told(item: str, source: str, value: str) -> Told:
    return Told(item=item, source=source, value=value)


def planted() -> tuple[list[Told], dict[str, str]]:
    """Three independent sources right in three of four items; three copy one that often errs."""
    random = Random(7)
    rows: list[Told] = []
    truths = {f"item {number}": "true" for number in range(80)}
    for item in truths:
        lead = "true" if random.random() < 0.4 else f"false {random.randint(1, 10)}"
        for name in ("x", "y", "z"):
            right = random.random() < 0.8
            rows.append(told(item, name, "true" if right else f"false {random.randint(1, 10)}"))
        rows += [told(item, name, lead) for name in ("copy 1", "copy 2", "copy 3", "lead")]
    return rows, truths


def test_copiers_do_not_outvote_the_truth() -> None:
    rows, truths = planted()
    aware, blind = learn(rows, Learning()), learn(rows, Learning(copying=None))
    right = [sum(table.best(item) == "true" for item in truths) for table in (aware, blind)]
    assert right[0] >= 76
    assert right[1] <= 40
    assert aware.copying["copy 1", "lead"] > 0.99
    assert aware.copying["x", "y"] < 0.01
    assert blind.copying == {}


def test_accuracies_come_back() -> None:
    rows, truths = planted()
    table = learn(rows, Learning())
    for name, planned in (("x", 0.8), ("lead", 0.4)):
        mine = [row for row in rows if row.source == name]
        real = sum(row.value == truths[row.item] for row in mine) / len(mine)
        assert table.accuracy[name] == pytest.approx(real, abs=0.08)
        assert real == pytest.approx(planned, abs=0.1)


def test_order_of_rows_is_irrelevant() -> None:
    rows, _ = planted()
    shuffled = list(rows)
    Random(3).shuffle(shuffled)
    assert learn(shuffled, Learning(rounds=3)) == learn(rows, Learning(rounds=3))


def test_a_lone_source_is_as_right_as_expected() -> None:
    table = learn([told("a", "one", "5")], Learning())
    assert table.truth["a"].probabilities == pytest.approx((0.8,))
    assert table.accuracy == {"one": pytest.approx(0.8)}
    assert table.best("a") == "5"


def test_an_empty_table() -> None:
    assert learn([], Learning()).truth == {}


def test_near_values_help_each_other() -> None:
    rows = [told("a", "one", "99"), told("a", "two", "100"), told("a", "three", "7")]

    def near(mine: str, true: str) -> Relation:
        gap = abs(int(mine) - int(true))
        return "same" if gap == 0 else "near" if gap <= 1 else "against"

    found = learn(rows, Learning(copying=None), near)
    by_value = dict(zip(found.values["a"], found.truth["a"].probabilities, strict=True))
    assert by_value["99"] > by_value["7"]
    assert by_value["100"] > by_value["7"]
