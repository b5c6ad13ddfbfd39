"""Trees are grown from choices, and are then walked as they were grown."""

import pytest

pytest.importorskip("sklearn")

from training.choice import Choice

from training import trees
from whence.fuse.toll.forest import Forest


def rows() -> list[Choice]:
    """Return choices whose right number is the one that is said, but for crowded ones."""
    found = []
    for turn in range(60):
        crowded = float(turn % 3 == 0)
        seen = [
            {"said": 1.0, "crowded": crowded, "size": turn % 7},
            {"said": 0.0, "crowded": crowded, "size": turn % 5},
        ]
        found.append(Choice([1, 2], seen, 2 if crowded else 1))
    return found


def test_what_depends_on_something_else_is_learned() -> None:
    made = Forest(trees.grown(rows()))
    plain = made.chances([{"said": 1.0}, {"said": 0.0}])
    crowded = made.chances([{"said": 1.0, "crowded": 1.0}, {"said": 0.0, "crowded": 1.0}])
    assert plain[0] > 0.7
    assert crowded[1] > 0.7
    assert trees.checked(rows()) > 0.95


def test_the_same_choices_give_the_same_trees() -> None:
    first, second = trees.grown(rows()), trees.grown(rows())
    assert all((first[name] == second[name]).all() for name in first)
