"""What a choice among candidates is, for all that learns to choose."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


class Choice(Struct, frozen=True):
    """Numbers to choose from with their features, and the record's."""

    numbers: list[int]
    seen: list[dict[str, float]]
    right: int


def names_of(rows: Sequence[Choice]) -> list[str]:
    """Return the names of all features."""
    return sorted({name for row in rows for one in row.seen for name in one})


def table_of(row: Choice, names: Sequence[str]) -> Numbers:
    """Return the features (candidates, len(names)) of a choice."""
    return np.array([[one.get(name, 0.0) for name in names] for one in row.seen])
