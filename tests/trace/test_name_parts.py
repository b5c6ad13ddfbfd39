"""Speakers whom a text calls by a part of the name that it gave before."""

import pytest

from tests.trace.making import Made, document, origins, report

NAMES = [
    ("Bao Wenling", "Bao"),
    ("Mun Hae-rin", "Mun"),
    ("Inés Salcedo Ruano", "Salcedo"),
    ("Inés Salcedo Ruano", "Salcedo Ruano"),
    ("Ásdís Hallsdóttir", "Ásdís"),
    ("Nabil Abu Rami", "Abu Rami"),
    ("Nabil bin Salim al-Harthi", "bin Salim"),
    ("Joris van den Braak", "Van den Braak"),
]


@pytest.mark.parametrize(("full", "short"), NAMES)
def test_a_part_of_a_name_in_the_same_document(full: str, short: str) -> None:
    one = Made(document("A", f"{full} came at noon. {short} spoke."))
    one.chain(f"{full}:person")
    one.chain(f"{short}:person")
    (speaker,) = origins(one, report("B", "x two", f"{full}:person"))
    assert speaker.name == full


@pytest.mark.parametrize(("full", "short"), NAMES)
def test_a_part_of_the_name_of_a_speaker(full: str, short: str) -> None:
    one = Made(document("A", f"{full}, a police spokesman, came. {short} spoke."))
    one.chain(f"{full}, a police spokesman:person")
    one.chain(f"{short}:person")
    two = Made(document("B", f"It was cold, according to police spokesman {full}."))
    two.chain(f"police spokesman {full}:person")
    assert [speaker.name for speaker in origins(one, two)] == ["police"]


def test_two_words_that_another_document_has_alone_stay_apart() -> None:
    one = Made(document("A", "Nabil Abu Rami came at noon. Abu Rami spoke."))
    one.chain("Nabil Abu Rami:person")
    one.chain("Abu Rami:person")
    assert len(origins(one, report("B", "x two", "Abu Rami:person"))) == 2


def test_a_speaker_of_one_name_is_himself_in_his_document_alone() -> None:
    one = Made(document("A", "Police spokesman Surono came. Surono spoke."))
    one.chain("police spokesman Surono:person")
    one.chain("Surono:person")
    assert [speaker.name for speaker in origins(one)] == ["police"]
    assert len(origins(one, report("B", "x two", "Surono:person"))) == 2
