import sys

import pytest
from rich.progress import Progress

from whence.cli import exits
from whence.cli.console import Console
from whence.model.document import Failure

FAILURE = Failure(
    location="a.html", stage="ingest", kind="unreadable", reason="empty\npage", hint="look"
)


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say, within a test, that the errors it captures go to a terminal."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)


def test_failure_is_one_line_whatever_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.failed(FAILURE)
    assert capsys.readouterr().err == "not read: a.html: empty page (look)\n"
    assert console.exit_code == exits.PARTIAL


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Console().noted("a\x1b[31mred\x07.html")
    assert capsys.readouterr().err == "note: a\ufffd[31mred\ufffd.html\n"


def test_quiet_keeps_failures_and_drops_notes(capsys: pytest.CaptureFixture[str]) -> None:
    with Console(quiet=True) as console:
        console.noted("read once")
        console.failed(FAILURE)
    assert capsys.readouterr().err.count("\n") == 1


def test_nothing_said_is_all_well(capsys: pytest.CaptureFixture[str]) -> None:
    with Console() as console:
        console.started("ingest", None)
        console.advanced()
    assert console.exit_code == exits.OK
    assert capsys.readouterr().err == ""


def test_defect_counts_more_than_a_failure() -> None:
    console = Console()
    console.failed(FAILURE)
    console.crashed("a.html", ValueError("x"))
    assert console.exit_code == exits.DEFECT


def test_defect_is_raised_with_its_document_when_the_run_is_to_stop() -> None:
    with pytest.raises(ValueError, match="x") as defect:
        Console(keep_going=False).crashed("a.html", ValueError("x"))
    assert defect.value.__notes__ == ["while reading a.html"]


@pytest.fixture
def bars(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done with progress bars, in its order."""
    done: list[str] = []

    def noted(name: str) -> None:
        own = getattr(Progress, name)

        def act(self: Progress) -> None:
            done.append(name)
            own(self)

        monkeypatch.setattr(Progress, name, act)

    noted("start")
    noted("stop")
    return done


def test_terminal_shows_progress_and_takes_it_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bars: list[str]
) -> None:
    on_a_terminal(monkeypatch)
    with Console() as console:
        console.started("ingest", 2)
        console.advanced()
        console.failed(FAILURE)
        console.started("extract", 1)
        console.advanced()
    told = capsys.readouterr().err
    assert "not read: a.html" in told.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert bars == ["start", "stop"]


def test_quiet_shows_no_progress_in_a_terminal_either(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bars: list[str]
) -> None:
    on_a_terminal(monkeypatch)
    with Console(quiet=True) as console:
        console.started("ingest", 2)
    assert (capsys.readouterr().err, bars) == ("", [])
