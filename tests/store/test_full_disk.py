"""A full disk is told, loses nothing, and the import goes on once there is room."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.disks import small
from tests.store.libraries import case, wrong
from tests.store.writers import import_one, imported
from whence.errors import StoreFull, StoreLocked
from whence.store import sqlite
from whence.store.copying import copy_library
from whence.store.ledger import Ledger, open_case
from whence.store.memory import MemoryStore
from whence.store.sqlite import backup_file, open_sqlite

MEBIBYTE = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with small(folder, 4 * MEBIBYTE):
        yield folder


def fill(ledger: Ledger, limit: int = 1000) -> tuple[int, StoreFull]:
    """Import documents until there is no room; return how many went in, and what was said."""
    held = len(imported(ledger))
    while held < limit:
        try:
            import_one(ledger, held)
        except StoreFull as full:
            return held, full
        held += 1
    raise AssertionError("there was no end of room")


def test_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(MEBIBYTE))
    store = open_sqlite(small_disk / "library.db")
    ledger = case(store)
    held, full = fill(ledger)
    assert "the disk is full" in str(full)
    assert "make room" in full.hint
    assert imported(ledger) == list(range(held))
    assert wrong(ledger) == []
    with pytest.raises(StoreFull):
        import_one(ledger, held)
    ballast.unlink()
    import_one(ledger, held)
    assert imported(ledger) == list(range(held + 1))
    assert wrong(ledger) == []
    store.close()


def test_full_disk_can_still_be_read(small_disk: Path) -> None:
    path = small_disk / "library.db"
    store = open_sqlite(path)
    held, _ = fill(case(store))
    store.close()
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(free.f_bavail * free.f_frsize))
    assert os.statvfs(small_disk).f_bavail == 0
    again = open_sqlite(path)
    ledger = open_case(again, "bridge")
    assert imported(ledger) == list(range(held))
    assert wrong(ledger) == []
    again.close()


def test_new_library_on_a_full_disk_is_told(small_disk: Path) -> None:
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(free.f_bavail * free.f_frsize - 4096))
    with pytest.raises(StoreFull, match="the disk is full"):
        open_sqlite(small_disk / "library.db")
    with pytest.raises(StoreFull):
        open_sqlite(small_disk / "a" / "b" / "library.db")


def test_library_at_its_limit_is_told_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where nothing can be mounted: SQLite is told to have so many pages and no more."""
    pragmas = sqlite._PRAGMAS
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*pragmas, "PRAGMA max_page_count = 200"))
    store = open_sqlite(tmp_path / "library.db")
    ledger = case(store)
    held, full = fill(ledger)
    assert "make room" in full.hint
    assert imported(ledger) == list(range(held))
    assert wrong(ledger) == []
    store.close()
    monkeypatch.setattr(sqlite, "_PRAGMAS", pragmas)
    store = open_sqlite(tmp_path / "library.db")
    ledger = open_case(store, "bridge")
    import_one(ledger, held)
    assert imported(ledger) == list(range(held + 1))
    assert wrong(ledger) == []
    store.close()


def alone(path: Path, folder: Path) -> Ledger:
    """Return the case of a library of which the one file was carried away."""
    folder.mkdir()
    store = open_sqlite(Path(shutil.copy(path, folder)))
    return open_case(store, "bridge")


def several(count: int) -> Ledger:
    """Return a case with so many documents in a library in memory."""
    ledger = case(MemoryStore())
    for number in range(count):
        import_one(ledger, number)
    return ledger


@pytest.mark.parametrize("documents", [1, 40, 60, 80, 100, 200])
def test_backup_is_whole_in_its_file_or_not_there(
    small_disk: Path, tmp_path: Path, documents: int
) -> None:
    ledger, target = several(documents), small_disk / "copy.db"
    try:
        with backup_file(target) as copy:
            copy_library(ledger.store, copy)
    except StoreFull:
        assert list(small_disk.iterdir()) == []
    else:
        assert [one.name for one in small_disk.iterdir()] == ["copy.db"]
        taken = alone(target, tmp_path / "away")
        assert imported(taken) == list(range(documents))
        assert wrong(taken) == []
        taken.store.close()


def test_backup_that_cannot_be_brought_up_to_date_stays(small_disk: Path, tmp_path: Path) -> None:
    ledger, target = several(3), small_disk / "copy.db"
    with backup_file(target) as copy:
        copy_library(ledger.store, copy)
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(bytes(free.f_bavail * free.f_frsize))
    import_one(ledger, 3)
    with pytest.raises(StoreFull), backup_file(target) as copy:
        copy_library(ledger.store, copy)
    taken = alone(target, tmp_path / "away")
    assert imported(taken) == [0, 1, 2]
    assert wrong(taken) == []
    taken.store.close()


def test_backup_that_is_in_use_is_told(tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    used = open_sqlite(target)
    case(used)
    with used.reading(), pytest.raises(StoreLocked), backup_file(target):
        pass
    assert len(used.heads()) == 1
    used.close()
