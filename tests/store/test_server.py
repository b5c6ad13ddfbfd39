"""The tests' own PostgreSQL: never left out in CI, gone when the tests are."""

import pytest
from _pytest.outcomes import Failed, Skipped

from tests.store.server import absent, binaries, own_server


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
