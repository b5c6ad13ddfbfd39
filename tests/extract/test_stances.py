"""What looks like a stance and is none, and whose it is: invented sentences."""

import pytest

from tests.extract.suspected import document, said
from whence.extract import reactions
from whence.extract.prose import prose
from whence.model.attribution import Act


def acts(speaker: str, cue: str, act: Act, content: str, between: str = " ") -> list[Act]:
    cut = prose(document(f"{speaker}{between}{cue} {content}."))
    sourcing = said(cut, speaker, content, act, cue=cue)
    return [reaction.act for reaction in reactions.find(cut, sourcing, "rules@1")]


@pytest.mark.parametrize(
    ("speaker", "cue", "act", "content", "expected"),
    [
        ("Ana Ruiz", "pleaded", "call_for", "guilty to two charges", []),
        ("Ana Ruiz", "pleaded", "call_for", "no contest to the charge", []),
        ("Ana Ruiz", "pleaded", "call_for", "not guilty on Monday", ["deny_involvement"]),
        ("Ana Ruiz", "pleaded", "call_for", "for calm", ["call_for"]),
        ("The judge", "denied", "reject_accusation", "him bail on Monday", []),
        ("The judge", "denied", "deny_involvement", "the release of the youth", []),
        ("The mayor", "rejected", "deny_involvement", "the allegations", ["reject_accusation"]),
        ("The mayor", "denied", "deny_involvement", "any part in it", ["deny_involvement"]),
        ("The mayor", "denied", "deny_involvement", "owning the boat", ["deny_involvement"]),
        ("Police", "said", "reject_accusation", "none of the injuries are serious", []),
        ("Police", "said", "reject_accusation", "the reports were false", ["reject_accusation"]),
        ("Prosecutors", "said", "deny_involvement", "the boat was hers", []),
        ("Prosecutors", "said", "deny_involvement", "they were not involved", ["deny_involvement"]),
        ("The officer", "felt threatened", "threaten", "by the car", []),
        ("The Fajr Front", "threatened", "threaten", "to strike again", ["threaten"]),
        ("Anyone with information", "call", "condemn", "Crime Watch at 555-0100", []),
        ("Those", "call", "condemn", "Crime Watch at 555-0100", []),
        ("The gunman", "blasted", "condemn", "into the crowd", []),
        ("The mayor", "blasted", "condemn", "the killing", ["condemn"]),
        ("You", "urged", "call_for", "calm", []),
        ("Police", "seek", "call_for", "gunman", []),
        ("Police", "sought", "call_for", "an inquiry", ["call_for"]),
        ("The guest", "called", "call_for", "for help", []),
        ("The mayor", "called", "call_for", "for change", ["call_for"]),
        ("The robber", "demanded", "call_for", "money from a clerk", []),
        ("The neighbour", "asked", "call_for", "him to leave", []),
        ("The party", "urged", "call_for", "him to resign", ["call_for"]),
        ("The union", "urged", "call_for", "them to end the siege", ["call_for"]),
        ("The guest", "threatened", "threaten", "her with a gun", []),
        ("The guest", "threatened", "threaten", "to kill himself", []),
        ("The Fajr Front", "threatened", "threaten", "to kill more hostages", ["threaten"]),
    ],
)
def test_only_a_stance_is_one(
    speaker: str, cue: str, act: Act, content: str, expected: list[Act]
) -> None:
    assert acts(speaker, cue, act, content) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" said someone who lived there had been drinking and ", []),
        (" are looking into charges that a man pointed a gun at two women and ", []),
        (" found that it belonged to Ana Ruiz, who was away and ", []),
        (", who came from the coast, ", ["threaten"]),
        (", who also ", ["threaten"]),
        (" condemned the raid and ", ["threaten"]),
    ],
)
def test_a_cue_behind_another_subject_is_not_the_sources(between: str, expected: list[Act]) -> None:
    assert acts("Officers", "threatened", "threaten", "to come back", between) == expected


@pytest.mark.parametrize("cue", ["is asked", "are urged", "is being asked", "were requested"])
@pytest.mark.parametrize("who", ["Anyone with information", "Whoever saw the car"])
def test_a_page_that_asks_its_readers_takes_no_stance(cue: str, who: str) -> None:
    cut = prose(document(f"{who} {cue} to call the police."))
    sourcing = said(cut, "unnamed speaker", who, "call_for", cue=cue)
    assert not reactions.find(cut, sourcing, "rules@1")
