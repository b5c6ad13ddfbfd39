"""At whom it was aimed and how that person came out of it."""

import pytest
from msgspec.structs import replace

from tests.extract.facts.reading import read, read_document
from tests.extract.texts import document


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Premier Ola Brandt survived an assassination attempt.", "Premier Ola Brandt"),
        ("The attack on the premier's residence failed.", "premier's residence"),
        ("It was an attempt to assassinate Mayor Ines Dorn.", "Mayor Ines Dorn"),
        ("Governor Tomas Brek was assassinated at dawn.", "Governor Tomas Brek"),
        ("Rockets targeted the convoy near the ford.", "convoy"),
        ("The bombing of the northern pipeline stopped the flow.", "northern pipeline"),
        ("Reporter Ann Lee has gone missing in the hills.", "Reporter Ann Lee"),
        ("The reporter Ann Lee, a friend of the mayor, has gone missing.", "Ann Lee"),
        ("Ann Lee and Bo Dahl, a guide from the coast, are unaccounted for.", "Ann Lee"),
        ("Ann Lee and Bo Dahl, a guide from the coast, are unaccounted for.", "Bo Dahl"),
        ("Ann Lee and her film crew were abducted.", "Ann Lee"),
        ("Its agents strangled Mr Jon Sable, a poet.", "Mr Jon Sable"),
        ("They had a recording of Sable’s murder.", "Sable"),
    ],
)
def test_what_was_struck_is_read_with_its_name(text: str, target: str) -> None:
    assert target in read(text).values("target")


@pytest.mark.parametrize(
    "text",
    [
        "The attack on us was cowardly.",
        "He called it an attack on the state and the people.",
        "The attack in the evening was loud.",
        "Chile condemned the attack on Wednesday.",
        "The attack on March 4 was loud.",
        "The boat went missing with its crew.",
        "He drove the murdered Sable home.",
        "Ida Moss claimed the attack on behalf of the Reed League.",
    ],
)
def test_what_is_no_target(text: str) -> None:
    assert read(text).values("target") == []


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Premier Ola Brandt survived an attack and was unharmed.", ["unhurt"]),
        ("An attempt to kill Premier Ola Brandt failed. The premier was not injured.", ["unhurt"]),
        ("An attack on Premier Ola Brandt failed. Brandt had a slight cut.", ["slightly hurt"]),
        ("Premier Ola Brandt survived an attack. Two guards were wounded.", []),
        ("There was an attack on the premier. The premier's guards were wounded.", []),
        ("There was an attack on the premier. Six guards of the premier were injured.", []),
        ("There was an attack on the premier. The premier was wounded.", ["wounded"]),
        ("An attack on the premier failed: they wanted the premier to be killed.", []),
    ],
)
def test_condition_is_the_targets_own(text: str, condition: list[str]) -> None:
    assert read(text).values("target_condition") == condition


def test_may_have_hurt_is_hedged() -> None:
    page = read(
        "The attack on Premier Ola Brandt wounded two and may have slightly injured Brandt."
    )
    fact = next(f for f in page.facts if f.slot == "target_condition")
    assert (fact.value, fact.hedge) == ("slightly hurt", 1)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Unrest after failed attempt on PM", "Two officials said Al-Brek was unharmed."),
        ("Harbour council denounces attack on Ola Brandt", "Mr Brandt was unhurt, officials said."),
    ],
)
def test_a_target_that_only_the_title_names_has_a_condition(title: str, text: str) -> None:
    named = replace(document(text), title=title)
    assert read_document(named).values("target_condition") == ["unhurt"]
    assert read(text).values("target_condition") == []


def test_capitals_throughout_name_the_person_and_not_the_sentence() -> None:
    page = read("THEY ARE DEMANDING THE CLARIFICATION OF PARTY CANDIDATE JON SABLE'S MURDER.")
    assert page.values("target") == ["PARTY CANDIDATE JON SABLE"]


def test_what_a_speaker_feared_is_not_told_of_the_speaker() -> None:
    page = read("Ann Lee was abducted. “There were threats of being killed,” Lee said.")
    assert page.values("target_condition") == []


@pytest.mark.parametrize("there", ["Nairobi", "the Kenyan city of Kisumu", "Kenya"])
def test_a_target_in_another_state_is_another_events(there: str) -> None:
    text = (
        "Five people were killed by a bomb in Oslo on Friday. The blast in Oslo was heard far. "
        "Some recalled the attack on the Peruvian consulate in "
    )
    assert read(f"{text}{there}.").values("target") == []
    assert read(f"{text}{there}.").values("target", "other") == ["Peruvian consulate"]
    assert read(f"{text}Oslo.").values("target") == ["Peruvian consulate"]


def test_a_name_that_says_of_which_sort_somebody_is_is_no_target() -> None:
    page = read("Details emerged in the murder of a North Harrow County family on Monday.")
    assert page.values("target") == []


def test_an_initial_ends_no_name() -> None:
    page = read("He is accused of the murder of Ana R. Ruiz and three others.")
    assert page.values("target") == ["Ana R. Ruiz"]


def test_a_text_may_end_where_a_target_is_awaited() -> None:
    assert read("Harrow was hit.\n\nThe bombing of").values("target") == []


def test_on_whom_a_deed_is_blamed_is_no_target() -> None:
    assert read("Officials blamed Monday's bombing on Ilo Marsh.").values("target") == []
    assert read("The mayor pinned the attack on the Reed League.").values("target") == []
    told = "Officials blamed smugglers for the attack on Mayor Ines Dorn."
    assert read(told).values("target") == ["Mayor Ines Dorn"]
