import csv
import json
from pathlib import Path

import msgspec
import pytest

from tests.cli.pages import FIRST, GERMAN, SECOND, invoke, put
from whence.cli import exits
from whence.model.case import Case


def case_in(folder: Path) -> Case:
    return msgspec.json.decode((folder / "case.json").read_bytes(), type=Case)


def test_two_pages_leave_all_files_and_a_summary(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == exits.OK, result.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "report.html",
        "report.md",
        "case.json",
        "incident.json",
        "acled.csv",
        "ucdp.csv",
        "places.geojson",
    }
    case = case_in(tmp_path / "out")
    assert [document.outlet for document in case.documents] == ["Quay News", "Ostermouth Post"]
    assert len(case.reports) == 2
    assert case.incident is not None
    assert case.assessment is not None
    assert result.stdout.strip()
    assert result.stderr == ""


def test_json_goes_to_stdout_and_nothing_to_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    empty = tmp_path / "here"
    empty.mkdir()
    monkeypatch.chdir(empty)
    result = invoke("run", pages, "--json")
    assert result.exit_code == exits.OK
    assert json.loads(result.stdout)["schema"] == "whence.case/1"
    assert list(empty.iterdir()) == []


def test_without_out_the_report_lies_in_a_folder_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    monkeypatch.chdir(tmp_path)
    assert invoke("run", pages, "--quiet").exit_code == exits.OK
    assert (tmp_path / "whence-report" / "report.html").is_file()


def test_one_file_goes_to_stdout_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    empty = tmp_path / "here"
    empty.mkdir()
    monkeypatch.chdir(empty)
    result = invoke("run", pages, "--format", "csv-acled", "--out", "-")
    assert result.exit_code == exits.OK, result.stderr
    head, row = csv.reader(result.stdout.splitlines())
    assert head[0] == "event_date"
    assert len(row) == len(head)
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize(
    "asked", [(), ("--format", "md", "--format", "json"), ("--format", "md", "--json")]
)
def test_stdout_takes_one_file_alone(tmp_path: Path, asked: tuple[str, ...]) -> None:
    result = invoke("run", put(tmp_path / "in", first_html=FIRST), "--out", "-", *asked)
    assert result.exit_code == exits.USAGE
    assert "name it with --format" in result.stderr


def test_a_format_that_would_go_nowhere_is_refused(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    result = invoke("run", pages, "--json", "--format", "md")
    assert result.exit_code == exits.USAGE
    assert "give --out DIR" in result.stderr
    both = invoke("run", pages, "--json", "--format", "md", "--out", tmp_path / "out")
    assert both.exit_code == exits.OK
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.md"]


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    invoke("run", pages, "--out", tmp_path / "out", "--format", "md", "--format", "json")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"report.md", "case.json"}


def test_quiet_says_nothing_when_all_is_well(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    result = invoke("run", pages, "--out", tmp_path / "out", "--quiet")
    assert (result.exit_code, result.output) == (exits.OK, "")


def test_two_runs_differ_in_nothing_but_their_time(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND, third_html=GERMAN)
    texts = []
    for name in ("one", "two"):
        invoke("run", pages, "--out", tmp_path / name)
        case = (tmp_path / name / "case.json").read_text()
        texts.append(case.replace(json.loads(case)["run"]["at"], "AT"))
    assert texts[0] == texts[1]


def test_processes_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for number in range(34):
        put(folder, **{f"page{number:02}_html": FIRST.replace("two deck", f"{number + 2} deck")})
    alone = json.loads(invoke("run", folder, "--json").stdout)
    spread = json.loads(invoke("run", folder, "--json", "--jobs", "2").stdout)
    alone["run"]["at"] = spread["run"]["at"] = ""
    assert len(alone["documents"]) == 34
    assert alone == spread


def test_same_page_twice_is_read_once_and_said_so(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, again_html=FIRST)
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == exits.OK
    assert len(case_in(tmp_path / "out").documents) == 1
    assert "the same text" in result.stderr


def test_page_in_another_language_is_kept_and_told(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, kahn_html=GERMAN)
    result = invoke("run", pages, "--out", tmp_path / "out")
    assert result.exit_code == exits.PARTIAL
    case = case_in(tmp_path / "out")
    assert len(case.documents) == 2
    (failure,) = case.failures
    assert (failure.stage, failure.kind) == ("extract", "language")
    assert failure.location in result.stderr
    assert "(de)" in result.stderr
    assert failure.hint in result.stderr


def test_as_of_is_recorded_and_leaves_later_words_out(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    invoke("run", pages, "--out", tmp_path / "early", "--as-of", "2031-05-06")
    case = case_in(tmp_path / "early")
    assert case.run.as_of == "2031-05-06"
    assert case.assessment is not None
    assert case.assessment.as_of == "2031-05-06"
    assert case.incident is not None
    assert len(case.incident.report_ids) == 1
    assert len(case.documents) == 2


def test_unknown_reader_is_a_setting_that_does_not_exist(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    result = invoke("run", pages, "--out", tmp_path / "out", "--reader", "rulez")
    assert result.exit_code == 5
    assert "did you mean 'rules'?" in result.stderr
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    (tmp_path / "taken").write_text("a file")
    result = invoke("run", pages, "--out", tmp_path / "taken")
    assert result.exit_code == 6
    assert str(tmp_path / "taken") in result.stderr
    assert "Traceback" not in result.stderr
