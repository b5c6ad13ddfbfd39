"""A judgement is checked against the case, appended, and heeded whenever the case is derived."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.run.case.kept import AT, RULES, add, keeper, kinds, opened, pages
from whence.errors import CaseRefused, ConfigError, UnknownId, WhenceError
from whence.model.case import Case
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.model.ledger import Entry
from whence.model.origin import Origin
from whence.run.case.deriving import case_of, fresh, gathered
from whence.run.case.history import lines
from whence.run.case.judging import chain_for, judge
from whence.run.case.state import CaseState, state_of
from whence.run.case.withdrawing import Word, close, retract
from whence.run.judging import conflicts, idle
from whence.store.ledger import Ledger

ANA = Word(author="Ana", at="2031-05-09T10:00:00+00:00", reason="own files")
BO = Word(author="Bo", at="2031-05-09T11:00:00+00:00", reason="saw it")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(pages(tmp_path_factory.mktemp("pages")))


@pytest.fixture
def quay(template: Path) -> Ledger:
    ledger = opened()
    add(ledger, str(template))
    return ledger


def say(ledger: Ledger, subject: str, verdict: str, word: Word = ANA, by: str = "") -> Entry:
    return judge(ledger, state_of(ledger), subject, verdict, word, by)


def now(ledger: Ledger) -> Case:
    return case_of(state_of(ledger), RULES, AT)


def values(ledger: Ledger) -> tuple[list[Claim], list[Fact]]:
    reports = [read.report for read in state_of(ledger).extractions.values()]
    claims = [claim for report in reports for claim in report.claims]
    return claims, [fact for report in reports for fact in report.facts]


def claim_of(ledger: Ledger, standing: str = "accused_by_authority") -> Claim:
    return next(one for one in values(ledger)[0] if one.standing == standing)


def words(ledger: Ledger) -> list[str]:
    return [one.text for one in lines(ledger.read()) if one.kind in ("judgement", "override")]


def bare(case: Case) -> Case:
    return replace(case, judgements=())


def test_ids_of_what_was_read_are_those_of_another_reading(template: Path, quay: Ledger) -> None:
    other = opened("pier")
    add(other, str(template))
    assert ids(quay) == ids(other)
    assert len(set(ids(quay))) == len(ids(quay)) > 5


def ids(ledger: Ledger) -> list[str]:
    claims, facts = values(ledger)
    return [*(one.id for one in claims), *(one.id for one in facts)]


def test_a_rejected_claim_is_gone_and_withdrawing_brings_the_case_back(quay: Ledger) -> None:
    before, claim = now(quay), claim_of(quay)
    entry = say(quay, claim.id, "rejected")
    assert (entry.kind, entry.author, entry.at) == ("judgement", "Ana", ANA.at)
    state = state_of(quay)
    assert not fresh(state, RULES)
    held = {one.id for report in now(quay).reports for one in report.claims}
    assert claim.id not in held
    assert claim.id in {one.id for report in gathered(state, AT).reports for one in report.claims}
    say(quay, claim.id, "withdrawn")
    assert bare(now(quay)) == bare(before)


def test_a_case_that_was_weighed_anew_is_shown_as_it_was_judged(quay: Ledger) -> None:
    claim = claim_of(quay)
    say(quay, claim.id, "rejected")
    derived = now(quay)
    keeper(quay).keep(derived, RULES)
    assert fresh(state_of(quay), RULES)
    assert now(quay) == derived
    assert kinds(quay)[-2:] == ["judgement", "assessment"]


def test_a_judgement_that_changes_nothing_leaves_the_case_weighed_as_it_stands(
    quay: Ledger,
) -> None:
    before = now(quay)
    say(quay, claim_of(quay).id, "accepted")
    assert not fresh(state_of(quay), RULES)
    assert keeper(quay).keep(now(quay), RULES) is not None
    assert fresh(state_of(quay), RULES)
    assert now(quay).assessment == before.assessment
    assert keeper(quay).keep(now(quay), RULES) is None


def test_a_correction_is_kept_in_one_form_and_told(quay: Ledger) -> None:
    fact = next(one for one in values(quay)[1] if one.slot == "place")
    say(quay, fact.id, 'corrected {"value":  "Upper Quay" }')
    (judgement,) = state_of(quay).judgements
    assert judgement.verdict == 'corrected {"value":"Upper Quay"}'
    incident = now(quay).incident
    assert incident is not None
    slot = incident.slot("place")
    assert slot is not None
    assert [value.value for value in slot.values] == ["Upper Quay"]
    assert words(quay)[-1] == (
        f"{fact.id} [place: {fact.value}] is corrected: value Upper Quay, by Ana (own files)"
    )


def test_who_said_it_first_is_judged_of_the_chain_of_a_claim(quay: Ledger) -> None:
    claim = claim_of(quay)
    say(quay, claim.id, "origin  Ada   Marsh")
    (judgement,) = state_of(quay).judgements
    assert (judgement.subject, judgement.verdict) == (claim.chain_id, "origin Ada Marsh")
    case = now(quay)
    (origin,) = (one for one in case.trace.origins if claim.chain_id in one.chain_ids)
    assert "Ada Marsh" in origin.name


def two_origins(state: CaseState) -> tuple[str, str]:
    assert state.snapshot is not None
    named = [one for one in state.snapshot.trace.origins if one.kind not in ("outlet", "agency")]
    return named[0].id, named[1].id


def test_origins_are_judged_by_chains_that_stand_for_them(quay: Ledger) -> None:
    state = state_of(quay)
    one, other = two_origins(state)
    say(quay, f"{one} {other}", "one origin")
    (judgement,) = state_of(quay).judgements
    chains = [chain_for(state, one), chain_for(state, other)]
    assert judgement.subject == " ".join(sorted(chains))
    case = now(quay)
    assert len({case.trace.origin_of()[chain] for chain in chains}) == 1
    keeper(quay).keep(case, RULES)
    (merged,) = {case.trace.origin_of()[chain] for chain in chains}
    say(quay, merged, "withdrawn")
    origins = now(quay).trace.origin_of()
    assert origins[chains[0]] != origins[chains[1]]
    with pytest.raises(UnknownId, match="nothing that holds is judged"):
        say(quay, merged, "withdrawn")


def test_a_side_of_an_origin_is_judged_by_its_chains_or_its_name(quay: Ledger) -> None:
    say(quay, f"{named(quay, 'harbour police').id} {named(quay, 'group').id}", "one origin")
    keeper(quay).keep(now(quay), RULES)
    joined = named(quay, "harbour police")
    (merge,) = joined.merges
    assert {merge.left, merge.right} == {"harbour police", "group"}
    subjects = set()
    for side in ("the group", "group (Ostermouth Post)", "group"):
        say(quay, side, "separate origins")
        subjects.add(state_of(quay).judgements[-1].subject)
    (subject,) = subjects
    origins = now(quay).trace.origins
    assert set(subject.split("+")) in [set(one.chain_ids) for one in origins]
    with pytest.raises(UnknownId, match="no origin joins"):
        say(quay, "nobody", "separate origins")
    with pytest.raises(ConfigError, match="all the chains of an origin"):
        say(quay, "+".join(joined.chain_ids), "separate origins")
    pair = " ".join(sorted(joined.chain_ids)[:2])
    say(quay, pair, "separate origins")
    assert state_of(quay).judgements[-1].subject == pair


def named(ledger: Ledger, name: str) -> Origin:
    found = state_of(ledger).snapshot
    assert found is not None
    return next(one for one in found.trace.origins if one.name == name)


def test_reports_and_numbers_are_judged_too(quay: Ledger) -> None:
    documents = sorted(state_of(quay).documents)
    say(quay, "first.html second.html", "same incident")
    assert state_of(quay).judgements[-1].subject == " ".join(documents)
    entry = say(quay, "somebody not named", "prior 0.4")
    assert (entry.kind, state_of(quay).judgements[-1].subject) == ("override", "executor:unnamed")
    assert say(quay, "Cedar League", "listed sponsor").kind == "override"
    assert now(quay).assessment is not None
    assert say(quay, "somebody not named", "withdrawn").kind == "override"
    assert say(quay, "Cedar League", "withdrawn").kind == "override"
    assert say(quay, "second.html first.html", "different incidents").kind == "judgement"
    assert now(quay).others
    assert say(quay, " ".join(documents), "withdrawn").kind == "judgement"
    assert not now(quay).others


@pytest.mark.parametrize(
    ("subject", "verdict", "error"),
    [
        ("claim-gone", "rejected", UnknownId),
        ("claim-gone", "corrected {}", UnknownId),
        ("chain-gone", "origin Ada", UnknownId),
        ("CHAIN", "origin  ", ConfigError),
        ("CLAIM", "corrected {}", ConfigError),
        ("CLAIM", 'corrected {"standing":"guilty"}', ConfigError),
        ("CLAIM", "rejected outright", ConfigError),
        ("CLAIM", "dreamt", ConfigError),
        ("CLAIM", "", ConfigError),
        ("CLAIM", "withdrawn", UnknownId),
        ("CHAIN", "one origin", ConfigError),
        ("CHAIN CHAIN", "one origin", ConfigError),
        ("CHAIN origin-gone", "one origin", UnknownId),
        ("CHAIN+chain-gone", "separate origins", UnknownId),
        ("first.html", "same incident", ConfigError),
        ("first.html gone.html", "same incident", UnknownId),
        ("somebody not named", "prior 2", ConfigError),
        ("somebody not named", "ratio 2", ConfigError),
        ("nobody at all", "prior 0.2", ConfigError),
        ("Cedar League", "listed accomplice", ConfigError),
    ],
)
def test_what_fits_nothing_is_refused_and_not_kept(
    quay: Ledger, subject: str, verdict: str, error: type[WhenceError]
) -> None:
    claim, before = claim_of(quay), quay.head()
    subject = subject.replace("CLAIM", claim.id).replace("CHAIN", claim.chain_id)
    with pytest.raises(error) as caught:
        say(quay, subject, verdict)
    assert caught.value.hint
    assert quay.head() == before


def test_a_judgement_needs_a_reason_and_an_open_case(quay: Ledger) -> None:
    with pytest.raises(CaseRefused, match="nothing is said about why"):
        Word(author="Ana", at=AT, reason=" ")
    state = state_of(quay)
    close(quay, ANA, closed=True)
    with pytest.raises(CaseRefused, match="is closed"):
        judge(quay, state, claim_of(quay).id, "rejected", ANA)


def test_before_anything_is_weighed_origins_are_not_known(quay: Ledger) -> None:
    state = replace_snapshot(state_of(quay))
    with pytest.raises(UnknownId) as caught:
        chain_for(state, "harbour police")
    assert "weigh" in caught.value.hint
    claim = claim_of(quay)
    assert chain_for(state, claim.id) == claim.chain_id
    assert judge(quay, state, claim.id, "rejected", ANA).kind == "judgement"


def replace_snapshot(state: CaseState) -> CaseState:
    state.snapshot = None
    return state


def test_two_people_who_disagree_are_both_told_and_the_last_holds(quay: Ledger) -> None:
    claim = claim_of(quay)
    say(quay, claim.id, "rejected")
    say(quay, claim.id, "accepted", BO)
    say(quay, claim.id, "rejected", BO, by="Eve")
    (found,) = conflicts(state_of(quay).judgements)
    assert [(one.by, one.verdict) for one in found.judgements] == [
        ("Ana", "rejected"),
        ("Bo", "accepted"),
        ("Eve", "rejected"),
    ]
    assert found.holds.by == "Eve"
    assert [line.author for line in lines(quay.read())][-1] == "Bo"


def test_a_judgement_on_a_document_that_is_taken_back_is_idle_and_stays(quay: Ledger) -> None:
    claim = claim_of(quay)
    say(quay, claim.id, "rejected")
    seq = state_of(quay).seqs[claim.document_id]
    retraction = retract(quay, seq, ANA)
    state = state_of(quay)
    reports = gathered(state, AT).reports
    assert [one.subject for one in idle(state.judgements, reports)] == [claim.id]
    assert now(quay).reports
    retract(quay, retraction.seq, ANA)
    state = state_of(quay)
    assert idle(state.judgements, gathered(state, AT).reports) == ()
    assert claim.id not in {one.id for report in now(quay).reports for one in report.claims}
