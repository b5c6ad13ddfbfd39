"""Who only stands near a suspect: his mother, his lawyer, the neighbour."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspicion.guesses.test_seen import alone
from whence.extract.suspicion.bystanders.near_to import (
    aimed_at,
    holds_the_place,
    is_home,
    is_struck,
    knew_him,
    near_a_suspect,
    stands_by,
    thanked,
    took_after,
)


@pytest.mark.parametrize(
    "before",
    [
        "The neighbour of the accused, ",
        "The lawyer for the accused gunman, ",
        "A friend of one suspect, ",
        "The judge in the case of the accused, ",
        "The lawyer for a man accused of the bombing, ",
        "The victim of the gunman, ",
        "Then the widow of the killer, 43-year-old ",
        "The suspect’s mother, ",
        "Police spoke to the suspect's former wife ",
    ],
)
def test_a_name_may_be_that_of_somebody_near(before: str) -> None:
    assert near_a_suspect(before)


@pytest.mark.parametrize(
    "before",
    [
        "The suspect, ",
        "Police searched the home of the suspect, ",
        "Relatives of the suspect, ",
        "The killer of the mayor, ",
        "He named the neighbour of the mayor, the suspect ",
        "",
    ],
)
def test_or_the_suspects_own(before: str) -> None:
    assert not near_a_suspect(before)


@pytest.mark.parametrize(
    "text",
    [
        "The neighbour of the accused, Ana Ruiz, said he was not involved.",
        "The suspect's mother, Ana Ruiz, spoke of the bombing.",
        "The victim of the gunman, Ana Ruiz, was 45.",
    ],
)
def test_the_reader_is_not_believed_there(text: str) -> None:
    assert alone(text, "Ana Ruiz", "accused_by_authority", 0.99) == ()


def test_a_mother_denies_nothing_of_her_own() -> None:
    told = "The suspect's mother, Ana Ruiz, denied responsibility for the bombing."
    assert brief(read("A bomb hit the harbour on Monday.", told)) == []


@pytest.mark.parametrize(
    ("before", "near"),
    [
        ("The brother of the pier singer and dancer ", True),
        ("The killer of ", True),
        ("The brother of Ana Ruiz was jailed with ", False),
        ("A cousin of the mayor who saw ", False),
    ],
)
def test_whose_kin_or_killer_somebody_is_names_another(before: str, near: bool) -> None:
    assert near_a_suspect(before) == near


def test_whom_others_thank_is_near_no_deed() -> None:
    assert thanked("Three men were held, and she praised Colonel ")
    assert thanked("The mayor thanked ")
    assert not thanked("He praised the police after they arrested ")


@pytest.mark.parametrize(
    ("before", "struck"),
    [
        ("Kim Sand was one of the shooters in the incident that also killed ", True),
        ("The gunman wounded the 30-year-old ", True),
        ("The man who killed six was ", False),
        ("Police blamed the raid that killed six on ", False),
    ],
)
def test_whom_somebody_hit_is_no_suspect(before: str, struck: bool) -> None:
    assert is_struck(before) is struck


def test_whom_the_shooters_killed_is_none_of_them() -> None:
    told = (
        "Kim Sand was one of the shooters in the incident that also killed Ben Tarr, police said."
    )
    assert "Ben Tarr" not in {one.subject for one in read(told)}


@pytest.mark.parametrize(
    "told",
    [
        "The bomb was aimed at the Reed League, police said.",
        "The intended target of the bombing was the Reed League.",
        "The attackers also opened fire on the Reed League.",
        "The Corvan Front was accused of the bombing by the Reed League.",
        "The Corvan Front has been blamed for the bombing by the Reed League.",
        "The bombing was condemned by the Reed League.",
        "The attackers were arrested by the Reed League.",
        "Two of the attackers were later killed by the Reed League.",
        "The Corvan Front denied a claim by the Reed League that it had planted the bomb.",
        "The Corvan Front, which has been fighting the Reed League, blew up the market.",
    ],
)
def test_whom_it_struck_and_who_accuses_are_no_suspects(told: str) -> None:
    found = alone(told, "the Reed League", "accused", 0.99)
    assert all(one.subject != "Reed League" for one in found)


@pytest.mark.parametrize(
    "told",
    [
        "The Reed League was the target of the bombing, the minister said.",
        "The Reed League (RL) was also targeted in the bombing.",
        "The Reed League has strongly condemned the bombing.",
        "The Reed League killed two of the attackers in a gunfight after the bombing.",
        "The Reed League, a militia of the south, later arrested the bombers.",
    ],
)
def test_nor_is_who_was_struck_or_took_the_bombers(told: str) -> None:
    assert alone(told, "The Reed League", "accused", 0.99) == ()


@pytest.mark.parametrize(
    "told",
    [
        "A bombing by the Reed League killed three.",
        "Police were told of a bombing carried out by the Reed League.",
        "The Corvan Front was accused of hiding men sent by the Reed League to bomb the market.",
    ],
)
def test_who_did_it_stands_behind_by_as_well(told: str) -> None:
    assert [one.subject for one in alone(told, "the Reed League", "accused", 0.99)] != []


@pytest.mark.parametrize(
    "before",
    [
        "The bomber was inspired by ",
        "He had been inspired directly by the ",
        "The gunman pledged allegiance to ",
        "The man sympathised with ",
    ],
)
def test_whom_somebody_took_after(before: str) -> None:
    assert took_after(before)


@pytest.mark.parametrize(
    "before", ["The bomber was sent by ", "The attack was carried out by the "]
)
def test_and_who_sent_him(before: str) -> None:
    assert not took_after(before)


@pytest.mark.parametrize(
    "before",
    ["An affiliate of ", "A breakaway faction of the ", "Sympathisers of ", "An offshoot of the "],
)
def test_whoever_is_near_a_group_is_not_the_group(before: str) -> None:
    assert stands_by(before)


@pytest.mark.parametrize("before", ["A commander of ", "The local branch of the ", "Members of "])
def test_and_whoever_belongs_to_it_is(before: str) -> None:
    assert not stands_by(before)


@pytest.mark.parametrize(
    "before",
    ["Ana Ruiz, 44, of ", "Police held Ben Roe (19) of ", "Ana Ruiz, aged 44, from Port Hale, "],
)
def test_a_name_may_be_that_of_a_home(before: str) -> None:
    assert is_home(before)


@pytest.mark.parametrize(
    "before",
    ["It killed 13 of ", "In 19 of the ", "Wounded 44, of whom most blamed ", "An army of "],
)
def test_or_of_who_did_it(before: str) -> None:
    assert not is_home(before)


@pytest.mark.parametrize("state", ["Denmark", "Lebanon", "Jordan", "Cuba", "Cairo", "Peru"])
@pytest.mark.parametrize("of", [", 44, of {}", ", 44, of {},", " (44) from {}"])
def test_a_state_is_not_accused_where_somebody_lives(state: str, of: str) -> None:
    text = f"Ana Ruiz{of.format(state)} was charged with the bombing."
    assert alone(text, state, "accused_by_authority", 0.99) == ()


@pytest.mark.parametrize(
    "before",
    [
        "The area is controlled by the ",
        "The road is policed by ",
    ],
)
def test_a_name_may_be_that_of_who_holds_the_place(before: str) -> None:
    assert holds_the_place(before)


def test_or_of_who_knew_somebody() -> None:
    assert knew_him("One of the assailants was known to the ")
    assert not knew_him("It was not known why the ")
    assert not brief(read("One of the assailants was known to the police, the minister said."))


@pytest.mark.parametrize("before", ["The bomb was planted by the ", "He is a man of the "])
def test_which_is_not_who_acts_there(before: str) -> None:
    assert not holds_the_place(before)


@pytest.mark.parametrize(
    "before",
    [
        "The attack targeted ",
        "The blast, which targeted members of the ",
        "A bombing aimed at people from the ",
    ],
)
def test_a_name_may_be_that_of_whom_it_was_aimed_at(before: str) -> None:
    assert aimed_at(before)


def test_who_targets_is_not_aimed_at() -> None:
    assert not aimed_at("The market was targeted by ")
