"""A library, and an author, that --library or a --config file names: every command goes there."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.pages import FIRST, SECOND, invoke, put
from whence.cli import exits


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a configuration file whose library, and not the usual one, holds the case."""
    monkeypatch.delenv("WHENCE_STORE__LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "usual"))
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "desk.toml"
    library = (tmp_path / "desk.db").as_posix()
    file.write_text(
        f'[run]\nreader = "rules"\n[store]\nlibrary = "{library}"\nauthor = "Ona Reed"\n',
        encoding="utf-8",
    )
    done(invoke("case", "new", "harbour", "--config", file))
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    done(invoke("case", "add", "harbour", pages, "--config", file))
    return file


def done(result: Result) -> str:
    assert result.exit_code == exits.OK, result.stderr
    return result.stdout


COMMANDS = [
    ("weigh", "harbour"),
    ("weigh", "harbour", "--save"),
    ("weigh", "case:harbour"),
    ("explain", "harbour"),
    ("sources", "harbour"),
    ("origins", "harbour"),
    ("publish", "harbour", "--quiet"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_library_of_the_file_is_asked(settings: Path, command: tuple[str, ...]) -> None:
    done(invoke(*command, "--config", settings))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_library_that_is_named_is_asked(settings: Path, command: tuple[str, ...]) -> None:
    done(invoke(*command, "--library", settings.with_name("desk.db")))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_of_the_name_is_not_meant_where_a_library_is_named(
    settings: Path, command: tuple[str, ...]
) -> None:
    folder = put(settings.with_name("harbour"), case_json="no case at all")
    out = ["--out", str(settings.with_name("out"))] if command[0] == "publish" else []
    done(invoke(*command, *out, "--library", settings.with_name("desk.db")))
    assert [path.name for path in folder.iterdir()] == ["case.json"]


@pytest.mark.parametrize("command", ["extract", "trace", "fuse"])
def test_stages_ask_the_library_of_the_file(settings: Path, command: str) -> None:
    done(invoke(command, "harbour", "--config", settings))


def test_the_author_of_the_file_signs(settings: Path) -> None:
    done(invoke("case", "comment", "harbour", "who took it?", "--config", settings))
    log = done(invoke("log", "harbour", "--config", settings)).splitlines()
    assert len(log) > 2
    assert all("Ona Reed" in line for line in log if line.startswith("#"))
    assert any(line.startswith("#") for line in log)
