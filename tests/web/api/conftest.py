"""A library with one read case, and programs that ask for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.api.programs import Program, alone, library, team
from whence.store.ledger import Ledger
from whence.store.sql import SqlStore

Kept = tuple[SqlStore, Ledger]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """A library in a file with one read case."""
    made = library(tmp_path)
    yield made
    made[0].close()


@pytest.fixture
def program(kept: Kept) -> Program:
    """The one analyst's program."""
    return alone(kept[1])


@pytest.fixture
def programs(kept: Kept) -> dict[str, Program]:
    """Programs of a team by role, "nobody" without a token."""
    return team(*kept)
