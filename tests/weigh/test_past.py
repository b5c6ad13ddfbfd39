"""The assessment as of past moments, with what changed it."""

import pytest
from msgspec import structs

from tests.weigh.invented import denial, incident, named, party, statement
from whence.errors import ConfigError
from whence.model.incident import Incident
from whence.weigh import Options, Override, history, weigh

PARTIES = [party("alder", "Alder Front"), party("birch", "Birch Brigade")]
HANDS = named("envoy", "chief", "court", "clerk")


@pytest.fixture
def event() -> Incident:
    said = [
        statement("envoy", "alder", at="2031-05-08T10:00"),
        statement("chief", "birch", at="2031-05-09", id="st-late"),
        statement("chief", "birch", act="retract", at="2031-05-10"),
        denial("court", "alder", standing="cleared", speaks_for_party=False, at="2031-06"),
        statement("clerk", "alder"),
    ]
    return incident(PARTIES, said)


def test_every_moment_has_the_assessment_of_that_moment(event: Incident) -> None:
    turns = history(event, HANDS, Options(draws=300))
    days = ["2031-05-08", "2031-05-09", "2031-05-10", "2031-06"]
    assert [(turn.at, turn.role) for turn in turns] == [
        (day, role) for day in days for role in ("executor", "sponsor")
    ]
    for turn in turns:
        then = weigh(event, HANDS, Options(draws=300, as_of=turn.at))
        answer = then.answer(turn.role)
        assert turn.means == {one.hypothesis_id: one.mean for one in answer.posterior}
        assert (turn.candidate, turn.verdict, turn.wording) == (
            answer.candidate, answer.verdict, answer.wording,
        )  # fmt: skip
        assert turn.low <= turn.means[turn.candidate] <= turn.high
        assert turn.confidence == then.confidence


def test_each_change_has_its_cause(event: Incident) -> None:
    turns = [turn for turn in history(event, HANDS, Options(draws=300)) if turn.role == "executor"]
    told = [[(cause.kind, cause.text) for cause in turn.causes] for turn in turns]
    assert sorted(told[0]) == [
        ("new", "accusation of Alder Front by clerk"),
        ("new", "accusation of Alder Front by envoy"),
    ]
    assert told[1] == [("new", "accusation of Birch Brigade by chief")]
    assert ("gone", "accusation of Birch Brigade by chief") in told[2]
    assert told[3] == [("new", "clearing of Alder Front by court")]
    assert all(cause.nats < 0 for turn in turns for cause in turn.causes if cause.kind == "gone")


def test_an_item_that_weighs_otherwise_is_told() -> None:
    """Who is accused later accused another first: from then on that word is a rival's."""
    said = [
        statement("Alder Front", "birch", at="2031-05-08", standing="found"),
        statement("envoy", "alder", at="2031-05-09"),
    ]
    turns = history(incident(PARTIES, said), named("Alder Front", "envoy"), Options(draws=300))
    changed = [c for turn in turns for c in turn.causes if c.kind == "changed"]
    assert [cause.text for cause in changed] == [
        "accusation of Birch Brigade by Alder Front, who gains by it"
    ]
    assert changed[0].nats < 0


def test_what_came_after_the_moment_asked_for_is_left_out(event: Incident) -> None:
    assert {turn.at for turn in history(event, HANDS, Options(draws=50, as_of="2031-05-09"))} == {
        "2031-05-08", "2031-05-09",
    }  # fmt: skip


def test_many_moments_are_taken_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whence.weigh.past.MOMENTS", 2)
    dates = ["2031-05-08", "2031-05-09", "2031-06-01", "2031-07-02", "2032-01-01"]
    said = [statement(f"o{n}", "alder", at=date) for n, date in enumerate(dates)]
    turns = history(incident(PARTIES, said), named(*(f"o{n}" for n in range(5))), Options(draws=20))
    assert [turn.at for turn in turns if turn.role == "executor"] == ["2031", "2032"]


def test_without_a_date_there_is_no_history() -> None:
    assert history(incident(PARTIES, [statement("envoy", "alder")]), HANDS) == ()


def test_what_was_decided_about_something_later_is_no_mistake_before(event: Incident) -> None:
    late = Override(subject="executor:birch", value=0.3, reason="own files")
    item = Override(subject="evidence:st-late", value=2.0, reason="own files")
    retracted_not = structs.replace(event, statements=event.statements[:2])
    options = Options(draws=50, priors=(late,), ratios=(item,))
    turns = history(retracted_not, HANDS, options)
    assert [turn.at for turn in turns if turn.role == "executor"] == ["2031-05-08", "2031-05-09"]
    assert turns[-2].means["executor:birch"] > 0.2
    wrong = Override(subject="executor:nobody", value=0.3, reason="own files")
    with pytest.raises(ConfigError, match="nothing to override is called executor:nobody"):
        history(retracted_not, HANDS, Options(draws=50, priors=(wrong,)))


def test_of_a_month_the_end_counts(event: Incident) -> None:
    early = weigh(event, HANDS, Options(draws=50, as_of="2031-06-01")).answer("executor")
    whole = weigh(event, HANDS, Options(draws=50, as_of="2031-06")).answer("executor")
    assert "cleared" not in {item.kind for item in early.evidence}
    assert "cleared" in {item.kind for item in whole.evidence}
    assert "cleared" in {
        item.kind
        for item in weigh(event, HANDS, Options(draws=50, as_of="2031-07-02"))
        .answer("executor")
        .evidence
    }


def test_whose_share_is_only_that_of_being_named_is_not_put_first() -> None:
    said = [statement("paper", "alder", standing="speculated", act="speculate", hedge=1)]
    answer = weigh(incident(PARTIES, said), named("paper")).answer("executor")
    assert "Alder Front" not in answer.wording
    assert "Nothing that anybody says weighs enough" in answer.wording
