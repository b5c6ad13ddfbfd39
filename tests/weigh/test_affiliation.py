"""Classes, those who may belong to them, descriptions, and suspects who accuse others."""

import pytest

from tests.weigh.invented import (
    denial,
    incident,
    means,
    named,
    party,
    rows,
    statement,
)
from whence.model.assessment import Evidence
from whence.model.incident import Incident
from whence.weigh import Options, weigh

GANGS = party("gangs", "harbour gangs", "class")
PARTIES = [
    party("alder", "Alder Front"),
    party("birch", "Birch Brigade"),
    party("osk", "Oskaria", "state"),
    party("westmark", "Westmark", "state"),
    GANGS,
    party("tanks", "foreign institutes", "class"),
    party("foes", "those who wish the port ill", "description"),
]
HANDS = named("chief", "envoy", "clerk", "aide", "wire", "Oskaria", "Westmark", "the envoy of Osk")


def on(event: Incident, origin: str, about: str) -> Evidence:
    """The item of evidence that one origin gives about one party."""
    found = weigh(event, HANDS).answer("executor").evidence
    return next(e for e in found if e.claim_ids == (f"cl-{origin}-{about}",))


def linked() -> Incident:
    """The chief accuses the class and the Front; others accuse the class."""
    said = [
        statement("chief", "gangs"),
        statement("chief", "alder"),
        statement("envoy", "gangs"),
        statement("clerk", "gangs"),
        statement("aide", "birch"),
    ]
    return incident(PARTIES, said)


def test_what_is_said_of_a_class_bears_on_a_group_that_one_hand_counts_to_it() -> None:
    event = linked()
    apart = [
        s for s in event.statements if s.id != "st-chief-alder-executor-carried_out-accuse-True"
    ]
    unlinked = incident(PARTIES, [*apart, statement("wire", "alder")])
    assert means(weigh(event, HANDS))["alder"] > means(weigh(unlinked, HANDS))["alder"]
    assert means(weigh(event, HANDS))["birch"] < means(weigh(event, HANDS))["alder"]
    effect = on(event, "envoy", "gangs").log_likelihood
    assert effect["executor:gangs"] == 0
    assert effect["executor:birch"] < effect["executor:alder"] < 0
    reason = on(event, "envoy", "gangs").reason
    assert "bears in part on Alder Front too: one first hand accuses both" in reason
    assert "is not assumed" in on(unlinked, "envoy", "gangs").reason


def test_the_hand_that_names_the_group_is_not_counted_twice() -> None:
    item = on(linked(), "chief", "gangs")
    assert item.log_likelihood["executor:alder"] == item.log_likelihood["executor:birch"]
    assert "those of it whom the same source names are weighed by name" in item.reason


@pytest.mark.parametrize("other", ["osk", "tanks"])
def test_only_a_group_is_taken_for_one_of_a_class(other: str) -> None:
    said = [statement("chief", "gangs"), statement("chief", other), statement("envoy", "gangs")]
    effect = on(incident(PARTIES, said), "envoy", "gangs").log_likelihood
    assert effect[f"executor:{other}"] == effect["executor:no_hostile_actor"]


@pytest.mark.parametrize(
    "shade",
    [
        {"standing": "speculated"},
        {"hedge": 0},
        {"insinuation": True, "act": "insinuate"},
        {"standing": "denied", "polarity": False},
        {"predicate": "staged"},
        {"role": "sponsor", "predicate": "ordered"},
    ],
)
def test_guesses_hints_and_denials_make_no_member(shade: dict[str, object]) -> None:
    said = [
        statement("chief", "gangs"),
        statement("chief", "alder", **shade),
        statement("envoy", "gangs"),
        statement("aide", "alder"),
    ]
    effect = on(incident(PARTIES, said), "envoy", "gangs").log_likelihood
    assert effect["executor:alder"] == effect["executor:no_hostile_actor"]


def test_membership_by_an_analyst_takes_the_place_of_the_guess() -> None:
    told = weigh(linked(), HANDS, Options(membership={"gangs": ("alder",)}))
    item = next(e for e in told.answer("executor").evidence if e.claim_ids == ("cl-envoy-gangs",))
    assert item.log_likelihood["executor:alder"] == item.log_likelihood["executor:gangs"] == 0
    assert "It names a class" not in item.reason


def test_a_class_takes_its_share_from_somebody_not_named() -> None:
    alone = incident(PARTIES, [statement("aide", "alder"), statement("aide", "birch")])
    beside = incident(PARTIES, [*alone.statements, statement("chief", "gangs")])
    before, after = rows(weigh(alone, HANDS)), rows(weigh(beside, HANDS))
    assert after["alder"].prior == pytest.approx(before["alder"].prior)
    assert after["gangs"].prior + after["unnamed"].prior == pytest.approx(before["unnamed"].prior)
    assert after["gangs"].prior < after["unnamed"].prior


def test_classes_share_by_how_they_came_in() -> None:
    said = [
        statement("chief", "gangs"),
        denial("aide", "tanks", speaks_for_party=False),
        statement("clerk", "alder"),
    ]
    shares = rows(weigh(incident(PARTIES, said), HANDS))
    assert shares["tanks"].prior == pytest.approx(0.01)
    assert shares["gangs"].prior > 10 * shares["tanks"].prior
    cleared = rows(weigh(incident(PARTIES, said[1:]), HANDS))
    assert cleared["tanks"].prior == pytest.approx(0.01)


def test_a_named_party_must_lead_somebody_not_named_with_all_classes() -> None:
    said = [
        statement("chief", "gangs"),
        statement("clerk", "alder", standing="accused_by_authority", stake="neutral"),
        statement("aide", "birch", standing="speculated"),
    ]
    answer = weigh(incident(PARTIES, said), HANDS).answer("executor")
    test = next(test for test in answer.tests if test.name == "ahead of somebody not named")
    assert test.detail.endswith(", classes without a name included.")
    shares = {row.hypothesis_id: row.mean for row in answer.posterior}
    nameless = shares["executor:unnamed"] + shares["executor:gangs"]
    assert test.passed == (shares["executor:alder"] > nameless)


def test_a_bare_description_is_shown_and_weighs_nothing() -> None:
    plain = incident(PARTIES, [statement("chief", "alder")])
    described = incident(PARTIES, [*plain.statements, statement("envoy", "foes")])
    before, after = weigh(plain, HANDS), weigh(described, HANDS)
    assert means(after) == means(before)
    assert after.answer("executor").evidence == before.answer("executor").evidence
    (shown,) = [h for h in after.answer("executor").hypotheses if h.party_id == "foes"]
    assert shown.weightless
    assert shown.entered_by == "envoy (describes and names nobody, weighs nothing)"


def deflected(*extra: object) -> str:
    """Which kind Oskaria's accusation of the Front is, when others say these things."""
    ours = statement("Oskaria", "alder", standing="accused_by_authority")
    event = incident(PARTIES, [ours, *extra])  # type: ignore[list-item]
    return on(event, "Oskaria", "alder").kind


def test_a_suspect_who_accuses_others_gains_by_it() -> None:
    assert deflected() == "accusation_official"
    assert deflected(statement("clerk", "osk")) == "accusation_rival"
    ordered = {"role": "sponsor", "predicate": "ordered"}
    assert deflected(statement("clerk", "osk", **ordered)) == "accusation_rival"
    assert deflected(statement("clerk", "osk", standing="speculated")) == "accusation_official"
    assert deflected(statement("clerk", "osk", act="threaten")) == "accusation_official"


def test_whoever_speaks_for_a_suspect_gains_too() -> None:
    said = [
        statement("clerk", "alder"),
        denial("aide", "alder"),
        statement("aide", "birch"),
    ]
    assert on(incident(PARTIES, said), "aide", "birch").kind == "accusation_rival"
    assert on(incident(PARTIES, said[1:]), "aide", "birch").kind == "accusation_other"


def test_nobody_silences_an_accuser_by_accusing_him() -> None:
    mutual = [
        statement("Westmark", "osk", standing="accused_by_authority"),
        statement("Oskaria", "westmark", standing="accused_by_authority"),
    ]
    event = incident(PARTIES, mutual)
    assert on(event, "Westmark", "osk").kind == "accusation_official"
    assert on(event, "Oskaria", "westmark").kind == "accusation_official"


def test_a_victims_stake_stays_the_victims() -> None:
    said = [
        statement("Oskaria", "alder", standing="accused_by_authority", stake="victim"),
        statement("clerk", "osk", predicate="staged"),
    ]
    assert on(incident(PARTIES, said), "Oskaria", "alder").kind == "accusation_victim_authority"


def test_the_victims_authorities_outweigh_an_office_of_unknown_stake() -> None:
    kinds = {}
    for stake in ("neutral", "victim", "unknown", "rival"):
        said = [statement("clerk", "alder", standing="accused_by_authority", stake=stake)]
        kinds[stake] = on(incident(PARTIES, said), "clerk", "alder").diagnosticity
    assert kinds["neutral"] > kinds["victim"] > kinds["unknown"] > kinds["rival"]


def test_an_answer_that_nobody_gives_does_not_lead() -> None:
    """Nothing is known of a sponsor but one accusation: "nobody" is only what is assumed."""
    event = incident(PARTIES, [statement("clerk", "osk", role="sponsor", predicate="ordered")])
    result = weigh(event, HANDS)
    answer = result.answer("sponsor")
    assert answer.posterior[0].hypothesis_id == "sponsor:no_sponsor"
    assert "Likeliest of the answers that somebody gives: Oskaria." in answer.wording
    assert "No source says that nobody stood behind whoever carried it out" in answer.wording
    assert answer.wording.endswith("is an assumption.")
    (row,) = [one for one in result.sensitivity if one.role == "sponsor"]
    assert row.hypothesis_id == "sponsor:osk"


def test_what_would_settle_it_says_why() -> None:
    found = weigh(linked(), HANDS).would_settle
    assert all(settler.reason.endswith(".") for settler in found)
    assert len({settler.reason for settler in found}) == len(found)
