"""Grows the trees that choose among candidates (``whence.fuse.toll.forest``).

Extremely randomised trees (Geurts, Ernst and Wehenkel 2006) with a fixed seed: every candidate of a
choice is one row, the record's or not; choices without the record's teach nothing.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier  # type: ignore[import-untyped]

from training.choice import Choice, names_of, table_of
from whence.fuse.toll.forest import Forest

_TREES = 100
_LEAVES = 6
"""Fewest rows in a leaf."""
_ASKED = 0.6
"""Share of the features that each node chooses among."""
_FOLDS = 5


def write(path: Path, rows: Sequence[Choice]) -> None:
    """Write the trees that choices teach; the same choices give the same trees."""
    np.savez_compressed(path, allow_pickle=False, **grown(rows))


def grown(rows: Sequence[Choice]) -> dict[str, NDArray[np.generic]]:
    """Return the trees that choices teach, as ``whence.fuse.toll.forest`` reads them."""
    names = names_of(rows)
    taught = [row for row in rows if row.right in row.numbers and len(row.numbers) > 1]
    table = np.vstack([table_of(row, names) for row in taught])
    right = np.array([number == row.right for row in taught for number in row.numbers])
    model = ExtraTreesClassifier(
        _TREES, min_samples_leaf=_LEAVES, max_features=_ASKED, random_state=0
    ).fit(table.astype(np.float32), right)
    roots: list[int] = []
    nodes: list[tuple[int, float, int, float]] = []
    for one in model.estimators_:
        roots.append(len(nodes))
        nodes += _nodes(one.tree_, len(nodes))
    column, bound, after, value = zip(*nodes, strict=True)
    return {
        "names": np.array(names),
        "roots": np.array(roots, np.int32),
        "column": np.array(column, np.int8),
        "bound": np.array(bound, np.float32),
        "right": np.array(after, np.int32),
        "value": np.array(value, np.float16),
    }


def _nodes(tree: object, first: int) -> list[tuple[int, float, int, float]]:
    """Return the nodes of one tree, which is grown with the left side first."""
    left, right = tree.children_left, tree.children_right  # type: ignore[attr-defined]
    column, bound = tree.feature, tree.threshold  # type: ignore[attr-defined]
    value = tree.value  # type: ignore[attr-defined]
    found: list[tuple[int, float, int, float]] = []
    for node in range(len(left)):
        chance = float(value[node][0][1] / value[node][0].sum())
        if left[node] == node + 1:
            found.append((int(column[node]), float(bound[node]), first + int(right[node]), chance))
        else:
            found.append((-1, 0.0, 0, chance))
    return found


def checked(rows: Sequence[Choice]) -> float:
    """Return the share of choices that trees get right where other fifths have taught."""
    hits = 0
    for fold in range(_FOLDS):
        model = Forest(grown([row for at, row in enumerate(rows) if at % _FOLDS != fold]))
        for row in rows[fold::_FOLDS]:
            chances = model.chances(row.seen)
            hits += row.numbers[chances.index(max(chances))] == row.right
    return hits / len(rows)
