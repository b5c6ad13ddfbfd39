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
