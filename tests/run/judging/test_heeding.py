"""What is rejected is gone, what is corrected is replaced, all else is as it was read."""

from msgspec.structs import replace

from tests.run.judging.making import (
    BROTHERS,
    CHAINS,
    CLAIMS,
    FACTS,
    LEAGUE,
    MARSH,
    REPORTS,
    bare,
    case_of,
    claims_about,
    origin,
    said,
    story,
)
from whence.extract.facts.responsibility import claimed
from whence.model.case import Judgement
from whence.model.report import Report
from whence.run.judging import heeded

CLAIM, FACT = CLAIMS[0], FACTS[0]


def ids(reports: tuple[Report, ...]) -> set[str]:
    claims = {claim.id for report in reports for claim in report.claims}
    return claims | {fact.id for report in reports for fact in report.facts}


def test_without_a_judgement_nothing_is_touched() -> None:
    assert heeded(REPORTS, ()) == REPORTS
    found = heeded(REPORTS, [said(CLAIM.id, "accepted"), said("claim-gone", "rejected")])
    assert found == REPORTS


def test_what_is_rejected_is_gone_and_nothing_else() -> None:
    found = heeded(REPORTS, [said(CLAIM.id, "rejected"), said(FACT.id, "rejected")])
    assert ids(REPORTS) - ids(found) == {CLAIM.id, FACT.id}
    assert [one.chains for one in found] == [one.chains for one in REPORTS]


def test_what_is_corrected_keeps_its_id_and_tells_by_whose_hand() -> None:
    found = heeded(REPORTS, [said(CLAIM.id, 'corrected {"subject":"Reed League"}', by="bo")])
    (claim,) = (one for report in found for one in report.claims if one.id == CLAIM.id)
    assert (claim.subject, claim.extractor) == (LEAGUE, "by hand: bo")
    found = heeded(REPORTS, [said(FACT.id, 'corrected {"value":"4"}')])
    (fact,) = (one for report in found for one in report.facts if one.id == FACT.id)
    assert (fact.value, fact.extractor) == ("4", "by hand: ana")


def test_a_correction_that_fits_no_more_changes_nothing() -> None:
    unfit = [said(CLAIM.id, 'corrected {"value":"4"}'), said(FACT.id, "corrected x")]
    assert heeded(REPORTS, unfit) == REPORTS


def test_heeding_twice_is_heeding_once() -> None:
    judgements = [
        said(CLAIM.id, 'corrected {"polarity":false,"standing":"denied"}'),
        said(CLAIMS[1].id, "rejected"),
        said(FACT.id, 'corrected {"quantity":{"low":2,"best":3,"high":4}}'),
        said(CHAINS["a dock official"], "origin Ada Marsh"),
        said(CHAINS["Quay News"], "origin the fire brigade"),
    ]
    once = heeded(REPORTS, judgements)
    assert once != REPORTS
    assert heeded(once, judgements) == once


def owning_up() -> tuple[Report, Report]:
    """A report in which a party owns up, as it is read: the claim, and the fact that it did."""
    made = story()[2]
    made.claim(
        LEAGUE,
        "said that it had burned the barge",
        "a sailor:person",
        standing="admitted",
        act="claim_responsibility",
    )
    report = made.report()
    return replace(report, facts=(*report.facts, *claimed(report.claims))), report


def slots(report: Report) -> list[tuple[str, str]]:
    return [(fact.slot, fact.value) for fact in report.facts]


def test_that_a_party_owned_up_goes_with_its_claim() -> None:
    report, without = owning_up()
    claim = report.claims[-1]
    assert ("responsibility_claim", LEAGUE) in slots(report)

    def under(*judgements: Judgement) -> Report:
        (found,) = heeded([report], judgements)
        assert heeded([found], judgements) == (found,)
        return found

    assert slots(under(said(claim.id, "rejected"))) == slots(without)
    assert slots(under(said(claim.id, 'corrected {"standing":"accused"}'))) == slots(without)
    other = under(said(claim.id, f'corrected {{"subject":"{BROTHERS}"}}'))
    assert other.facts[-1].value == BROTHERS
    assert other.facts[-1].extractor == "by hand: ana"
    assert under(said(claim.id, "accepted")) == report
    kept = under(said(claim.id, "rejected"), said(report.facts[-1].id, "accepted"))
    assert kept.facts == report.facts


def test_downstream_all_is_told_of_the_corrected_claim() -> None:
    judgement = said(CLAIM.id, f'corrected {{"subject":"{LEAGUE}"}}')
    case = case_of(judgement)
    assert {claim.id for claim in claims_about(case, LEAGUE)} >= {CLAIM.id}
    assert case.incident is not None
    parties = {party.id: party.name for party in case.incident.parties}
    told = {parties[row.party_id] for row in case.incident.statements if CLAIM.id in row.claim_ids}
    assert told == {LEAGUE}


def test_who_said_it_first_is_corrected_everywhere() -> None:
    chain = CHAINS["a dock official"]
    case = case_of(said(chain, "origin Ada Marsh"))
    assert origin(case, "a dock official") == origin(case, "Ada Marsh")
    assert origin(case, "Ada Marsh").anonymity == "named"
    assert case.incident is not None
    assert "Ada Marsh" in {
        row.origin_name for row in case.incident.statements if CLAIM.id in row.claim_ids
    }
    assert bare(case_of(said(chain, "origin Ada Marsh"), said(chain, "withdrawn"))) == bare(
        case_of()
    )


def test_without_any_claim_there_is_still_an_incident() -> None:
    case = case_of(*(said(claim.id, "rejected") for claim in CLAIMS))
    assert case.incident is not None
    assert case.incident.statements == ()
    assert case.incident.slot("wounded") is not None
    nothing = case_of(*(said(one, "rejected") for one in ids(REPORTS)))
    assert nothing.incident is not None
    assert (nothing.incident.statements, nothing.incident.slots) == ((), ())


def test_numbers_set_for_an_answer_that_is_gone_bind_again_with_it() -> None:
    prior = said("executor:reed", "prior 0.4")
    assessment = case_of().assessment
    assert assessment is not None
    listed = assessment.answer("executor").hypotheses
    league = next(one.id for one in listed if one.label == LEAGUE)
    items = [item.id for item in assessment.answer("executor").evidence]
    numbers = [said(league, "prior 0.4"), *(said(item, "ratio 2") for item in items)]
    rejected = [said(one.id, "rejected") for one in CLAIMS if one.subject == LEAGUE]
    case = case_of(prior, *numbers, *rejected)
    assert case.assessment is not None
    assert league not in {one.id for one in case.assessment.answer("executor").hypotheses}
    again = case_of(*numbers, *rejected, *(said(one.subject, "withdrawn") for one in rejected))
    assert bare(again) == bare(case_of(*numbers))
    assert again.assessment is not None
    rows = {row.hypothesis_id: row for row in again.assessment.answer("executor").posterior}
    assert rows[league].prior == 0.4


def test_attributions_and_reactions_of_a_chain_are_of_its_first_hand() -> None:
    made = story()[2]
    made.reaction("Ada Marsh", "condemn", "Two deckhands were wounded", MARSH)
    made.reaction("the mayor", "condemn", "She accused the Reed League", MARSH)
    chain = CHAINS["Ada Marsh"]
    (found,) = heeded([made.report()], [said(chain, "origin Bo Reed", by="bo")])
    assert found.chain(chain).origin.who == "Bo Reed"
    assert [(one.speaker, one.extractor) for one in found.attributions] == [
        ("Bo Reed", "by hand: bo")
    ]
    assert [one.who for one in found.reactions] == ["Bo Reed", "the mayor"]
