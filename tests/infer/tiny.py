"""Heads of random numbers and a small vocabulary: the shapes of the real ones, on few numbers."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from whence.infer.heads import HEADS
from whence.infer.hints import SIZE
from whence.infer.labels import (
    ACTS,
    ENTITIES,
    LINKS,
    POOLED,
    ROLES,
    SCALARS,
    SPEAKERS,
    STANDINGS,
    TAGGERS,
    tags,
)  # fmt: skip
from whence.infer.links import BUCKETS

HIDDEN = 12
_LINK = 5
VOCABULARY = (
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "police", "said", "fire", "##fight", "##er", "##s",
    "a", "b", "##b", "cafe", ".", ",", "!",
)  # fmt: skip


def write_heads(folder: Path) -> dict[str, NDArray[np.float32]]:
    """Write heads of random numbers into a folder and return them."""
    dice = np.random.default_rng(5)
    sizes = {
        "taggers": (3 * len(TAGGERS), HIDDEN), "entities": (len(tags(ENTITIES)), HIDDEN),
        "roles": (len(tags(ROLES)), HIDDEN), "scalars": (len(SCALARS), HIDDEN),
        "pooled": (len(POOLED), HIDDEN), "acts": (len(ACTS) + 2, 2 * HIDDEN),
        "speakers": (len(SPEAKERS), HIDDEN), "standings": (len(STANDINGS), HIDDEN),
        **{f"links.{name}.{part}": (_LINK, HIDDEN) for name in LINKS for part in ("query", "key")},
        **{f"links.{name}.nobody": (1, HIDDEN) for name in LINKS},
    }  # fmt: skip
    given: dict[str, NDArray[np.float32]] = {
        "moves": dice.normal(size=(len(TAGGERS), 3, 3)).astype(np.float32)
    }
    given["moves"][:, 0, 2] = -1e4
    for name, size in sizes.items():
        given[f"{name}.weight"] = dice.normal(size=size).astype(np.float32)
        given[f"{name}.bias"] = dice.normal(size=size[0]).astype(np.float32)
    given["hinted.weight"] = dice.normal(size=(3 * len(TAGGERS), SIZE)).astype(np.float32)
    for name in LINKS:
        given[f"links.{name}.distance"] = dice.normal(size=BUCKETS).astype(np.float32)
    np.savez(folder / HEADS, **given)  # type: ignore[arg-type]
    return given
