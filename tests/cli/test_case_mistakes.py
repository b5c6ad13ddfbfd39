"""What the case commands say to those who mistype, repeat and mix up."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.desk import Desk
from tests.cli.pages import invoke
from whence.cli import exits
from whence.cli.library import append, configured, named, opened_library
from whence.store.ledger import decoded


def test_the_list_tells_scripts_what_is_closed(harbour: Desk) -> None:
    harbour("case", "close", "harbour", "--reason", "published")
    harbour("case", "new", "pier")
    closed, opened = harbour.rows("case", "list")
    assert (closed["name"], closed["closed"], closed["documents"]) == ("harbour", True, 2)
    assert closed["since"] == 1
    assert closed["concluded"]
    assert (opened["name"], opened["closed"], opened["documents"]) == ("pier", False, None)


@pytest.mark.parametrize("columns", [30, 40])
def test_the_list_is_whole_in_a_narrow_terminal(
    harbour: Desk, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = harbour("case", "list").splitlines()
    told = " ".join(" ".join(lines).split())
    assert lines[0].strip() == "harbour"
    assert "2 documents, last change 20" in told
    assert told.endswith(str(harbour.rows("case", "list")[0]["concluded"]))
    assert "…" not in told
    assert max(map(len, lines)) <= columns


def test_taking_a_retraction_back_says_what_holds_again(harbour: Desk) -> None:
    harbour("case", "retract", "harbour", "first.html", "--reason", "a parody")
    twice = harbour.ask("case", "retract", "harbour", "#3", "--reason", "a parody")
    assert twice.exit_code == 27
    assert "whence case retract harbour '#9' --reason TEXT" in twice.stderr
    assert "#3 holds again" in harbour(
        "case", "retract", "harbour", "#9", "--reason", "it was none"
    )


def test_a_comment_is_on_an_entry_that_there_is(harbour: Desk) -> None:
    assert harbour.ask("case", "comment", "harbour", "who?", "--on", "#99").exit_code == 18
    harbour("case", "comment", "harbour", "who?", "--on", "3")
    assert "on #3: who?" in harbour("log", "harbour")


def test_moments_are_written_as_the_log_prints_them(harbour: Desk) -> None:
    assert harbour("log", "harbour", "--at", "2999-01-01 10:00") == harbour("log", "harbour")
    early = harbour.ask("log", "harbour", "--at", "2001")
    assert (early.exit_code, early.stdout) == (exits.OK, "")
    assert "not there yet" in early.stderr
    assert "not there yet" in harbour.ask("case", "show", "harbour", "--at", "2001").stderr


def test_a_kind_that_is_none_is_refused(harbour: Desk) -> None:
    wrong = harbour.ask("log", "harbour", "--kind", "judgment")
    assert wrong.exit_code == exits.USAGE
    assert "judgement" in wrong.stderr
    assert "no such entry" in harbour.ask("log", "harbour", "--kind", "judgement").stderr


def test_a_name_is_found_with_what_people_write_around_it(harbour: Desk) -> None:
    shown = harbour("log", "harbour")
    assert harbour("log", "case:harbour") == shown
    assert harbour("log", " harbour ") == shown
    harbour("case", "new", "case:pier")
    harbour("case", "merge", "case:pier", "harbour")
    assert invoke("origins", "case:pier").stdout == invoke("origins", "harbour").stdout


def test_a_folder_of_reports_does_not_hide_the_case_of_its_name(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(harbour.folder)
    Path("harbour").mkdir()
    Path("pier").mkdir()
    assert invoke("origins", "harbour").exit_code == exits.OK
    none = invoke("origins", "pier")
    assert none.exit_code == 11
    assert "no case.json" in none.stderr


def test_a_backup_is_not_the_library_itself(harbour: Desk) -> None:
    result = harbour.ask("case", "backup", harbour.library)
    assert result.exit_code == 6
    assert "the library itself" in result.stderr
    assert harbour.ask("case", "backup", "postgresql://db.example/whence").exit_code == exits.USAGE


def test_a_file_without_heads_proves_nothing(harbour: Desk) -> None:
    saved = harbour.folder / "heads.jsonl"
    saved.write_text("\n")
    assert harbour.ask("verify", "--head", saved).exit_code == 17
    saved.write_text(harbour("case", "head", "harbour"))
    harbour("case", "new", "pier")
    told = harbour.ask("verify", "--head", saved).stderr
    assert "no saved head of pier" in told
    assert "no saved head of harbour" not in told


def test_an_import_under_another_name_tells_under_which_it_lies(harbour: Desk) -> None:
    target = harbour.folder / "harbour.zip"
    harbour("case", "export", "harbour", target)
    told = harbour.ask("case", "import", target, "--name", "pier")
    assert told.exit_code == exits.OK
    assert "here already, as harbour" in told.stderr
    again = harbour.ask("case", "export", "harbour", target)
    assert "--overwrite" in again.stderr


def test_media_that_are_none_are_told(harbour: Desk) -> None:
    empty, notes = harbour.folder / "empty.jpg", harbour.folder / "notes.jpg"
    empty.touch()
    notes.write_text("no picture")
    assert harbour.ask("case", "media", "harbour", empty).exit_code == 14
    assert "no picture, film or sound" in harbour.ask("case", "media", "harbour", notes).stderr
    assert "DIR/*" in harbour.ask("case", "media", "harbour", harbour.folder).stderr


def test_a_report_that_stands_twice_is_told_when_one_is_taken_back(harbour: Desk) -> None:
    with opened_library(configured(str(harbour.library), None)) as store:
        ledger = named(store, "harbour")
        twice = next(one for one in ledger.read() if one.entry.kind == "document")
        append(ledger, "document", decoded(twice))
    told = harbour.ask("case", "retract", "harbour", "#3", "--reason", "a parody")
    assert "the same stands in #9" in told.stderr


@pytest.mark.parametrize("written", ["text", 5])
def test_what_was_written_into_the_file_is_a_finding_and_no_defect(
    harbour: Desk, written: object
) -> None:
    with closing(sqlite3.connect(harbour.library)) as file, file:
        file.execute("UPDATE entries SET payload = ? WHERE seq = 3", (written,))
        file.execute("UPDATE cases SET name = 'harbour' || char(27) || '[31m'")
    found = harbour.ask("verify")
    assert found.exit_code == 28
    assert "#3" in found.stdout
    (row,) = harbour.rows("case", "list")
    assert "\x1b" not in harbour("case", "list")
    for command in (("log",), ("case", "show")):
        assert harbour.ask(*command, row["case_id"]).exit_code == 24
