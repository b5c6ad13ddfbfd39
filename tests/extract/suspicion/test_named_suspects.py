"""Whom the words for a suspect name: "the bombing suspect X"; and who stands beside such words."""

import pytest
from msgspec.structs import replace

from tests.extract.suspected import brief, document, here, narrated, read
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.reading import Suspected

_LEAD = "A bomb killed Ana Ferreira at the harbour market on Monday."


def suspected(*sentences: str) -> set[str]:
    return {
        name
        for name, predicate, polarity, standing in brief(read(_LEAD, *sentences))
        if predicate == "carried_out" and polarity and standing != "cleared"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial of market bombing suspect Darian Kolt opened on Friday.",
        "The lawyer for suspected Tolvik market bomber Darian Kolt said he was ill.",
        "Accused bomber Darian Kolt was moved to a prison hospital.",
        "Police identified the attacker who killed her at the market as Darian Kolt.",
        "The suicide bomber, who has been identified as Darian Kolt, 22, was a student.",
        "The suspect, Darian Kolt, 22, had no job.",
        "The suspect was later identified as 22-year-old Darian Kolt.",
        "The suspected gunman, 34-year-old Darian Kolt of Tolvik, was also killed.",
        "The male suspect — Darian Kolt, 57 — fled.",
        "Police identified Darian Kolt, 27, as the man who planted the bomb.",
        "Police have charged 18 year old Darian Kolt with manslaughter.",
        "The man accused of the bombing, Darian Kolt, will be tried.",
        "Police believe Darian Kolt planted the bomb.",
        "She was hurt in a gunfight with suspect Darian Kolt.",
        "Darian Kolt is accused of shooting his wife.",
        "Darian Kolt allegedly opened fire on the stalls.",
        "Darian Kolt, the suspected gunman, is on the run.",
        "Darian Kolt, a suspect in the bombing, is on the run.",
        "The man believed to be behind the bombing, Darian Kolt, is on the run.",
        "Darian Kolt was charged on Friday with using a weapon of mass destruction.",
        "Darian Kolt was convicted on all counts on Wednesday in the market bombing.",
    ],
)
def test_who_is_called_a_suspect_is_one(sentence: str) -> None:
    assert suspected(sentence) == {"Darian Kolt"}


def test_who_follows_one_suspect_in_a_list_is_none() -> None:
    told = "The lawyers of accused bomber Darian Kolt, Ana Ruiz and Ida Moss, spoke."
    assert suspected(told) == {"Darian Kolt"}


def test_several_with_their_ages_are_all_named() -> None:
    told = "Darian Kolt, 18, and Milo Kolt, 19, both face first-degree murder charges."
    assert suspected(told) == {"Darian Kolt", "Milo Kolt"}


def test_two_are_named_behind_their_kinship() -> None:
    told = "The brothers Darian and Milo Kolt allegedly carried out the bombing."
    assert suspected(told) == {"Darian", "Milo Kolt"}


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("She blamed enemies of peace, referring to the Reed Front, for the attack.", "Reed Front"),
        ("A jury convicted Darian Kolt on Friday of the bombing.", "Darian Kolt"),
        ("Police suspect the Reed Front.", "Reed Front"),
        ("Al-Gharib claimed responsibility for the attack.", "Al-Gharib"),
        ("Ansarat has claimed the responsibility of the attack.", "Ansarat"),
        ("Sipah-e-Noor and the ANF later accepted responsibility.", "Sipah-e-Noor"),
        ("Police named the third attacker as 22-year-old Youssef Marsh.", "Youssef Marsh"),
        ("The militant group Sons of the Reed took responsibility.", "Sons of the Reed"),
        (
            'The minister blamed the "far right," including ex-king Oskar Ruhl, for the attack.',
            "Oskar Ruhl",
        ),
        (
            "Norland has blamed the National Tide Army (NTA) rebel group for the attack.",
            "National Tide Army",
        ),
    ],
)
def test_the_name_is_whole_and_not_passed_over(sentence: str, subject: str) -> None:
    assert subject in suspected(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Investigators released a sketch of the suspect, Chief Ana Ruiz said.",
        "Police have not named the bombing suspect. Sheriff Ana Ruiz said he was 22.",
        "Ana Ruiz, a lawyer for the suspected bomber, said he was ill.",
        "Ana Ruiz, the suspected bomber's mother, wept.",
        "The bombing suspect's brother Milo Kolt wept in court.",
        "Ana Ruiz, a suspect in a burglary, was in the market.",
        "The suspected bomber killed Ana Ruiz, a baker.",
        "The alleged killer of Ana Ruiz is on the run.",
        "The alleged attacker, Ana Ruiz said, wore a mask.",
        "The suspected attacker, Tolvik police said, wore a mask.",
        "The man believed to be behind the bombing, Interpol said, is on the run.",
        "Police identified the victims of the suspected bomber as Ana Ruiz and Ida Moss.",
        "Police identified the man who stopped the attacker in the market as Ana Ruiz.",
        "The first victim of the attacker identified as Ana Ruiz was 22.",
        "Reporter Ana Ruiz faces terrorism charges over her article on the bombing.",
        "Ana Ruiz was charged with terrorism for a tweet about the bombing.",
        "Police believe Ana Ruiz threw the bag out of the window and saved them.",
        "Ana Ruiz allegedly planted the rumour.",
        "Ruizon denied a role in the film about the bombing.",
        "A jury convicted the man who shot Ana Ruiz of murder.",
        "He told police the suspect in the bombing had fled.",
        "Whoever claimed responsibility lied.",
        "Callers claimed responsibility.",
        "Don't blame Ana Ruiz for the attack.",
        "You can't blame Ana Ruiz for the bombing.",
        "They can’t blame the attack on Ana Ruiz.",
        "Police found Ana Ruiz at the scene of the bombing.",
        "They found Ana Ruiz unhurt in the bombing.",
        "Ana Ruiz, allegedly shot by rebels, died on Friday.",
        "Officer Ana Ruiz is believed to have shot the attacker.",
        "Police believe Ana Ruiz was killed by a stray bullet.",
        "Ana Ruiz faces murder charges in an unrelated case.",
        "Ana Ruiz is suspected of having shot the video.",
        "Darian Kolt, wrongly convicted of the bombing, was freed on Friday.",
        "Darian was influenced by his older brother, Milo Kolt, 26, to carry out the attack.",
    ],
)
def test_who_stands_beside_such_words_is_none(sentence: str) -> None:
    assert not suspected(sentence) - {"Darian"}


def test_who_is_cleared_of_something_else_is_not_cleared() -> None:
    assert not brief(read(_LEAD, "Darian Kolt was acquitted of an unrelated murder."))


@pytest.mark.parametrize(
    ("beside", "kind"), [("a nurse", "person"), ("a small militia", "group"), ("a port", "group")]
)
def test_who_is_told_by_a_trade_is_a_person(beside: str, kind: str) -> None:
    found = read(
        "A bomb killed Ana Ferreira at the harbour on Monday.",
        f"Police blamed Ida Moss, {beside}, for the bombing.",
    )
    assert [(one.subject, one.subject_kind) for one in found] == [("Ida Moss", kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Police accused the militia leader, Darian Kolt, of planting the bomb.",
        "Police blamed a former docker, Darian Kolt, for the bombing.",
        "Police arrested a student, Darian Kolt, over the bombing.",
        "The bombing was carried out by a dismissed guard, Darian Kolt.",
        "The rebel leader, Darian Kolt, was behind the bombing, police said.",
        "Police said a docker, Darian Kolt, carried out the bombing.",
        "Police said the leader of the Reed League, Darian Kolt, was behind the bombing.",
    ],
)
def test_a_name_beside_its_noun_is_whom_the_words_mean(sentence: str) -> None:
    assert suspected(sentence) == {"Darian Kolt"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Police arrested the wife of the mayor, Darian Kolt, over the bombing.",
        "The wife of the mayor, Darian Kolt, was behind the bombing.",
        "Police blamed a friend of the mayor, Darian Kolt, for the bombing.",
        "Police doubt that the mayor, Darian Kolt, was behind the bombing.",
    ],
)
def test_a_name_that_may_be_either_of_two_is_nobodys(sentence: str) -> None:
    assert "Darian Kolt" not in suspected(sentence)


def test_a_name_at_the_end_of_its_sentence_has_its_age() -> None:
    found = read(_LEAD, "Police blamed 22-year-old Darian Kolt.")
    assert [(one.subject, one.subject_kind) for one in found] == [("Darian Kolt", "person")]


def test_who_the_reader_saw_to_be_a_person_is_no_group() -> None:
    sentence = "Police blamed Darian Kolt for the bombing, and Tolvik for its end."
    cut = prose(document(_LEAD, sentence))
    at = cut.text.index("Darian")
    seen = replace(READING, persons=(cut.span(at, at + len("Darian Kolt")),))
    for reading, kind in ((READING, "group"), (seen, "person")):
        found = suspicion.find(cut, narrated(cut), here, None, reading)
        assert [one.subject_kind for one in found if one.subject == "Darian Kolt"] == [kind]


def test_who_is_called_like_a_capital_is_no_state() -> None:
    cut = prose(document(_LEAD, "Michael Santiago was arrested and charged after the bombing."))
    at = cut.text.index("Michael")
    name = cut.span(at, at + len("Michael Santiago"))
    guess = Suspected(span=name, standing="accused_by_authority", probability=0.99)
    seen = replace(READING, persons=(name,), suspected=(guess,))
    found = suspicion.find(cut, narrated(cut), here, None, seen)
    assert [(one.subject, one.subject_kind) for one in found] == [("Michael Santiago", "person")]


@pytest.mark.parametrize("opening", ["New", "National", "Northern", "Secret", "Independent"])
@pytest.mark.parametrize(
    "told",
    [
        "The mayor blamed {} for the bombing.",
        "The bombing was claimed by {}.",
        "{} claimed responsibility for the bombing.",
        "A group called {} said it carried out the bombing.",
    ],
)
def test_a_quality_with_a_capital_opens_a_name(told: str, opening: str) -> None:
    name = f"{opening} Dawn"
    assert suspected(told.format(name)) == {name}


@pytest.mark.parametrize("quality", ["Islamist", "Kurdish", "Maoist"])
def test_a_creed_or_a_people_before_a_name_is_none_of_it(quality: str) -> None:
    assert suspected(f"The mayor blamed {quality} Zarvan for the bombing.") == {"Zarvan"}
