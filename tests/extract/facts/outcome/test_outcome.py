"""How far an incident got, in invented reports."""

import pytest

from tests.extract.facts.reading import read
from whence.extract.facts.outcome.words import stage_patterns
from whence.fuse.readings import slot_rows


@pytest.mark.parametrize(
    ("text", "stage", "words"),
    [
        ("A failed assassination attempt shook Velm.", "attempted", "failed assassination"),
        ("Mayor Orla Tennick survived an assassination bid.", "attempted",
         "survived an assassination"),
        ("Police foiled a plot to bomb the ferry.", "thwarted", "foiled a plot"),
        ("The attack was thwarted on Monday.", "thwarted", "attack was thwarted"),
        ("Sappers defused a bomb under the bridge.", "thwarted", "defused a bomb"),
        ("A caller threatened to blow up the mill.", "threatened", "threatened to blow up"),
        ("The judge had received death threats.", "threatened", "death threats"),
        ("The editor was kidnapped in Velm.", "accomplished", "was kidnapped"),
        ("GUNMEN ASSASSINATED THE MAYOR IN VELM.", "accomplished", "ASSASSINATED THE"),
        ("A bomb exploded in the market.", "carried out", "bomb exploded"),
        ("Two grenades did not explode.", "attempted", "grenades did not explode"),
        ("In May a bomb exploded in Velm.", "carried out", "bomb exploded"),
        ("A grenade did not go off in Velm.", "attempted", "grenade did not go"),
        ("A mine was safely detonated near Velm.", "thwarted", "mine was safely detonated"),
        ("Guards shot him before he could detonate his belt.", "thwarted",
         "before he could detonate"),
        ("Rebels threatened new attacks on Velm.", "threatened", "threatened new attacks"),
        ("Militants stormed a mint in Velm.", "carried out", "Militants stormed"),
        ("Nine millers died in an explosion in Velm.", "carried out", "died in an explosion"),
        ("A chapel in Velm was set on fire.", "carried out", "was set on fire"),
    ],
)  # fmt: skip
def test_stage_with_its_words(text: str, stage: str, words: str) -> None:
    found = read(text)
    assert found.values("outcome_stage") == [stage]
    assert found.words("outcome_stage") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The council met to discuss bread.",
        "The mayor was not kidnapped.",
        "A bomb could have exploded in the market.",
        "He was charged with attempted murder.",
        "Nobody was killed.",
        "No one in the mill was wounded.",
        "None of the passengers was killed.",
    ],
)
def test_what_is_denied_possible_or_charged_tells_no_stage(text: str) -> None:
    assert read(text).values("outcome_stage") == []


def test_what_is_told_behind_nobody_counts() -> None:
    text = "Nobody was hurt when a bomb exploded in the market."
    assert read(text).words("outcome_stage") == ["bomb exploded"]


def test_first_sentence_that_tells_a_stage_decides() -> None:
    text = "The premier survived an assassination attempt. A bomb exploded at the gate."
    assert read(text).values("outcome_stage") == ["attempted"]


def test_stages_are_those_of_the_vocabulary() -> None:
    within = slot_rows()["outcome_stage"].within
    known = {*within, *(wide for row in within.values() for wide in row), "threatened"}
    assert {stage for stage, _ in stage_patterns()} == known


def test_an_old_threat_is_not_how_far_a_killing_got() -> None:
    page = read("Marsh fatally shot his son. A neighbour had once threatened to kill her dogs.")
    assert page.values("outcome_stage") == ["carried out"]


def test_attempted_murders_of_some_are_no_murders() -> None:
    page = read("Six men were indicted for the attempted murders of five youths.")
    assert page.values("outcome_stage") == []


@pytest.mark.parametrize(
    "text",
    [
        "Police raided a house in Velm and looked for him.",
        "A plan was set on Monday in Velm.",
        "The mayor said attacks threatened a fragile truce.",
        "Gunmen did not attack the village.",
        "Nobody died in the explosion.",
    ],
)
def test_what_tells_of_no_stage(text: str) -> None:
    assert read(text).values("outcome_stage") == []
