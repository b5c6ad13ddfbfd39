from pathlib import Path

import pytest

from tests.cli.pages import FIRST, GERMAN, SECOND, put
from whence import extract
from whence.errors import NothingRead, TooLarge
from whence.extract.rules.reader import RulesReader
from whence.model.case import Case
from whence.model.document import Document, Failure
from whence.model.reading import Reader, Reading
from whence.model.report import Report
from whence.run import reading, registry
from whence.run.config import Config
from whence.run.pipeline import extracted, fused, ingested, run_pipeline, traced, weighed
from whence.run.watch import Silent
from whence.run.world import World

AT = "2031-06-01T00:00:00+00:00"


class Diary(Silent):
    """A watcher that writes down what it is told."""

    def __init__(self) -> None:
        self.entries: list[str] = []

    def started(self, stage: str, total: int | None) -> None:
        self.entries.append(f"{stage} {total}")

    def advanced(self) -> None:
        self.entries.append("step")

    def failed(self, failure: Failure) -> None:
        self.entries.append(f"failed {Path(failure.location).name} {failure.kind}")

    def noted(self, text: str) -> None:
        self.entries.append("note")


class Breaks:
    name = "breaks@1"

    def read(self, document: Document) -> Reading:
        raise ZeroDivisionError("a defect")


def documents(folder: Path) -> Case:
    return ingested([str(folder)], Config(), World(at=AT))


def reader() -> Reader:
    """Return the reader that reads when nobody asks for another."""
    return registry.reader(Config().run.reader)


def test_case_says_how_it_was_made(tmp_path: Path) -> None:
    pages = str(put(tmp_path / "in", first_html=FIRST))
    case = run_pipeline([pages], Config(), World(at=AT))
    assert (case.run.at, case.run.inputs, case.run.reader) == (AT, (pages,), reader().name)
    assert (case.run.as_of, case.judgements) == (None, ())


def test_case_is_the_composition_of_its_steps(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST, second_html=SECOND)
    config = Config()
    case = extracted(documents(folder), reader(), config, Silent())
    case = weighed(fused(traced(case, config), config), config)
    assert case == run_pipeline([str(folder)], config, World(at=AT))


def test_order_of_inputs_changes_the_order_of_documents_alone(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", a_html=FIRST, b_html=SECOND)
    names = [str(folder / "a.html"), str(folder / "b.html")]
    there = run_pipeline(names, Config(), World(at=AT))
    back = run_pipeline(names[::-1], Config(), World(at=AT))
    assert there.id == back.id
    assert there.documents == back.documents[::-1]
    assert there.reports == back.reports[::-1]
    assert there.assessment == back.assessment


def test_watcher_is_told_of_every_step_and_failure(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", a_html=FIRST, b_html=FIRST, c_html=GERMAN, d_html="")
    diary = Diary()
    run_pipeline([str(folder)], Config(), World(at=AT, watcher=diary))
    assert diary.entries == [
        *["ingest None", "step", "step", "note", "step", "failed d.html unreadable", "step"],
        *["extract 2", "step", "failed c.html language", "step"],
    ]


def test_failures_stand_in_the_case_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", a_html=GERMAN, b_html="", c_html=FIRST)
    case = run_pipeline([str(folder), str(tmp_path / "none")], Config(), World(at=AT))
    assert [failure.kind for failure in case.failures] == ["unreadable", "missing", "language"]


def test_defect_reaches_a_caller_in_code_with_the_name_of_the_document(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", first_html=FIRST)
    with pytest.raises(ZeroDivisionError) as defect:
        extracted(documents(folder), Breaks(), Config(), Silent())
    assert defect.value.__notes__ == [f"while reading {folder / 'first.html'}"]


def test_defect_of_ingest_is_treated_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Document:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("whence.ingest.ingest", fail)
    with pytest.raises(ZeroDivisionError) as defect:
        documents(put(tmp_path / "in", first_html=FIRST))
    assert "first.html" in defect.value.__notes__[0]


def test_error_on_one_document_is_a_row_with_its_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(document: Document, *_: object) -> Report:
        raise TooLarge(document.location, "ten million words")

    monkeypatch.setattr(extract, "extract", refuse)
    document = Document(
        id="doc-1", location="a.txt", media_type="text/plain", text="x", blocks=(),
        raw_sha256="", raw_size=1,
    )  # fmt: skip
    row = reading.read_one(document, RulesReader(), extract.Options())
    assert isinstance(row, Failure)
    assert (row.stage, row.kind, row.reason) == ("extract", "too_large", "a.txt: ten million words")
    assert row.hint == TooLarge.hint


def test_step_without_what_it_needs_names_the_step_before(tmp_path: Path) -> None:
    case = documents(put(tmp_path / "in", first_html=FIRST))
    for step in (traced, fused):
        with pytest.raises(NothingRead) as told:
            step(case, Config())
        assert "whence extract" in told.value.hint
    with pytest.raises(NothingRead) as told:
        weighed(case, Config())
    assert "whence fuse" in told.value.hint


def test_reports_of_no_incident_are_not_weighed(tmp_path: Path) -> None:
    text = "How to keep apples\n\nApples keep best in a cool cellar. Wrap each one in paper."
    (tmp_path / "apples.txt").write_text(text, encoding="utf-8")
    case = run_pipeline([str(tmp_path)], Config(), World(at=AT))
    assert case.incident is not None
    assert case.incident.empty
    assert case.assessment is None
