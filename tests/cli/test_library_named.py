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


TOLD = {
    ("weigh", "harbour"): '"assessment"',
    ("weigh", "harbour", "--save"): "Nothing new.",
    ("weigh", "case:harbour"): '"assessment"',
    ("explain", "harbour"): "Who carried it out?",
    ("sources", "harbour"): "harbour police",
    ("origins", "harbour"): "harbour police",
    ("publish", "harbour", "--format", "md", "--out", "-"): "# ",
}
"""What each command prints of the case."""
COMMANDS = list(TOLD)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_library_of_the_file_is_asked(settings: Path, command: tuple[str, ...]) -> None:
    assert TOLD[command] in done(invoke(*command, "--config", settings))
    assert not settings.with_name("usual").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_library_that_is_named_is_asked(settings: Path, command: tuple[str, ...]) -> None:
    library = settings.with_name("desk.db")
    assert TOLD[command] in done(invoke(*command, "--library", library))
    assert not settings.with_name("usual").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_folder_of_the_name_is_not_meant_where_a_library_is_named(
    settings: Path, command: tuple[str, ...]
) -> None:
    folder = put(settings.with_name("harbour"), case_json="no case at all")
    library = settings.with_name("desk.db")
    assert TOLD[command] in done(invoke(*command, "--library", library))
    assert [path.name for path in folder.iterdir()] == ["case.json"]


@pytest.mark.parametrize(
    ("command", "record"), [("extract", "report"), ("trace", "trace"), ("fuse", "incident")]
)
def test_stages_ask_the_library_of_the_file(settings: Path, command: str, record: str) -> None:
    assert f'{{"{record}":' in done(invoke(command, "harbour", "--config", settings))


def test_the_author_of_the_file_signs(settings: Path) -> None:
    done(invoke("case", "comment", "harbour", "who took it?", "--config", settings))
    log = done(invoke("log", "harbour", "--config", settings)).splitlines()
    assert len(log) > 2
    assert all("Ona Reed" in line for line in log if line.startswith("#"))
    assert any(line.startswith("#") for line in log)
