"""Denials and clearances in other words than "denied" and "acquitted", and what is neither."""

import pytest

from tests.extract.seen import Page
from tests.extract.suspected import brief, here, read, said
from tests.extract.suspected import document as page
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.attribution import Act

_LEAD = "A bomb killed Ana Ferreira at the harbour on Monday."
_ACCUSED = "Prosecutors accused Ilo Marsh, 40, of the bombing."


def named(*sentences: str) -> list[tuple[str, str, bool, str]]:
    return brief(read(_LEAD, *sentences))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The Reed League said it had nothing to do with the bombing.", "Reed League"),
        ("The Reed League said it did not plant the bomb.", "Reed League"),
        ("The Reed League insists it was not involved.", "Reed League"),
        ("The Reed League has distanced itself from the bombing.", "Reed League"),
        ("The Reed League washed its hands of the attack.", "Reed League"),
        ("The Reed League washed its hands of the whole affair.", "Reed League"),
        ("The Reed League let it be known that it had planted no bomb.", "Reed League"),
        (
            "The ministry said no aircraft of the Paraguayan Air Wing was flying.",
            "Paraguayan Air Wing",
        ),
        ("The Reed League denied planting the bomb.", "Reed League"),
        ("The Reed League denied that its fighters had planted the bomb.", "Reed League"),
        ("Paraguay insisted its forces were not in the area.", "Paraguay"),
        ("Paraguay said none of its troops had been near the harbour.", "Paraguay"),
        ("Paraguay rubbished claims that it was behind the bombing.", "Paraguay"),
        ("Paraguay laughed off any suggestion of involvement in the bombing.", "Paraguay"),
        ("Paraguay dismissed as nonsense claims that it carried out the attack.", "Paraguay"),
        ("The army said it had no planes in the air.", "army"),
        (
            "Paraguay's foreign minister denied that his country had any hand in the bombing.",
            "Paraguay",
        ),
        ("The Norwegian envoy said his country had nothing to do with the attack.", "Norway"),
        ("The army denied that its planes had hit the harbour.", "army"),
        ("The air force denied that its aircraft had bombed the harbour.", "air force"),
        ("Paraguay said its drones did not hit the harbour.", "Paraguay"),
        ("A Reed League spokesman denied any role in the bombing.", "Reed League"),
        ("The leadership of the Reed League denied responsibility.", "Reed League"),
        ("The Reed League issued a statement on Tuesday denying responsibility.", "Reed League"),
        (
            "The Reed League released a statement in which it denied any involvement.",
            "Reed League",
        ),
        ("The harbour master, Ilo Marsh, denied involvement in the bombing.", "Ilo Marsh"),
        ("The leader of the Reed League, Ilo Marsh, denied any role.", "Ilo Marsh"),
        ("Police blamed the Reed League, which denied it.", "Reed League"),
        ("Police blamed the Reed League, a charge the group denies.", "Reed League"),
    ],
)
def test_a_party_denies(sentence: str, subject: str) -> None:
    assert (subject, "carried_out", False, "denied") in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The group denied it.",
        "Ilo Marsh pleaded not guilty on Friday.",
        "Ilo Marsh has maintained his innocence.",
        "Ilo Marsh does not admit guilt.",
        "Ilo Marsh said the letters were not his doing.",
        "Ilo Marsh, through his lawyer, said he was innocent.",
    ],
)
def test_who_was_accused_denies(sentence: str) -> None:
    accused = "Police blamed the Reed League for the bombing."
    before = accused if "group" in sentence else _ACCUSED
    assert "denied" in [standing for *_, standing in named(before, sentence)]
    assert named(sentence) == []


@pytest.mark.parametrize(
    "words", ["We did not do this", "This was not our work", "Our hands are clean"]
)
def test_we_did_not(words: str) -> None:
    cut = prose(page(_LEAD, f"“{words},” a spokesman for the Reed League said."))
    sourcing = said(cut, "a spokesman for the Reed League", words, "say", "said")
    claims = suspicion.find(cut, sourcing, here, "Ana Ferreira", READING)
    assert ("Reed League", "carried_out", False, "denied") in brief(claims)


@pytest.mark.parametrize(
    "sentence",
    [
        "He was released without charge.",
        "He was no longer a suspect.",
        "Detectives later ruled him out.",
        "A judge threw out the charges against Ilo Marsh.",
        "Police said Ilo Marsh was no longer a suspect.",
    ],
)
def test_who_was_accused_is_cleared(sentence: str) -> None:
    assert ("Ilo Marsh", "carried_out", False, "cleared") in [
        (name, predicate, polarity, standing)
        for name, predicate, polarity, standing in named(_ACCUSED, sentence)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League had no role in the talks.",
        "The Reed League said it had sent no delegates.",
        "Police said they had fired no shots.",
        "The Reed League said it was not responsible for the delay.",
        "The Reed League said it had not attacked civilians.",
        "The Reed League distanced itself from its former leader.",
        "The Reed League did not deny planting the bomb.",
        "The Reed League neither confirmed nor denied that it was behind the bombing.",
        "The witness said he was not involved in the fight.",
        "The lawyer Ilo Marsh said he was innocent.",
        "Ilo Marsh pleaded not guilty to theft.",
        "The mayor washed his hands of the dispute.",
        "The mayor said his country had no hand in the talks.",
        "He was cleared of debt.",
        "The ministry ruled them out of the talks.",
    ],
)
def test_who_was_not_accused_answers_nothing(sentence: str) -> None:
    assert named(sentence) == []


def test_who_was_arrested_with_his_age_is_a_suspect() -> None:
    sentence = "Police arrested Ilo Marsh, 40, over the bombing."
    assert named(sentence) == [("Ilo Marsh", "carried_out", True, "accused_by_authority")]


def test_the_government_of_a_state_has_its_name_without_the_ending() -> None:
    names = [name for name, *_ in named("Norra's government denied ordering the attack.")]
    assert names == ["Norra"]


def test_who_dismisses_what_a_state_claims_denies_nothing_for_it() -> None:
    told = "The Norland government dismissed the claim from Berlin as groundless."
    assert not [one for one in read(_LEAD, told) if one.subject == "Germany"]


def test_who_says_that_somebody_was_wrongly_accused_denies_it_for_him() -> None:
    told = "Ilo Marsh, 40, was wrongly accused, his lawyer said."
    assert [(one.subject, one.standing) for one in read(_LEAD, told)] == [("Ilo Marsh", "denied")]


def test_a_body_that_was_set_up_denies_nothing() -> None:
    assert not read(_LEAD, "The United Nations was set up at a time of war.")


def test_whoever_rejects_an_accusation_denies_it_though_the_words_are_the_accusers() -> None:
    text = Page(
        "Some guards spoke first. The Reed League rejected the accusation that it was behind the"
        " attack."
    )
    outer = text.saw(
        "The Reed League",
        "rejected",
        "the accusation that it was behind the attack",
        judged=("reject_accusation", False, -3),
    )
    inner = text.saw(
        "Some guards", "accusation", "it was behind the attack", judged=("accuse", False, 3)
    )
    sourcing = text.sourcing(outer, inner)
    found = suspicion.find(prose(text.document), sourcing, here, None, READING)
    denied = [one for one in found if one.standing == "denied"]
    assert [sourcing.chains[one.chain_id].hops[-1].who for one in denied] == ["Reed League"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The wife of the harbour master, Ilo Marsh, denied involvement in the bombing.",
        "Police sent a letter to the port of Alund, which denied responsibility.",
        "The mayor met a Reed League commander who denied involvement.",
    ],
)
def test_whose_denial_it_is_has_to_be_plain(sentence: str) -> None:
    subjects = {subject for subject, _, polarity, _ in named(sentence) if not polarity}
    assert subjects.isdisjoint({"Ilo Marsh", "Police", "police", "Reed League"})


@pytest.mark.parametrize(
    "doubt",
    [
        "did not see convincing evidence that",
        "had yet to see proof that",
        "has not found any evidence that",
        "failed to present evidence that",
        "doubts that",
    ],
)
def test_evidence_that_nobody_saw_accuses_nobody(doubt: str) -> None:
    found = named(f"The coroner {doubt} the Reed League was behind the bombing.")
    assert ("Reed League", "carried_out", True) not in [one[:3] for one in found]


@pytest.mark.parametrize("verb", ["had to admit", "has to claim", "should claim"])
def test_who_only_should_own_up_is_not_said_to_have(verb: str) -> None:
    found = named(f"Some believed that the Reed League {verb} responsibility for the bombing.")
    assert found == []


@pytest.mark.parametrize("act", ["claim_responsibility", "say"])
def test_who_owns_up_is_the_origin_wherever_the_words_stand(act: Act) -> None:
    page = Page("The bombing was claimed by the Reed League.")
    seen = page.saw("the Reed League", "was claimed", "The bombing", judged=(act, False, 3))
    sourcing = page.sourcing(seen)
    (claim,) = suspicion.find(prose(page.document), sourcing, here, None, READING)
    assert sourcing.chains[claim.chain_id].origin.who == "Reed League"
    assert claim.standing == "admitted"


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("Ilo Marsh was questioned but was cleared of any involvement.", "cleared"),
        ("Ilo Marsh was held overnight and then released without charge.", "cleared"),
        ("Ilo Marsh was arrested over the bombing but later exonerated.", "cleared"),
        ("The court cleared Ilo Marsh of any part in the bombing.", "cleared"),
        ("A neighbour told reporters that Ilo Marsh was innocent.", "denied"),
    ],
)
def test_who_is_cleared_is_shown_as_cleared(sentence: str, standing: str) -> None:
    assert ("Ilo Marsh", "carried_out", False, standing) in named(_ACCUSED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilo Marsh was held but was not cleared of involvement.",
        "Ilo Marsh was held and the square was cleared of people.",
        "Ilo Marsh is presumed innocent.",
        "Ilo Marsh was not innocent.",
        "The Reed League killed innocent people.",
    ],
)
def test_what_only_sounds_like_clearing_is_none(sentence: str) -> None:
    assert all(polarity for _, _, polarity, _ in named(_ACCUSED, sentence))


@pytest.mark.parametrize("sure", ["do not doubt that", "left no doubt that"])
def test_who_does_not_doubt_it_accuses(sure: str) -> None:
    found = named(f"The police {sure} the Reed League was behind the bombing.")
    assert ("Reed League", "carried_out", True) in [one[:3] for one in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police said they had been in the area before the bombing.",
        "The Reed League said its members had been at the harbour all day.",
    ],
)
def test_who_says_to_have_been_there_denies_nothing(sentence: str) -> None:
    assert named(sentence) == []


@pytest.mark.parametrize(
    "answer",
    [
        "denied any role in the attack and said the Reed League was to blame.",
        "denied any role in the attack and instead blamed the Reed League.",
        "denied it was behind the attack but said the Reed League had carried it out.",
        "has denied involvement and accused the Reed League of planting the bomb.",
    ],
)
def test_who_denies_it_and_says_who_did_it_accuses(answer: str) -> None:
    assert [one[::2] for one in named(f"Paraguay {answer}")] == [
        ("Paraguay", False),
        ("Reed League", True),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "denied that it had blamed the Reed League for the attack.",
        "dismissed claims that it had accused the Reed League of the attack.",
        "denied reports that rockets were fired and the Reed League planted the bomb.",
    ],
)
def test_what_is_denied_goes_on_behind_and(told: str) -> None:
    assert not any(polarity for _, _, polarity, _ in named(f"Paraguay {told}"))
