"""Whose the people, the weapon, the place or the order were by which a deed was done."""

import pytest

from tests.extract.suspected import read

_DEED = "A bomb killed Ana Ferreira at the harbour on Monday."


def _told(sentence: str) -> list[tuple[str, str]]:
    return [(one.subject, one.standing) for one in read(_DEED, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The attackers were fighters of the Reed League.",
        "The gunmen who burned the boats belonged to the Reed League.",
        "The killers came from the camp of the Reed League.",
        "The kidnappers were from the Reed League.",
        "The bomber had been trained and sent by the Reed League.",
        "The Reed League had sent the bomber.",
        "A cell in the pay of the Reed League had set fire to the boats.",
        "The drone belonged to the Reed League.",
        "This was the Reed League's doing.",
        "It was a crime of the Reed League.",
        "It was the Reed League that torched the boats.",
    ],
)
def test_those_who_did_it_were_its_own(sentence: str) -> None:
    assert _told(sentence) == [("Reed League", "reported_as_fact")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The launch was from a farm held by the Reed League.",
        "The rocket came from the hill of the Reed League.",
        "The shells were fired from the Reed League's positions.",
        "The rocket was launched from a quarry, which the Reed League holds.",
    ],
)
def test_where_it_came_from_was_held_by_somebody(sentence: str) -> None:
    assert _told(sentence) == [("Reed League", "accused")]


@pytest.mark.parametrize(
    "sentence",
    [
        "He accused his enemies of the Reed League of the bombing.",
        "He accused the Reed League of having waylaid two lorries.",
        "The Reed League was suspected of lacing the milk.",
        "A widow said the Reed League had mowed down her two sons.",
        "Villagers ascribed the burning of forty houses to the Reed League.",
        "The bishop put the bombing down to the Reed League.",
        "The bishop laid the killings at the door of the Reed League.",
        "The bishop laid the responsibility for the rocket on the Reed League.",
        "The bombing has been laid to the Reed League.",
    ],
)
def test_blame_is_laid_in_many_ways(sentence: str) -> None:
    assert _told(sentence) == [("Reed League", "accused")]


@pytest.mark.parametrize(
    "sentence",
    [
        "It might as well have been the Reed League, she said.",
        "The involvement of the Reed League could not be ruled out.",
        "The Reed League's involvement cannot be excluded.",
        "Asked about the outlawed Reed League, he said the outfit's role could not be ruled out.",
        "They do not exclude that the Reed League planted the bomb.",
        "The ministry will not rule out that the Reed League was behind the bombing.",
        "Detectives are looking at the Reed League.",
        "In the town, people think of the Reed League.",
        "The bombing looks like an operation by the Reed League.",
        "The blast bears the stamp of earlier attacks by the Reed League.",
    ],
)
def test_what_may_be_is_speculated(sentence: str) -> None:
    assert _told(sentence) == [("Reed League", "speculated")]


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("The blast bears all the hallmarks of a Chilean sabotage operation.", "speculated"),
        ("The boat was struck by a Chilean drone.", "reported_as_fact"),
        ("The explosion was the result of Chilean sabotage.", "reported_as_fact"),
        ("He blamed Chilean shelling.", "accused"),
        ("She said Chilean frogmen severed the cable.", "accused"),
    ],
)
def test_an_act_bears_the_adjective_of_a_state(sentence: str, standing: str) -> None:
    assert _told(sentence) == [("Chile", standing)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League confirmed its hand in the bombing.",
        "The Reed League took up the action in a declaration.",
        "The Reed League said the bombing was its work.",
        "The Reed League said that its people torched the boats.",
        "An e-mail signed Reed League says the senders were behind the bombing.",
        "We burned the boats, reads a pamphlet signed by the Reed League.",
    ],
)
def test_a_deed_is_owned_in_many_ways(sentence: str) -> None:
    assert _told(sentence) == [("Reed League", "admitted")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The shooters fled from the Reed Theatre.",
        "The bomb was defused by the Reed Engineers.",
        "The ambulances came from the camp of the Reed League.",
        "It might have been Ebola.",
        "The stolen van was found on a farm held by the Reed League.",
        "The attackers were not members of the Reed League, he did not say more.",
        "If the gunmen were men of the Reed League, he would know.",
        "The blast bears none of the hallmarks of the Reed League.",
        "The mayor put the blame for the fares on the Reed League.",
    ],
)
def test_nobody_is_tied_to_it_by_other_words(sentence: str) -> None:
    assert [told for told in _told(sentence) if told[1] != "denied"] == []


def test_whose_base_it_was_flown_from_may_have_let_it() -> None:
    told = _told("A guard said the drones flew from a Norwegian base near the harbour.")
    assert told == [("Norway", "speculated")]
