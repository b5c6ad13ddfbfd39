"""Libraries for the case commands."""

from pathlib import Path

import pytest

from tests.cli.desk import RULES, Desk
from tests.cli.pages import FIRST, SECOND, put


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("WHENCE_STORE__LIBRARY", str(tmp_path / "library.db"))
    return Desk(tmp_path)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    """A library with a case of two reports."""
    folder = put(desk.folder / "in", first_html=FIRST, second_html=SECOND)
    desk("case", "new", "harbour", "--question", "Who did it?")
    desk("case", "add", "harbour", folder, *RULES)
    return desk
