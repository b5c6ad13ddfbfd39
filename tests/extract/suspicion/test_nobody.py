"""Words that name no party: general nouns, places beside a subject, people of a band, another's."""

import pytest

from tests.extract.suspected import brief, read
from tests.extract.suspicion.guesses.test_seen import alone

_LEAD = "A bomb killed Ana Ferreira at the harbour market on Monday."


def named(*sentences: str) -> set[str]:
    return {name for name, predicate, _, _ in brief(read(_LEAD, *sentences)) if predicate}


def test_who_did_it_is_no_name_for_who_did_it() -> None:
    told = "opened fire on mourners at the bombed market."
    assert alone(f"Gunmen {told}", "Gunmen", "accused", 0.99) == ()
    assert alone(f"Suspected gunmen {told}", "Suspected gunmen", "accused", 0.99) == ()
    (found,) = alone(f"Tolvik rebels {told}", "Tolvik rebels", "accused", 0.99)
    assert found.subject == "Tolvik rebels"


def test_a_young_man_is_nobody_and_a_young_docker_is_described() -> None:
    told = "man was accused of planting the bomb."
    assert alone(f"A young {told}", "A young man", "accused", 0.99) == ()
    docker = alone("A young docker was accused of it.", "A young docker", "accused", 0.99)
    assert [one.subject for one in docker] == ["young docker"]


def test_a_doubt_is_no_part_of_a_description() -> None:
    told = "Suspected smugglers blew up the pier."
    (found,) = alone(told, "Suspected smugglers", "accused", 0.99)
    assert found.subject == "smugglers"


def test_that_band_was_named_before() -> None:
    told = "Eyes settled on that gang after the blast."
    assert alone(told, "that gang", "accused", 0.99) == ()


def test_the_noun_behind_a_name_is_no_part_of_it() -> None:
    words = "the rival Cedar Vanguard militia"
    told = f"Eyes settled on {words} after the blast."
    (found,) = alone(told, words, "accused", 0.99)
    assert found.subject == "Cedar Vanguard"
    assert alone(told, words, "accused", 0.94) == ()  # as sure as with words for what it is
    words = "a Tolvik rebel group"
    (found,) = alone(f"Eyes settled on {words} after the blast.", words, "accused", 0.99)
    assert found.subject == "Tolvik rebel group"


def test_the_people_of_a_band_are_no_part_of_its_name() -> None:
    told = "shot dead the mayor of Tolvik on Sunday."
    band = alone(f"Criminals of the Red Vanguard {told}", "Criminals of the Red Vanguard")
    assert [one.subject for one in band] == ["Red Vanguard"]
    sons = alone(f"Sons of the Red Vanguard {told}", "Sons of the Red Vanguard")
    assert [one.subject for one in sons] == ["Sons of the Red Vanguard"]


def test_a_place_beside_the_subject_is_not_held() -> None:
    told = "which burned out on Sunday, is being held on suspicion of the bombing."
    assert named(f"A lodger of the inn in Wolmsund, {told}") == set()
    assert named(f"The Reed League, {told}") == {"Reed League"}


def test_people_around_a_clan_are_not_the_clan() -> None:
    told = "each accused by the other of the blast, met on Friday."
    words = "Relatives of the Reed League"
    assert alone(f"{words}, {told}", words, "accused", 0.99) == ()


def test_those_of_whom_none_is_linked_to_the_deed_are_held_for_another() -> None:
    held = "Police hold the Reed League responsible for the bombing."
    assert named(held) == {"Reed League"}
    assert named(f"{held} None of its men has been linked to the blast.") == set()
    assert named(f"{held} None of its men has been caught.") == {"Reed League"}


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("His Norwegian widow accused her country's security service of the bombing.",
         "Norway security service"),
        ("His widow accused her country's security service of the bombing.", "security service"),
        ("Swedish and Norwegian friends accused their country's security service of the bombing.",
         "security service"),
    ],
)  # fmt: skip
def test_her_country_is_the_one_named_before(sentence: str, party: str) -> None:
    assert named(sentence) == {party}
