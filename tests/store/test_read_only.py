"""A library that may not be written to is read all the same, and told when it cannot be."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.disks import shown, shut
from tests.store.libraries import AT, case, comment, library, texts, wrong
from tests.store.writers import heard, started, visiting
from whence.errors import StoreReadOnly
from whence.model.ledger import Opened
from whence.store.ledger import new_case, open_case
from whence.store.sqlite import open_sqlite
from whence.store.sqlite_copy import copy_to


def test_library_in_a_read_only_folder_is_read_and_not_written(tmp_path: Path) -> None:
    folder = tmp_path / "shelf ü%20?"
    path = library(folder / "library.db")
    assert [one.name for one in folder.iterdir()] == ["library.db"]
    with shut(folder):
        store = open_sqlite(path)
        ledger = open_case(store, "bridge")
        assert texts(ledger) == ["kept"]
        assert wrong(ledger) == []
        with pytest.raises(StoreReadOnly, match="may not be written to") as refused:
            ledger.append([comment("new")])
        assert "permissions" in refused.value.hint
        with pytest.raises(StoreReadOnly):
            new_case(store, Opened(name="other"), "Ana", AT)
        assert texts(ledger) == ["kept"]
        store.close()
        copy_to(path, tmp_path / "copy.db")
        with pytest.raises(StoreReadOnly, match="cannot be written"):
            copy_to(path, folder / "copy.db")
        with pytest.raises(StoreReadOnly):
            open_sqlite(folder / "new.db")
        with pytest.raises(StoreReadOnly, match="folder cannot be made"):
            open_sqlite(folder / "new" / "library.db")


def test_library_that_is_written_to_meanwhile_is_read_whole(tmp_path: Path) -> None:
    """The writer has the folder by another way: what it has only in its log is read too."""
    if os.geteuid() != 0:
        pytest.skip("only root can show a folder a second time")
    real, seen = tmp_path / "real", tmp_path / "seen"
    seen.mkdir()
    writer = open_sqlite(real / "library.db")
    ledger = case(writer)
    ledger.append([comment("kept")])
    with shown(real, seen):
        store = open_sqlite(seen / "library.db")
        assert texts(open_case(store, "bridge")) == ["kept"]
        ledger.append([comment("more")])
        assert texts(open_case(store, "bridge")) == ["kept", "more"]
        writer.close()
        assert texts(open_case(store, "bridge")) == ["kept", "more"]
        store.close()


def test_log_left_by_a_killed_writer_is_told(tmp_path: Path) -> None:
    """Reading without it would show a library that lacks what was written last."""
    writer = open_sqlite(tmp_path / "library.db")
    case(writer).append([comment("kept")])
    folder = tmp_path / "shelf"
    folder.mkdir()
    for end in ("", "-wal"):
        shutil.copy(tmp_path / f"library.db{end}", folder / f"library.db{end}")
    writer.close()
    with shut(folder):
        with pytest.raises(StoreReadOnly, match="log beside it") as refused:
            open_sqlite(folder / "library.db")
        assert "copy the library" in refused.value.hint
        # What the hint says helps.
        shutil.copytree(folder, tmp_path / "again")
    (tmp_path / "again").chmod(0o755)
    store = open_sqlite(tmp_path / "again" / "library.db")
    assert texts(open_case(store, "bridge")) == ["kept"]
    store.close()


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that every user of the machine can reach, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="whence-public-") as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


def visited(path: Path) -> list[object]:
    """Return what a user without any rights is told at a library: texts, then of an append."""
    process, pipe = started(visiting, str(path))
    said = list(heard(pipe))
    process.join()
    process.close()
    return said


def test_read_only_file_is_read_and_not_written(public: Path) -> None:
    path = library(public / "library.db")
    path.chmod(0o444)
    # The folder is writable for its owner alone, and then for everybody.
    assert visited(path) == [["kept"], "read_only"]
    public.chmod(0o777)
    assert visited(path) == [["kept"], "read_only"]


def test_file_that_others_may_write_in_a_folder_that_they_may_not(public: Path) -> None:
    path = library(public / "library.db")
    path.chmod(0o666)
    if os.geteuid() != 0:
        public.chmod(0o555)
    assert visited(path) == [["kept"], "read_only"]


def test_file_that_may_not_be_read_is_told(public: Path) -> None:
    path = library(public / "library.db")
    path.chmod(0)
    assert visited(path) == ["store: it may not be read"]


def test_folder_that_may_not_be_entered_is_told(public: Path) -> None:
    folder = public / "shut"
    path = library(folder / "library.db")
    folder.chmod(0)
    assert visited(path) == ["read_only: it cannot be opened (Permission denied)"]
    folder.chmod(0o755)
