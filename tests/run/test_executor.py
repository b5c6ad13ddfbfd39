import operator
import os
from functools import partial

import pytest

from whence.run.executor import WORTHWHILE, in_order


def process_of(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    items = list(range(2 * WORTHWHILE))
    assert list(in_order(partial(operator.add, 1), items, jobs)) == [item + 1 for item in items]


def test_few_items_are_not_worth_a_process() -> None:
    pids = set(in_order(process_of, list(range(WORTHWHILE - 1)), 4))
    assert pids == {os.getpid()}


def test_many_items_are_worked_on_elsewhere() -> None:
    pids = set(in_order(process_of, list(range(WORTHWHILE)), 2))
    assert os.getpid() not in pids


def test_nothing_to_do_gives_nothing() -> None:
    assert list(in_order(process_of, [], 3)) == []
