import pytest

from tests.extract.facts.reading import read
from whence.extract.events import event_words
from whence.model.vocabulary import load


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A drone attack on the premier was an assassination attempt.", "drone_attack"),
        ("A gunman opened fire in a bakery.", "shooting"),
        ("A suicide bomber struck the market.", "suicide_bombing"),
        ("Two reporters were kidnapped on the coast road.", "kidnapping"),
        ("The cargo plane crashed after takeoff.", "crash"),
        ("Hackers used ransomware against the port.", "cyber_attack"),
        ("The council met to discuss bread.", None),
    ],
)
def test_kind(text: str, kind: str | None) -> None:
    assert read(text).kind == kind


def test_every_kind_is_one_of_the_vocabulary() -> None:
    known = load("incidents", dict[str, dict[str, object]])
    assert set(event_words().kinds) <= set(known)


def test_weapon_without_an_attack_is_no_incident() -> None:
    assert read("A drone ship waited for the rocket.").kind is None
