"""What a dateline gives to the statements behind it: an agency on their way, and no words."""

import pytest

from tests.extract.texts import document
from whence.extract.prose import prose
from whence.extract.rules.reader import RulesReader
from whence.extract.sourcing import Sourcing
from whence.extract.speech.attribute import attribute


def read(text: str) -> Sourcing:
    page = document(text, outlet="Page")
    return attribute(prose(page), RulesReader().read(page))


def hops(text: str) -> list[list[str]]:
    made = read(text)
    return [[hop.who for hop in made.chains[a.chain_id].hops] for a in made.attributions]


def test_an_agency_dateline_is_a_hop() -> None:
    text = "PORT VELAN (Norra) — Two boats were used, officials said."
    assert hops(text) == [["Page", "Norra", "officials"]]


@pytest.mark.parametrize("agency", ["SALT - WIRE", "7KQXT", "Radio Two of Velan 1"])
def test_the_agency_of_a_dateline_is_any_name(agency: str) -> None:
    text = f"PORT VELAN (Selva), 3 May 31 ({agency}) -- Two boats were used, officials said."
    assert hops(text) == [["Page", agency, "officials"]]


def test_an_acronym_before_a_dash_is_no_agency() -> None:
    text = "On Thursday, the High Court of Selva (HCS) — the last — sat. Two met, officials said."
    assert hops(text) == [["Page", "officials"]]


def test_a_dateline_is_no_part_of_what_was_said() -> None:
    (said,) = read("PORT VELAN, N.H. (Norra) — Two boats were used, officials said.").attributions
    assert [one.text for one in said.content] == ["Two boats were used"]
