import pytest

from whence.errors import MalformedRecord, NothingRead
from whence.run.forecasts import read_forecasts
from whence.weigh.forecasts.scorecard import NONE

HEAD = "case,judge,hypothesis,probability,outcome\n"


def read(rows: str, head: str = HEAD) -> dict[str, str]:
    return read_forecasts((head + rows).encode(), "f.csv").resolutions


def test_outcomes_resolve_cases() -> None:
    found = read_forecasts(
        (
            HEAD + "one,Ada,Alder,0.7,1\none,Ada,birch,0.3,0\none,Ben,ALDER,0.5,\n"
            "two,Ada,Alder,0.7,0.0\ntwo,Ada,Birch,0.2,no\nthree,Ada,Alder,0.9,\n"
        ).encode(),
        "f.csv",
    )
    assert found.resolutions == {"one": "Alder", "two": NONE}
    assert found.open == 1
    assert {row.hypothesis for row in found.forecasts} == {"Alder", "birch"}


def test_a_case_with_some_outcomes_missing_is_open() -> None:
    rows = "one,Ada,Alder,0.7,1\ntwo,Ada,Alder,0.7,0\ntwo,Ada,Birch,0.2,\n"
    assert read(rows) == {"one": "Alder"}


def test_a_resolution_names_the_true_answer() -> None:
    head = HEAD.replace("outcome", "resolution")
    rows = "one,Ada,Alder,0.7,alder\none,Ada,Birch,0.3,\ntwo,Ada,Alder,0.7,Cedar\n"
    assert read(rows, head) == {"one": "Alder", "two": "Cedar"}


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ("one,Ada,Alder,0.7,1\none,Ada,Birch,0.3,1\n", 3, "two true answers: Alder and Birch"),
        ("one,Ada,Alder,0.7,1\none,Ben,Alder,0.3,0\n", 3, "the outcome is 0, and Alder is true"),
        ("one,Ada,Alder,0.7,1\none,Ada,Alder,0.3,1\n", 3, "a second probability"),
        ("one,Ada,Alder,0.7,perhaps\n", 2, "'perhaps' is no outcome"),
        ("one,Pooled,Alder,0.7,1\n", 2, "what all judges come to"),
        ("one,,Alder,0.7,1\n", 2, "no judge is given"),
        ("one,Ada,Alder,7,1\n", 2, "7 is no probability"),
    ],
)
def test_rows_that_cannot_be_used(rows: str, line: int, words: str) -> None:
    with pytest.raises(MalformedRecord, match=words) as refused:
        read(rows)
    assert refused.value.location == f"f.csv, line {line}"
    assert refused.value.hint


def test_outcome_and_resolution_must_agree() -> None:
    head = HEAD.replace("outcome", "outcome,resolution")
    assert read("one,Ada,Alder,0.7,1,Alder\n", head) == {"one": "Alder"}
    with pytest.raises(MalformedRecord, match="Birch is true elsewhere"):
        read("one,Ada,Alder,0.7,1,Birch\n", head)


def test_an_estimate_may_have_a_date_and_nothing_else_for_one() -> None:
    head = HEAD.replace("outcome", "outcome,at")
    assert read("one,Ada,Alder,0.7,1,2031-03\none,Ada,Alder,0.8,1,2031-04\n", head)
    with pytest.raises(MalformedRecord, match="'soon' is no date"):
        read("one,Ada,Alder,0.7,1,soon\n", head)


def test_nothing_to_score() -> None:
    with pytest.raises(NothingRead, match="no forecast"):
        read("")
    with pytest.raises(NothingRead, match="no case is resolved"):
        read("one,Ada,Alder,0.7,\n")
    with pytest.raises(MalformedRecord, match="nothing says"):
        read("one,Ada,Alder,0.7\n", "case,judge,hypothesis,probability\n")
