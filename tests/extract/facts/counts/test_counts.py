"""A number goes to the thing it counts and to the verb said of it."""

import pytest

from tests.extract.facts.reading import read
from whence.model.fact import Fact, Quantity


def counts(text: str) -> dict[str, tuple[int | None, int | None, int | None, str | None]]:
    """Return low, best, high and unit by slot for the counting facts of a text."""
    found: dict[str, tuple[int | None, int | None, int | None, str | None]] = {}
    for fact in read(text).facts:
        if fact.quantity is not None:
            q = fact.quantity
            found[fact.slot] = (q.low, q.best, q.high, fact.unit)
    return found


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        ("Six sailors were wounded in the harbour.", "wounded", (6, 6, 6, "sailors")),
        ("Nine of the mayor's bodyguards were injured.", "wounded", (9, 9, 9, "guards")),
        (
            "At least four members of the governor's protection unit were hurt.",
            "wounded",
            (4, 4, None, "guards"),
        ),
        ("The blast killed 1,204 people.", "killed", (1204, 1204, 1204, "people")),
        ("The plane fell, killing all eleven people aboard.", "killed", (11, 11, 11, "people")),
        ("Up to 30 people were killed.", "killed", (None, None, 30, "people")),
        ("About 20 miners died in the tunnel.", "killed", (None, 20, None, "miners")),
        ("Several clerks and drivers looked on. Several nurses were hurt.", "wounded", None),
        ("Dozens of pilgrims were wounded.", "wounded", (24, None, None, "pilgrims")),
        ("A dozen villagers were killed.", "killed", (12, 12, 12, "villagers")),
        ("Two hundred and fifty people were killed.", "killed", (250, 250, 250, "people")),
        ("Twenty-five people were killed.", "killed", (25, 25, 25, "people")),
        ("No one was hurt in the raid.", "wounded", (0, 0, 0, "people")),
        ("The death toll rose to 31 on the island.", "killed", (31, 31, 31, "people")),
        ("Two soldiers and three civilians were killed.", "killed", (5, 5, 5, "people")),
        ("Three people remain missing after the wreck.", "missing", None),
        ("Police arrested two men near the quay.", "detained", (2, 2, 2, "men")),
        ("The shooting left four people dead.", "killed", (4, 4, 4, "people")),
        ("Both guards were wounded.", "wounded", (2, 2, 2, "guards")),
        ("Four shot at the Gray River inn", "wounded", (4, 4, 4, "people")),
        ("The raid left two dead and three more hurt.", "wounded", (3, 3, 3, "people")),
        ("Two patrons sustained minor injuries.", "wounded", (2, 2, 2, "patrons")),
        ("Three people were treated for wounds.", "wounded", (3, 3, 3, "people")),
        ("Gunman Fatally Shoots 3 Clerks, Self", "killed", (3, 3, 3, "clerks")),
        ("The raid sends two to a hospital", "wounded", (2, 2, 2, "people")),
        ("Four men who came with a friend were shot.", "wounded", (4, 4, 4, "people")),
    ],
)
def test_casualties_are_bound(
    text: str, slot: str, expected: tuple[int | None, int | None, int | None, str] | None
) -> None:
    found = counts(text)
    if expected is None:
        assert slot in found
    else:
        assert found[slot] == expected


def test_several_is_open_above_and_has_no_best() -> None:
    fact = next(f for f in read("Several nurses were hurt.").facts if f.slot == "wounded")
    assert fact.quantity is not None
    assert (fact.quantity.low, fact.quantity.best, fact.quantity.high) == (3, None, None)
    assert fact.value == "several"


def test_no_casualties_means_nobody_dead_and_nobody_wounded() -> None:
    found = counts("There were no casualties in the fire.")
    assert found["killed"][:3] == (0, 0, 0)
    assert found["wounded"][:3] == (0, 0, 0)


def test_killed_and_wounded_in_one_sentence_stay_apart() -> None:
    found = counts("The car bomb killed 22 people and wounded 31 others near the ford.")
    assert found["killed"][1] == 22
    assert found["wounded"][1] == 31


def test_elliptic_numbers_count_people() -> None:
    found = counts("The raid left fear behind, killing two and wounding five.")
    assert found["killed"][1] == 2
    assert found["wounded"][1] == 5


@pytest.mark.parametrize(
    "text",
    [
        "The blast on Route 66 spared the driver.",
        "Police said the attack could kill 300 people.",  # possible only
        "Three guards said the minister was unhurt.",  # another subject
        "Sixty percent were wounded.",
        "The Boeing 737 was hit.",
        "The shooting was not what killed 12 people in the story.",
        "They paid $400 and were arrested.",
        "She had multiple injuries.",
    ],
)
def test_what_is_no_count_of_casualties_is_left_alone(text: str) -> None:
    assert not {"killed", "wounded"} & set(counts(text))


def test_one_of_several_tells_of_them_all() -> None:
    assert counts("One of the three aides killed was a painter.")["killed"][:3] == (3, 3, 3)


def test_part_told_aside_is_not_the_subject() -> None:
    found = counts("At least 20 people, including five children, were killed.")
    assert found["killed"] == (20, 20, None, "people")


def test_the_wording_is_minimal_and_exact() -> None:
    page = read("According to the daily, four members of the envoy’s escort were wounded at dusk.")
    assert page.words("wounded") == ["four members of the envoy’s escort were wounded"]


def launched_intercepted_struck(text: str) -> list[int | None]:
    found = counts(text)
    names = ("munitions_launched", "munitions_intercepted", "munitions_struck")
    return [found[name][1] if name in found else None for name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Gunners counted: five drones were launched, including four that were downed at sea,"
            " and a fifth drone hit the customs house.",
            [5, 4, 1],
        ),
        ("Gunners shot down four rockets, and a fifth hit the mill.", [None, 4, 1]),
        ("Four of the six missiles were intercepted.", [6, 4, None]),
        ("The raid was carried out with six rockets, two of which were downed.", [6, 2, None]),
        (
            "A total of nine missiles were launched, with two of them being intercepted.",
            [9, 2, None],
        ),
        (
            "Two of the rockets that targeted the depot fell short or were downed"
            " and one reached the gate.",
            [None, 2, 1],
        ),
        (
            "The raid was carried out with two drones, one of which landed on a roof.",
            [2, None, 1],
        ),
        ("Rebels launched two explosives-laden drones at the fort.", [2, None, None]),
        ("Three drones carrying explosives were launched at the villa.", [3, None, None]),
        ("He survived an attack by at least two drones.", [2, None, None]),
    ],
)
def test_munitions_are_launched_intercepted_or_strike(
    text: str, expected: list[int | None]
) -> None:
    assert launched_intercepted_struck(text) == expected


def test_third_drone_is_one_and_neither_three_nor_a_fraction() -> None:
    page = read("Two drones were shot down while a third drone hit the villa.")
    assert page.values("munitions_struck") == ["1"]
    assert page.values("munitions_launched") == []


def test_indefinite_article_yields_to_a_number() -> None:
    alone = read("The governor survived an attack with an armed drone.")
    assert alone.values("munitions_launched") == ["at least 1"]
    (fact,) = (one for one in alone.facts if one.slot == "munitions_launched")
    assert fact.quantity == Quantity(low=1, best=1, high=None, comparator="at_least")
    assert fact.note == "the indefinite article leaves open whether there were more"
    both = read("An armed drone attacked the villa. Three drones were launched, police said.")
    assert both.values("munitions_launched") == ["3"]


def by_stage(text: str) -> list[tuple[str, str]]:
    facts: tuple[Fact, ...] = read(text).facts
    return [(f.value, f.stage) for f in facts if f.slot == "munitions_launched"]


def test_correction_is_told_from_the_first_version() -> None:
    assert by_stage(
        "The harbour master initially said that five drones attacked; she corrected that:"
        " three drones were launched."
    ) == [("5", "initial"), ("3", "correction")]


def test_inquiry_that_establishes_is_a_finding() -> None:
    assert by_stage(
        "The committee established that the attack on the mill was carried out by two rockets."
    ) == [("2", "finding")]


def test_feared_dead_are_hedged() -> None:
    fact = next(f for f in read("Twelve people are feared dead.").facts if f.slot == "killed")
    assert fact.hedge == 1


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of Monday, 30 people had been killed.", "2020-03-02"),
        ("At least 30 people were killed by March 3.", "2020-03-03"),
        ("On Monday 30 people were killed.", None),
        ("The blast on March 3 killed 30 people.", None),
    ],
)
def test_a_count_knows_as_of_when_it_is_given(text: str, as_of: str | None) -> None:
    (fact,) = (one for one in read(text, "2020-03-04").facts if one.slot == "killed")
    assert fact.as_of == as_of


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "The army now speaks of four rockets, correcting its first count of seven.",
            {"4": "correction", "7": "initial"},
        ),
        (
            "Police revised their tally to five missiles from an initial nine.",
            {"5": "correction", "9": "initial"},
        ),
        ("The navy speaks of four rockets.", {}),
    ],
)
def test_both_versions_of_a_corrected_number_are_told_apart(
    text: str, stages: dict[str, str]
) -> None:
    told = {
        fact.value: fact.stage for fact in read(text).facts if fact.slot == "munitions_launched"
    }
    assert told == stages


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Of two rockets, one struck the quay and the other in the yard of a school.", "2"),
        ("Two missiles were fired; one hit the mill and the second near its gate.", "2"),
        ("Two missiles were fired; one hit the mill and the second was shot down.", "1"),
        ("Two missiles were fired; one hit the mill and the second exploded at sea.", "1"),
        ("Two missiles were fired; one hit the mill and the second day was calm.", "1"),
    ],
)
def test_a_second_hit_without_its_verb_is_a_hit(text: str, struck: str) -> None:
    assert read(text).values("munitions_struck") == [struck]


@pytest.mark.parametrize(
    "text",
    [
        "Two men shot at police and fled.",
        "Image 44 of 44 Child at the quay",
        "Two friends stood by. She was with two friends and died.",
        "An ambush that sent five people to a hospital has died down.",
    ],
)
def test_numbers_that_count_no_victims_are_left(text: str) -> None:
    values = {one.value for one in read(text).facts if one.slot in {"killed", "wounded"}}
    assert not values & {"2", "44"}
    assert "killed" not in {one.slot for one in read(text).facts if one.value == "5"}


def test_an_age_of_both_is_no_count() -> None:
    page = read("Police found Hale and Brek, both 44, of Grunwell, with gunshot wounds.")
    assert page.values("wounded") != ["44"]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Hackers hit a hospital, and 40 patients were sent to other hospitals.", None),
        ("The ministry sent 60 nurses to the hospital after the blast that killed nine.", None),
        ("The group sent two bombers to the hospital, killing five people.", None),
        ("The government sent 20 soldiers to guard the hospital.", None),
        ("The militia sent two men to attack a clinic; a guard was killed.", None),
        ("Russia sends 200 soldiers to hospital sites in Syria.", None),
        ("Two nurses were sent home from the hospital after the threat.", None),
        ("The ministry sent a nurse to the hospital.", None),
        ("Two men were brought to court after bombing a hospital.", None),
        ("Two men were taken to the hospital morgue.", None),
        ("Shooting sends two to hospital", 2),
        ("The crash sent five people to the hospital.", 5),
        ("The crash on Route 9 sent a boy to the hospital.", 1),
        ("Two people were sent to a hospital with burns.", 2),
        ("Three people were taken to hospitals, the coroner said.", 3),
        ("Four people were taken to a hospital with burns, and the dead to the morgue.", 4),
        ("Eight soldiers were flown to a hospital in Ramstein, where one died of his wounds.", 8),
        ("Six were flown to a hospital in Perth, where their dead colleague was brought.", 6),
        ("Twenty were taken to the hospital where a bomb had left three dead last year.", 20),
        ("The victim was brought to a clinic, the medical examiner said.", 1),
    ],
)  # fmt: skip
def test_who_is_brought_to_a_hospital_alive_is_wounded(text: str, wounded: int | None) -> None:
    found = counts(text).get("wounded")
    assert (found[1] if found else None) == wounded


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off. Both deaths and injuries were reported.",
        "Both killed and wounded were taken to the clinic.",
        "Both soldiers and civilians were killed.",
    ],
)
def test_both_before_two_kinds_is_no_number(text: str) -> None:
    assert counts(text) == {}


def test_both_before_one_kind_is_two() -> None:
    assert counts("Both men died and were buried.")["killed"] == (2, 2, 2, "people")
    assert counts("Both guards and the driver were wounded.")["wounded"][1] == 3
    assert counts("Both guards and three nurses were wounded.")["wounded"][1] == 5


def test_none_of_the_rockets_hit_and_what_is_destroyed_in_the_air_is_intercepted() -> None:
    assert "munitions_struck" not in counts("None of the five rockets hit the mill.")
    found = counts("The air force said it destroyed 14 of 17 drones.")
    assert found["munitions_intercepted"][1] == 14
    assert found["munitions_launched"][1] == 17
    assert "munitions_intercepted" not in counts("Two rockets destroyed a mill.")
