"""What the authorities of a state said before one of them cleared a party counts no more."""

import pytest

from tests.weigh.invented import incident, origin, party, statement
from tests.weigh.worlds import QUICK
from whence.model.incident import Incident, Statement
from whence.model.origin import Trace
from whence.weigh import weigh
from whence.weigh.clearing import overtaken

_POLICE = {"standing": "accused_by_authority", "at": "2031-05-02"}


def cleared(**fields: object) -> Statement:
    given = {"standing": "cleared", "act": "reject_accusation", "polarity": False}
    return statement("court", "alder", **given, **({"at": "2033-01-01"} | fields))


def case(*said: Statement) -> Incident:
    return incident((party("alder", "Alder", "person"), party("birch")), said)


def test_the_police_are_overtaken_by_a_court() -> None:
    accused = statement("police", "alder", **_POLICE)
    assert set(overtaken(case(accused, cleared()), (accused, cleared()))) == {accused.id}


@pytest.mark.parametrize(
    "fields",
    [
        {"standing": "accused", "at": "2031-05-02"},  # anybody's word stands beside the clearing
        {"standing": "accused_by_authority", "at": "2034-05-02"},  # said since
        {"standing": "accused_by_authority"},  # nobody knows when
        _POLICE | {"name": "Paraguayan police"},  # another state than the court's
        _POLICE | {"name": "Western officials"},
    ],
)
def test_others_and_later_words_stand(fields: dict[str, str]) -> None:
    accused = statement("police", "alder", **fields)
    freed = cleared(name="Norwegian court")
    assert overtaken(case(accused, freed), (accused, freed)) == {}


def test_nobody_is_cleared_by_his_own_side() -> None:
    accused = statement("police", "alder", **_POLICE)
    for own in (cleared(speaks_for_party=True), cleared(stake="ally")):
        assert overtaken(case(accused, own), (accused, own)) == {}


def test_no_state_clears_itself() -> None:
    freed = statement(
        "court", "norway", standing="cleared", act="reject_accusation", polarity=False,
        at="2033-01-01", name="Norwegian court",
    )  # fmt: skip
    accused = statement("police", "norway", **_POLICE)
    event = incident((party("norway", "Norway", "state"),), (accused, freed))
    assert overtaken(event, (accused, freed)) == {}


def test_who_was_cleared_leads_no_more_and_the_old_word_stays_to_be_seen() -> None:
    accused = statement("police", "alder", **_POLICE)
    told = weigh(
        case(accused, cleared()), Trace(origins=(origin("police"), origin("court"))), QUICK
    )
    answer = told.answers[0]
    shares = {one.hypothesis_id: one.mean for one in answer.posterior}
    assert shares["executor:alder"] < 0.02
    assert any("has cleared Alder since" in one.reason for one in answer.evidence)


def claims(at: str | None = "2031-05-02", **fields: object) -> Statement:
    own = {"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True}
    return statement("birch's channel", "birch", **(own | {"at": at} | fields))


def unsays(at: str | None = "2031-05-09", **fields: object) -> Statement:
    own = {"standing": "denied", "act": "deny_involvement", "polarity": False, "at": at}
    return statement("birch's spokesman", "birch", **({"speaks_for_party": True} | own | fields))


def test_a_group_that_denies_what_it_claimed_has_unsaid_it() -> None:
    said = (claims(), unsays())
    assert overtaken(case(*said), said) == {said[0].id: said[1]}
    told = weigh(case(*said), Trace(), QUICK)
    shares = {one.hypothesis_id: one.mean for one in told.answers[0].posterior}
    before = weigh(case(said[0]), Trace(), QUICK).answers[0].posterior
    assert shares["executor:birch"] < 0.05
    assert {one.hypothesis_id: one.mean for one in before}["executor:birch"] > 0.35
    assert any(
        "has denied since what it had claimed" in one.reason for one in told.answers[0].evidence
    )


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        (claims(at="2031-05-10"), unsays()),  # denied first, claimed since
        (claims(), unsays(at=None)),
        (claims(at=None), unsays()),
        (claims(), unsays(at="2031-05-02")),  # of one day: nobody knows which came first
        (claims(), unsays(speaks_for_party=False)),  # others dismiss the claim
        (claims(), unsays(role="sponsor", predicate="ordered")),
        (claims(standing="accused", act="accuse"), unsays()),
    ],
)
def test_other_denials_leave_a_claim_as_it_is(claim: Statement, denial: Statement) -> None:
    assert overtaken(case(claim, denial), (claim, denial)) == {}


def test_a_person_who_recants_leaves_a_confession_behind() -> None:
    owned = statement("alder's letter", "alder", standing="admitted", speaks_for_party=True,
                      act="claim_responsibility", at="2031-05-02")  # fmt: skip
    back = statement("alder's lawyer", "alder", standing="denied", act="deny_involvement",
                     polarity=False, speaks_for_party=True, at="2031-05-09")  # fmt: skip
    assert overtaken(case(owned, back), (owned, back)) == {}
