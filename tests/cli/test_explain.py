import json
from pathlib import Path

import pytest

from tests.cli.pages import FIRST, SECOND, invoke, put
from whence.cli import exits


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    pages = put(folder / "in", first_html=FIRST, second_html=SECOND)
    assert invoke("run", pages, "--out", folder / "run", "--quiet").exit_code == exits.OK
    return folder / "run"


def rows(*words: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in invoke(*words, "--json").stdout.splitlines()]


def test_it_tells_both_questions_or_one(case: Path) -> None:
    told = invoke("explain", case)
    assert told.exit_code == exits.OK
    assert "Who carried it out?" in told.stdout
    assert "Who ordered or enabled it?" in told.stdout
    assert "Step by step" in told.stdout
    assert "What would settle it?" in told.stdout
    one = invoke("explain", case, "--role", "executor").stdout
    assert "Who ordered or enabled it?" not in one


def test_rows_are_json_lines_that_tell_their_type(case: Path) -> None:
    kinds = {row["row"] for row in rows("explain", case)}
    assert {"question", "hypothesis", "step", "settler", "confidence"} <= kinds
    assert {row["row"] for row in rows("explain", case, "--matrix")} == {"evidence"}
    assert {row["row"] for row in rows("explain", case, "--history")} <= {"moment"}


def test_the_matrix_and_the_past_are_views_of_their_own(case: Path) -> None:
    assert "evidence" in invoke("explain", case, "--matrix").stdout
    assert invoke("explain", case, "--history").exit_code == exits.OK
    assert invoke("explain", case, "--history", "--matrix").exit_code == exits.USAGE
    refused = invoke("explain", case, "--matrix", "--svg", "x.svg")
    assert refused.exit_code == exits.USAGE


def test_pictures_are_written_and_named(case: Path, tmp_path: Path) -> None:
    done = invoke("explain", case, "--svg", tmp_path / "way.svg")
    assert done.exit_code == exits.OK
    assert done.stdout == ""
    assert 'class="waterfall"' in (tmp_path / "way.svg").read_text(encoding="utf-8")
    both = invoke("explain", case, "--svg", tmp_path / "b.svg", "--json")
    assert both.stdout.startswith("{")


def test_the_past_as_a_picture(case: Path, tmp_path: Path) -> None:
    held = json.loads((case / "case.json").read_text(encoding="utf-8"))
    turns = held["assessment"]["history"]
    later = [turn | {"at": "2099-01-01"} for turn in turns]
    held["assessment"]["history"] = turns + later
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    assert invoke("explain", tmp_path, "--history", "--svg", tmp_path / "p.svg").exit_code == 0
    assert 'class="past"' in (tmp_path / "p.svg").read_text(encoding="utf-8")
    held["assessment"]["history"] = []
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    nothing = invoke("explain", tmp_path, "--history", "--svg", tmp_path / "q.svg")
    assert nothing.exit_code == 4
    assert "more than one moment" in nothing.stderr
    assert not (tmp_path / "q.svg").exists()
    held["assessment"]["answers"][0]["steps"] = []
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    bare = invoke("explain", tmp_path, "--svg", tmp_path / "q.svg")
    assert "no evidence bears on it" in bare.stderr


def test_what_was_not_weighed_says_what_to_do(case: Path, tmp_path: Path) -> None:
    held = json.loads((case / "case.json").read_text(encoding="utf-8"))
    held["assessment"] = None
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    unweighed = invoke("explain", tmp_path)
    assert unweighed.exit_code == 4
    assert "whence weigh" in unweighed.stderr
    held["incident"] |= {"kind": None, "slots": [], "statements": [], "reactions": []}
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    assert "no incident was found" in invoke("explain", tmp_path).stderr


def test_a_what_if_is_shown_and_not_kept(case: Path) -> None:
    before = (case / "case.json").read_bytes()
    told = invoke("explain", case, "--set", "somebody not named=80%", "--role", "executor")
    assert told.exit_code == exits.OK, told.stderr
    assert told.stdout.startswith(
        "WHAT IF, not the case as it stands:\n  somebody not named starts"
    )
    shown = rows("explain", case, "--set", "somebody not named=80%", "--role", "executor")
    share = next(row for row in shown if row.get("label") == "somebody not named")
    assert share["prior"] == pytest.approx(0.8)
    assert (case / "case.json").read_bytes() == before
    early = invoke("explain", case, "--as-of", "2000")
    assert early.exit_code == exits.OK
    assert early.stdout != told.stdout
