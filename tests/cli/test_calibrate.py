import json
from pathlib import Path

import pytest

from tests.cli.pages import invoke
from whence.cli import exits

HEAD = "case,judge,hypothesis,probability,outcome\n"
ROWS = (
    "harbour,Ada,Reed League,60%,1\nharbour,Ada,Tidewatch,30%,0\n"
    "harbour,Ben,Reed League,0.2,\nharbour,whence,Reed League,0.45,1\n"
    "mill,Ada,Tidewatch,0.9,0\nmill,Ben,Tidewatch,0.4,0\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "forecasts.csv"
    path.write_text(HEAD + ROWS + "ferry,Ada,Tidewatch,0.4,\n", encoding="utf-8")
    return path


def test_a_table_with_every_judge_the_pool_and_the_inference(data: Path) -> None:
    told = invoke("calibrate", data)
    assert told.exit_code == exits.OK
    lines = told.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:5]] == ["Ada", "Ben", "pooled", "whence"]
    assert "too few cases: under 20 nothing is said" in lines[1]
    assert "Brier: 0 (best) to 2" in told.stdout
    assert "1 of 3 cases" in told.stderr


def test_nothing_is_said_of_open_cases_where_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    assert invoke("calibrate", path).stderr == ""


def test_json_lines_and_stdin(data: Path) -> None:
    told = invoke("calibrate", "-", "--json", stdin=data.read_bytes())
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert [row["judge"] for row in rows] == ["Ada", "Ben", "pooled", "whence"]
    assert [row["cases"] for row in rows] == [2, 2, 2, 1]
    assert rows[3]["brier"]["low"] is None
    assert rows[3]["brier"]["value"] == pytest.approx(2 * 0.55**2)
    assert {row["finding"] for row in rows} == {"too few cases"}


def test_a_picture_is_written(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "drawn" / "calibration.svg"
    told = invoke("calibrate", data, "--svg", file)
    assert told.exit_code == exits.OK
    assert told.stdout == ""
    assert str(file) in told.stderr
    assert "around .90, 0% of which came true" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ("harbour,Ada,Reed League,7,1\n", 17, "line 2: 7 is no probability (write a number from"),
        ("harbour,Ada,Reed League,.7,maybe\n", 17, "line 2: 'maybe' is no outcome"),
        ("harbour,Ada,Reed League,.7,\n", 4, "no case is resolved"),
        ("", 4, "no forecast"),
    ],
)
def test_bad_rows_name_the_line_and_what_to_do(
    tmp_path: Path, row: str, code: int, words: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(HEAD + row, encoding="utf-8")
    told = invoke("calibrate", path)
    assert told.exit_code == code
    assert words in told.stderr


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert invoke("calibrate", tmp_path / "none.csv").exit_code == 11
