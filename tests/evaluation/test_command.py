"""The command line that all measurements share."""

from pathlib import Path

import msgspec
import pytest
from evaluation.harness.command import ABSENT, Request, main
from evaluation.harness.corpus import DataAbsentError, fingerprint
from evaluation.harness.metrics import Counts
from evaluation.harness.scores import Misreading, Outcome, count_score, recall_score


def toy(request: Request) -> Outcome:
    """Measure nothing real."""
    return Outcome(
        name=f"toy {request.split}",
        corpus="c1",
        scores=(recall_score("found", [Counts(1, 2, 2)] * 2), count_score("spurious", 3)),
        misreadings=(Misreading(where="here", kind="missed", expected="this", got="that"),),
    )


def test_a_table_a_list_and_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "toy.json"
    code = main(toy, ["--data", str(tmp_path), "--split", "test", "--json", str(out), "--errors"])
    printed = capsys.readouterr().out
    assert code == 0
    assert "toy test (corpus c1)" in printed
    assert "50.0" in printed
    assert "2/4" in printed
    assert "missed | here | expected: this | got: that" in printed
    assert msgspec.json.decode(out.read_bytes(), type=Outcome) == toy(
        Request(data=tmp_path, split="test")
    )


def test_absent_data_ends_with_its_own_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WHENCE_DATA", raising=False)
    assert main(toy, ["--data", str(tmp_path / "none")]) == ABSENT == 2
    assert "does not exist" in capsys.readouterr().err
    assert main(toy, []) == ABSENT
    assert "WHENCE_DATA" in capsys.readouterr().err


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHENCE_DATA", str(tmp_path))
    assert main(toy, []) == 0


def test_data_that_a_measurement_misses_is_absent_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def picky(request: Request) -> Outcome:
        raise DataAbsentError(f"{request.data}/set")

    assert main(picky, ["--data", str(tmp_path)]) == ABSENT
    assert "/set" in capsys.readouterr().err


def test_a_fingerprint_changes_with_a_byte_and_not_with_the_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    before = fingerprint([one, two])
    assert before == fingerprint([two, one])
    two.write_bytes(b"3")
    assert fingerprint([one, two]) != before
