"""Which library is opened, and what is told where none can be."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from whence.errors import StoreError, UnknownCase
from whence.run.config import Config
from whence.run.library import open_library
from whence.store.options import Options


def named(place: str) -> Config:
    return replace(Config(), store=Options(library=place))


def test_a_home_folder_of_nobody_is_told() -> None:
    with pytest.raises(StoreError, match="home folder"):
        open_library(named("~nobody-of-that-name/library.db"))


def test_a_library_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with pytest.raises(UnknownCase, match="no case library yet"):
        open_library(named(str(path)), made=False)
    assert not path.exists()


def test_a_path_that_cannot_be_looked_at_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "exists", forbidden)
    (tmp_path / "library.db").mkdir()
    with pytest.raises(StoreError, match="it is no file"):
        open_library(named(str(tmp_path / "library.db")), made=False)
