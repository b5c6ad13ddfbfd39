"""What stands in a library's place, or was done to its file, is told; copies of it are whole."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.store.libraries import case, comment, library, texts
from tests.store.writers import import_one
from whence.errors import StoreDamaged, StoreError
from whence.store.ledger import Beside, open_case
from whence.store.sealing import digest
from whence.store.sqlite import open_sqlite
from whence.store.sqlite_copy import copy_to


def test_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="it is no file") as refused:
        open_sqlite(tmp_path)
    assert refused.value.hint


def test_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="folder cannot be made"):
        open_sqlite(tmp_path / "file" / "library.db")


def test_what_is_no_plain_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="it is no file"):
        open_sqlite(tmp_path / "pipe")


def test_symlinks_in_a_loop_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(StoreError, match="symbolic links"):
        open_sqlite(tmp_path / "a")
    with pytest.raises(StoreError, match="folder cannot be made"):
        open_sqlite(tmp_path / "a" / "library.db")


def test_symlink_leads_to_the_library(tmp_path: Path) -> None:
    path = library(tmp_path / "library.db")
    (tmp_path / "link").symlink_to(path)
    store = open_sqlite(tmp_path / "link")
    assert texts(open_case(store, "bridge")) == ["kept"]
    store.close()


@pytest.mark.parametrize("name", ["a\0b", "a\0b/library.db", "x" * 300, "x" * 300 + "/l.db"])
def test_path_that_can_be_none_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError) as refused:
        open_sqlite(tmp_path / name)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    "name", ["ü ?#%41&mode=memory.db", "a:b", "\udce9.db", "'\";--", ":memory:"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    path = library(tmp_path / name)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    store = open_sqlite(path)
    assert texts(open_case(store, "bridge")) == ["kept"]
    store.close()


@pytest.mark.parametrize("said", ["My cases\n", "SQLite format 3", "x" * 5000])
def test_text_in_place_of_a_library_is_told_and_left_alone(tmp_path: Path, said: str) -> None:
    path = tmp_path / "library.db"
    path.write_text(said)
    with pytest.raises(StoreDamaged, match="no whole library"):
        open_sqlite(path)
    assert path.read_text() == said


def test_empty_file_becomes_a_library(tmp_path: Path) -> None:
    (tmp_path / "library.db").touch()
    store = open_sqlite(library(tmp_path / "library.db"))
    assert texts(open_case(store, "bridge")) == ["kept"]
    store.close()


@pytest.mark.parametrize("left", [0.02, 0.3, 0.6, 0.95])
def test_truncated_library_is_told(tmp_path: Path, left: float) -> None:
    store = open_sqlite(tmp_path / "library.db")
    ledger = case(store)
    for number in range(20):
        import_one(ledger, number)
    store.close()
    path = tmp_path / "library.db"
    os.truncate(path, int(path.stat().st_size * left))
    with pytest.raises(StoreDamaged) as damaged:
        all_of(path)
    assert "backup" in damaged.value.hint


def all_of(path: Path) -> None:
    """Read everything that a library holds."""
    store = open_sqlite(path)
    try:
        ledger = open_case(store, "bridge")
        assert len(list(ledger.read())) == 41
        assert len(list(store.captures(ledger.case_id))) == 20
    finally:
        store.close()


def test_text_that_is_no_utf_8_is_damage(tmp_path: Path) -> None:
    path = library(tmp_path / "library.db")
    raw = sqlite3.connect(path)
    raw.execute("UPDATE entries SET author = CAST(x'ff41' AS TEXT)")
    raw.commit()
    raw.close()
    store = open_sqlite(path)
    with pytest.raises(StoreDamaged, match="decode"):
        list(open_case(store, "bridge").read())
    store.close()


def test_erased_bytes_leave_the_file(tmp_path: Path) -> None:
    path, secret = tmp_path / "library.db", b"the name of the witness" * 300
    store = open_sqlite(path)
    ledger = case(store)
    raw = {digest(secret): secret}
    ledger.append([comment(secret.decode())], Beside(captures=raw))
    ledger.append([comment("gone")], Beside(erased_seqs=(2,), erased_captures=tuple(raw)))
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"witness" not in held
    assert b"gone" in held
    store.close()


def test_copy_is_whole_private_and_of_one_moment(tmp_path: Path) -> None:
    path = library(tmp_path / "library.db")
    path.chmod(0o600)
    store = open_sqlite(path)
    ledger = open_case(store, "bridge")
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE cases SET name = 'half done'")
        copy_to(path, tmp_path / "copy.db")
    ledger.append([comment("later")])
    store.close()
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600
    copy = open_sqlite(tmp_path / "copy.db")
    assert texts(open_case(copy, "bridge")) == ["kept"]
    copy.close()
    assert not list(tmp_path.glob("*.part*"))


def test_copy_is_one_file(tmp_path: Path) -> None:
    copy_to(library(tmp_path / "library.db"), tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db-*"))
    raw = sqlite3.connect(f"file:{tmp_path / 'copy.db'}?mode=ro&immutable=1", uri=True)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert raw.execute("PRAGMA quick_check").fetchone() == ("ok",)
    raw.close()


def test_copy_of_nothing_is_told_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        copy_to(tmp_path / "none.db", tmp_path / "copy.db")
    with pytest.raises(StoreError):
        copy_to(library(tmp_path / "library.db"), tmp_path / "none" / "copy.db")
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]


def test_a_new_library_is_its_owners_alone(tmp_path: Path) -> None:
    store = open_sqlite(tmp_path / "library.db")
    case(store)
    for file in tmp_path.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name
    store.close()
