"""The example cases read as a careful reader reads them: every statement of ``reading.json``."""

from functools import cache
from pathlib import Path

import pytest
from evaluation.examples.answers import Answer
from evaluation.example import answers
from evaluation.examples.expected import load

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FOLDERS = sorted(path.parent for path in EXAMPLES.glob("*/reading.json"))
SECTIONS = (
    *("title", "outlet", "byline", "published", "kept", "gone"),
    *("attribution", "fact", "reaction", "claim", "insinuation", "loaded"),
    *("kind", "held", "superseded", "never", "arithmetic"),
    *("evidence_recovered", "evidence_awaited", "evidence_lost"),
    *("party", "standing", "nobody accuses", "hypothesis", "not a suspect", "suspects"),
    *("one origin", "two origins", "no origin", "copy", "no copy"),
    *("verdict executor", "verdict sponsor"),
)


NEVER_EXCUSED = {
    *("never", "nobody accuses", "not a suspect", "suspects", "no origin", "no copy", "gone"),
    *("verdict executor", "verdict sponsor", "insinuation", "superseded", "claim"),
}
"""Sections about what must not be invented: a miss is a shortfall, an invention a defect."""


def name(one: Answer) -> str:
    """Return the words under which a question stands in ``not-yet.txt``."""
    return f"{one.section} | {one.where} | {one.expected}"


@cache
def not_yet(folder: Path) -> frozenset[str]:
    """Return the questions that the reader is known to miss, each a line of ``not-yet.txt``."""
    lines = (folder / "not-yet.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def given(folder: Path) -> tuple[Answer, ...]:
    """Return all answers of an example, run once."""
    return tuple(answers(folder))


def test_there_is_an_example() -> None:
    assert [folder.name for folder in FOLDERS] == ["pilot-station"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("section", SECTIONS)
def test_the_example_reads_as_by_hand(folder: Path, section: str) -> None:
    asked = [one for one in given(folder) if one.section == section]
    known = not_yet(folder)
    wrong = [
        f"{name(one)} -> {one.got}" for one in asked if not one.right and name(one) not in known
    ]
    assert asked, f"no question about {section!r} was asked"
    assert wrong == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_listed_as_missed_is_asked_and_invents_nothing(folder: Path) -> None:
    asked = {name(one): one.section for one in given(folder)}
    assert not_yet(folder) <= set(asked)
    assert not {asked[one] for one in not_yet(folder)} & NEVER_EXCUSED


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_is_listed_as_missed_is_still_missed(folder: Path) -> None:
    read = {name(one) for one in given(folder) if one.right}
    assert not_yet(folder) & read == set(), "delete these lines: they are read now"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_question_is_left_out(folder: Path) -> None:
    assert {one.section for one in given(folder)} <= set(SECTIONS)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_report_of_the_folder_is_in_the_reading(folder: Path) -> None:
    reading = load(folder / "reading.json")
    named = {page.file for page in reading.documents.values()}
    assert named == {f"reports/{path.name}" for path in (folder / "reports").iterdir()}
