"""What people decide about the weighing: kept, checked, binding, taken back."""

import pytest
from msgspec.structs import replace

from tests.weigh.invented import means, party
from tests.weigh.stories import settled_case
from whence.errors import ConfigError
from whence.model.case import Case, Judgement, Run
from whence.run.overrides import (
    Decision,
    decide,
    decided,
    party_of,
    set_by_hand,
    subject_of,
    subjects_of,
    told_in_lines,
    worded,
)
from whence.weigh import Options, Override, weigh

AT = "2031-05-09T10:00:00+00:00"
EMPTY = Case(
    id="case-1",
    run=Run(at=AT, whence="0", reader="rules", inputs=()),
    documents=(),
)


def decision(subject: str, verdict: str, reason: str = "own files") -> Decision:
    return Decision(subject=subject, verdict=verdict, by="ana", at=AT, reason=reason)


def binding(*decisions: Decision) -> Options:
    return decided(Options(), decide(EMPTY, decisions).judgements)


def test_a_decision_is_a_judgement_with_who_when_and_why() -> None:
    case = decide(EMPTY, [decision("executor:unnamed", "prior 0.4")])
    assert case.judgements == (
        Judgement(
            subject="executor:unnamed", verdict="prior 0.4", by="ana", at=AT, reason="own files"
        ),
    )
    assert decide(EMPTY, []) is EMPTY


def test_a_party_is_listed_by_its_name_and_never_by_an_id_that_nobody_has() -> None:
    key = "party-0123456789ab"
    league = party(key, "Cedar League")
    assert party_of("Reed Front", [league]) == "Reed Front"
    assert party_of("cedar league", [league]) == "cedar league"
    assert party_of(key, [league]) == party_of(f"sponsor:{key}", [league]) == "Cedar League"
    twin = party("party-ba9876543210", "Cedar League")
    assert party_of(twin.id, [league, twin]) == twin.id
    for unknown in ("party-000000000000", "executor:party-000000000000", "executor:unnamed"):
        with pytest.raises(ConfigError, match="no party of the case has the id"):
            party_of(unknown, [league])


def test_decisions_bind_the_weighing() -> None:
    event, heard = settled_case()
    options = binding(
        decision("executor:unnamed", "prior 0.6"),
        decision("claim", "ratio 2"),
        decision("Cedar League", "listed executor"),
        decision("Oskaria", "listed sponsor"),
    )
    result = weigh(event, heard, options)
    executor = result.answer("executor")
    row = next(one for one in executor.posterior if one.hypothesis_id == "executor:unnamed")
    assert row.prior == pytest.approx(0.6)
    assert "own files (ana, 2031-05-09)" in executor.prior_basis
    assert "Cedar League" in {h.label for h in executor.hypotheses}
    assert "Oskaria" in {h.label for h in result.answer("sponsor").hypotheses}
    assert means(result) != means(weigh(event, heard))


def test_a_party_is_listed_for_both_questions_until_it_is_withdrawn() -> None:
    both = decision("Oskaria", "listed sponsor"), decision("Oskaria", "listed executor")
    assert {one.role for one in binding(*both).added} == {"executor", "sponsor"}
    again = binding(*both, decision("Oskaria", "listed sponsor", "seen twice"))
    assert [one.reason[:10] for one in again.added if one.role == "sponsor"] == ["seen twice"]
    assert binding(*both, decision("Oskaria", "withdrawn")) == Options()


def test_a_listed_party_is_meant_by_its_name_weighed_or_not() -> None:
    event, heard = settled_case()
    listed = decision("Cedar League", "listed executor")
    case = decide(EMPTY, [listed])
    assert subjects_of(case, "cedar league") == ("Cedar League",)
    case = replace(case, assessment=weigh(event, heard, binding(listed)))
    subjects = subjects_of(case, "Cedar League")
    assert subjects[0] == "Cedar League"
    assert subjects[1].startswith("executor:")
    taken = [decision(one, "withdrawn") for one in subjects]
    assert binding(listed, *taken) == Options()
    with pytest.raises(ConfigError):
        subjects_of(case, "Cedar Circle of None")


def test_only_what_is_set_can_be_taken_back() -> None:
    """Taking back what nobody set would stand in the history as if something had been."""
    event, heard = settled_case()
    case = replace(EMPTY, incident=event, trace=heard, assessment=weigh(event, heard))
    with pytest.raises(ConfigError, match="nothing is set for 'somebody not named'"):
        set_by_hand(case, "somebody not named", Options())
    once = decide(case, [decision("executor:unnamed", "prior 0.4")])
    assert set_by_hand(once, "somebody not named", Options()) == ("executor:unnamed",)
    again = decide(once, [decision("executor:unnamed", "withdrawn")])
    with pytest.raises(ConfigError, match="nothing is set"):
        set_by_hand(again, "somebody not named", Options())
    given = Options(priors=(Override(subject="executor:unnamed", value=0.4, reason="settings"),))
    assert set_by_hand(case, "somebody not named", given) == ("executor:unnamed",)


def test_the_last_word_on_a_subject_holds_and_may_be_taken_back() -> None:
    twice = binding(decision("claim", "ratio 2"), decision("claim", "ratio 5"))
    assert [one.value for one in twice.ratios] == [5]
    assert binding(decision("claim", "ratio 2"), decision("claim", "withdrawn")) == Options()
    changed = binding(decision("x", "ratio 2"), decision("x", "prior 0.2"))
    assert (changed.ratios, [one.value for one in changed.priors]) == ((), [0.2])


def test_other_judgements_are_left_to_others() -> None:
    tie = Judgement(subject="doc-1 doc-2", verdict="same", by="ana", at=AT, reason="")
    assert decided(Options(), (tie,)) == Options()


@pytest.mark.parametrize(
    "verdict",
    ["prior 1", "prior 0", "prior -0.1", "prior nan", "prior much", "ratio 0", "ratio inf"],
)
def test_what_cannot_be_weighed_with_is_refused_before_it_is_kept(verdict: str) -> None:
    with pytest.raises(ConfigError, match="cannot be set to"):
        decision("claim", verdict)
    spoilt = Judgement(subject="claim", verdict=verdict, by="ana", at=AT, reason="r")
    with pytest.raises(ConfigError, match="cannot be set to"):
        decided(Options(), (spoilt,))


def test_a_decision_needs_its_reason() -> None:
    with pytest.raises(ConfigError, match="nothing is said about why claim") as caught:
        decision("claim", "ratio 2", " ")
    assert caught.value.hint == "give --reason TEXT"


def test_a_name_is_a_hypothesis_an_item_or_a_kind() -> None:
    event, heard = settled_case()
    case = replace(EMPTY, assessment=weigh(event, heard))
    assert case.assessment is not None
    item = case.assessment.answer("executor").evidence[0].id
    assert subject_of(case, "Alder front") == ("executor:alder", "prior")
    assert subject_of(case, "sponsor:unnamed") == ("sponsor:unnamed", "prior")
    assert subject_of(case, item) == (item, "ratio")
    assert subject_of(EMPTY, "motive") == ("motive", "ratio")
    with pytest.raises(ConfigError) as caught:
        subject_of(case, "Alder Fromt")
    assert caught.value.hint == "did you mean 'Alder Front'?"
    with pytest.raises(ConfigError) as caught:
        subject_of(case, "§§§§§§§§")
    assert "whence explain" in caught.value.hint


def test_what_was_decided_is_told_in_a_line() -> None:
    labels = {"executor:unnamed": "somebody not named"}
    told = [
        worded(judgement, labels)
        for judgement in decide(
            EMPTY,
            [
                decision("executor:unnamed", "prior 0.4"),
                decision("claim", "ratio 2"),
                decision("Cedar League", "listed executor"),
                decision("claim", "withdrawn"),
            ],
        ).judgements
    ]
    assert told == [
        "somebody not named starts at 0.4 (own files; ana, 2031-05-09)",
        "claim counts as 2 to 1 (own files; ana, 2031-05-09)",
        "Cedar League is weighed as executor, named by hand (own files; ana, 2031-05-09)",
        "what was decided about claim no longer holds (own files; ana, 2031-05-09)",
    ]
    tie = Judgement(subject="doc-1 doc-2", verdict="same", by="ana", at=AT, reason="")
    assert worded(tie, labels) == ""


def test_decisions_that_hold_no_more_say_so_and_other_judgements_are_left_out() -> None:
    def said(subject: str, verdict: str, second: int) -> Judgement:
        at = f"2031-05-06T10:00:0{second}+00:00"
        return Judgement(subject=subject, verdict=verdict, by="Bo", at=at, reason="own files")

    told = told_in_lines(
        [
            said("claim-1", "rejected", 1),
            said("executor:unnamed", "prior 0.4", 2),
            said("executor:unnamed", "prior 0.5", 3),
            said("claim", "ratio 3", 4),
            said("claim-1", "withdrawn", 5),
            said("claim", "withdrawn", 6),
        ],
        {"executor:unnamed": "somebody not named"},
    )
    assert told == [
        "somebody not named starts at 0.4 (own files; Bo, 2031-05-06) [replaced since]",
        "somebody not named starts at 0.5 (own files; Bo, 2031-05-06)",
        "claim counts as 3 to 1 (own files; Bo, 2031-05-06) [withdrawn since]",
        "what was decided about claim no longer holds (own files; Bo, 2031-05-06)",
    ]
