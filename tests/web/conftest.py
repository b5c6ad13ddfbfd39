"""Teams with a fresh library each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.team import Team, opened


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A team that asks this machine itself, as its administrator: Ada, and Ben, an analyst."""
    team = opened(tmp_path)
    team.joined("Ada Brook", "admin")
    team.joined("Ben")
    yield team
    team.store.close()


@pytest.fixture
def far_team(tmp_path: Path) -> Iterator[Team]:
    """The same team, which asks by https."""
    team = opened(tmp_path, https=True)
    team.joined("Ada Brook", "admin")
    team.joined("Ben")
    yield team
    team.store.close()
