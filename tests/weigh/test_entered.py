"""What a person enters by name: parties added, who backs whom, origins left out, items judged."""

import numpy as np
import pytest

from tests.weigh.invented import incident, means, named, party, rows, statement, trace
from tests.weigh.invented import origin as hand
from whence.errors import ConfigError
from whence.weigh import Added, Backing, Finding, Options, Override, weigh
from whence.weigh.entered import party_named
from whence.weigh.modelling import model_of
from whence.weigh.numbers.likelihood import Draws

ALDER = party("alder", "Alder Front")
OSK = party("osk", "Oskaria", "state")
SAID = [statement("envoy", "alder", standing="found"), statement("clerk", "birch")]
EVENT = incident([ALDER, party("birch", "Birch Brigade")], SAID)
HANDS = named("envoy", "clerk")
BACKS = Backing(executor="Alder Front", sponsor="Oskaria", probability=0.7, reason="paid for years")


def test_a_party_is_found_by_id_name_or_alias() -> None:
    known = [ALDER, party("osk", "Oskaria", "state")]
    assert party_named("alder", known) is ALDER
    assert party_named("Alder Front", known) is ALDER
    assert party_named("Nobody", known) is None


def test_a_party_that_no_report_names_can_be_added() -> None:
    added = Added(party="Cedar League", reason="attacked the pier before")
    result = weigh(EVENT, HANDS, Options(added=(added,)))
    hypotheses = {h.label: h for h in result.answer("executor").hypotheses}
    assert hypotheses["Cedar League"].entered_by == "an analyst: attacked the pier before"
    assert result.answer("executor").posterior
    by_name = weigh(EVENT, HANDS, Options(added=(Added(party="alder front", reason="r"),)))
    assert len(by_name.answer("executor").hypotheses) == 4


@pytest.mark.parametrize("fields", [{"party": " ", "reason": "r"}, {"party": "p", "reason": ""}])
def test_an_added_hypothesis_needs_a_party_and_a_reason(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="needs a party and a reason"):
        Added(**fields)  # type: ignore[arg-type]


def test_who_backs_a_suspect_rises_with_it() -> None:
    free, bound = weigh(EVENT, HANDS), weigh(EVENT, HANDS, Options(backing=(BACKS,)))
    executor, sponsor = means(bound), means(bound, "sponsor")
    key = next(h.party_id for h in bound.answer("sponsor").hypotheses if h.label == "Oskaria")
    assert key is not None
    # Nothing is said of a sponsor: P(S) = sum over E of P(E) P(S | E), but for the reading's share.
    assert sponsor[key] == pytest.approx(
        0.7 * executor["alder"] + 0.01 * (1 - executor["alder"]), abs=0.03
    )
    assert sum(sponsor.values()) == pytest.approx(1, abs=1e-5)
    assert executor["alder"] == pytest.approx(means(free)["alder"], abs=1e-6)
    entered = {h.label: h.entered_by for h in bound.answer("sponsor").hypotheses}
    assert entered["Oskaria"] == "a party table: paid for years"


def test_what_is_said_of_the_sponsor_bears_on_whom_it_backs() -> None:
    told = [*SAID, statement("aide", "osk", role="sponsor", predicate="ordered", standing="found")]
    event = incident([ALDER, party("birch", "Birch Brigade"), OSK], told)
    heard = named("envoy", "clerk", "aide")
    free, bound = weigh(event, heard), weigh(event, heard, Options(backing=(BACKS,)))
    assert means(bound)["alder"] > means(free)["alder"] + 0.02
    assert means(bound, "sponsor")["osk"] > means(free, "sponsor")["osk"]
    step = next(s for s in bound.answer("executor").steps if s.kind == "link")
    assert step.nats > 0.05


def test_linked_questions_equal_their_enumeration() -> None:
    told = [*SAID, statement("aide", "osk", role="sponsor", predicate="ordered")]
    event = incident([ALDER, party("birch", "Birch Brigade"), OSK], told)
    heard = named("envoy", "clerk", "aide")
    model = model_of(event, heard, Options(backing=(BACKS,)), Draws(seed=1, count=0))
    weight = model.ties.weights()
    executor, sponsor = model.questions
    logs = (model.logs(executor, weight)[0], model.logs(sponsor, weight)[0])
    prior = (model.priors[0][0], model.priors[1][0])
    alone = np.zeros(len(sponsor.live))
    alone[sponsor.column("no_sponsor")] = 1
    backed = prior[1].copy()
    backed[sponsor.live.index("sponsor:osk")] = 0
    backed *= 0.3 / backed.sum()
    backed[sponsor.live.index("sponsor:osk")] = 0.7
    joint = np.zeros((len(executor.live), len(sponsor.live)))
    before = np.zeros_like(joint)
    for i, key in enumerate(executor.live):
        given = prior[1]
        if key == "executor:alder":
            given = backed
        elif executor.peaceful[i]:
            given = 0.97 * alone + 0.03 * prior[1]
        before[i] = prior[0][i] * given
        joint[i] = before[i] * np.exp(logs[0][i] + logs[1])
    joint /= joint.sum()
    found = model.evaluate()
    assert found.executor[0] == pytest.approx(0.99 * joint.sum(1) + 0.01 * prior[0], abs=1e-12)
    assert found.sponsor[0] == pytest.approx(0.99 * joint.sum(0) + 0.01 * before.sum(0), abs=1e-12)


def test_a_row_about_somebody_nobody_brings_up_says_nothing() -> None:
    stranger = Backing(executor="Cedar League", sponsor="Oskaria", probability=0.5, reason="r")
    assert weigh(EVENT, HANDS, Options(backing=(stranger,))) == weigh(EVENT, HANDS)
    hinted = statement("author", "cedar", insinuation=True, act="insinuate", hedge=1)
    event = incident([*EVENT.parties, party("cedar", "Cedar League")], [*SAID, hinted])
    result = weigh(event, HANDS, Options(backing=(stranger,)))
    assert "Oskaria" not in {h.label for h in result.answer("sponsor").hypotheses}


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"probability": 1.0}, "between .03 and .97"), ({"reason": " "}, "needs a reason")],
)
def test_a_backing_is_no_certainty_and_has_a_reason(fields: dict[str, str], message: str) -> None:
    given = {"executor": "a", "sponsor": "b", "probability": 0.5, "reason": "r"} | fields
    with pytest.raises(ValueError, match=message):
        Backing(**given)  # type: ignore[arg-type]


def test_the_backings_of_one_party_leave_room_for_others() -> None:
    two = tuple(
        Backing(executor="alder", sponsor=name, probability=0.5, reason="r") for name in ("A", "B")
    )
    with pytest.raises(ConfigError, match="leave nothing for any other sponsor"):
        weigh(EVENT, HANDS, Options(backing=two))


def test_a_pair_has_one_backing() -> None:
    two = (BACKS, Backing(executor="alder", sponsor="oskaria", probability=0.1, reason="a rumour"))
    with pytest.raises(ConfigError, match="two backings of executor:alder by sponsor:party-"):
        weigh(EVENT, HANDS, Options(backing=two))


def test_who_reports_a_finding_is_an_origin_of_the_case() -> None:
    def found(*names: str) -> Options:
        prints = Finding(kind="forensic_link", party_id="alder", origin_ids=names, reason="prints")
        return Options(findings=(prints,))

    with pytest.raises(ConfigError, match="no origin is called 'clark'") as caught:
        weigh(EVENT, HANDS, found("envoy", "clark"))
    assert "did you mean 'clerk'" in caught.value.hint
    by_name = weigh(EVENT, HANDS, found("envoy", "CLERK"))
    assert by_name == weigh(EVENT, HANDS, found("or-clerk", "or-envoy"))
    one = weigh(EVENT, HANDS, found("envoy"))
    assert weigh(EVENT, HANDS, found("envoy", "or-envoy")) == one  # twice the same hand is one


def test_an_origin_left_out_takes_its_evidence_and_not_the_hypothesis() -> None:
    result = weigh(EVENT, HANDS, Options(without=("envoy",)))
    assert result.left_out == ("or-envoy",)
    assert [e.origin_ids for e in result.answer("executor").evidence] == [("or-clerk",)]
    assert rows(result)["alder"].prior == rows(weigh(EVENT, HANDS))["alder"].prior
    assert means(result)["alder"] < means(weigh(EVENT, HANDS))["alder"]
    row = next(s for s in weigh(EVENT, HANDS).sensitivity if s.origin_id == "or-envoy")
    assert row.mean_without == pytest.approx(means(result)["alder"], abs=1e-6)


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("clark", "no origin is called 'clark'", "did you mean 'clerk'"),
        ("zzzzzz", "no origin is called", "whence origins"),
        ("c", "several origins are called 'c'", "by its id"),
    ],
)
def test_an_origin_that_speaks_nowhere_is_not_left_out_silently(
    name: str, message: str, hint: str
) -> None:
    heard = trace(*(hand(key) for key in ("envoy", "clerk", "chief")))
    with pytest.raises(ConfigError, match=message) as caught:
        weigh(EVENT, heard, Options(without=(name,)))
    assert hint in caught.value.hint
    assert weigh(EVENT, heard, Options(without=("env",))).left_out == ("or-envoy",)
    assert weigh(EVENT, heard, Options(without=("or-envoy",))).left_out == ("or-envoy",)


def test_one_item_may_be_judged_by_itself() -> None:
    item = weigh(EVENT, HANDS).answer("executor").evidence[0]
    mine = Override(subject=item.id, value=1.0, reason="he was not there")
    result = weigh(EVENT, HANDS, Options(ratios=(mine,)))
    changed = next(e for e in result.answer("executor").evidence if e.id == item.id)
    assert changed.diagnosticity < 0.05
    assert changed.reason.endswith("Its ratio was set by hand to 1: he was not there.")


def test_a_near_name_is_offered_for_what_is_set() -> None:
    wrong = Override(subject="executor:aldar", value=0.2, reason="r")
    with pytest.raises(ConfigError) as caught:
        weigh(EVENT, HANDS, Options(priors=(wrong,)))
    assert caught.value.hint == "did you mean 'executor:alder'?"
