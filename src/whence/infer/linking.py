"""Which word belongs to which: the likeliest key of each query, within reach."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from whence.infer.model import Model, Text

Range = tuple[int, int]
"""Half-open, in words of a ``Text``."""

_REACH: Final = 96
"""Words beyond which nothing is linked; hardly a training example spans more."""
_STRETCH: Final = 64
"""Queries linked at once."""


def best(
    model: Model, text: Text, name: str, queries: Sequence[Range], keys: Sequence[Range]
) -> list[tuple[int | None, float]]:
    """Return the likeliest key of each query, or None for nobody, with its probability.

    Looks no farther than a reach. Queries are taken in stretches, so that time grows with the
    text and not with its square.
    """
    found: list[tuple[int | None, float]] = []
    starts = np.array([start for start, _ in keys], np.int64)
    for at in range(0, len(queries), _STRETCH):
        asked = np.array([start for start, _ in queries[at : at + _STRETCH]], np.int64)
        low = int(np.searchsorted(starts, asked.min() - _REACH))
        high = int(np.searchsorted(starts, asked.max() + _REACH, side="right"))
        near = starts[low:high]
        chances = model.heads.link(name, text.vectors, asked, near)
        far = np.abs(near[None, :] - asked[:, None]) > _REACH
        same = near[None, :] == asked[:, None] if name == "relay" else np.zeros_like(far)
        chances[:, :-1][far | same] = -1  # below nobody, even where nobody has no chance at all
        found.extend(
            (None if one == len(near) else low + one, sure)
            for one, sure in zip(chances.argmax(1).tolist(), chances.max(1).tolist(), strict=True)
        )
    return found
