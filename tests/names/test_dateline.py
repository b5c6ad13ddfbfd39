"""What a dateline is, and what only looks like one."""

import pytest

from whence.names.dateline import dateline


def read(text: str) -> tuple[str | None, str | None, str | None] | None:
    found = dateline(text)
    if found is None:
        return None
    place, day, agency = (
        text[at[0] : at[1]] if at else None for at in (found.place, found.day, found.agency)
    )
    return place, day, agency


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("VELAN, Selva, March 3, 2031 (Norra) - ", ("VELAN, Selva", "March 3, 2031", "Norra")),
        ("VELAN (SELVA), 3 MAR 31 (SALT - WIRE) -- [TEXT] ", ("VELAN", "3 MAR 31", "SALT - WIRE")),
        ("Port Velan, 3 March 2031: ", ("Port Velan", "3 March 2031", None)),
        ("Port Velan (Norra) — ", ("Port Velan", None, "Norra")),
        ("Évora (Norra) — ", ("Évora", None, "Norra")),
        ("al-Harra, Selva (Norra) — ", ("al-Harra, Selva", None, "Norra")),
        ("PORT VELAN (Norra) ", ("PORT VELAN", None, "Norra")),
        ("PORT VELAN (May 4, 2031) – ", ("PORT VELAN", "May 4, 2031", None)),
        ("PORT VELAN, N.H. - ", ("PORT VELAN, N.H.", None, None)),
        ("PORT VELAN–", ("PORT VELAN", None, None)),
        ("VELAN >> ", ("VELAN", None, None)),
        ("VELAN | ", ("VELAN", None, None)),
        ("VELAN -\n\n", ("VELAN", None, None)),
        ("UPDATE: VELAN (7KQXT/Salt) -- ", ("VELAN", None, "7KQXT/Salt")),
        ("(Norra) - ", (None, None, "Norra")),
        ("May 4 (Norra) - ", (None, "May 4", "Norra")),
        ("VELAN. ", ("VELAN.", None, None)),
        ("PORT VELAN. ", ("PORT VELAN.", None, None)),
        ("VELAN, Selva. ", ("VELAN, Selva.", None, None)),
        ("VELAN, 31 August. ", ("VELAN", "31 August.", None)),
        ("Velan, 14 May. ", ("Velan", "14 May.", None)),
    ],
)  # fmt: skip
def test_a_dateline_and_its_parts(
    head: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    text = head + "Two boats burned."
    assert read(text) == expected
    found = dateline(text)
    assert found is not None
    assert text[found.end :] == "Two boats burned."


@pytest.mark.parametrize(
    "text",
    [
        "A 16-year-old boy was hurt.",
        "Almost 650 18-hole courses have closed.",
        "May 4 - Two boats burned.",
        "On Thursday, the High Court of Selva (HCS) — the last instance — sat.",
        "THE REED FRONT -- WHICH RULES THE MARSH -- CLAIMED IT.",
        "THE REED PRESS COMMITTEE (RPC) HAS DENIED IT.",
        "BOATS BURNED IN ALL THREE HARBOURS - Crews were called.",
        "N. — this time on another charge.",
        "Marn — after a pause — agreed.",
        "Police: Two boats burned.",
        "CAPT. Marn said so.",
        "U.S. Marines burned two boats.",
        "On Sunday, 14 May. Two boats burned.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize("part", ["A", "A ", "A, ", "A/", "A: ", "(", " ", "X (A", "a: ", "A'"])
def test_a_long_line_is_read_once(part: str) -> None:
    assert dateline(part * 100_000) is None
