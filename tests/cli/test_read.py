import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.cli.pages import FIRST, GERMAN, SECOND, invoke, put
from whence.cli import exits
from whence.model.reading import Reading
from whence.publish.views.seen import KINDS
from whence.run import registry


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return put(tmp_path / "in", first_html=FIRST) / "first.html"


def test_text_and_statements_are_printed(page: Path) -> None:
    result = invoke("read", page, "--reader", "rules")
    assert result.exit_code == exits.OK
    assert "Barge burns at Lower Quay (read by rules@" in result.stdout
    assert "[source 1: the harbour police] [cue 1: said]" in result.stdout
    assert result.stdout.count("Ada Marsh") == 2  # in the text and in the table
    assert result.stderr == ""


def test_statements_alone_are_printed(page: Path) -> None:
    result = invoke("read", page, "--no-show", "--reader", "rules")
    assert "[source" not in result.stdout
    assert "Chief Inspector Ada Marsh" in result.stdout


def test_every_document_is_printed(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    result = invoke("read", folder, "--reader", "rules")
    assert result.stdout.count("(read by") == 2


def test_readings_are_printed_as_json_lines(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    result = invoke("read", folder, "--json", "--reader", "rules")
    lines = result.stdout.splitlines()
    readings = [msgspec.json.decode(line, type=Reading) for line in lines]
    assert len(readings) == 2
    assert all(one.attributed for one in readings)
    assert json.loads(lines[0])["reader"].startswith("rules@")


def test_page_is_written_and_not_printed(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "check.html"
    result = invoke("read", page, "--html", out, "--reader", "rules")
    assert result.exit_code == exits.OK
    assert result.stdout == ""
    assert str(out) in result.stderr
    assert "Chief Inspector Ada Marsh" in out.read_text(encoding="utf-8")


def test_page_that_cannot_be_written_is_told(page: Path) -> None:
    result = invoke("read", page, "--html", page / "check.html", "--reader", "rules")
    assert result.exit_code == 6
    assert "in the way" in result.stderr


def test_document_in_another_language_is_told(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST, kahn_html=GERMAN)
    result = invoke("read", folder, "--reader", "rules")
    assert result.exit_code == exits.PARTIAL
    assert "kahn.html" in result.stderr
    assert "Barge burns" in result.stdout
    alone = invoke("read", folder / "kahn.html", "--reader", "rules")
    assert alone.exit_code == 4


def test_defect_of_a_reader_costs_its_document_alone(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Breaks:
        name = "breaks@1"

        def read(self, document: object) -> Reading:
            raise ZeroDivisionError("a defect")

    monkeypatch.setitem(registry.READERS, "breaks", Breaks)
    result = invoke("read", page, "--reader", "breaks")
    assert result.exit_code == 4
    assert "Whence failed on it" in result.stderr


def test_unknown_reader_and_missing_file_are_told(page: Path) -> None:
    assert invoke("read", page, "--reader", "rule").exit_code == 5
    assert invoke("read", page.parent / "none.html").exit_code == 4


def test_help_names_every_kind_of_mark() -> None:
    shown = invoke("read", "--help").stdout
    assert all(kind in shown for kind in KINDS if kind not in {"mention", "via"})


def test_a_process_computes_on_one_core_unless_told_otherwise() -> None:
    code = (
        "import os, sys; from whence.cli.main import main\n"
        "try: main(['version'])\n"
        "except SystemExit: print(os.environ['OPENBLAS_NUM_THREADS'])"
    )
    free = {key: value for key, value in os.environ.items() if not key.endswith("_NUM_THREADS")}
    for given, expected in (({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=free | given,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == expected


def test_no_more_is_shown_than_a_run_reads_and_that_is_told(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHENCE_EXTRACT__MAX_CHARS", "300")
    shown = invoke("read", page, "--reader", "rules").stdout
    assert "[source 1: the harbour police]" in shown
    assert "Lantern Brotherhood" not in shown
    (told,) = [line for line in shown.splitlines() if line.startswith("Note: ")]
    assert told.endswith("characters only")
    assert told in invoke("read", page, "--no-show", "--reader", "rules").stdout
    check = page.with_name("check.html")
    invoke("read", page, "--html", check, "--reader", "rules")
    assert told in check.read_text(encoding="utf-8")
    lines = invoke("read", page, "--json", "--reader", "rules")
    assert "Lantern" not in lines.stdout
    assert f"first.html: {told.removeprefix('Note: ')}" in lines.stderr
    made = page.parent.parent / "out"
    invoke("run", page, "--reader", "rules", "--no-case", "--out", made, "--quiet")
    case = json.loads((made / "case.json").read_bytes())
    assert case["reports"][0]["notices"] == [told.removeprefix("Note: ")]
