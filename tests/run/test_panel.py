import msgspec
import pytest
from msgspec.structs import replace

from tests.publish.cases import harbour_case
from whence.errors import MalformedRecord, NothingRead, UnknownId
from whence.model.case import Case
from whence.model.incident import Party
from whence.run.panel import polled, read_estimates

AT = "2031-03-07"
HEAD = "judge,role,hypothesis,probability,at,reason\n"


def ask(rows: str, case: Case | None = None) -> Case:
    return polled(case or harbour_case(), read_estimates((HEAD + rows).encode(), "p.csv", AT))


def test_answers_may_be_called_by_id_label_or_party() -> None:
    case = ask(
        "Ada,executor,executor:the-tidewatch,60%,,style\n"
        "Ada,,NO hostile actor,0.1,,\n"
        "Ben,,Tidewatch,0.2,2031-03-06,\n"
        "Ben,Sponsor,no-sponsor,0.5,2031-03-06,no trace\n"
    )
    assert [(one.judge, one.role, one.at) for one in case.panel] == [
        ("Ada", "executor", AT),
        ("Ben", "executor", "2031-03-06"),
        ("Ben", "sponsor", "2031-03-06"),
    ]
    assert case.panel[0].shares == {
        "executor:the-tidewatch": 0.6, "executor:no-hostile-actor": 0.1
    }  # fmt: skip
    assert case.panel[0].reason == "style"
    executor, sponsor = case.pooled
    assert (executor.role, executor.judges, sponsor.judges) == ("executor", 2, 1)


def test_other_parties_of_the_incident_are_no_answers() -> None:
    case = harbour_case()
    assert case.incident is not None
    other = Party(id="p-reed", name="Reed League", kind="group")
    wide = replace(case, incident=replace(case.incident, parties=(other, *case.incident.parties)))
    assert ask("Ada,,tidewatch,0.6,,\n", wide).pooled[0].judges == 1
    with pytest.raises(UnknownId, match="Reed League"):
        ask("Ada,,Reed League,0.6,,\n", wide)


def test_the_assessment_is_left_alone() -> None:
    before = harbour_case()
    after = ask("Ada,,Tidewatch,0.99,,\n", before)
    assert msgspec.json.encode(after.assessment) == msgspec.json.encode(before.assessment)
    assert replace(after, panel=(), pooled=()) == before


def test_a_file_given_twice_is_one() -> None:
    once = ask("Ada,,Tidewatch,0.6,,\n")
    assert ask("Ada,,Tidewatch,0.6,,\n", once) == once


def test_later_estimates_take_the_place_of_earlier_ones_and_both_are_kept() -> None:
    case = ask("Ada,,Tidewatch,0.6,2031-03-05,\nADA,,Tidewatch,0.9,2031-03-06,\n")
    assert len(case.panel) == 2
    assert case.pooled[0].coherent[0].given == {"executor:the-tidewatch": 0.9}


def test_estimates_later_than_the_assessment_wait() -> None:
    case = ask("Ada,,Tidewatch,0.6,2031-04-01,\n")
    assert case.pooled == ()
    assert case.assessment is not None
    later = replace(case, assessment=replace(case.assessment, as_of=None))
    assert polled(later, ()).pooled[0].judges == 1


def test_pooled_anew_without_answers_that_are_gone() -> None:
    case = ask("Ada,,Tidewatch,0.6,,\nBen,,no hostile actor,0.6,,\n")
    assert case.assessment is not None
    executor, sponsor = case.assessment.answers
    fewer = replace(
        executor,
        hypotheses=tuple(one for one in executor.hypotheses if "tidewatch" not in one.id),
    )
    weighed = replace(case, assessment=replace(case.assessment, answers=(fewer, sponsor)))
    again = polled(weighed, ())
    assert len(again.panel) == 2
    assert [one.judge for one in again.pooled[0].coherent] == ["Ben"]
    alone = replace(case, assessment=replace(case.assessment, answers=(sponsor,)))
    assert polled(alone, ()).pooled == ()


def test_without_an_assessment_there_is_nothing_to_estimate() -> None:
    unweighed = replace(harbour_case(), assessment=None)
    assert polled(unweighed, ()) == unweighed
    with pytest.raises(NothingRead, match="nothing was weighed"):
        ask("Ada,,Tidewatch,0.6,,\n", unweighed)


def test_without_an_incident_labels_still_name_answers() -> None:
    bare = replace(harbour_case(), incident=None)
    assert ask("Ada,,the tidewatch,0.6,,\n", bare).pooled[0].judges == 1


def test_unknown_answers_are_told_with_the_nearest() -> None:
    with pytest.raises(UnknownId, match=r"p.csv, line 2: no answers on the executor") as refused:
        ask("Ada,,the tidewach,0.6,,\n")
    assert refused.value.hint == "did you mean 'the Tidewatch'?"
    case = harbour_case()
    assert case.assessment is not None
    only = replace(case, assessment=replace(case.assessment, answers=case.assessment.answers[:1]))
    with pytest.raises(UnknownId, match="on the sponsor") as refused:
        ask("Ada,sponsor,the tidewatch,0.6,,\n", only)
    assert refused.value.hint == UnknownId.hint


def test_a_name_of_two_answers_asks_for_the_id() -> None:
    case = harbour_case()
    assert case.assessment is not None
    executor, sponsor = case.assessment.answers
    twice = tuple(replace(one, label="the Tidewatch") for one in executor.hypotheses)
    doubled = replace(executor, hypotheses=twice)
    unclear = replace(case, assessment=replace(case.assessment, answers=(doubled, sponsor)))
    with pytest.raises(UnknownId, match="3 answers") as refused:
        ask("Ada,,The Tidewatch,0.6,,\n", unclear)
    assert "executor:the-tidewatch" in refused.value.hint


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Ada,victim,Tidewatch,0.6,,\n", "no question is called 'victim'"),
        ("Ada,,Tidewatch,0.6,soon,\n", "'soon' is no date"),
        ("Ada,,Tidewatch,0.6,,\nada,,the tidewatch,0.7,,\n", "a second probability"),
        ("Ada,,Tidewatch,2,,\n", "2 is no probability"),
    ],
)
def test_rows_that_cannot_be_used(row: str, words: str) -> None:
    with pytest.raises(MalformedRecord, match=words) as refused:
        ask(row)
    assert refused.value.location.startswith("p.csv, line ")


def test_an_empty_file_is_told() -> None:
    with pytest.raises(NothingRead, match="no estimate"):
        ask("")
