"""Ways to name who did it that no verb of accusing shows, each with near ones that name nobody."""

import pytest

from tests.extract.suspected import brief, read
from whence.model.claim import Claim

_LEAD = "A bomb killed Ana Ferreira at the harbour on Monday."


def claims(sentence: str) -> tuple[Claim, ...]:
    return read(_LEAD, sentence)


def named(sentence: str) -> list[tuple[str, str, bool, str]]:
    return brief(claims(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru said its agents strangled the reporter Ana Ruiz.",
        "Peru on Friday (2 May) admitted that its officers had murdered two farmers.",
        "Peru announced that its own men had kidnapped her.",
    ],
)
def test_a_state_owns_up_to_what_its_own_men_did(sentence: str) -> None:
    assert named(sentence)[0] == ("Peru", "carried_out", True, "admitted")


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru said its soldiers killed three gunmen in a fight.",
        "Peru said its officers executed the plan.",
        "Peru said its agents strangled the protests.",
        "Peru said its agents had not murdered the reporter.",
    ],
)
def test_a_fight_a_figure_of_speech_and_a_denial_own_up_to_nothing(sentence: str) -> None:
    assert all(standing != "admitted" for *_, standing in named(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "An e-mail to the Harbour Post said the Lowland Front was responsible for the attack.",
        "Anonymous callers claimed that the Lowland Front had carried out the bombing.",
        "A letter sent to two papers said the Lowland Front was behind the attack.",
        "The callers were attributing the attack on the harbour to the so-called Lowland Front.",
    ],
)
def test_a_message_without_a_sender_owns_up_for_a_group_by_hearsay(sentence: str) -> None:
    (found,) = claims(sentence)
    assert (found.subject, found.standing, found.hedge) == ("Lowland Front", "admitted", 2)
    assert found.act == "claim_responsibility"


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("In a letter to the court the widow said the Lowland Front was behind it.", "accused"),
        ("A letter from the widow said the Lowland Front was behind the attack.", "accused"),
        ("An anonymous caller said the army was behind the attack.", "accused"),
        ("An e-mail to a paper said the Lowland Front was not behind the attack.", "denied"),
    ],
)
def test_who_signs_a_message_accuses_and_no_army_owns_up_unsigned(
    sentence: str, standing: str
) -> None:
    assert [found.standing for found in claims(sentence)] == [standing]


@pytest.mark.parametrize(
    "sentence",
    [
        "She knew who they were -- members of the Lowland Front.",
        "He told them who it was: the Lowland Front.",
        "Everybody knows who the men were – the Lowland Front.",
    ],
)
def test_who_they_were_names_them(sentence: str) -> None:
    assert [found.subject for found in claims(sentence)] == ["Lowland Front"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked who they were, the Lowland Front gave no answer.",
        "It is not known who they were - the Lowland Front has not said.",
        "Nobody asked who they were and the Lowland Front left.",
    ],
)
def test_who_they_were_may_stay_open(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("“Almost certainly it’s Peruvian-backed,” the envoy said.", 2),
        ("The attack was Peruvian-sponsored.", 3),
        ("It was clearly Peruvian-directed.", 3),
    ],
)
def test_a_deed_backed_by_a_state_points_at_the_state(sentence: str, hedge: int) -> None:
    (found,) = claims(sentence)
    assert (found.subject, found.predicate, found.hedge) == ("Peru", "enabled", hedge)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front is an old group. It is Peruvian-backed.",
        "It was clearly a Peruvian-backed bank.",
        "The Lowland Front denied that it is Peruvian-backed.",
    ],
)
def test_who_is_backed_by_a_state_did_nothing_for_it(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor stuck to the accusation that the Lowland Front killed 19 commuters.",
        "A widow charged that the Lowland Front murdered two farmers.",
        "Papers repeated the allegation that the Lowland Front bombed a school.",
        "He alleged that the Lowland Front used a barn in the hills to mix the explosives.",
        "He accused the Lowland Front of building the bomb.",
        "They charged that the Lowland Front made the bombs in a cellar.",
        "She holds the Lowland Front responsible for whatever happens to her.",
        "She held the Lowland Front accountable for anything that might befall him.",
        "He holds the Lowland Front responsible for everything that has happened.",
    ],
)
def test_accusations_of_killing_of_making_the_weapon_and_of_what_may_happen(sentence: str) -> None:
    assert [(found.subject, found.polarity) for found in claims(sentence)] == [
        ("Lowland Front", True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor denied the accusation that the Lowland Front killed 19 commuters.",
        "The mayor retold the tale that the Lowland Front killed a bear.",
        "The Lowland Front makes the bombs that the army buys.",
        "The Lowland Front is responsible for whatever happens on its land.",
        "She did not hold the Lowland Front responsible for what happened.",
    ],
)
def test_no_accusation_of_killing_of_making_or_of_what_may_happen(sentence: str) -> None:
    assert not any(found.polarity for found in claims(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front did not and will not take part in the attack.",
        "The Lowland Front has not and would never be behind the attack.",
        "He said the Lowland Front did not and could not carry out the attack.",
    ],
)
def test_a_denial_with_two_verb_groups_is_one(sentence: str) -> None:
    assert [(found.subject, found.polarity) for found in claims(sentence)] == [
        ("Lowland Front", False)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front did not help and will not say who carried out the attack.",
        "The Lowland Front will carry out the attack and will not wait.",
    ],
)
def test_two_verb_groups_of_two_matters_deny_nothing(sentence: str) -> None:
    assert not any(not found.polarity for found in claims(sentence))


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The widow accused Peru's army of carrying out the attack.", "Peru's army"),
        ("Ruiz's opposition was behind the attack.", "Ruiz's opposition"),
        ("She said the government was behind the bombing.", "government"),
    ],
)
def test_whose_army_it_is_belongs_to_its_name(sentence: str, subject: str) -> None:
    assert [found.subject for found in claims(sentence)] == [subject]


@pytest.mark.parametrize(
    "sentence",
    ["It was Peru's army that fed the town.", "The government condemned the attack."],
)
def test_an_army_and_a_government_that_do_something_else_are_no_suspects(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The widow demanded that the Lowland Front assume responsibility for the attack.",
        "Both parties request that the Lowland Front take responsibility for the bombing.",
        "He proposed that the Lowland Front accept responsibility for the attack.",
    ],
)
def test_what_is_demanded_of_a_party_it_has_not_done(sentence: str) -> None:
    assert claims(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The widow heard that the Lowland Front assumed responsibility for the attack.",
        "He demanded an answer after the Lowland Front had taken responsibility for the attack.",
    ],
)
def test_what_is_told_of_a_party_it_has_done(sentence: str) -> None:
    assert [found.standing for found in claims(sentence)] == ["admitted"]


@pytest.mark.parametrize(
    ("sentence", "whom", "hedge"),
    [
        (
            "It is rumoured that the attack was carried out by the Lowland Front.",
            "Lowland Front",
            1,
        ),
        ("The attack appears to have been carried out by the Lowland Front.", "Lowland Front", 2),
        ("The Lowland Front seems to have carried out the attack.", "Lowland Front", 2),
        ("Police named the Lowland Front as the likely culprit.", "Lowland Front", 2),
        ("Police said the evidence pointed clearly to the Lowland Front.", "Lowland Front", 2),
        ("Police did not rule out the involvement of the Lowland Front.", "Lowland Front", 1),
        ("Detectives suspect the Lowland Front.", "Lowland Front", 2),
        ("The attack was blamed on suspected Lowland Front rebels.", "Lowland Front", 2),
        ("The attack was widely blamed on the Lowland Front.", "Lowland Front", 3),
        ("Some claims, that the Lowland Front did it, remain unproven.", "Lowland Front", 1),
        ("Police said the suspects acted with the help of the Lowland Front.", "Lowland Front", 2),
        ("Police identified the bomber as Karim Oren.", "Karim Oren", 2),
        ("The minister said cartel boss Karim Oren ordered the bombing.", "Karim Oren", 3),
        ("Colonel Luis Brek gave the order to kill six monks.", "Luis Brek", 3),
        ("Police issued a warrant for a Peruvian over the bombing.", "a Peruvian", 3),
        ("Police arrested two Peruvian men over the bombing.", "two Peruvian men", 3),
        ("Police said the suspects were Peruvian nationals.", "Peruvian nationals", 2),
    ],
)
def test_who_is_named_as_surely_as_the_words_are(sentence: str, whom: str, hedge: int) -> None:
    found = claims(sentence)
    assert [(one.polarity, one.hedge) for one in found] == [(True, hedge)]
    assert whom in found[0].subject


@pytest.mark.parametrize(
    "sentence",
    [
        "No evidence points at the Lowland Front.",
        "Police refused to name the Lowland Front as suspects.",
        "The court sees the Lowland Front as responsible for security.",
        "The suspects were known to the police.",
        "Police identified the victim as Karim Oren.",
        "The engineers worked with the support of the Lowland Front on a school.",
        "Police arrested two Peruvian men over unpaid fines.",
        "The suspects were from Peru.",
    ],
)
def test_near_words_name_nobody(sentence: str) -> None:
    assert not any(found.polarity and not found.insinuation for found in claims(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The involvement of the Lowland Front could not be ruled out, the police said.",
        "A cell of the Lowland Front cannot be excluded, an officer said.",
        "A lecturer would not exclude the Lowland Front either, since it is near.",
        "The police did not exclude a role of the Lowland Front in the attack.",
        "The attack bears the stamp of the Lowland Front.",
        "The mayor spoke of the signature of the Lowland Front.",
    ],
)
def test_who_is_not_ruled_out_or_seen_by_his_hand_is_possible(sentence: str) -> None:
    assert named(sentence) == [("Lowland Front", "carried_out", True, "speculated")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lowland Front could not be excluded from the talks.",
        "The Lowland Front was excluded from the vote.",
        "The police ruled out a role of the Lowland Front in the attack.",
    ],
)
def test_who_is_kept_from_something_or_ruled_out_is_not(sentence: str) -> None:
    assert all(standing != "speculated" for *_, standing in named(sentence))
