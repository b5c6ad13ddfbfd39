"""Reports tell of a village, and of the town that it is near to: one place, and the village."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import kinds, said, slot, statuses
from whence.model.incident import Slot
from whence.model.location import Location, Precision


def point(name: str, latitude: float, region: str, precision: Precision = "settlement") -> Location:
    return Location(
        latitude=latitude,
        longitude=20.0,
        precision=precision,
        name=name,
        region=region,
        country="PL",
    )


DORSK = point("Dorsk", 51.0, "Velm")
FAR = point("Quarn", 53.9, "Velm")
VELM = point("Velm", 51.1, "Velm", "region")
OTHER = point("Tarvo", 53.0, "Tarvo", "region")


def told(*rows: tuple[str, str, Location], hedge: int = 3) -> Slot:
    """Fuse one report for each text with the value it gives for the place."""
    made = []
    for number, (text, value, where) in enumerate(rows):
        one = said(f"Paper {number}", text)
        one.fact("place", value, value, f"witness {number}:person")
        one.facts[-1] = replace(one.facts[-1], location=where, hedge=hedge if not number else 3)
        made.append(one)
    return slot(made, "place")


IN_TOWN = [
    "Gunmen killed six in Dorsk.",
    "Gunmen killed six near Dorsk.",
    "Gunmen killed six in a village close to the town of Dorsk.",
]
IN_VILLAGE = [
    "Gunmen came to {}, near Dorsk, and killed six.",
    "Gunmen came to {}, a farming village near the town of Dorsk, and killed six.",
    "Gunmen came to {}, about 20 kilometres north of Dorsk, and killed six.",
    "Gunmen came to {}, 12 miles from Dorsk, and killed six.",
    "Gunmen came to {} in Velm region, some 15 km south-east of Dorsk, and killed six.",
    "Near Dorsk, in the village of {}, gunmen killed six.",
]


@pytest.mark.parametrize("village", ["Quellamar", "San Quellamar", "Ban Tha Quel"])
@pytest.mark.parametrize("near", IN_VILLAGE)
@pytest.mark.parametrize("wide", IN_TOWN)
def test_a_village_that_a_report_tells_to_be_near_a_town_is_within_it(
    village: str, near: str, wide: str
) -> None:
    found = told((wide, "Dorsk", DORSK), (near.format(village), village, VELM))
    assert {one[0] for one in kinds(found)} == {"refined"}
    assert not found.disputed
    if wide != IN_TOWN[0]:
        assert found.best == village


@pytest.mark.parametrize(
    "wide",
    [
        *IN_TOWN[1:],
        "Gunmen killed six in the Dorsk area.",
        "Gunmen killed six just outside Dorsk.",
        "Gunmen killed six about 10 km south of Dorsk.",
        "Gunmen killed six 10 km away from Dorsk.",
    ],
)
def test_what_was_near_a_town_was_in_the_one_village_that_another_names(wide: str) -> None:
    rows = (wide, "Dorsk", DORSK), ("Gunmen killed six in Quellamar, Velm.", "Quellamar", VELM)
    assert told(*rows).best == "Quellamar"
    assert kinds(told(*rows)) == [("refined", "Quellamar", "Dorsk")]
    assert told(*rows[::-1]).best == "Quellamar"


def test_a_town_called_like_its_province_is_near_all_the_same() -> None:
    text = "Gunmen killed six near Dorsk in Dorsk province."
    one = said("Paper 0", text)
    one.fact("place", "Dorsk", "Dorsk in Dorsk", "ana:person")
    other = said("Paper 1", "Gunmen killed six in Quellamar.")
    other.fact("place", "Quellamar", "Quellamar", "ben:person")
    for made, where in ((one, DORSK), (other, VELM)):
        made.facts[-1] = replace(made.facts[-1], location=where)
    assert slot([one, other], "place").best == "Quellamar"


def test_a_town_on_the_map_is_no_village_near_another() -> None:
    near = ("Gunmen killed six near Dorsk.", "Dorsk", DORSK)
    far = told(near, ("Gunmen killed six in Quarn.", "Quarn", FAR))
    assert [one[0] for one in kinds(far)] == ["real_conflict"]


@pytest.mark.parametrize(
    "village",
    [
        # nothing says that it is near the town
        ("Gunmen killed six in Quellamar.", VELM),
        ("Gunmen killed six in Quellamar and fled to a wood near Dorsk.", VELM),
        ("Gunmen killed six in Quellamar. The police of Dorsk came.", VELM),
    ],
)
def test_a_town_in_which_it_was_is_no_other_villages(village: tuple[str, Location]) -> None:
    text, where = village
    found = told(("Gunmen killed six in Dorsk.", "Dorsk", DORSK), (text, "Quellamar", where))
    assert [one[0] for one in kinds(found)] == ["real_conflict"]


def test_of_two_villages_or_one_of_another_region_neither_is_meant() -> None:
    near = ("Gunmen killed six near Dorsk.", "Dorsk", DORSK)
    one = ("Gunmen killed six in Quellamar.", "Quellamar", VELM)
    other = ("Gunmen killed six in Ossel.", "Ossel", VELM)
    assert "rival" in statuses(told(near, one, other)).values()
    beyond = told(near, ("Gunmen killed six in Quellamar.", "Quellamar", OTHER))
    assert [row[0] for row in kinds(beyond)] == ["real_conflict"]


def test_a_town_that_only_the_head_of_a_report_names_contradicts_nobody() -> None:
    rows = (
        ("QUARN (Paper) Gunmen killed six.", "QUARN", FAR),
        ("Gunmen killed six in Dorsk.", "Dorsk", DORSK),
    )
    found = told(*rows, hedge=2)
    assert (found.best, found.disputed) == ("Dorsk", False)
    assert [one[0] for one in kinds(found)] == ["different_scope"]
    assert [one[0] for one in kinds(told(*rows))] == ["real_conflict"]
