"""Groups that the world knows under several names."""

from tests.fuse.party.test_parties import accused
from whence.fuse.party.known import known
from whence.fuse.party.naming import named


def test_two_names_of_one_group_are_one_party() -> None:
    (party,) = accused("Sendero Luminoso", "Shining Path")
    assert party.name in ("Sendero Luminoso", "Shining Path")


def test_a_group_that_no_row_has_and_a_person_stay_as_they_are() -> None:
    league, person = named("Reed League", "group"), named("Shining Path", "person")
    assert known(league) == league
    assert known(person) == person
