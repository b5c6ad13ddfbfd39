import time

import pytest

from tests.model import made
from whence.trace.directory import Directory, directory


def test_speaker_in_the_running_text_is_found() -> None:
    text = "The blast was heard far away, Interior Ministry spokesman Pau Riba said."
    assert directory([made.document(text)], []).speaks


@pytest.mark.parametrize("unit", ["x", "X", "A-b", "1", "s\u2019"])
def test_endless_word_takes_no_endless_time(unit: str) -> None:
    start = time.process_time()
    directory([made.document(unit * (60_000 // len(unit)))], [])
    assert time.process_time() - start < 5  # tried at every letter it took half a minute


@pytest.mark.parametrize("unit", ["mayor-", "Mayor ", "Mayor-A", "prime minister "])
def test_offices_without_end_take_no_endless_time(unit: str) -> None:
    start = time.process_time()
    directory([made.document(unit * (60_000 // len(unit)))], [])
    assert time.process_time() - start < 5


def held(text: str) -> list[str]:
    book: Directory = directory([made.document(text)], [])
    return [f"{one.office}: {one.name}" for people in book.held.values() for one in people]


def test_holders_of_offices_are_found_wherever_they_stand() -> None:
    text = (
        "Governor Jana Holm met ex-President Nils Berg. The former FINANCE MINISTER Pau Riba "
        "and Andorran Interior Minister Gen. Eva Font were there; the governor said nothing."
    )
    assert held(text) == [
        "governor: Jana Holm",
        "president: Nils Berg",
        "finance minister: Pau Riba",
        "interior minister: Eva Font",
    ]


def test_a_letter_that_grows_in_small_hides_no_holder() -> None:
    assert held("İzmir fell silent. Governor Jana Holm spoke.") == ["governor: Jana Holm"]
