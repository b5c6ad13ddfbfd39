"""Kinds of target, in invented reports."""

import pytest

from tests.extract.facts.reading import read
from whence.extract.facts.targets.words import target_words
from whence.model.vocabulary import load


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomb attack on the police station hurt two.", "police facility"),
        ("An attack on the Norwegian embassy failed.", "embassy or consulate"),
        ("The assassination of Mayor Orla Tennick shocked Velm.", "government official"),
        ("The murder of former minister Orla Tennick shocked Velm.", "former government official"),
        ("They tried to assassinate Orla Tennick.", "person"),
        ("An attack on the house of the mayor failed.", "residence"),
        ("The attack on worshippers left two dead.", "civilians"),
        ("THE ATTACK ON THE ARMY BARRACKS LASTED AN HOUR.", "military facility"),
    ],
)
def test_kind_of_target(text: str, kind: str) -> None:
    assert read(text).values("target_kind") == [kind]


def test_name_alone_tells_no_kind() -> None:
    found = read("Nobody saw the attack on Lindrosa Works.")
    assert found.values("target") == ["Lindrosa Works"]
    assert found.values("target_kind") == []


def test_kinds_are_those_of_the_vocabulary() -> None:
    known = set(load("target_kinds", dict[str, dict[str, object]]))
    words = target_words()
    assert {*words.kinds, *words.formerly.values()} <= known
    assert "person" in known
