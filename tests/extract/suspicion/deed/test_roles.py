"""Whether somebody is suspected of a deed, of the order for it, or of help with it."""

import pytest

from tests.extract.suspected import brief, read
from whence.extract.suspicion.deed.roles import predicate

_LEAD = "A bomb killed Ana Ferreira at the harbour market on Monday."


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        ("", " was charged with supplying the detonators", "enabled"),
        ("", ", 40, was charged with supplying the detonators", "enabled"),
        ("police accused ", " of providing the explosives", "enabled"),
        ("rebels paid by ", " attacked the mast", "enabled"),
        ("militants armed and trained by the ", " bombed the bridge", "enabled"),
        ("killers hired by ", " shot him", "ordered"),
        ("", " paid three men to bomb the market", "ordered"),
        ("", " is accused of giving the order", "ordered"),
        ("police accused ", " of planting the bomb", "carried_out"),
        ("", " was charged with murder", "carried_out"),
        ("", " trained at a camp abroad", "carried_out"),
        ("", " trained for months to attack the hall", "carried_out"),
        ("he was killed by ", " on monday", "carried_out"),
    ],
)
def test_words_around_a_guess_tell_its_part(before: str, after: str, part: str) -> None:
    assert predicate(before, after) == part


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("The minister accused Norway of funding the attackers.", "enabled"),
        ("The minister accused Norway of harbouring the bombers.", "enabled"),
        ("The minister accused Norway of hiring the gunmen.", "ordered"),
    ],
)
def test_who_backs_the_attackers_did_not_do_it(sentence: str, part: str) -> None:
    assert [(name, done) for name, done, *_ in brief(read(_LEAD, sentence))] == [("Norway", part)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway supplied blankets to the wounded.",
        "Norway armed the rebels in the war of 1998.",
        "The city paid the kidnappers a ransom.",
    ],
)
def test_other_help_is_none(sentence: str) -> None:
    assert not brief(read(_LEAD, sentence))
