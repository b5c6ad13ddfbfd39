"""Fitting which of a text's bodies those who acted belong to."""

import msgspec
from training.bodies import Row, crossed, weights, written

from training import bodies

ROWS = [
    Row(
        message=f"m{number // 2}",
        marks={"always": 1.0, "acts": float(number % 2), f"only {number}": 1.0},
        right=bool(number % 2),
    )
    for number in range(400)
]


def test_a_mark_that_tells_is_learnt_and_rare_ones_are_left_out() -> None:
    known = weights(ROWS)
    assert set(known) == {"acts", "always"}
    assert known["acts"] > 0 > known["always"]
    assert crossed(ROWS) == (200, 200)


def test_what_is_written_is_the_table_that_is_read() -> None:
    known = weights(ROWS)
    assert msgspec.yaml.decode(written(known).encode()) == {"weights": known}
    assert bodies._TABLE.is_file()
