"""Who is one more, who is somebody told of before, and which counts are of another matter."""

import pytest

from tests.extract.facts.reading import read


def told(text: str) -> tuple[list[str], list[str]]:
    """Return the numbers of killed and of wounded in the incident itself."""
    facts = [one for one in read(text).facts if one.scope == "incident"]
    return (
        [one.value for one in facts if one.slot == "killed"],
        [one.value for one in facts if one.slot == "wounded"],
    )


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # "also" brings in one more; whoever is told of as "he" is nobody new by it.
        ("Lars Ode, 17, was asleep when he was shot. Marta Ode's 12-year-old son was also shot.",
         [], ["2"]),
        ("A man was stabbed. He was also shot in the leg.", [], ["1"]),
        # Who dies of wounds is the one told of as hurt.
        ("A 3-year-old girl has died. Mina Rask was injured when shots were fired on Sunday.",
         ["1"], []),
        ("A guard was injured when gunmen opened fire. A driver has died.", ["1"], ["1"]),
        ("Two men were in critical condition and two others injured in Elmford.", [], ["4"]),
        ("The woman was shot. A bullet hit her, killing her baby.", ["1"], ["1"]),
        ("A man shot the woman's son, who fled.", [], ["1"]),
        ("A 19-year-old dies, father injured in Harrow double shooting", ["1"], ["1"]),
        ("The boy was hit in the chest. Doctors were unable to save him.", ["1"], []),
        ("A cousin fired the gun, mortally wounding Ole Brask in the chest.", ["1"], []),
        ("A 15-year-old was killed in Elmford after accidentally shooting himself.", ["1"], []),
        ("Gunfire that killed Harrow teen came from a car.", ["1"], []),
        ("Toddler Shot, Killed By 8-Year-Old", ["1"], []),
        ("A man holding his baby was shot.", [], ["1"]),
        ("The man who shot a guard dog at the depot was found dead.", ["1"], []),
        ("A teenager injured himself and a clerk.", [], ["2"]),
        # A fourth man is none of three dead, and who survived is not who died.
        ("Three men died of gunshot wounds. A fourth man suffered a wound to the arm.",
         ["3"], ["1"]),
        ("Bo Hask killed his son. His wife was shot but survived. She died, he said of a cousin.",
         ["2"], ["1"]),
        ("A porter and another man were wounded. The other victim was pronounced dead.",
         ["1"], ["2"]),
        ("Three people were found shot to death and a fourth person was hurt. "
         "The gunman opened fire, killing the driver.", ["3"], ["1"]),
        ("Gunmen fired, killing a boy and leaving the teen in critical condition.", ["1"], ["1"]),
        # All who were shot are dead; who is told to be hurt is somebody else.
        ("Two people were shot and two died. A porter was hurt at the gate.", ["2"], ["1"]),
        # Of those who were wounded some were so fatally.
        ("A gunfight left six people wounded - two mortally.", ["2"], ["4"]),
        ("The gun went off, fatally injuring the person beside it.", ["1"], []),
        # Five were shot; of them two were hurt badly.
        ("5 people shot, 2 seriously injured in downtown Elmford", [], ["5"]),
        ("A guard shot two of the robbers, killing one of them.", ["1"], ["1"]),
        ("Police say four people were wounded or killed. One woman was killed.", ["1"], []),
        ("Five people were shot or stabbed in Elmford.", [], ["5"]),
        ("NYPD clerk Mara Brek - who was off duty - was shot. Mara Brek lives.", [], ["1"]),
        # A calibre is no number of people.
        ("Jon Hask was shot in the leg. The weapon was a single shot 223.", [], ["1"]),
        ("Three more teens were shot in a quintuple shooting. Two are in jail.", [], ["3"]),
        # Letters of a station and the place of a dateline are no part of a name.
        ("Her mother told KQXT Mina is in critical condition. Mina Rask, 9, was shot.", [], ["1"]),
        ("ELM GROVE (KQXT) – A boy was killed after shooting himself.", ["1"], []),
    ],
)  # fmt: skip
def test_one_more_or_the_same(text: str, killed: list[str], wounded: list[str]) -> None:
    found = told(text)
    assert [one.removeprefix("at least ") for one in found[0]] == killed
    assert [one.removeprefix("at least ") for one in found[1]] == wounded


def test_a_child_is_not_its_parent() -> None:
    text = (
        "A father who shot his 8-year-old son before killing himself was a teacher. "
        "The boy remained in critical condition."
    )
    assert told(text) == (["1"], ["1"])


def test_one_name_in_two_spellings_is_one_victim() -> None:
    text = (
        "Annelise Brekke was killed on Mill Lane. Friends of Anneliese Brekke, who was killed, met."
    )
    assert told(text)[0] == ["1"]


def test_a_number_far_below_the_lead_is_of_another_matter() -> None:
    text = (
        "Seven people were shot in Elmford on Sunday, police said. The shots came from a car. "
        "A neighbour heard them. No one was held. Police looked at a film. "
        "In all 45 people were killed in July."
    )
    assert "45" not in told(text)[0]
    assert told(text)[1] == ["7"]


def test_all_who_were_shot_live_whoever_else_is_told_of() -> None:
    text = (
        "Four people were shot at a fair. All four victims suffered non-life threatening injuries. "
        "A man was shot dead elsewhere in town."
    )
    assert "4" in told(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "Police are asking for help in finding who is behind a shooting that injured three adults.",
        "Officers have released the names of the three people who were shot and wounded.",
    ],
)
def test_what_a_relative_clause_tells_is_taken_for_granted(text: str) -> None:
    fact = next(one for one in read(text).facts if one.slot == "wounded")
    assert fact.value == "3"
    assert fact.hedge == 3


def test_what_is_feared_is_unsure_in_a_relative_clause_too() -> None:
    text = "Police seek the gunman who reportedly killed three men."
    fact = next(one for one in read(text).facts if one.slot == "killed")
    assert fact.hedge <= 1


def test_a_large_toll_below_a_lead_of_one_victim_stands() -> None:
    filler = "The street was closed for a while. " * 14
    text = f"A man was shot in Boston by an agent. {filler}The bombs had injured 264 people."
    assert "264" in told(text)[1]


def test_cases_are_no_people() -> None:
    assert told("In three cases, the person killed was a brother. A man was shot.")[0] != ["3"]


def test_the_flattest_words_for_a_wound_are_quoted() -> None:
    text = (
        "Ann Reed did not know that the boy was injured. "
        "A 7-year-old boy was critically injured by gunfire in Elmford."
    )
    fact = next(one for one in read(text).facts if one.slot == "wounded")
    assert (fact.value, fact.hedge) == ("1", 3)


def test_what_is_told_flatly_once_is_not_unsure_by_a_later_doubt() -> None:
    page = read("A man was shot on Mill Road. The thief is believed to have shot the man.")
    (fact,) = [one for one in page.facts if one.slot == "wounded"]
    assert (fact.value, fact.hedge) == ("1", 3)


def test_also_sets_apart_over_a_clause_and_past_somebody_wounded() -> None:
    text = (
        "Singer Ilka Marsh was shot dead at a studio. Her cameraman, Ivo Osk, was hit in the arm. "
        "A man who sold cakes at the corner was also killed."
    )
    page = read(text)
    assert page.values("killed") == ["2"]
    assert page.values("wounded") == ["1"]


def test_a_guide_is_somebody() -> None:
    text = "The body of their guide, Ilo Marsh, was found in a stream with a gunshot wound."
    assert read(text).values("killed") == ["1"]


def test_who_was_also_shot_is_not_the_student_whom_the_shots_killed() -> None:
    text = (
        "Ilka Burk, 17, died at a hospital. Another resident, Ivo Marsh, 18, a student at the "
        "academy, was also shot. This is where the shooting that killed a student occurred."
    )
    assert read(text).values("killed") == ["1"]
    assert read(text).values("wounded") == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was shot dead. His driver was taken to Arden hospital in critical condition.",
        "Ilo Marn, the judge, was shot dead. A schoolgirl was hit in the foot.",
        "A bodyguard was shot dead. The governor was shot in the hand.",
    ],
)
def test_who_holds_an_office_is_not_who_drives_or_goes_to_school(text: str) -> None:
    page = read(text)
    assert (page.values("killed"), page.values("wounded")) == (["1"], ["1"])


def test_of_two_words_for_one_office_there_is_one() -> None:
    page = read("The mayor was shot. The politician died in Arden hospital.")
    assert (page.values("killed"), page.values("wounded")) == (["1"], [])
