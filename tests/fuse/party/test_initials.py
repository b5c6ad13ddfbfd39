"""Groups that one report names in full and another by initials."""

from whence.fuse.party.initials import by_initials
from whence.fuse.party.naming import Named, named


def _joined(full: list[str], short: str) -> str | None:
    groups = {name: named(name, "group") for name in full}
    found: dict[str, Named] = by_initials(groups, [named(short, "group")])
    return found[short].bare if short in found else None


def test_initials_stand_for_the_one_name_that_has_them() -> None:
    assert _joined(["Reed Tide Front", "Amber Zone"], "RTF") == "Reed Tide Front"
    assert _joined(["Front of the North"], "FTN") is None  # nobody writes the small "the" alone
    assert _joined(["Fajr Front of the North"], "FFN") == "Fajr Front of the North"
    assert _joined(["New Reeder's Army"], "NRA") == "New Reeder's Army"
    assert _joined(["Jabha-e-Sahil Norra"], "JSN") == "Jabha-e-Sahil Norra"


def test_initials_of_two_names_stand_for_neither() -> None:
    assert _joined(["Reed Tide Front", "Red Tavin Force"], "RTF") is None


def test_two_letters_and_other_letters_stand_for_nobody() -> None:
    assert _joined(["Reed Front"], "RF") is None
    assert _joined(["Reed Tide Front"], "RTA") is None


def test_a_letter_tells_the_part_of_a_split_group() -> None:
    full = "Reed Tide Front (Independent)"
    assert _joined([full], "RTF(I)") == _joined([full], "RTF-I") == full
    assert _joined([full], "RTF(N)") is None
    assert _joined(["Reed Tide Front (Tavin faction)"], "RTF") == "Reed Tide Front (Tavin faction)"
