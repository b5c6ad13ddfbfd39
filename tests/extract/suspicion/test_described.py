"""Suspects who are only described, by what somebody says of them, and who is none."""

from dataclasses import replace

import pytest
from msgspec import structs

from tests.extract.suspected import brief, document, here, said
from tests.extract.unread import READING
from whence.extract import suspicion
from whence.extract.prose import prose
from whence.model.attribution import Act

_LEAD = "The mill at Ostra burned down on Monday after shots and a blast."


def told(
    content: str, act: Act = "accuse", speaker: str = "A grocer", cue: str = "says"
) -> list[tuple[str, str, bool, str]]:
    cut = prose(document(_LEAD, f"{speaker} {cue} {content}."))
    sourcing = said(cut, speaker, content, act, cue)
    return brief(suspicion.find(cut, sourcing, here, None, READING))


@pytest.mark.parametrize(
    ("content", "who"),
    [
        ("bored students set the roof on fire", "bored students"),
        ("bored students had probably laid charges", "bored students"),
        ("a dismissed guard blew up the boiler", "dismissed guard"),
        ("a dismissed guard of the port shot the miller", "dismissed guard of the port"),
        ("the roof was set on fire by a jealous neighbour", "jealous neighbour"),
        ("it was the work of a rival gang", "rival gang"),
        ("it was a dismissed guard", "dismissed guard"),
        ("it was a dismissed guard who burned the mill", "dismissed guard"),
        ("the man who lit the roof was a former guard of the port", "former guard of the port"),
        ("those behind the blast are two former millers", "former millers"),
        ("guards blew up their own tower", "guards"),
    ],
)
def test_who_did_the_deed_by_the_words_of_an_accusation(content: str, who: str) -> None:
    assert told(content) == [(who, "carried_out", True, "accused")]


@pytest.mark.parametrize(
    ("content", "who"),
    [
        ("it may have been a burglar", ["burglar"]),
        ("could be kids", ["kids"]),
        ("a thief of copper at least as likely as a spy", ["thief of copper", "spy"]),
        ("a criminal crew likelier than a state", ["criminal crew"]),
        ("a disgruntled miller possible", ["disgruntled miller"]),
        ("she cannot rule out the teenagers", ["teenagers"]),
        ("bored students set the roof on fire", ["bored students"]),
    ],
)
def test_who_is_held_possible(content: str, who: list[str]) -> None:
    assert told(content, "speculate", cue="thinks") == [
        (one, "carried_out", True, "speculated") for one in who
    ]


def test_the_word_of_an_authority_is_one() -> None:
    content = "a dismissed guard set the roof on fire"
    (found,) = told(content, speaker="The interior minister")
    assert found == ("dismissed guard", "carried_out", True, "accused_by_authority")


def test_a_text_in_capitals_tells_descriptions_by_their_article() -> None:
    lead, rest = "THE MILL BURNED DOWN ON MONDAY.", "A DISMISSED GUARD BLEW UP THE BOILER"
    cut = prose(document(f"{lead} THE MINISTRY SAID {rest}."))
    found = suspicion.find(cut, said(cut, "THE MINISTRY", rest, "accuse"), here, None, READING)
    assert [one.subject for one in found] == ["DISMISSED GUARD"]


def test_who_is_all_that_a_suspecting_verb_is_said_of() -> None:
    assert told("foreign agents", cue="had spoken of") == [
        ("foreign agents", "carried_out", True, "accused")
    ]
    assert not told("foreign agents", cue="met")


@pytest.mark.parametrize(
    "content",
    [
        "a forgotten pump set the roof on fire",
        "lightning may have been a cause",
        "somebody set the roof on fire",
        "unknown men set the roof on fire",
        "three men shot the miller",
        "the group shot the miller",
        "the company set the roof on fire",
        "three masked men shot the miller",
        "a gunman shot the miller",
        "the attackers were gunmen",
        "soldiers killed in the blast were from the north",
        "two guards shot dead at the gate were on duty",
        "two guards killed the night before were from the north",
        "a passer-by shot the miller",
        "the victims set the roof on fire to be seen",
        "officers shot the suspect",
        "a guard accidentally shot the miller",
        "it was a student who died in the fire",
        "it could be villagers who lie under the rubble",
        "no students set the roof on fire",
        "what burned the mill was a pump, not saboteurs",
        "bored students did not set the roof on fire",
        "if bored students set the roof on fire they will pay",
        "bored students would have set the barn on fire",
        "the man who was shot was a baker of the port",
        "the man at the gate is a baker of the port",
        "a jealous neighbour is likely to sell the mill",
        "it was a club",
        "bored students often set barns on fire",
        "dismissed guards watched the roof burn",
        "the firm was hit by a strike of dismissed guards",
    ],
)
@pytest.mark.parametrize("act", ["accuse", "speculate"])
def test_who_is_no_suspect_by_such_words(content: str, act: Act) -> None:
    assert not told(content, act)


@pytest.mark.parametrize("act", ["say", "deny_involvement", "confirm", "call_for"])
def test_only_a_statement_that_suspects_makes_a_suspect(act: Act) -> None:
    assert not told("bored students poisoned the well", act)


def test_an_accusation_not_made_makes_no_suspect() -> None:
    content = "bored students set the roof on fire"
    cut = prose(document(_LEAD, f"A grocer never said {content}."))
    made = said(cut, "A grocer", content, "accuse", "said")
    unsaid = tuple(structs.replace(one, negated=True) for one in made.attributions)
    assert not suspicion.find(cut, replace(made, attributions=unsaid), here, None, READING)


def test_that_it_was_somebody_needs_a_deed_near_by() -> None:
    cut = prose(document("The choir sang at Ostra on Monday.", "A grocer thinks it was a widow."))
    sourcing = said(cut, "A grocer", "it was a widow", "speculate", "thinks")
    assert not suspicion.find(cut, sourcing, here, None, READING)
