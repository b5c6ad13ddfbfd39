"""The tests' own PostgreSQL: never left out in CI, gone when the tests are."""

import multiprocessing
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.store.server import binaries, own_server
from tests.wanting import absent


def test_what_is_absent_is_skipped_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(Skipped, match="no server"):
        absent("no server")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Failed, match="no server"):
        absent("no server")


def test_server_is_stopped_and_taken_away_also_when_a_test_fails() -> None:
    programs = binaries()
    if programs is None:
        absent("no PostgreSQL here")
        return
    with pytest.raises(KeyError), own_server(programs) as server:  # noqa: PT012 - what is tested
        process = server._process
        assert (server.folder / "data").is_dir()
        raise KeyError
    assert process is not None
    assert process.returncode == 0
    assert not server.folder.exists()


def held(pipe: Connection) -> None:
    """Start a server and hold it until this process is killed."""
    programs = binaries()
    assert programs is not None
    with own_server(programs) as server:
        assert server._process is not None
        pipe.send((server._process.pid, str(server.folder)))
        signal.pause()


def test_server_does_not_outlive_tests_that_are_killed() -> None:
    if binaries() is None:
        absent("no PostgreSQL here")
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=held, args=(theirs,))
    process.start()
    theirs.close()
    pid, folder = ours.recv()
    ours.close()
    process.kill()
    process.join()
    process.close()
    until = time.monotonic() + 30
    while Path(folder).exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(folder).exists()
    # Where nobody collects it, a process that has ended is still listed, as a zombie.
    try:
        assert Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return
