"""MUC-4's slots 2 and 3: forms, credits, and what is answered of a real report."""

from pathlib import Path

import pytest
from evaluation.corpora.muc import key_templates
from evaluation.corpora.muc4_slots import incident
from evaluation.readers.reading import read_raw
from evaluation.templates.slot_answers import responses
from evaluation.templates.slot_places import Scene, listed, scene
from evaluation.templates.slot_scene import (
    alternatives,
    date_credit,
    days_held,
    days_of,
    location_credit,
    location_of,
    shown,
)

from tests.evaluation.slot_keys import fill
from tests.shared import require

KEY = """0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               1
2.  INCIDENT: DATE                  (14 MAR 90) / (- 14 MAR 90)
3.  INCIDENT: LOCATION              (PERU: LIMA (CITY / DEPARTMENT)) / (PERU)
4.  INCIDENT: TYPE                  ARSON

0.  MESSAGE: ID                     TST3-MUC4-0001 (XYZ)
1.  MESSAGE: TEMPLATE               2
2.  INCIDENT: DATE                  -
3.  INCIDENT: LOCATION              ? PERU: LIMA (CITY):
                                    RIMAC (NEIGHBORHOOD)
4.  INCIDENT: TYPE                  ARSON
"""
REPORT = """
   LIMA, 15 MAR 90 (EFE) -- [TEXT] A BOMB EXPLODED {when} IN THE CITY OF TRUJILLO, PERU,
KILLING TWO POLICEMEN. NOBODY HAS CLAIMED RESPONSIBILITY FOR THE ATTACK. PERU MOURNS.
"""
NAMES = frozenset({"trujillo", "lima"})


def answer(when: str) -> Scene:
    return scene(read_raw("report.txt", REPORT.format(when=when).encode()), NAMES)


def test_a_key_is_read_with_its_alternatives() -> None:
    first, second = (incident(one) for one in key_templates(KEY))
    assert first.dates == (fill("14 MAR 90", "- 14 MAR 90"),)
    assert first.locations == (fill("PERU: LIMA (CITY / DEPARTMENT)", "PERU"),)
    assert second.dates == ()
    assert second.locations == (fill("PERU: LIMA (CITY): RIMAC (NEIGHBORHOOD)", optional=True),)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("(A) / (B)", ("A", "B")),
        ("A (X / Y)", ("A (X / Y)",)),
        ("A (X) / B (Y)", ("A (X)", "B (Y)")),
        ("(A) - (B)", ("(A) - (B)",)),
        ("-", ()),
        ("*", ()),
    ],
)
def test_slashes_within_parentheses_part_nothing(value: str, expected: tuple[str, ...]) -> None:
    assert alternatives(value) == expected


@pytest.mark.parametrize("form", ["21 JAN 89", "15 JAN 89 - 21 JAN 89", "- 21 JAN 89"])
def test_the_three_forms_of_a_date_are_read_and_shown(form: str) -> None:
    days = days_of(form)
    assert days is not None
    assert shown(days) == form


@pytest.mark.parametrize("form", ["", "JAN 89", "31 FEB 89", "IN 1989"])
def test_what_is_no_date_of_the_task_is_none(form: str) -> None:
    assert days_of(form) is None
    assert date_credit([form], "21 JAN 89") == 0
    assert date_credit(["21 JAN 89"], form) == 0


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("1990-03-14", "14 MAR 90"),
        ("1990-03-14T10:00", "14 MAR 90"),
        ("1990-02", "01 FEB 90 - 28 FEB 90"),
        ("1990", "01 JAN 90 - 31 DEC 90"),
    ],
)
def test_a_date_that_is_held_takes_the_tasks_form(value: str, form: str) -> None:
    assert shown(days_held(value)) == form


@pytest.mark.parametrize(
    ("known", "mine", "credit"),
    [
        (["14 MAR 90"], "14 MAR 90", 1.0),
        (["13 MAR 90", "- 14 MAR 90"], "- 14 MAR 90", 1.0),
        (["14 MAR 90"], "- 14 MAR 90", 0.5),
        (["14 MAR 90"], "- 15 MAR 90", 0.0),
        (["13 MAR 90 - 14 MAR 90"], "14 MAR 90", 0.5),
        (["13 MAR 90"], "14 MAR 90", 0.0),
    ],
)
def test_dates_earn_all_half_or_nothing(known: list[str], mine: str, credit: float) -> None:
    assert date_credit(known, mine) == credit


@pytest.mark.parametrize(
    ("known", "mine", "credit"),
    [
        (["PERU: LIMA (CITY)"], "PERU: LIMA", 1.0),
        (["PERU: LIMA (CITY)", "PERU"], "PERU", 1.0),
        (["PERU: LIMA (CITY)"], "PERU", 0.5),
        (["PERU: LIMA (CITY)"], "PERU: TRUJILLO", 0.5),
        (["PERU: LIMA (CITY)"], "CHILE", 0.0),
        (["PERU: LIMA (CITY) - CALLAO (PORT)"], "PERU: CALLAO: LIMA", 1.0),
        (["PERÚ: JUNÍN (DEPARTMENT)"], "PERU: JUNIN", 1.0),
    ],
)
def test_locations_earn_all_half_or_nothing(known: list[str], mine: str, credit: float) -> None:
    assert location_credit(known, mine) == credit


def test_types_are_no_names() -> None:
    assert location_of("PERU: LIMA (CITY / DEPARTMENT)").names == {"lima"}


def test_a_day_that_is_counted_is_given_and_a_weekday_is_the_reports_day_at_the_latest() -> None:
    assert answer("YESTERDAY").date == "14 MAR 90"
    assert answer("ON MONDAY").date == "- 15 MAR 90"
    assert answer("LAST NIGHT").date == "14 MAR 90 - 15 MAR 90"


def test_without_a_date_the_reports_day_is_the_last_possible() -> None:
    assert answer("").date == "- 15 MAR 90"


def test_a_place_is_given_with_its_state_by_the_tasks_names() -> None:
    assert answer("YESTERDAY").location == "PERU: TRUJILLO"
    page = read_raw("report.txt", REPORT.format(when="TODAY").encode())
    assert scene(page, frozenset()).location == "PERU"


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("US SOLDIERS TOLD US OF A CAR", None),
        ("A CHILEAN BANK IN EL SALVADOR, THE SALVADORAN ARMY", "EL SALVADOR"),
        ("QUITO AND LIMA AND QUITO", "ECUADOR"),
    ],
)
def test_a_state_that_is_not_told_is_the_one_most_named(told: str, state: str | None) -> None:
    page = read_raw("report.txt", f"{told}. IT RAINED ALL DAY LONG.".encode())
    assert scene(page, frozenset()).location == state


def test_the_tasks_names_are_folded_and_stripped_of_types(tmp_path: Path) -> None:
    assert listed(tmp_path) == frozenset()
    (tmp_path / "taskdoc").mkdir()
    (tmp_path / "taskdoc" / "set-list-location.v4").write_text(
        "Set list\n\nSANTA FE (TOWN)\nORLO\n", "latin-1"
    )
    assert listed(tmp_path) == {"santa fe", "orlo"}


@pytest.mark.needs_shared
def test_the_tasks_own_list_is_read() -> None:
    assert {"lima", "apopa", "medellin"} <= listed(require("data/muc4"))


def test_every_template_of_a_report_gets_its_day_and_place() -> None:
    from evaluation.readers.by_name import predictor  # noqa: PLC0415 - starts nothing but the rules

    found = responses(predictor("rules"), REPORT.format(when="YESTERDAY"), NAMES)
    assert {(one.date, one.location) for one in found} <= {("14 MAR 90", "PERU: TRUJILLO")}
