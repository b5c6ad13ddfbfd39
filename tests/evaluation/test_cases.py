"""When something that was read answers a fact that was read off by hand."""

from pathlib import Path

import msgspec
import pytest
from evaluation.cases import measure, parties_named
from evaluation.harness.command import Request
from evaluation.harness.corpus import DataAbsentError
from evaluation.harness.metrics import Counts
from evaluation.real_cases.found import answers, fallen_into, found_in
from evaluation.real_cases.gold import GoldFact, NamedHypothesis, Truth

from tests.evaluation.readings import Maker
from whence.model.attribution import Scope
from whence.model.claim import Claim

TEXT = "Four sailors were hurt on 3 May. The mayor said the Reed League did it. Nobody owned up."


def fact(kind: str, words: str, **fields: object) -> GoldFact:
    start = TEXT.index(words)
    made = {"type": kind, "span": words, "start": start, "end": start + len(words), **fields}
    return msgspec.convert(made, GoldFact)


def right(gold: GoldFact, maker: Maker, claim: Claim | None = None) -> bool:
    page = maker.page(
        facts=(
            maker.fact("wounded", "Four sailors were hurt", "4", number=4),
            maker.fact("date", "3 May", "2031-05-03"),
            maker.fact("responsibility_claim", "Nobody owned up", "none"),
        )
    )
    if claim is not None:
        page = msgspec.structs.replace(
            page, report=msgspec.structs.replace(page.report, claims=(claim,))
        )
    place = (gold.start or 0, gold.end or 0)
    return any(answers(gold, place, one, page.sentences) for one in found_in(page))


def accusation(maker: Maker, subject: str, *, polarity: bool = True) -> Claim:
    return Claim(
        id="claim",
        document_id=maker.document.id,
        chain_id=maker.chain("the mayor"),
        subject=subject,
        subject_kind="group",
        predicate="carried_out",
        object="the attack",
        polarity=polarity,
        standing="accused" if polarity else "denied",
        act="accuse" if polarity else "deny_involvement",
        spans=(maker.span(subject),),
        extractor="hand@1",
    )


def test_a_count_needs_its_words_and_its_value() -> None:
    maker = Maker(TEXT)
    assert right(fact("count", "Four sailors", value=4), maker)
    assert not right(fact("count", "Four sailors", value=5), maker)
    assert not right(fact("count", "the Reed League", value=4), maker)
    assert not right(fact("count", "Four sailors", value="several"), maker)
    assert not right(fact("count", "Four sailors", value=">=4"), maker)


def test_a_date_needs_its_day() -> None:
    maker = Maker(TEXT)
    assert right(fact("date", "3 May", value="2031-05-03T02:00"), maker)
    assert not right(fact("date", "3 May", value="2031-05-04"), maker)


def test_nobodys_claim_is_no_claim_of_responsibility() -> None:
    maker = Maker(TEXT)
    assert right(fact("no_claim", "Nobody owned up"), maker)
    assert not right(fact("claim", "Nobody owned up"), maker)


def test_an_accusation_needs_the_accused_somewhere_in_the_sentence() -> None:
    maker = Maker(TEXT)
    claim = accusation(maker, "the Reed League")
    assert right(fact("accusation", "did it", accused="Reed League (rebels)"), maker, claim)
    assert not right(fact("accusation", "did it", accused="the navy"), maker, claim)
    assert not right(fact("denial", "did it"), maker, claim)
    denied = accusation(maker, "the Reed League", polarity=False)
    assert right(fact("denial", "did it"), maker, denied)


def test_a_party_that_shares_one_word_is_another_party() -> None:
    maker = Maker(TEXT)
    claim = accusation(maker, "the Reed League")
    assert not right(fact("accusation", "did it", accused="Reed Navy"), maker, claim)
    assert right(fact("accusation", "did it", accused="Shore Guard, Reed League"), maker, claim)


@pytest.mark.parametrize(
    ("accused", "subject", "meant"),
    [
        ("at least one Peru-backed militia", "Peruvian-backed militia group", True),
        ("Peru's navy", "Peru’s naval command", True),
        ("the Peruvian navy", "Peruvian naval divers", True),
        ("the Peruvian government", "Peru", True),
        ("Peruvian navy", "Peru", False),
        ("Peru", "Peruvian militia", False),
        ("Peru", "Peru-backed militia", False),
        ("Chile-backed militia", "Peruvian-backed guards", False),
    ],
)
def test_two_forms_of_a_name_are_one_and_a_state_is_not_its_people(
    accused: str, subject: str, meant: bool
) -> None:
    maker = Maker(TEXT)
    claim = msgspec.structs.replace(accusation(maker, "the Reed League"), subject=subject)
    assert right(fact("accusation", "Reed League", accused=accused), maker, claim) == meant


def test_a_name_from_elsewhere_is_whom_the_words_name() -> None:
    maker = Maker(TEXT)
    claim = msgspec.structs.replace(
        accusation(maker, "the Reed League"), subject_span=maker.span("the Reed League")
    )
    assert right(fact("accusation", "the Reed League did it", accused="RL-7"), maker, claim)
    assert not right(fact("accusation", "did it", accused="RL-7"), maker, claim)
    assert not right(
        fact("accusation", "mayor said the Reed League", accused="mayor"), maker, claim
    )


def test_what_is_taken_back_answers_a_retraction() -> None:
    maker = Maker(TEXT)
    denied = accusation(maker, "the Reed League", polarity=False)
    assert right(fact("retraction", "the Reed League did it"), maker, denied)
    assert not right(
        fact("retraction", "the Reed League did it"), maker, accusation(maker, "the Reed League")
    )


@pytest.mark.parametrize(
    ("scope", "polarity", "insinuation", "fallen"),
    [
        ("incident", True, False, True),
        ("other", True, False, False),
        ("incident", False, False, False),
        ("incident", True, True, False),
    ],
)
def test_a_trap_is_fallen_into_by_an_accusation_in_this_incident(
    scope: Scope, polarity: bool, insinuation: bool, fallen: bool
) -> None:
    maker = Maker(TEXT)
    claim = msgspec.structs.replace(
        accusation(maker, "the Reed League", polarity=polarity),
        scope=scope,
        insinuation=insinuation,
    )
    page = maker.page()
    page = msgspec.structs.replace(
        page, report=msgspec.structs.replace(page.report, claims=(claim,))
    )
    start = TEXT.index("the Reed League")
    found = [one for one in found_in(page) if fallen_into((start, start + 20), one)]
    assert bool(found) == fallen


def test_a_case_folder_is_scored_by_type_and_case(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "toy"
    folder.mkdir(parents=True)
    text = "The mayor denied involvement in the raid.\n"
    (folder / "one.txt").write_bytes(text.encode())
    start = text.index("denied involvement")
    gold = {"type": "denial", "span": "denied involvement", "start": start, "end": start + 18}
    absent = {"type": "place", "span": "raid", "start": 36, "end": 40, "value": "Reedmouth"}
    truth = {
        "case": "toy",
        "hypotheses_publicly_named": [{"h": "the Reed League"}],
        "reports": [{"report": "one", "outlet": "The Reed", "facts": [gold, absent]}],
    }
    (folder / "truth.json").write_bytes(msgspec.json.encode(truth))
    outcome = measure(Request(data=tmp_path))
    assert outcome.score("case toy").counts.gold == 2
    assert outcome.score("type denial").value == 1.0
    assert outcome.score("type place").value == 0.0
    assert outcome.score("parties named").counts.gold == 1
    told = [(one.kind, one.expected) for one in outcome.misreadings]
    assert told == [("place", "raid (value=Reedmouth)"), ("party not named", "the Reed League")]


@pytest.mark.parametrize(
    ("hypothesis", "subject", "named"),
    [
        ("Reed League (claimed)", "the Reed Leagues", True),
        ("the navy ordered it", "navy", True),
        ("Cove Brigades / Reed League", "Brigade of the Cove", True),
        ("the navy ordered it", "the Reed League", False),
        ("anybody", "", False),
    ],
)
def test_a_party_is_named_by_its_words(hypothesis: str, subject: str, named: bool) -> None:
    truth = Truth(
        case="toy", hypotheses_publicly_named=(NamedHypothesis(h=hypothesis),), reports=()
    )
    counts, missed = parties_named(truth, [subject])
    assert counts == Counts(int(named), 1, 1)
    assert [one.expected for one in missed] == ([] if named else [hypothesis])


def test_without_cases_there_is_no_score(tmp_path: Path) -> None:
    with pytest.raises(DataAbsentError, match="cases"):
        measure(Request(data=tmp_path))


def test_gold_that_is_written_freely_is_read_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "free"
    folder.mkdir(parents=True)
    text = "Four sailors were hurt in the raid. The mayor accused the Reed League of the raid.\n"
    (folder / "one.txt").write_text(text)
    facts = [
        {"type": "count", "span": "Four sailors were hurt", "value": [4, "people"], "role": {}},
        {"type": "accusation", "span": "accused the Reed League", "accused": ["Reed League", None]},
        {"type": "count", "span": "words that are nowhere", "value": 3},
        {"type": "casualty", "span": "Four sailors", "start": 0, "end": 12, "injured": 4},
    ]
    truth = {"case": "free", "reports": [{"report": "one", "facts": facts}]}
    (folder / "truth.json").write_bytes(msgspec.json.encode(truth))
    outcome = measure(Request(data=tmp_path))
    assert outcome.score("facts").counts == Counts(3, 4, 4)
