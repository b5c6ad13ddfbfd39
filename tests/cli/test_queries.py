import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.pages import FIRST, SECOND, invoke, put
from whence.cli import exits


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries")
    pages = put(folder / "in", first_html=FIRST, second_html=SECOND)
    assert invoke("run", pages, "--out", folder / "run", "--quiet").exit_code == exits.OK
    return folder / "run"


def test_a_folder_a_file_and_a_stream_answer_alike(case: Path) -> None:
    told = invoke("sources", case, "--json")
    assert told.exit_code == exits.OK
    assert invoke("sources", case / "case.json", "--json").stdout == told.stdout
    stream = invoke("trace", case).stdout_bytes
    assert invoke("sources", "--json", stdin=stream).stdout == told.stdout


def test_sources_are_chosen_by_name_and_act(case: Path) -> None:
    rows = [json.loads(line) for line in invoke("sources", case, "--json").stdout.splitlines()]
    denials = invoke("sources", case, "--who", "BROTHERHOOD", "--act", "deny_involvement", "--json")
    chosen = [json.loads(line) for line in denials.stdout.splitlines()]
    assert 0 < len(chosen) < len(rows)
    assert {(row["act"], row["outlet"]) for row in chosen} == {
        ("deny_involvement", "Ostermouth Post")
    }
    assert "denied involvement" in invoke("sources", case, "--act", "deny_involvement").stdout


@pytest.mark.parametrize("command", ["sources", "origins", "explain", "publish"])
def test_whoever_stops_reading_ends_it_quietly(command: str, case: Path, tmp_path: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [sys.executable, "-m", "whence", command, str(case)],
        stdout=writes,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )
    os.close(writes)
    assert (done.returncode, done.stderr) == (exits.BROKEN_PIPE, b"")


def test_an_act_that_there_is_not_is_refused_with_those_that_there_are(case: Path) -> None:
    refused = invoke("sources", case, "--act", "mutter")
    assert refused.exit_code == exits.USAGE
    assert "deny_involvement" in refused.stderr


def test_origins_counts_and_shows_one_claim(case: Path) -> None:
    everything = invoke("origins", case)
    assert everything.exit_code == exits.OK
    assert "origin" in everything.stdout
    one = invoke("origins", case, "--claim", "lantern")
    assert "1 report, 1 origin" in one.stdout
    assert "dock official" in one.stdout


def test_pictures_are_written_and_named_on_stderr(case: Path, tmp_path: Path) -> None:
    for command in (["sources"], ["origins"], ["origins", "--claim", "lantern"]):
        file = tmp_path / "drawn" / f"{len(command)}-{command[0]}.svg"
        done = invoke(command[0], case, *command[1:], "--svg", file)
        assert done.exit_code == exits.OK
        assert done.stdout == ""
        assert str(file) in done.stderr
        assert "Quay News" in file.read_text(encoding="utf-8")


def test_what_cannot_be_answered_says_what_to_do(case: Path, tmp_path: Path) -> None:
    unknown = invoke("origins", case, "--claim", "the moon")
    assert unknown.exit_code == 18
    assert "leave the option out" in unknown.stderr
    missing = invoke("origins", tmp_path / "nothing.json")
    assert missing.exit_code == 11
    (tmp_path / "bad.json").write_text("[]")
    assert invoke("sources", tmp_path / "bad.json").exit_code == 17
    untraced = invoke("ingest", put(tmp_path / "in", first_html=FIRST)).stdout_bytes
    assert "whence trace" in invoke("origins", stdin=untraced).stderr
    assert invoke("origins", stdin=b"").exit_code == 4


def test_a_case_file_whose_blocks_do_not_fit_is_refused(case: Path, tmp_path: Path) -> None:
    held = json.loads((case / "case.json").read_text(encoding="utf-8"))
    held["documents"][0]["blocks"][0]["end"] = 10**6
    (tmp_path / "case.json").write_text(json.dumps(held), encoding="utf-8")
    refused = invoke("sources", tmp_path)
    assert refused.exit_code == 17
    assert "blocks" in refused.stderr


def test_what_nobody_did_is_not_told_of_who_says_so(tmp_path: Path) -> None:
    page = (
        "Blast at the mill of Ostermouth\n\nA bomb exploded at the mill of Ostermouth on Tuesday,"
        " killing two guards. No group has claimed responsibility for the attack.\n"
    )
    pages = tmp_path / "in"
    pages.mkdir()
    (pages / "a.txt").write_text(page, encoding="utf-8")
    assert invoke("run", pages, "--out", tmp_path / "run", "--quiet").exit_code == exits.OK
    rows = invoke("sources", tmp_path / "run", "--json").stdout.splitlines()
    (claim,) = (row for line in rows if (row := json.loads(line))["act"] == "claim_responsibility")
    assert (claim["nobody"], claim["negated"]) == ("No group", True)
    table = invoke("sources", tmp_path / "run").stdout
    assert "No group: claimed responsibility" in table
    assert "not: claimed" not in table
