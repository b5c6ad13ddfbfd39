"""Why a case says what it says, as rows and in a terminal."""

from io import StringIO

import msgspec
import pytest
from msgspec.structs import replace
from rich.console import Console

from tests.publish.weighed import (
    HISTORY,
    ORRIN,
    RESERVE,
    TIDE,
    altered,
    assessed,
    executor,
    step,
    weighed_case,
)
from whence.model.assessment import Sensitivity
from whence.publish.index import Index
from whence.publish.queries import explained, explained_text, matrix, moments
from whence.publish.queries.competing import Item, mark
from whence.publish.queries.explained import (
    Ground,
    Moment,
    Question,
    Rest,
    Row,
    Settling,
    Share,
    Stride,
)
from whence.publish.queries.text import NARROW

INDEX = Index(weighed_case())
NOTHING = Index(replace(weighed_case(), assessment=None))


def printed(rows: tuple[Row, ...], columns: int = 160) -> str:
    file = StringIO()
    explained_text.print_explained(rows, Console(file=file, width=columns))
    return file.getvalue()


def told_matrix(rows: tuple[Item, ...]) -> str:
    file = StringIO()
    explained_text.print_matrix(rows, Console(file=file, width=160))
    return file.getvalue()


def told_moments(rows: tuple[Moment, ...]) -> str:
    file = StringIO()
    explained_text.print_moments(rows, Console(file=file, width=160))
    return file.getvalue()


def of(kind: type, rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if isinstance(row, kind)]


def test_rows_come_by_question_and_hold_everything() -> None:
    rows = explained(INDEX)
    kinds = [type(row) for row in rows]
    assert kinds[0] is Question
    assert [kinds.count(kind) for kind in (Question, Share, Stride, Rest, Moment, Settling)] == [
        2, 5, 6, 1, 6, 3,
    ]  # fmt: skip
    assert isinstance(rows[-1], Ground)
    question = rows[0]
    assert isinstance(question, Question)
    assert (question.verdict, question.candidate) == (None, "the Tidewatch")
    assert question.failed == ("1 speaks; 2 are needed.",)
    weightless = next(row for row in of(Share, rows) if isinstance(row, Share) and not row.mean)
    assert (weightless.label, weightless.prior) == ("those who gain by it", None)


def test_one_question_alone_has_its_own_rows_and_what_settles_it() -> None:
    rows = explained(INDEX, "executor")
    assert {row.role for row in rows if isinstance(row, Question | Share | Stride)} == {"executor"}
    settling = [row.text for row in rows if isinstance(row, Settling)]
    assert settling == ["serial numbers", "tapes"]
    sponsor = explained(INDEX, "sponsor")
    assert not of(Stride, sponsor)
    assert [row.text for row in sponsor if isinstance(row, Settling)] == ["tapes"]


def test_rows_are_json_with_their_type() -> None:
    for row in explained(INDEX):
        told = msgspec.json.decode(msgspec.json.encode(row))
        assert told["row"] in ("question", "hypothesis", "step", "origin", "settler", "moment",
                               "confidence")  # fmt: skip


def test_what_was_not_weighed_has_no_rows() -> None:
    assert not explained(NOTHING)
    assert not matrix(NOTHING)
    assert not moments(NOTHING)


def test_a_hypothesis_that_is_not_listed_has_no_share() -> None:
    answer = executor(weighed_case())
    index = Index(altered(weighed_case(), hypotheses=answer.hypotheses[1:]))
    assert "the Tidewatch" not in [row.label for row in explained(index) if isinstance(row, Share)]


@pytest.mark.parametrize(
    ("nats", "expected"),
    [(None, ""), (0.05, "0"), (-0.099, "0"), (0.1, "+"), (-0.5, "-"), (0.7, "++"), (-1.0, "--")],
)
def test_marks_by_nats(nats: float | None, expected: str) -> None:
    assert mark(nats) == expected


def test_the_matrix_tells_what_each_item_does_to_each_answer_the_most_telling_first() -> None:
    first, second = matrix(INDEX)
    assert (first.evidence_id, first.telling, second.telling) == ("ev-1", True, False)
    assert first.marks == {
        "the Tidewatch": "+", "Orrin": "-", "somebody not named": "-", "those who gain by it": "",
    }  # fmt: skip
    # by itself an item moves shares and never their sum
    priors = {"the Tidewatch": 0.2, "Orrin": 0.2, "somebody not named": 0.6}
    total = sum(prior * 2.718281828 ** (first.nats[label] or 0) for label, prior in priors.items())
    assert total == pytest.approx(1.0, abs=1e-5)
    assert matrix(INDEX, "sponsor") == ()


def test_an_item_that_touches_no_answer_leaves_blanks() -> None:
    answer = executor(weighed_case())
    bare = replace(answer.evidence[1], log_likelihood={"executor:gone": 0.0})
    (item,) = matrix(Index(altered(weighed_case(), evidence=(bare,))))
    assert set(item.marks.values()) == {""}
    partly = replace(answer.evidence[1], log_likelihood={TIDE: 0.0, ORRIN: -1.0})
    (item,) = matrix(Index(altered(weighed_case(), evidence=(partly,))))
    assert (item.marks["the Tidewatch"], item.marks["somebody not named"]) == ("+", "")


def test_answers_of_one_name_are_told_apart() -> None:
    answer = executor(weighed_case())
    same = tuple(replace(one, label="the League") for one in answer.hypotheses)
    first, _ = matrix(Index(altered(weighed_case(), hypotheses=same)))
    assert len(first.marks) == 4
    assert f"the League ({TIDE})" in first.marks


def test_the_text_tells_the_shares_the_steps_and_the_rest() -> None:
    told = printed(explained(INDEX))
    assert "Who carried it out? cannot tell" in told
    assert ".20     .36  .21–.54" in told
    assert "needs 2.2 to 1 more" in told
    assert "weighs nothing" in told
    assert "Step by step: the Tidewatch" in told
    assert "It may know." in told
    assert "Most deny." in told
    assert "what is said of who ordered" not in told
    assert "without interior ministry" in told
    assert "2 earlier changes: --history shows them" not in told
    assert "If it pointed at the Tidewatch: from .36 to .81." in told
    assert told.rstrip().endswith("Confidence: low. 1 independent first hand bears on it.")
    assert "\x1b" not in told
    narrow = printed(explained(INDEX), 60)
    assert all(len(line.rstrip()) <= 60 for line in narrow.splitlines())


def test_how_far_is_told_where_the_wording_does_not() -> None:
    assert "Further evidence of 2.2 to 1" in printed(explained(INDEX))
    other = altered(weighed_case(), wording="Evidence of 2.2 to 1 would bring it.")
    assert "Further evidence" not in printed(explained(Index(other)))
    without = assessed(weighed_case(), left_out=("somebody",))
    assert "Weighed without the word of somebody." in printed(explained(Index(without)))


def test_steps_are_arrows_in_letters() -> None:
    steps = (
        step("prior", 0.0, 0.5, "before"), step("evidence", 1.0, 0.73, "for it"),
        step("evidence", -2.0, 0.27, "against it"), step("evidence", 0.0, 0.27, "nothing"),
    )  # fmt: skip
    told = printed(explained(Index(altered(weighed_case(), steps=steps)))).splitlines()
    row = {text: next(line for line in told if line.lstrip().startswith(text)) for text in
           ("before", "for it", "against it", "nothing")}  # fmt: skip
    assert row["before"].count("o") == "before".count("o") + 1
    assert ">>>" in row["for it"]
    assert "<<<" in row["against it"]
    assert "|" in row["for it"] or ">" in row["for it"]
    assert row["nothing"].rstrip().count(".") >= 2
    flat = altered(weighed_case(), steps=(steps[0], replace(steps[3], mean=0.5)))
    assert "even odds" in printed(explained(Index(flat)))
    high = (step("prior", 1.0, 0.73, "before"), step("evidence", 1.0, 0.88, "for it"))
    above = printed(explained(Index(altered(weighed_case(), steps=high))))
    line = next(line for line in above.splitlines() if line.lstrip().startswith("for it"))
    assert line.index("|") < line.index(">")


def test_what_rests_on_nobody_and_on_many_is_told() -> None:
    def rests(*without: float) -> Index:
        rows = tuple(
            Sensitivity(role="executor", origin_id=f"or-{number}", origin_name=f"hand {number}",
                        hypothesis_id=TIDE, mean_with=0.36, mean_without=mean, flips=mean < 0.1)
            for number, mean in enumerate(without)
        )  # fmt: skip
        return Index(assessed(weighed_case(), sensitivity=rows))

    nobody = printed(explained(rests(0.36)))
    assert "Leaving out any one first hand changes nothing to see." in nobody
    many = printed(explained(rests(0.05, 0.2, 0.21, 0.22, 0.23, 0.24, 0.25)))
    assert "without hand 0: the Tidewatch from .36 to .05; the result would be another" in many
    assert "and 2 more" in many


def test_only_the_last_changes_are_shown_and_the_others_counted() -> None:
    more = (*HISTORY, replace(HISTORY[0], at="2035"))
    told = printed(explained(Index(assessed(weighed_case(), history=more))))
    assert "2 earlier changes: --history shows them" in told
    assert "4 Mar 2031" not in told
    few = printed(explained(Index(assessed(weighed_case(), history=HISTORY[:2]))))
    assert "earlier" not in few
    none = printed(explained(Index(assessed(weighed_case(), history=(), would_settle=()))))
    assert "What changed last" not in none
    assert "What would settle it?" not in none


def test_the_past_as_text() -> None:
    told = told_moments(moments(INDEX))
    assert "Who carried it out?" in told
    assert "5 Mar 2031  The Tidewatch: from .20 to .60." in told
    assert "counts no longer: a finding (1.2 nats)" in told
    assert "only one moment" in told_moments(())


def test_the_matrix_as_text() -> None:
    told = told_matrix(matrix(INDEX))
    assert "A  the Tidewatch" in told
    assert "Not diagnostic" in told
    assert "2.6×" in told
    all_tell = told_matrix(matrix(INDEX)[:1])
    assert "Not diagnostic" not in all_tell
    assert "No evidence bears on it." in told_matrix(())


def test_many_answers_have_letters_beyond_z() -> None:
    item = matrix(INDEX)[0]
    labels = [f"party {number}" for number in range(30)]
    many = replace(item, marks=dict.fromkeys(labels, "+"), nats=dict.fromkeys(labels, 0.2))
    assert "AD  party 29" in told_matrix((many,))


def test_the_reserve_needs_nothing() -> None:
    (reserve,) = [
        row for row in explained(INDEX) if isinstance(row, Share) and row.hypothesis_id == RESERVE
    ]
    assert reserve.threshold == ""


@pytest.mark.parametrize("columns", [30, 40, 71, 72])
def test_a_narrow_terminal_keeps_every_answer_and_its_numbers(columns: int) -> None:
    rows = explained(INDEX, "executor")
    told = " ".join(printed(rows, columns).split())
    assert "…" not in told.partition("What rests on whom")[0]
    if columns >= NARROW:
        return
    for one in rows:
        if isinstance(one, Share):
            assert one.label in told
    assert "before ." in told
    assert ", now ." in told


def test_the_state_of_a_missing_fact_is_told_once() -> None:
    lost = Settling(
        text="awaited: tests of the fuse", reason="They would tell.", status="awaited",
        expected_information=0.1, would_make={}, told=(),
    )  # fmt: skip
    told = printed((lost,))
    assert "1. tests of the fuse (awaited; .10 nats)" in told
