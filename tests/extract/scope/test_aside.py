"""A relative clause about another matter leaves the sentence with the incident."""

import pytest

from tests.extract.facts.reading import read
from tests.extract.seen import Page
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.extract.scope import scopes
from whence.extract.time.anchor import Anchor

_LEAD = "A bomb killed six people at a station on Monday. "


def standings(sentence: str) -> list[tuple[str, str]]:
    page = Page(_LEAD + sentence)
    cut = prose(page.document)
    at = scopes(cut, (), Anchor(iso="2021-05-08", basis="published")).at
    found = suspicion.find(cut, page.sourcing(), at, None, READING)
    return [(claim.standing, claim.scope) for claim in found]


def test_a_denial_stays_with_the_incident_and_the_clause_does_not() -> None:
    found = standings(
        "The Reed League, which claimed another attack in the city a year ago, denied involvement."
    )
    assert ("denied", "incident") in found
    assert ("admitted", "incident") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The Reed League, which is strong here, denied it carried out another attack a year ago.",
        "The Reed League, which has many members, carried out another attack a year ago.",
    ],
)
def test_what_the_sentence_itself_tells_of_another_matter_does_not(sentence: str) -> None:
    assert all(scope == "other" for _, scope in standings(sentence))


def test_what_the_clause_goes_on_with_is_of_the_other_matter() -> None:
    page = read(
        "A bomb killed six people on May 7.\n\nThe Reed League, which bombed another market a year"
        " ago, killing 12, said on Friday that it was sorry.",
        "2021-05-08",
    )
    assert page.values("killed") == ["6"]
    assert page.values("killed", "other") == ["12"]
