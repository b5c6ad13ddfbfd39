"""Suspects that a reader saw by itself: which of them make claims, and how these stand."""

from typing import get_args

import pytest
from msgspec import structs

from tests.extract.suspected import brief, document, here, narrated, said
from whence.extract import suspicion
from whence.extract.prose import Prose, prose
from whence.extract.sourcing import Sourcing
from whence.model.attribution import Act
from whence.model.claim import Claim, Standing
from whence.model.document import BlockKind
from whence.model.reading import Reading, Suspected

PLAIN = "Eyes settled on the Reed League after the blast."


def suspect(cut: Prose, words: str, standing: Standing, probability: float = 0.92) -> Suspected:
    at = cut.text.rindex(words)
    span = cut.document.span(at, at + len(words))
    return Suspected(span=span, standing=standing, probability=probability)


def claims(cut: Prose, *seen: Suspected, sourcing: Sourcing | None = None) -> tuple[Claim, ...]:
    reading = Reading(document_id="doc-1", reader="encoder@hand", suspected=seen)
    return suspicion.find(cut, sourcing or narrated(cut), here, None, reading)


def alone(
    text: str, words: str, standing: Standing = "accused", probability: float = 0.92
) -> tuple[Claim, ...]:
    cut = prose(document(text))
    return claims(cut, suspect(cut, words, standing, probability))


@pytest.mark.parametrize(
    ("standing", "expected", "act"),
    [
        ("found", "accused", "accuse"),  # no court or inquiry finds anything here
        ("reported_as_fact", "reported_as_fact", "say"),
        ("accused_by_authority", "accused", "accuse"),  # no authority says so here
        ("accused", "accused", "accuse"),
        ("speculated", "speculated", "speculate"),
    ],
)
def test_a_guess_stands_as_far_as_the_words_carry_it(
    standing: Standing, expected: Standing, act: str
) -> None:
    (found,) = alone(PLAIN, "the Reed League", standing)
    assert brief((found,)) == [("Reed League", "carried_out", True, expected)]
    assert (found.act, found.extractor, found.subject_kind) == (act, "encoder@hand", "group")
    assert found.subject_span is not None
    assert found.subject_span.text == "Reed League"
    assert [span.text for span in found.spans] == [PLAIN]


@pytest.mark.parametrize("standing", ["admitted", "denied", "cleared"])
def test_nobody_owns_up_or_is_cleared_where_nobody_speaks(standing: Standing) -> None:
    assert alone(PLAIN, "the Reed League", standing) == ()


@pytest.mark.parametrize(
    ("standing", "act", "polarity"),
    [
        ("admitted", "claim_responsibility", True),
        ("denied", "deny_involvement", False),
        ("denied", "reject_accusation", False),
        ("cleared", "reject_accusation", False),
    ],
)
def test_with_the_act_that_it_needs_a_standing_is_believed(
    standing: Standing, act: Act, polarity: bool
) -> None:
    cut = prose(document("Ana Ruiz said eyes settled on the Reed League."))
    content = "eyes settled on the Reed League"
    seen = suspect(cut, "the Reed League", standing)
    (found,) = claims(cut, seen, sourcing=said(cut, "Ana Ruiz", content, act, cue="said"))
    assert (found.standing, found.polarity) == (standing, polarity)
    assert claims(cut, seen, sourcing=said(cut, "Ana Ruiz", content, cue="said")) == ()


def test_what_a_court_finds_is_found() -> None:
    cut = prose(document("Judges found that blame lay at the door of the Reed League."))
    (found,) = claims(cut, suspect(cut, "the Reed League", "found"))
    assert found.standing == "found"


def test_what_somebody_is_said_not_to_say_claims_nothing() -> None:
    cut = prose(document("Ana Ruiz did not say eyes settled on the Reed League."))
    plain = said(cut, "Ana Ruiz", "eyes settled on the Reed League", cue="say")
    (one,) = plain.attributions
    negated = Sourcing((structs.replace(one, negated=True),), plain.chains, plain.narrator)
    assert claims(cut, suspect(cut, "Reed League", "accused"), sourcing=negated) == ()


@pytest.mark.parametrize("standing", get_args(Standing))
def test_no_standing_is_unheard_of(standing: Standing) -> None:
    assert len(alone(PLAIN, "the Reed League", standing)) <= 1


@pytest.mark.parametrize("words", ["settled on", "looked towards", "rested on", "were set on"])
def test_whatever_word_leads_to_the_party(words: str) -> None:
    assert len(alone(f"Eyes {words} the Reed League.", "the Reed League")) == 1


@pytest.mark.parametrize(
    ("who", "standing", "expected"),
    [
        ("A police spokesman", "accused", "accused_by_authority"),
        ("A resident", "accused", "accused"),
        ("A resident", "accused_by_authority", "accused"),
        ("A police spokesman", "speculated", "speculated"),
    ],
)
def test_whose_accusation_it_is_decides_about_authority(
    who: str, standing: Standing, expected: Standing
) -> None:
    cut = prose(document(f"{who} said eyes settled on the Reed League."))
    sourcing = said(cut, who, "eyes settled on the Reed League", cue="said")
    (found,) = claims(cut, suspect(cut, "Reed League", standing), sourcing=sourcing)
    assert (found.standing, found.chain_id, found.attribution_id) == (
        expected, "chain-s", "att-1",
    )  # fmt: skip
    assert [span.text for span in found.spans] == ["eyes settled on the Reed League"]


@pytest.mark.parametrize(
    ("text", "content", "cue"),
    [
        ("The Reed League was accused of the attack.", "of the attack", "accused"),
        ("Police blame The Reed League for the attack.", "for the attack", "blame"),
    ],
)
def test_the_accused_are_no_source_of_their_own_accusation(
    text: str, content: str, cue: str
) -> None:
    cut = prose(document(text))
    sourcing = said(cut, "The Reed League", content, "accuse", cue, "group")
    (found,) = claims(cut, sourcing=sourcing)
    assert (found.subject, found.standing, found.act) == ("Reed League", "accused", "accuse")


def test_an_accusation_by_nobody_in_particular_is_not_the_outlets() -> None:
    cut = prose(document(PLAIN))
    sourcing = narrated(cut)
    (hearsay,) = claims(cut, suspect(cut, "Reed League", "accused"), sourcing=sourcing)
    assert hearsay.chain_id == sourcing.accusers.id
    (fact,) = claims(cut, suspect(cut, "Reed League", "reported_as_fact"), sourcing=sourcing)
    assert fact.chain_id == sourcing.narrator.id


def test_who_speaks_of_something_else_in_the_sentence_accuses_nobody() -> None:
    cut = prose(document("Eyes settled on the Reed League, while Ana Ruiz said tides rose."))
    sourcing = said(cut, "Ana Ruiz", "tides rose.", cue="said")
    (found,) = claims(cut, suspect(cut, "Reed League", "accused"), sourcing=sourcing)
    assert found.attribution_id is None
    assert found.chain_id == sourcing.accusers.id
    assert [span.text for span in found.spans] == ["Eyes settled on the Reed League, while"]


def test_what_a_pattern_names_is_left_to_it() -> None:
    text = "The Reed League was behind the attack."
    found = alone(text, "The Reed League", "denied")
    assert brief(found) == [("Reed League", "carried_out", True, "reported_as_fact")]


def test_one_sentence_claims_the_same_of_a_party_once() -> None:
    text = "Eyes settled on the Reed League, and the Reed League kept silent."
    cut = prose(document(text))
    first = cut.text.index("Reed League")
    seen = (
        Suspected(span=cut.document.span(first, first + 11), standing="accused", probability=0.92),
        suspect(cut, "Reed League", "accused"),
    )
    assert len(claims(cut, *seen)) == 1
    assert claims(cut) == ()


def test_a_pattern_and_a_reader_do_not_say_the_same_twice() -> None:
    text = "The Reed League carried out the attack, and eyes settled on the Reed League."
    assert len(alone(text, "Reed League", "reported_as_fact")) == 1


@pytest.mark.parametrize(("probability", "count"), [(0.7, 1), (0.69, 0), (1.0, 1)])
def test_below_the_probability_nobody_is_named(probability: float, count: int) -> None:
    cut = prose(document(PLAIN))
    assert len(claims(cut, suspect(cut, "the Reed League", "accused", probability))) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No group had come forward by noon.", "No group"),
        ("Eyes settled on him.", "him"),
        ("Eyes settled on a gang from the hills.", "hills"),
        ("Eyes settled on a Norwegian tanker.", "a Norwegian tanker"),
        ("Eyes settled on Norwegian oil buyers.", "Norwegian oil buyers"),
        ("Norway’s army was seen near the pier.", "Norway"),
        ("Eyes settled on a dinner guest from Oslo.", "a dinner guest from Oslo"),
        ("Tides rose. Eyes settled on the group.", "the group"),
        ("The Reed League carried out the attack. Eyes settled on the group.", "the group"),
        ("Eyes settled on the Amber Zone.", "the Amber Zone"),
        ("Eyes settled on a sworn rival of the Reed League.", "a sworn rival of the Reed League"),
        ("Eyes settled on the militants holding Ostojan.", "the militants holding Ostojan"),
        ("Eyes settled on gunmen besieging Reed League.", "gunmen besieging Reed League"),
        ("Eyes settled on the men who had Reed League.", "the men who had Reed League"),
    ],
)
def test_a_mention_that_names_no_actor_makes_no_claim(text: str, words: str) -> None:
    assert [one for one in alone(text, words) if one.standing == "accused"] == []


@pytest.mark.parametrize("name", ["Norway", "Oslo"])
def test_a_state_or_its_capital_alone_may_be_one(name: str) -> None:
    (found,) = alone(f"Eyes settled on {name}.", name)
    assert found.subject_kind == "state"


def test_an_open_question_claims_nothing() -> None:
    assert alone("Should eyes settle on the Reed League?", "the Reed League") == ()


def test_headlines_alone_claim_nothing() -> None:
    kinds: tuple[BlockKind, ...] = ("title", "heading")
    for kind in kinds:
        cut = prose(document("Eyes on the Reed League", "Tides rose.", kinds=(kind,)))
        assert claims(cut, suspect(cut, "the Reed League", "accused")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Police denied that eyes settled on the Reed League.",
        "No evidence points at the Reed League.",
        "If the hunt was for the Reed League, nobody said so.",
        "Police did not suspect the Reed League.",
        "Nobody blamed the Reed League.",
        "Inspectors found no link with the Reed League, the mayor wrote.",
        "The Reed League was never under suspicion.",
        "In the end the Reed League wasn't blamed.",
    ],
)
def test_words_that_take_the_suspicion_away_accuse_nobody(text: str) -> None:
    assert not any(claim.polarity for claim in alone(text, "Reed League"))


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("the crime syndicate Nightjar League", "Nightjar League", "group"),
        ("the outlawed Reed League", "Reed League", "group"),
        ("the smuggling ring Nightjar League", "Nightjar League", "group"),
        ("the Wardens of the Reed", "Wardens of the Reed", "group"),
        ("Commander Reed Ostojan", "Reed Ostojan", "person"),
    ],
)
def test_words_that_only_say_what_bears_a_name_are_no_hindrance(
    words: str, name: str, kind: str
) -> None:
    (found,) = alone(f"Eyes settled on {words} after the blast.", words, probability=0.96)
    assert (found.subject, found.subject_kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "standing", "act"),
    [
        ("The Reed League waved all that away.", "denied", "deny_involvement"),
        ("The Reed League spoke of victory.", "admitted", "claim_responsibility"),
    ],
)
def test_who_speaks_for_itself_admits_or_denies(text: str, standing: Standing, act: Act) -> None:
    cut = prose(document(text))
    content = text.split(" ", 3)[3]
    sourcing = said(cut, "The Reed League", content, act, cue=text.split()[3])
    found = claims(cut, suspect(cut, "Reed League", standing), sourcing=sourcing)
    assert [one.standing for one in found] == [standing]
    plain = said(cut, "The Reed League", content, cue=text.split()[3])
    assert claims(cut, suspect(cut, "Reed League", standing), sourcing=plain) == ()


@pytest.mark.parametrize(("probability", "count"), [(0.95, 1), (0.94, 0)])
def test_a_single_person_is_named_only_when_that_is_likelier(
    probability: float, count: int
) -> None:
    cut = prose(document("Eyes settled on Commander Reed Ostojan after the blast."))
    seen = suspect(cut, "Commander Reed Ostojan", "accused", probability)
    assert len(claims(cut, seen)) == count


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("Dario Venn", 0.95),  # a person, as far as anybody can tell
        ("Salim bin Osk", 0.95),
        ("the Dario Venn", 0.7),  # no person has an article
        ("Vanguard of the Wadi", 0.7),
        ("Harrow Militia", 0.7),
    ],
)
def test_a_name_that_nothing_tells_from_a_persons_needs_as_much(words: str, least: float) -> None:
    text = f"Eyes settled on {words} after the blast."
    assert len(alone(text, words, probability=least)) == 1
    assert alone(text, words, probability=least - 0.01) == ()


def test_who_wrote_the_report_is_no_suspect_in_it() -> None:
    text = "By Petra Hollis Vane. Petra Hollis Vane was on the quay when the blast came."
    cut = prose(document(text))
    assert claims(cut, suspect(cut, "Petra Hollis Vane", "accused", 0.96))
    signed = prose(structs.replace(cut.document, byline="Petra Hollis Vane, harbour correspondent"))
    assert claims(signed, suspect(signed, "Petra Hollis Vane", "accused", 0.96)) == ()


@pytest.mark.parametrize(
    "told",
    ["was responsible for making sure the cargo held", "is responsible for security at the pier"],
)
def test_whose_duty_something_was_is_not_blamed_for_it(told: str) -> None:
    text = f"As loadmaster, Odo Brenk {told}."
    assert alone(text, "Odo Brenk", probability=0.96) == ()
    assert alone("As loadmaster, Odo Brenk did it.", "Odo Brenk", probability=0.96)


def test_whoever_is_responsible_for_a_deed_is_blamed() -> None:
    text = "Eyes settled on the Reed League, responsible for blasts of old."
    (found,) = alone(text, "the Reed League")
    assert found.subject == "Reed League"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the dockside strikers", "dockside strikers"),
        ("two strikers of the Reed League", "strikers of the Reed League"),
        ("a dismissed guard", "dismissed guard"),
    ],
)
def test_who_is_described_and_not_named_is_a_party_where_that_is_nearly_sure(
    words: str, name: str
) -> None:
    cut = prose(document(f"Eyes settled on {words} after the blast."))
    (found,) = claims(cut, suspect(cut, words, "accused", 0.95))
    assert (found.subject, found.subject_kind) == (name, "group")
    assert claims(cut, suspect(cut, words, "accused", 0.94)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "a Norwegian tanker",
        "the far hills",
        "him",
        "the group",
        "any group",
        "the guards, all asleep",
        "the quiet yet ever more restless and noisy young dockside crowd",
        "after",
    ],
)
def test_what_is_no_plain_description_is_no_party(words: str) -> None:
    assert alone(f"Eyes settled on {words} that night.", words, probability=0.99) == ()


def test_a_name_behind_a_noun_stays_a_name() -> None:
    (found,) = alone(
        "Eyes settled on the trader Oun Dallow.", "the trader Oun Dallow", "accused", 0.99
    )
    assert found.subject == "Oun Dallow"


def test_capitals_do_not_show_a_description() -> None:
    assert alone("EYES SETTLED ON THE STRIKERS.", "THE STRIKERS", "accused", 0.99) == ()


@pytest.mark.parametrize("done", ["shot down", "intercepted"])
def test_who_brings_a_weapon_down_is_no_suspect(done: str) -> None:
    text = f"Of three drones one was {done} by the Reed League."
    assert alone(text, "the Reed League", probability=0.99) == ()
    assert alone("Of three drones one was flown by the Reed League.", "the Reed League")
