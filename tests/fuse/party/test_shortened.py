"""One group with and without what stands before its name; and descriptions, which are no names."""

import pytest

from tests.fuse.making import fused, said
from tests.fuse.party.test_parties import accused
from whence.fuse.party.shortened import forms


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (("Second Dawn", "Army of the Second Dawn"), "Army of the Second Dawn"),
        (("Red Vanguard", "People's Red Vanguard"), "People's Red Vanguard"),
        (("Popular Reed Front", "Norway’s Popular Reed Front"), "Popular Reed Front"),
        (("Katibat Tavin", "Tavin"), "Katibat Tavin"),
        (("Comandos de Tavin Reed", "Comandos de la Tavin Reed"), "Comandos de la Tavin Reed"),
        (("Reed Dawn squads", "a Reed Dawn squad"), "Reed Dawn squads"),
    ],
)
def test_one_group_with_and_without_what_stands_before_its_name(
    names: tuple[str, ...], shown: str
) -> None:
    (party,) = accused(*names)
    assert party.name == shown


@pytest.mark.parametrize(
    "names",
    [
        ("Real Reed Army", "Reed Army"),
        ("Reed Party", "Youth League of the Reed Party"),
        ("Dawn", "Army of the Dawn"),  # a general word alone
        ("Second Dawn", "Army of the Second Dawn", "Front of the Second Dawn"),
        ("National Reed Guard", "Chile’s National Reed Guard", "Peru’s National Reed Guard"),
    ],
)
def test_what_may_be_another_stays_apart(names: tuple[str, ...]) -> None:
    assert len(accused(*names)) == len(names)


def test_a_name_that_another_report_only_mentions_is_the_fuller_one() -> None:
    one = said("Paper", "Many suspect Second Dawn of it.")
    one.claim("Second Dawn", "Many suspect Second Dawn", subject_kind="group")
    other = said("Post", "The Army of the Second Dawn was founded here.")
    other.mention("party", "Army of the Second Dawn")
    (party,) = fused([one, other]).parties
    assert party.name == "Army of the Second Dawn"


def test_forms_are_told_by_names_alone() -> None:
    assert forms(["Second Dawn", "Army of the Second Dawn (ASD)"]) == {
        "second dawn": "Army of the Second Dawn"
    }
    assert forms(["Army of the United States", "United States"]) == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("former members of a neo-Fascist group", "class"),
        ("dismissed guard", "class"),
        ("Reed Front", "group"),
    ],
)
def test_words_without_a_name_are_no_groups_name(name: str, kind: str) -> None:
    (party,) = accused(name)
    assert (party.name, party.kind) == (name, kind)


def test_a_name_in_quotation_marks_needs_no_capitals() -> None:
    one = said("Paper", "Many suspect the “white hand” militia of it.")
    one.claim("white hand", "Many suspect the “white hand”", subject_kind="group")
    assert [party.kind for party in fused([one]).parties] == ["group"]
