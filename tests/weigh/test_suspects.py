"""Who is under suspicion, and what that makes of what is said for him; a party's own voice."""

from typing import Any

import pytest
from msgspec import structs

from tests.weigh.invented import (
    denial,
    incident,
    means,
    named,
    origin,
    party,
    slot,
    statement,
)
from tests.weigh.test_affiliation import PARTIES, on
from whence.model.incident import Incident, Party, Slot
from whence.model.location import Location
from whence.model.origin import Origin, Trace
from whence.weigh import Options, weigh
from whence.weigh.affiliation import swaying


def here(code: str) -> Slot:
    """The place of the incident, held, in a state."""
    value = slot("place", "Port Selim").values[0]
    where = Location(
        name="Port Selim", latitude=1, longitude=2, precision="settlement", country=code
    )
    return structs.replace(
        slot("place", "Port Selim"), values=(structs.replace(value, location=where),)
    )


ARMY = party("army", "the armed forces", "body")
PERU = party("peru", "Peru", "state")
FREE = party("free", "Free Peruvian Army", "group")


@pytest.mark.parametrize(
    ("accuser", "suspect", "country", "rival"),
    [
        ("General Odo Brenk", ARMY, "PE", True),  # an authority of the place accuses another
        ("Peruvian police", PERU, "", True),
        ("Peru", PERU, "PE", True),
        ("General Odo Brenk", PERU, "PE", True),
        ("Chilean police", PERU, "PE", False),  # an authority of another state
        ("General Odo Brenk", PERU, "CL", False),
        ("General Odo Brenk", ARMY, "", False),  # of which state either is, nobody tells
        ("General Odo Brenk", FREE, "PE", False),  # no army of the state
        ("General Odo Brenk", party("both", "Peruvian and Chilean soldiers", "body"), "PE", False),
    ],
)
def test_an_authority_whose_own_state_is_accused_gains_by_accusing(
    accuser: str, suspect: Party, country: str, rival: bool
) -> None:
    said = [
        statement(accuser, "alder", standing="accused_by_authority"),
        statement("wire", suspect.id),
    ]
    event = incident([PARTIES[0], suspect], said, [here(country)])
    kinds = {e.kind for e in weigh(event, named(accuser, "wire")).answer("executor").evidence}
    assert ("accusation_rival" in kinds) == rival


def test_who_accuses_the_own_side_gains_nothing_by_it() -> None:
    said = [
        statement("General Odo Brenk", "army", standing="accused_by_authority"),
        statement("wire", "peru"),
        statement("clerk", "army"),
    ]
    event = incident([ARMY, PERU], said, [here("PE")])
    heard = named("General Odo Brenk", "wire", "clerk")
    kinds = {e.kind for e in weigh(event, heard).answer("executor").evidence}
    assert "accusation_rival" not in kinds


def test_without_one_place_that_is_held_no_state_is_assumed() -> None:
    said = [
        statement("General Odo Brenk", "alder", standing="accused_by_authority"),
        statement("wire", "army"),
    ]
    vague = slot("place", "Port Selim", "Lowtown")
    heard = named("General Odo Brenk", "wire")
    for slots in ([vague], [slot("place", "Port Selim")], []):
        event = incident([PARTIES[0], ARMY], said, slots)
        kinds = {e.kind for e in weigh(event, heard).answer("executor").evidence}
        assert "accusation_rival" not in kinds


def kinds_of(event: Incident, heard: Trace) -> dict[str, str]:
    """The kind of every item of evidence, by the name of who says so."""
    names = {origin.id: origin.name for origin in heard.origins}
    return {
        names[e.origin_ids[0]]: e.kind
        for answer in weigh(event, heard).answers
        for e in answer.evidence
    }


def test_being_hinted_at_or_added_silences_no_accuser() -> None:
    """Westmark accuses Oskaria, who accuses the Front: a wink at Westmark leaves all that alone."""
    said = [statement("Westmark", "osk"), statement("Oskaria", "alder")]
    wink = statement("blog", "westmark", insinuation=True, act="insinuate", hedge=1)
    heard = named("Westmark", "Oskaria", "blog")
    for event in (incident(PARTIES, said), incident(PARTIES, [*said, wink])):
        assert kinds_of(event, heard)["Oskaria"] == "accusation_rival"
        assert kinds_of(event, heard)["Westmark"] == "accusation_other"


@pytest.mark.parametrize(
    ("hand", "fields"),
    [
        (origin("post", anonymity="anonymous"), {}),
        (origin("post"), {"hedge": 1}),
        (origin("post"), {"stake": "rival"}),
        (origin("post", anonymity="collective"), {"hedge": 3}),
    ],
)
def test_a_word_that_nobody_answers_for_makes_no_suspect(
    hand: Origin, fields: dict[str, Any]
) -> None:
    said = [
        statement("General Odo Brenk", "alder", standing="accused_by_authority"),
        statement("post", "army", **fields),
    ]
    event = incident([PARTIES[0], ARMY], said, [here("PE")])
    heard = Trace(origins=(origin("General Odo Brenk"), hand))
    assert kinds_of(event, heard)["General Odo Brenk"] == "accusation_official"
    firm = incident([PARTIES[0], ARMY], [said[0], statement("post", "army")], [here("PE")])
    assert kinds_of(firm, named("General Odo Brenk", "post"))["General Odo Brenk"] == (
        "accusation_rival"
    )


def test_what_is_entered_of_a_stake_stays() -> None:
    said = [
        statement("General Odo Brenk", "alder", standing="accused_by_authority", stake="neutral"),
        statement("wire", "army"),
    ]
    event = incident([PARTIES[0], ARMY], said, [here("PE")])
    heard = named("General Odo Brenk", "wire")
    assert kinds_of(event, heard)["General Odo Brenk"] == "accusation_authority"


@pytest.mark.parametrize("name", ["Interpol", "the UN panel", "Red Cross"])
def test_a_body_of_no_state_is_none_of_the_place(name: str) -> None:
    said = [statement(name, "alder", standing="accused_by_authority"), statement("wire", "army")]
    event = incident([PARTIES[0], ARMY], said, [here("PE")])
    heard = Trace(origins=(origin(name, "body", "organisation"), origin("wire")))
    assert "accusation_rival" not in kinds_of(event, heard).values()


def test_the_finding_of_an_accused_state_is_a_partys_word() -> None:
    said = [statement("Peruvian police", "alder", standing="found"), statement("wire", "army")]
    event = incident([PARTIES[0], ARMY], said, [here("PE")])
    assert kinds_of(event, named("Peruvian police", "wire"))["Peruvian police"] == (
        "accusation_rival"
    )


def test_a_state_that_clears_its_own_army_is_an_ally() -> None:
    clears = denial("Peruvian police", "army", standing="cleared", speaks_for_party=False)
    said = [statement("wire", "army"), clears]
    heard = named("wire", "Peruvian police", "Chilean police")
    near = incident([ARMY, PARTIES[0]], said, [here("PE")])
    far = incident([ARMY, PARTIES[0]], said, [here("CL")])
    assert means(weigh(near, heard))["army"] > means(weigh(far, heard))["army"] + 0.02


def test_an_organ_that_is_accused_itself_gains_by_accusing_another() -> None:
    police = party("police", "the Peruvian police", "body")
    said = [
        statement("the Peruvian police", "army", standing="accused_by_authority"),
        statement("wire", "police"),
        statement("clerk", "army"),
    ]
    event = incident([ARMY, police], said, [here("PE")])
    heard = named("the Peruvian police", "wire", "clerk")
    assert kinds_of(event, heard)["the Peruvian police"] == "accusation_rival"


@pytest.mark.parametrize("fields", [{"hedge": 1}, {"stake": "rival"}])
def test_a_weak_or_rival_hand_counts_nobody_to_a_class(fields: dict[str, Any]) -> None:
    said = [
        statement("chief", "gangs", **fields),
        statement("chief", "alder", **fields),
        statement("envoy", "gangs"),
    ]
    event = incident(PARTIES, said)
    assert "is not assumed" in on(event, "envoy", "gangs").reason


def test_a_rival_speaks_for_nobody_but_itself() -> None:
    said = [
        statement("agent", "alder", speaks_for_party=True, stake="rival"),
        statement(
            "envoy", "alder", standing="admitted", act="claim_responsibility",
            speaks_for_party=True, stake="rival",
        ),
    ]  # fmt: skip
    event = incident(PARTIES, said)
    assert kinds_of(event, named("agent", "envoy")) == {
        "agent": "accusation_rival", "envoy": "admission_reported",
    }  # fmt: skip


def test_without_the_hand_that_made_the_suspect_the_word_is_no_rivals() -> None:
    said = [
        statement("General Odo Brenk", "alder", standing="accused_by_authority"),
        statement("wire", "army"),
    ]
    event = incident([PARTIES[0], ARMY], said, [here("PE")])
    heard = named("General Odo Brenk", "wire")
    left = weigh(event, heard, Options(without=("wire",)))
    assert [e.kind for e in left.answer("executor").evidence] == ["accusation_official"]


def test_a_party_owns_up_with_one_voice_and_takes_it_back_with_one() -> None:
    claim = {"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True}
    said = [
        statement("the president", "osk", **claim, at="2031-05-08"),
        statement("the ministry", "osk", **claim, at="2031-05-08", id="st-ministry"),
    ]
    heard = Trace(origins=(origin("the president"), origin("the ministry", "office")))
    event = incident(PARTIES, said)
    (item,) = weigh(event, heard).answer("executor").evidence
    assert item.kind == "admission"
    assert len(item.origin_ids) == 2
    back = statement("the president", "osk", act="retract", speaks_for_party=True, at="2031-05-09")
    after = weigh(incident(PARTIES, [*said, back]), heard).answer("executor")
    assert {h.party_id for h in after.hypotheses if h.weightless} == {"osk"}
    # Left out is the voice, not one of those who quote it.
    left = weigh(event, heard, Options(without=("the ministry",))).answer("executor")
    assert left.evidence == ()


def test_a_group_in_office_claims_and_does_not_admit() -> None:
    claim = {"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True}
    event = incident(PARTIES, [statement("office", "alder", **claim)])
    heard = Trace(origins=(origin("office", "office"),))
    assert kinds_of(event, heard) == {"office": "claim"}


def test_a_claim_and_a_denial_by_different_mouths_go_together() -> None:
    claim = {"standing": "admitted", "act": "claim_responsibility", "speaks_for_party": True}
    said = [statement("spokesman", "alder", **claim), denial("chief", "alder")]
    heard = named("spokesman", "chief")
    event = incident(PARTIES, said)
    for row in weigh(event, heard).sensitivity:
        left = weigh(event, heard, Options(without=(row.origin_id,)))
        assert left.answer("executor").evidence == ()
        assert row.mean_without == pytest.approx(means(left)["alder"], abs=1e-6)


def test_who_accuses_a_party_that_only_denies_sways_nobody() -> None:
    """Each such origin would cost a whole weighing."""
    said = [statement("envoy", "alder"), denial("spokesman", "alder")]
    heard = named("envoy", "spokesman")
    origins = {one.id: one for one in heard.origins}
    assert swaying(incident(PARTIES, said), origins, tuple(said)) == frozenset()
    more = (*said, statement("Alder Front", "osk"))
    assert swaying(incident(PARTIES, more), origins, more) == {"or-envoy"}
