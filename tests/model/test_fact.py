from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.model.fact import Quantity

numbers = st.none() | st.integers(-3, 20)


@given(numbers, numbers, numbers)
def test_quantity_exists_only_when_low_best_high_are_in_order(
    low: int | None, best: int | None, high: int | None
) -> None:
    known = [value for value in (low, best, high) if value is not None]
    ordered = all(lower <= higher for lower, higher in pairwise(known))
    possible = ordered and all(value >= 0 for value in known)
    if possible:
        quantity = Quantity(low=low, best=best, high=high)
        assert (quantity.low, quantity.best, quantity.high) == (low, best, high)
    else:
        with pytest.raises(ValueError, match="not a low/best/high"):
            Quantity(low=low, best=best, high=high)


def test_open_upper_end_stays_open() -> None:
    assert Quantity(low=3, best=3, high=None, comparator="at_least").high is None
