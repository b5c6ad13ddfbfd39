"""Who suspects whom: authorities, hints, other incidents, groups that speak for themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.extract.suspected import brief, document, here, narrated, read, said
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.extract.sourcing import Sourcing


def test_an_official_source_makes_it_an_accusation_by_authority() -> None:
    cut = prose(document("Two security officials told the Post the Lowland Front was behind it."))
    sourcing = said(cut, "Two security officials", "the Lowland Front was behind it")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert brief(found) == [("Lowland Front", "carried_out", True, "accused_by_authority")]
    assert found[0].chain_id == "chain-s"
    assert found[0].attribution_id == "att-1"


def test_an_official_of_a_militia_is_no_authority() -> None:
    text = "A security official of the Serra militia said the Lowland Front was behind it."
    cut = prose(document(text))
    sourcing = said(
        cut, "A security official of the Serra militia", "the Lowland Front was behind it"
    )
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert [c.standing for c in found] == ["accused"]


def test_a_person_s_office_counts_wherever_the_text_gives_it() -> None:
    cut = prose(
        document(
            "Prime Minister Ana Ferreira was unhurt.",
            "“This is the work of criminal armed groups,” Ferreira said.",
        )
    )
    sourcing = said(cut, "Ferreira", "This is the work of criminal armed groups")
    found = suspicion.find(cut, sourcing, here, "Ana Ferreira", READING)
    assert brief(found) == [("criminal armed groups", "carried_out", True, "accused_by_authority")]
    assert found[0].subject_kind == "class"


def test_what_a_source_rejects_is_denied() -> None:
    cut = prose(document("The envoy dismissed it: the Lowland Front carried out the attack."))
    sourcing = said(
        cut, "The envoy", "the Lowland Front carried out the attack", "reject_accusation",
        cue="dismissed",
    )  # fmt: skip
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert brief(found) == [("Lowland Front", "carried_out", False, "denied")]
    assert found[0].act == "reject_accusation"


def test_a_hint_is_an_insinuation_and_nothing_more() -> None:
    found = read("The silence of all sides could suggest a larger, foreign player at work.")
    assert [(c.subject, c.insinuation, c.standing, c.act) for c in found] == [
        ("a larger, foreign player", True, "speculated", "insinuate")
    ]


def test_the_next_sentence_names_whom_a_hint_means() -> None:
    found = read(
        "Or perhaps a regime that hates free markets? #JustAsking If you look back to how the "
        "Lowland Front killed the bankers, the M.O. fits."
    )
    assert [(c.subject, c.insinuation) for c in found] == [("Lowland Front", True)]
    assert len(found[0].spans) == 2


def test_a_rhetorical_question_accuses_nobody() -> None:
    found = read("Was Paraguay behind the attack?", "Could it be that Paraguay ordered it?")
    assert all(c.insinuation and c.standing == "speculated" for c in found)


def test_a_curious_coincidence_hints_at_a_state_by_its_regime_as_by_its_name() -> None:
    found = read(
        "It is curious that the Dellmark regime was so quick to write.",
        "Could it be that Dellmark wanted the harbour closed?",
        "Look back to the sinking of the ferry Corinna: the M.O. fits.",
    )
    assert [(c.subject, c.insinuation) for c in found] == [("Dellmark", True), ("Dellmark", True)]


def test_the_creed_of_a_regime_is_no_state() -> None:
    found = read("Or perhaps a Royalist regime?", "Royalist officers left the palace.")
    assert not [c for c in found if c.subject_kind == "state"]


def test_an_official_who_names_a_party_outright_does_not_insinuate() -> None:
    cut = prose(document("The minister said Paraguay may have carried out the attack."))
    sourcing = said(cut, "The minister", "Paraguay may have carried out the attack")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert [(c.standing, c.insinuation) for c in found] == [("speculated", False)]


def test_a_common_noun_in_apposition_gives_way_to_the_name() -> None:
    found = read(
        "The militant organisation, the Northern State of the Hills, claimed responsibility."
    )
    assert brief(found) == [("Northern State of the Hills", "carried_out", True, "admitted")]


def test_who_accepts_responsibility_for_others_admits_no_deed() -> None:
    assert read("President Rui Tavares accepted responsibility for the attack.") == ()


def test_no_indication_is_a_weak_denial() -> None:
    found = read("There was no indication so far that the Lowland Front carried out the attack.")
    assert [(c.polarity, c.hedge) for c in found] == [(False, 1)]


def test_all_who_say_it_with_one_verb_give_a_claim() -> None:
    cut = prose(document("Officials and residents said the Lowland Front carried out the attack."))
    one = said(cut, "Officials", "the Lowland Front carried out the attack", cue="said")
    two = said(cut, "residents", "the Lowland Front carried out the attack", cue="said")
    other = replace(two.attributions[0], id="att-2", chain_id="chain-2")
    chains = {**one.chains, "chain-2": replace(two.chains["chain-s"], id="chain-2")}
    both = Sourcing((*one.attributions, other), chains, one.narrator)
    found = suspicion.find(cut, both, here, None, READING)
    assert [(c.attribution_id, c.standing) for c in found] == [
        ("att-1", "accused_by_authority"),
        ("att-2", "accused"),
    ]
    assert len({c.id for c in found}) == 2


def test_the_target_may_be_named_by_a_building_or_an_office() -> None:
    text = "Prime Minister Ana Ferreira was unhurt. Some say Ms Ferreira staged the attack."
    for target in (
        "Ferreira’s residence",
        "the home of Prime Minister Ana Ferreira",
        "prime minister",
    ):
        found = read(text, target=target)
        assert [(c.subject_kind, c.predicate) for c in found] == [("victim_side", "staged")]


def test_a_headline_alone_claims_nothing() -> None:
    found = read(
        "The Lowland Front carried out the attack", "Nobody is known.", kinds=("title", "paragraph")
    )
    assert found == ()


def test_another_incident_is_another_scope() -> None:
    found = read("The Lowland Front carried out the attack.", scope_at=lambda _: "other")
    assert [c.scope for c in found] == ["other"]


def test_the_killing_of_somebody_else_is_another_deed() -> None:
    found = read("He denounced the killing of a student by Paraguayan forces.")
    assert [c.scope for c in found] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "Many blamed the Lowland Front for the attack.",
        "Suspicion immediately fell on the Lowland Front.",
        "The Lowland Front was blamed for the attack.",
    ],
)
def test_an_accusation_by_nobody_in_particular_is_not_the_outlets(text: str) -> None:
    cut = prose(document(text))
    sourcing = narrated(cut)
    (claim,) = suspicion.find(cut, sourcing, here, None, READING)
    assert (claim.standing, claim.chain_id) == ("accused", sourcing.accusers.id)
    origin = sourcing.accusers.origin
    assert (origin.who, origin.anonymity) == ("unnamed accusers", "collective")
    assert sourcing.accusers.hops[:-1] == sourcing.narrator.hops


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Paraguay accused the Lowland Front of the attack.", "accused_by_authority"),
        ("The Paraguayans accused the Lowland Front of the attack.", "accused"),
        ("Germans accused the Lowland Front of the attack.", "accused"),
        ("Iraqis blamed the Lowland Front for the attack.", "accused"),
    ],
)
def test_a_state_is_an_authority_and_its_people_are_none(text: str, standing: str) -> None:
    assert [claim.standing for claim in read(text)] == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "The minister retracted the accusation that the Lowland Front carried out the attack.",
        "Police have taken back their claim that the Lowland Front was behind the attack.",
        "The ministry apologised for blaming the Lowland Front for the attack.",
        "The mayor withdrew his earlier allegation that the Lowland Front ordered the attack.",
    ],
)
def test_what_is_taken_back_accuses_nobody(text: str) -> None:
    assert [(c.polarity, c.standing, c.act) for c in read(text)] == [(False, "denied", "retract")]


@pytest.mark.parametrize(
    "text",
    [
        "The army took back the hill; the Lowland Front carried out the attack, police said.",
        "The ministry regretted the deaths. Police accused the Lowland Front of the attack.",
    ],
)
def test_other_things_taken_back_leave_accusations_alone(text: str) -> None:
    assert [claim.act for claim in read(text)] == ["accuse"]


_VOCABULARY = """the attack was carried out by Lowland Front Paraguay Paraguay-backed militias
groups and or , . ? “ ” accused of denied involvement blamed for claimed responsibility that who
said may not false flag staged perhaps a larger player fits M.O. they it ( ) — Ana Ferreira's in
from"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_spans_with_their_words(text: str) -> None:
    cut = prose(document(text))
    for claim in suspicion.find(cut, narrated(cut), here, "Ana Ferreira", READING):
        for span in (*claim.spans, *([claim.subject_span] if claim.subject_span else [])):
            assert cut.text[span.start : span.end] == span.text
            assert span.text
        assert 0 <= claim.hedge <= 3


def test_an_authority_on_the_record_clears_and_anonymous_officials_deny() -> None:
    text = "The deputy interior minister said the Lowland Front did not carry out the attack."
    cut = prose(document(text))
    content = "the Lowland Front did not carry out the attack"
    sourcing = said(cut, "The deputy interior minister", content, "reject_accusation")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert brief(found) == [("Lowland Front", "carried_out", False, "cleared")]
    unnamed = replace(sourcing.attributions[0], anonymity="anonymous")
    hidden = Sourcing((unnamed,), sourcing.chains, sourcing.narrator)
    assert [c.standing for c in suspicion.find(cut, hidden, here, None, READING)] == ["denied"]


def test_the_separatist_group_is_the_one_just_accused() -> None:
    found = read(
        "Officials blamed the Lowland Front for the attack. The separatist group had “planned and "
        "carried out” the attack, they said."
    )
    assert {c.subject for c in found} == {"Lowland Front"}


def test_a_described_group_without_a_name_before_stays_a_description() -> None:
    found = read("The separatist group carried out the attack.")
    assert [(c.subject, c.subject_kind) for c in found] == [("separatist group", "class")]


def test_we_is_the_group_of_the_speaker() -> None:
    cut = prose(
        document("“We had no part in this,” said Ana Melo, a spokesman for the Lowland Front.")
    )
    sourcing = said(cut, "Ana Melo", "“We had no part in this,”")
    found = suspicion.find(cut, sourcing, here, None, READING)
    assert brief(found) == [("Lowland Front", "carried_out", False, "denied")]


def test_we_of_somebody_else_near_a_group_is_not_the_group() -> None:
    text = "“We carried out the attack,” said Colonel Melo after the Lowland Front fled."
    cut = prose(document(text))
    sourcing = said(cut, "Colonel Melo", "“We carried out the attack,”")
    assert suspicion.find(cut, sourcing, here, None, READING) == ()


def test_rejecting_the_accusation_is_denying() -> None:
    found = read("The Lowland Front rejected the accusation that it was behind the attack.")
    assert brief(found) == [("Lowland Front", "carried_out", False, "denied")]


def test_a_dismissed_claim_of_responsibility_is_no_admission() -> None:
    found = read(
        "The government dismissed a claim of responsibility by the Lowland Front as false."
    )
    assert brief(found) == [("Lowland Front", "carried_out", False, "denied")]


def test_an_acronym_stands_for_the_name_with_these_initials() -> None:
    found = read(
        "The Lowland Liberation Front, or LLF, is old. Residents blamed the LLF for the attack."
    )
    assert [c.subject for c in found] == ["Lowland Liberation Front"]
