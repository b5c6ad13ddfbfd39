import json
import re
from pathlib import Path

import pytest

from tests.cli.pages import FIRST, GERMAN, SECOND, invoke, put
from whence.cli import exits

STAGES = ("extract", "trace", "fuse", "weigh")


def piped(*inputs: Path) -> bytes:
    records = invoke("ingest", *inputs).stdout_bytes
    for stage in STAGES:
        result = invoke(stage, stdin=records)
        records = result.stdout_bytes
    return records


def test_piped_stages_give_what_run_gives(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND, kahn_html=GERMAN, no_html="")
    invoke("run", pages, "--out", tmp_path / "run")
    result = invoke("publish", "--out", tmp_path / "piped", stdin=piped(pages))
    assert result.exit_code == exits.OK
    for name in ("case.json", "report.md", "report.html"):
        texts = []
        for folder in ("run", "piped"):
            case = json.loads((tmp_path / folder / "case.json").read_text())
            text = (tmp_path / folder / name).read_text(encoding="utf-8")
            texts.append(text.replace(case["run"]["at"], "AT"))
        assert texts[0] == texts[1], name


def test_stages_tell_partial_success(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, kahn_html=GERMAN, no_html="")
    read = invoke("ingest", pages)
    assert read.exit_code == exits.PARTIAL
    assert "no.html" in read.stderr
    extracted = invoke("extract", stdin=read.stdout_bytes)
    assert extracted.exit_code == exits.PARTIAL
    assert "kahn.html" in extracted.stderr
    assert invoke("trace", stdin=extracted.stdout_bytes).exit_code == exits.OK


def test_stage_reads_a_file_as_well(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    records = tmp_path / "documents.jsonl"
    records.write_bytes(invoke("ingest", pages).stdout_bytes)
    assert invoke("extract", records).stdout == invoke("extract", stdin=records.read_bytes()).stdout


def test_stage_run_twice_replaces_its_own_records(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, kahn_html=GERMAN)
    once = piped(pages)
    again = once
    for stage in STAGES:
        again = invoke(stage, stdin=again).stdout_bytes
    assert again == once


@pytest.mark.parametrize("stage", [*STAGES, "publish"])
def test_malformed_line_is_told_by_file_and_number(tmp_path: Path, stage: str) -> None:
    records = tmp_path / "bad.jsonl"
    records.write_text("\n{not json}\n")
    result = invoke(stage, records)
    assert result.exit_code == 17
    assert f"{records}, line 2" in result.stderr
    assert "whence schema" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("stage", [*STAGES, "publish"])
def test_missing_records_file_is_told(tmp_path: Path, stage: str) -> None:
    result = invoke(stage, tmp_path / "none.jsonl")
    assert result.exit_code == 11
    assert "none.jsonl" in result.stderr


@pytest.mark.parametrize(
    ("stage", "before"), [("trace", "extract"), ("fuse", "extract"), ("weigh", "fuse")]
)
def test_stage_out_of_order_names_the_stage_before(tmp_path: Path, stage: str, before: str) -> None:
    documents = invoke("ingest", put(tmp_path / "in", first_html=FIRST)).stdout_bytes
    result = invoke(stage, stdin=documents)
    assert result.exit_code == 4
    assert f"whence {before}" in result.stderr


def test_reports_of_unknown_origin_are_told(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST)
    extracted = invoke("extract", stdin=invoke("ingest", pages).stdout_bytes).stdout_bytes
    traced = invoke("trace", stdin=extracted).stdout_bytes
    lost = re.sub(rb'"chain_id":"[^"]+"', b'"chain_id":"chain-none"', traced)
    for records in (extracted, lost):
        told = invoke("fuse", stdin=records)
        assert told.exit_code == 18
        assert "run 'whence trace'" in told.stderr


def test_a_case_is_published_again_one_file_to_stdout(tmp_path: Path) -> None:
    pages = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    invoke("run", pages, "--out", tmp_path / "run", "--quiet")
    for name, file in (
        ("csv-ucdp", "ucdp.csv"), ("geojson", "places.geojson"), ("incident", "incident.json"),
    ):  # fmt: skip
        told = invoke("publish", tmp_path / "run", "--format", name, "--out", "-")
        assert told.exit_code == exits.OK, told.stderr
        assert told.stdout_bytes == (tmp_path / "run" / file).read_bytes()
        assert told.stderr == ""
    assert invoke("publish", tmp_path / "run", "--out", "-").exit_code == exits.USAGE
