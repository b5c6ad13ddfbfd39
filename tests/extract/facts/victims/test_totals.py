"""Killed and wounded: totals, sums of those described, those who were shot and did not die."""

import pytest

from tests.extract.facts.reading import read


def told(text: str, slot: str) -> list[str]:
    """Return the values of a slot in the incident itself, each with its unit."""
    return [
        f"{fact.value} {fact.unit}"
        for fact in read(text).facts
        if fact.slot == slot and fact.scope == "incident"
    ]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A 17-year-old died at the scene.", ["1 people"], []),
        ("Boy, 14, fatally shot at Grunwell farm.", ["1 people"], []),
        ("A dog handler was killed by a bomb in Kandahar.", ["1 people"], []),
        ("A dog walker was shot dead in Lyon.", ["1 people"], []),
        ("A K-9 officer was shot and killed.", ["1 police"], []),
        ("Mara Brek, 33, was killed.", ["1 people"], []),
        ("Orin Tull, 24, of the 100 block of Quarry Road, was shot and killed.", ["1 people"], []),
        ("A man was shot in the leg on Mill Lane.", [], ["1 people"]),
        ("The woman’s body was found in a barn.", ["1 people"], []),
        ("A toddler was struck by a bullet and airlifted to a hospital.", [], ["1 people"]),
        ("Officers found Jon Hask, 30, suffering from a gunshot wound. He later died.",
         ["1 people"], []),
        ("A man was shot Friday. Police say the man, 40, was pronounced dead.", ["1 people"], []),
        ("One man was killed and a second man was taken to a hospital.",
         ["1 people"], ["1 people"]),
        ("Six people were shot, one fatally.", ["1 people"], ["5 people"]),
        ("Four people were shot outside a bar.", [], ["4 people"]),
        ("Ari Moss, 19, was killed. Moss was one of five people shot at the ford.",
         ["1 people"], ["4 people"]),
        ("A 13-year-old boy was killed and six others were shot.", ["1 people"], ["6 people"]),
        ("Tom Reed killed his wife before turning the gun on himself.", ["2 people"], []),
        ("The child accidentally shot himself. The boy, 3, died at a hospital.",
         ["1 people"], []),
        ("He is charged with shooting four people and killing one of them.",
         ["at least 1 people"], ["3 people"]),
        ("An officer was killed in the ambush.", ["1 police"], []),
        ("Police are looking into a murder-suicide.", ["at least 2 people"], []),
        ("A man was shot in the chest and later died.", ["1 people"], []),
        ("A clerk shot at the quarry on Monday has died.", ["1 people"], []),
        ("The boy, who was shot on the pier, died at dawn.", ["1 people"], []),
        ("A boy hurt in a shooting by the mill dies.", ["1 people"], []),
        ("A girl, 9, was taken to a hospital but died there.", ["1 people"], []),
        ("A nurse found a man with a gunshot wound. The man died.", ["1 people"], []),
        ("A girl, 9, was in critical condition. The girl died.", ["1 people"], []),
        ("Four Miners Shot In Grunwell", [], ["4 miners"]),
        ("Two children, ages 5 and 6, injured at the ford", [], ["2 children"]),
        ("Three deckhands were killed.", ["3 deckhands"], []),
        ("A father of three was killed.", ["1 people"], []),
        ("Six of Varga's guards outside a house in the fortified Red Quarter were wounded.",
         [], ["6 guards"]),
        ("A teenager was held over the killing of another teenager.", ["1 people"], []),
        ("Two men who were shot in a triple shooting have died.",
         ["2 people"], ["at least 1 people"]),
        ("Five people were wounded. One of the five victims died.",
         ["at least 1 people"], ["4 people"]),
        ("Five people were wounded. One of them died.", ["at least 1 people"], ["4 people"]),
        ("Five people were wounded. One of the nine miners died.",
         ["1 people"], ["5 people"]),
        ("A fifth victim was wounded.", [], ["at least 5 people"]),
        ("An 8th teen was wounded.", [], ["at least 8 people"]),
        ("He killed seven people before killing himself.", ["8 people"], []),
        ("The gunman left two people dead and then shot himself to death. Two people died.",
         ["3 people"], []),
        ("Two people died. The gunman killed himself.", ["2 people"], []),
        ("A gunman killed several people before killing himself.", ["several people"], []),
        ("He killed two deputies. Officials mourned the two officers killed.",
         ["2 deputies"], []),
        ("He killed four classmates. Four students were killed.", ["4 classmates"], []),
        ("Four people were killed. A man was shot inside.", ["4 people"], []),
    ],
)  # fmt: skip
def test_victims_are_counted(text: str, killed: list[str], wounded: list[str]) -> None:
    assert told(text, "killed") == killed
    assert told(text, "wounded") == wounded


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot at and fled.",
        "Police say the man tried to kill his neighbour.",
        "The officer fired one shot.",
        "The mayor survived an assassination attempt.",
        "He is survived by a son.",
        "She was not hurt.",
        "A dog was shot.",
        "He was charged with attempted murder.",
        "Homicide detectives were called.",
    ],
)
def test_who_is_no_victim_is_not_counted(text: str) -> None:
    assert told(text, "killed") == []
    assert told(text, "wounded") == []


def test_a_group_and_single_victims_are_summed_beside_their_category() -> None:
    text = "Ned Poole shot and killed his wife, Ann Poole, 43, and two children at their farm."
    assert told(text, "killed") == ["3 people", "2 children"]


def test_a_part_of_the_total_is_a_floor_under_it() -> None:
    text = "Four people were killed on the quay. One person died at the scene, a medic said."
    assert told(text, "killed") == ["4 people", "at least 1 people"]


def test_the_sum_rests_on_the_words_for_every_victim() -> None:
    page = read("A man was killed at dawn. A woman, 30, died at noon in the same house.")
    (fact,) = (one for one in page.facts if one.slot == "killed")
    assert fact.value == "2"
    assert fact.note == "counted from 2 described victims"
    assert [span.text for span in fact.spans] == ["A man was killed", "A woman, 30, died"]


def test_what_is_only_reported_is_hedged() -> None:
    page = read("A clerk was reportedly killed in the raid.")
    (fact,) = (one for one in page.facts if one.slot == "killed")
    assert fact.hedge == 1


def test_victims_of_another_incident_stay_out() -> None:
    page = read(
        "A gunman killed a clerk at the mill on Tuesday.\n\n"
        "In a separate incident, a baker was shot dead in Tolmere.",
        "2025-03-12",
    )
    assert page.values("killed") == ["1"]


def test_another_killing_is_no_victim_of_an_attack_of_another_kind() -> None:
    strike = "A drone struck the customs house of Veldmar on Sunday."
    assert told(f"{strike} He railed against the killing of a protester.", "killed") == []
    assert told(f"{strike} A guard was killed.", "killed") == ["1 guards"]
    shooting = "A gunman opened fire in Veldmar on Sunday. The shooting shocked the town."
    assert told(f"{shooting} She mourned the killing of a driver.", "killed") == ["1 people"]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("One man was killed and another was wounded.", ["1 people"], ["1 people"]),
        ("Four people are dead and another is fighting for her life.", ["4 people"],
         ["1 people"]),
        ("Three people were killed and a fourth was wounded.", ["3 people"],
         ["at least 1 people"]),
        ("One man killed, another hurt at the mill. A clerk was killed and another was hurt.",
         ["1 people"], ["1 people"]),
        ("Six were hurt and a boy died. Police name the gunman who hurt six, killing another.",
         ["1 people"], ["6 people"]),
        ("One bullet hit a cart and another struck a barn.", [], []),
        ("A man was shot in the leg. Another man was shot in the arm.", [], ["2 people"]),
        ("A man, 20, was hurt. Another, 40, was grazed.", [], ["2 people"]),
        ("One tanker was struck by a missile and another was hit by fire.", [], []),
        ("One helicopter was shot down and another was hit by gunfire.", [], []),
        ("A mosque was set on fire and another was hit with shots.", [], []),
        ("A bus was shot at and a second was hit by shots.", [], []),
        ("A third of the passengers were hurt in the blast.", [], []),
        ("More than a third were wounded.", [], []),
        ("One after another was shot.", [], []),
        ("A rocket hit a school, another was shot down.", [], []),
        ("A bomb injured a guard and another exploded without hurting anyone.", [], ["1 guards"]),
        ("A mine killed a soldier and another hurt two.", ["1 soldiers"], ["2 people"]),
        ("One rocket fell into the sea, a second killed a fisherman and a third injured two women.",
         ["1 people"], ["2 people"]),
        ("Jan Hale was killed and another was wounded.", ["1 people"], ["1 people"]),
        ("Two men were shot dead and another was wounded.", ["2 people"], ["1 people"]),
    ],
)  # fmt: skip
def test_another_is_one_more_and_told_again_the_same(
    text: str, killed: list[str], wounded: list[str]
) -> None:
    assert told(text, "killed") == killed
    assert told(text, "wounded") == wounded


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A raid that injured an infant shocked Grunwell.", ["1 people"]),
        ("They killed the boy and wounded his 11-year-old brother.", ["1 people"]),
        ("Officers said that one person was wounded. One person was treated for wounds.",
         ["1 people"]),
        ("A gun went off, shooting himself and a woman, police said of the owner.", ["2 people"]),
        ("A clerk shot himself and his wife fled.", ["1 people"]),
        ("The infant caught in the Mill Lane shooting remains in stable condition.", ["1 people"]),
        ("The shot led to the 15-year-old getting wounded.", ["1 people"]),
        ("Man, woman shot at the quay", ["2 people"]),
        ("A clerk sustained a minor injury when he accidentally shot himself.", ["1 people"]),
        ("Shooting of 2-year-old was an accident. A 2-year-old is hurt after shooting himself.",
         ["1 people"]),
        ("A K-9 officer was shot twice.", ["1 police"]),
        ("A police K-9 was shot twice. The guard dog was wounded.", []),
        ("A 2-year-old dog was wounded.", []),
        ("A K9 handler and two soldiers were wounded.", ["3 people"]),
    ],
)  # fmt: skip
def test_single_victims_are_read(text: str, wounded: list[str]) -> None:
    assert told(text, "wounded") == wounded


def test_who_died_after_a_shot_of_his_own_is_one() -> None:
    text = "A student died after shooting himself at home."
    assert (told(text, "killed"), told(text, "wounded")) == (["1 people"], [])


def test_a_toddler_who_was_critical_and_died_is_one() -> None:
    text = (
        "Toddler hurt at the quay has died. A toddler who was critically injured died, police say."
    )
    assert (told(text, "killed"), told(text, "wounded")) == (["1 people"], [])


def test_the_unborn_is_left_out_of_the_toll() -> None:
    assert told("The raid left five people and an unborn baby dead.", "killed") == ["5 people"]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A clerk was shot in the chest, and two others were wounded.", ["3 people"]),
        ("A clerk was shot in the chest, and three men were also wounded.", ["4 people"]),
        ("A clerk was killed, a woman was hurt and two others were wounded.", ["3 people"]),
        ("A clerk was killed and two others were wounded.", ["2 people"]),
        ("Two men were wounded. A woman was shot in the leg.", ["3 people"]),
        ("A man, 22, was shot in the leg, and two 23-year-old men were grazed.", ["3 people"]),
    ],
)
def test_others_are_counted_beside_who_is_described(text: str, wounded: list[str]) -> None:
    assert told(text, "wounded") == wounded


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Nine clerks were shot, none fatally. A guard killed the gunman.", ["9 clerks"]),
        ("Two officers were shot. A clerk was killed.", ["2 officers"]),
        ("Two officers were shot. One officer died.", ["1 officers"]),
        ("Five people were shot. One died and four others were shot.", ["4 people"]),
        ("One of 5 shot at the quay dies.", ["4 people"]),
        ("All three suffered gunshot wounds. All three died.", []),
        ("The two victims were taken to a hospital where they later died.", []),
        ("All three were taken to the medical examiner's office.", []),
    ],
)
def test_the_dead_are_taken_off_those_shot_where_they_are_some_of_them(
    text: str, wounded: list[str]
) -> None:
    assert told(text, "wounded") == wounded
