import errno
import os
import stat
from pathlib import Path

import pytest

from whence.errors import OutputError
from whence.run.outputs import check, write


def test_missing_folders_are_made_and_paths_returned_in_order(tmp_path: Path) -> None:
    paths = write(tmp_path / "a" / "b", {"x.txt": b"one", "y.txt": b"two"})
    assert [path.name for path in paths] == ["x.txt", "y.txt"]
    assert (tmp_path / "a" / "b" / "y.txt").read_bytes() == b"two"


def test_earlier_result_is_replaced_whole(tmp_path: Path) -> None:
    write(tmp_path, {"x.txt": b"a longer first version"})
    write(tmp_path, {"x.txt": b"second"})
    assert (tmp_path / "x.txt").read_bytes() == b"second"


def test_failed_write_leaves_the_earlier_file_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"x.txt": b"first"})

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        write(tmp_path, {"x.txt": b"second"})
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]
    assert (tmp_path / "x.txt").read_bytes() == b"first"


def test_result_has_the_users_ordinary_permissions(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        (path,) = write(tmp_path, {"x.txt": b"one"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_file_in_place_of_the_folder_is_told_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError) as told:
        write(tmp_path / "taken", {"x.txt": b""})
    assert "taken" in told.value.message
    assert told.value.hint


def test_files_of_two_runs_never_stand_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a": b"old", "b": b"old"})
    made = iter([os.fdopen, None])

    def full(*arguments: object, **options: object) -> object:
        opened = next(made)
        if opened is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        return opened(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr("whence.run.outputs.os.fdopen", full)
    with pytest.raises(OutputError, match="No space left"):
        write(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a": b"old",
        "b": b"old",
    }


def test_file_in_the_way_of_the_folder_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a note")
    for folder in (tmp_path / "report", tmp_path / "report" / "below"):
        with pytest.raises(OutputError, match="a file is in the way"):
            write(folder, {"a": b""})


def test_a_folder_is_checked_without_being_made(tmp_path: Path) -> None:
    check(tmp_path / "a" / "b")
    check(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_a_closed_folder_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "under"):
        with pytest.raises(OutputError, match="a file is in the way"):
            check(folder)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputError, match="nothing can be written to"):
        check(tmp_path / "new")
