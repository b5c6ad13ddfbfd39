"""Whoever is counted, in every frame; every sentence is invented."""

import pytest

from tests.extract.facts.counts.test_tolls import tolls
from tests.extract.facts.reading import read

_WHO = [
    "people", "schoolchildren", "paramilitaries", "members of one family", "members of a family",
    "members of the same family", "members of the security forces", "Muslims", "Shiites",
    "Shia Muslims",
    "Sunni Arabs", "Hazara Shiites", "Coptic Christians", "Orthodox Christians", "Kurds", "Houthis",
    "Japanese", "Sudanese", "Japanese tourists", "Kenyan soldiers", "Red Cross workers",
    "innocent souls", "Chinese engineers", "Turks", "Afghans",
]  # fmt: skip
_FRAMES = [
    ("killed", "A mine blew up, killing seven {}."),
    ("killed", "A mine blew up. Seven {} were killed, the mayor said."),
    ("killed", "A mine blew up. Seven {} died, the mayor said."),
    ("killed", "A mine blew up. Seven {} lost their lives, the mayor said."),
    ("killed", "A mine blew up, leaving seven {} dead."),
    ("wounded", "A mine blew up. Seven {} were wounded, the mayor said."),
    ("missing", "A dam burst. Seven {} were missing, the mayor said."),
    ("detained", "A mine blew up. Seven {} were arrested, the mayor said."),
]


@pytest.mark.parametrize("who", _WHO)
def test_everybody_is_counted_in_every_frame(who: str) -> None:
    texts = [(slot, frame.format(who)) for slot, frame in _FRAMES]
    assert [text for slot, text in texts if read(text).values(slot) != ["7"]] == []


@pytest.mark.parametrize(
    "aside",
    [
        "including three children", "including a nurse and two guards", "three women among them",
        "including a mother and her two children", "among them three guards", "mostly civilians",
        "including two women, a child and a nurse", "three of them children",
    ],
)  # fmt: skip
def test_a_part_told_in_an_aside_is_no_sum(aside: str) -> None:
    assert tolls(f"A mine blew up. Twelve people, {aside}, were killed.") == (["12"], [])
    assert tolls(f"A mine blew up. Twelve people, {aside}, were wounded.") == ([], ["12"])
    assert tolls(f"A mine killed twelve people, {aside}.") == (["12"], [])


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        # sums keep their floor
        ("At least six soldiers and two civilians were killed.", ["at least 8"], []),
        ("At least six soldiers, two civilians and a child were hurt.", [], ["at least 9"]),
        # at the scene and later
        ("A mine blew up. Nine people died at the scene and three more in hospital.", ["12"], []),
        ("A mine blew up. Nine died at the scene and another three died in hospital.", ["12"], []),
        ("A mine blew up. Eight were killed on the spot and two died later of wounds.", ["10"], []),
        ("A mine blew up. Two people are dead and three more in hospital.", ["2"], ["3"]),
        # families
        ("A mine killed a family of five.", ["5"], []),
        ("A mine wounded a family of five and a guard.", [], ["5"]),
        # nobody
        ("A mine blew up. Not a single person was hurt.", [], ["0"]),
    ],
)
def test_who_is_added_up(text: str, killed: list[str], wounded: list[str]) -> None:
    assert tolls(text) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("A mine blew up. The army denied that 12 people were killed.", -1),
        ("A mine blew up. The army denied reports that 12 people were killed.", -1),
        ("The army denied claims that it had laid the mine by which 12 people were killed.", 3),
    ],
)
def test_a_toll_that_is_denied_is_not_vouched_for(text: str, hedge: int) -> None:
    found = [fact for fact in read(text).facts if fact.slot == "killed"]
    assert [(fact.value, fact.hedge) for fact in found] == [("12", hedge)]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("A dam burst. Seven people remain unaccounted for, the mayor said.", "missing"),
        ("A dam burst. Seven people were still unaccounted for.", "missing"),
        ("A mine blew up. Seven suspects were in custody, the mayor said.", "detained"),
        ("A mine blew up. Seven men are under arrest.", "detained"),
    ],
)
def test_who_is_missing_or_held_is_counted(text: str, slot: str) -> None:
    assert read(text).values(slot) == ["7"]
    assert read(text).values("killed") == []
