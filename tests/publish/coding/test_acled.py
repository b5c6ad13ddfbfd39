import csv
import json
from io import StringIO

import pytest
from msgspec.structs import replace

from tests.publish.coding.rows import only_row
from tests.publish.coding.test_doers import OWN_UP, said
from tests.publish.mapped import (
    KENYA,
    MALINDI,
    MOMBASA,
    NAIROBI,
    killed,
    location,
    mapped_case,
    with_slot,
)  # fmt: skip
from tests.publish.test_html import NO_INCIDENT, hostile_case
from whence.model.case import Case
from whence.model.claim import PartyKind
from whence.model.incident import Incident, Party
from whence.model.location import Location
from whence.publish import geojson
from whence.publish.coding.acled import COLUMNS, rows
from whence.publish.coding.companions import COMPANIONS
from whence.publish.several import each


def dated(case: Case, iso: str) -> Case:
    assert case.incident is not None
    slot = case.incident.slot("date")
    assert slot is not None
    value = replace(slot.values[0], value=iso)
    return with_slot(case, replace(slot, best=iso, values=(value,)))


def named(case: Case, kind: PartyKind = "group") -> Case:
    """Return the case with a party that admits it."""
    assert case.incident is not None
    party = Party(id="p-0", name="Reef Front", kind=kind)
    return replace(case, incident=replace(case.incident, parties=(party,), statements=(OWN_UP,)))


def test_every_column_of_a_row() -> None:
    case = killed(mapped_case(MOMBASA, rivals=[MALINDI], kind="shooting"), 2, 3, 5, "people")
    row = only_row(rows(case))
    assert tuple(row) == (*COLUMNS, *COMPANIONS)
    suspects = (
        "the Tidewatch (accused by authorities: interior ministry spokesman; "
        "denied: Tidewatch council)"
    )
    nobody = "nobody admitted it, and no inquiry or court found who did it"
    assert row == {
        "event_date": "2031-03-03",
        "year": "2031",
        "time_precision": "1",
        "event_type": "Violence against civilians",
        "sub_event_type": "Attack",
        "actor1": "Unidentified Armed Group (Kenya)",
        "assoc_actor_1": "",
        "inter1": "3",
        "actor2": "Civilians (Kenya)",
        "assoc_actor_2": "",
        "inter2": "7",
        "civilian_targeting": "Civilian targeting",
        "country": "Kenya",
        "admin1": "Mombasa County",
        "admin2": "Mvita",
        "location": "Mombasa",
        "latitude": "-4.05",
        "longitude": "39.66",
        "geo_precision": "1",
        "source": "Evening Mail of the Southern Provinces and Islands; Port Gazette; "
        "Coast Courier; Sable Observer",
        "source_scale": "",
        "notes": "Drone attack on the harbour office of Port Sable. Suspected or accused, not "
        f"coded as actors: {suspects}. Disputed: munitions_launched, wounded, place, killed.",
        "fatalities": "3",
        "whence_case": "case-harbour",
        "whence_kind": "shooting",
        "plover_event": "ASSAULT",
        "plover_mode": "firearms",
        "muc4_type": "ATTACK",
        "date_told": "2031-03-03",
        "date_origins": "2",
        "date_reports": "2",
        "place_told": "Mombasa",
        "place_precision": "settlement",
        "place_origins": "2",
        "place_reports": "2",
        "killed_low": "2",
        "killed_best": "3",
        "killed_high": "5",
        "killed_counted": "people",
        "killed_origins": "2",
        "killed_reports": "3",
        "target": "the harbour office",
        "target_kind": "",
        "stage": "",
        "doer_standing": "",
        "doer_reason": nobody,
        "suspects": suspects,
        "origins": "3",
        "own_voices": "3",
        "reports": "4",
        "disputed": "1",
        "disputed_slots": "munitions_launched; wounded; place; killed",
        "contradictions": "munitions_launched: 3 / 2: the same origin said so later; "
        "wounded: 6 / 4: real conflict, both cannot be right",
        "abstained": "",
        "left_open": "event_type: holds if those attacked were unarmed; "
        f"actor1: {nobody}; source_scale: the reach of the outlets is not known",
    }


def test_no_incident_gives_the_head_alone() -> None:
    head, *rest = csv.reader(StringIO(rows(NO_INCIDENT).decode()))
    assert tuple(head) == (*COLUMNS, *COMPANIONS)
    assert rest == []


@pytest.mark.parametrize(
    ("iso", "day", "code"),
    [
        ("2031-03-03/2031-03-04", "2031-03-03", "2"),
        ("2031-03-01/2031-03-07", "2031-03-04", "2"),
        ("2031-03", "2031-03-16", "3"),
        ("2031", "", ""),
        ("2030-12-31/2031-01-01", "2030-12-31", "2"),
    ],
)
def test_time_is_as_precise_as_it_is_told(iso: str, day: str, code: str) -> None:
    row = only_row(rows(dated(mapped_case(), iso)))
    assert (row["event_date"], row["time_precision"]) == (day, code)
    assert row["date_told"] == iso
    assert row["year"] == ("" if iso == "2030-12-31/2031-01-01" else "2031")
    assert ("event_date: less exact than a month" in row["left_open"]) == (not code)


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (location("Customs House", -4.06, 39.67, "site", country="KE"), "1"),
        (location("Changamwe", -4.03, 39.63, "county", "Mombasa County", "KE", "Changamwe"), "2"),
        (location("Coast", -3.0, 39.5, "region", "Coast", "KE"), "3"),
        (KENYA, ""),
        (None, ""),
    ],
)
def test_space_is_as_precise_as_it_is_told(at: Location | None, code: str) -> None:
    row = only_row(rows(mapped_case(at)))
    assert row["geo_precision"] == code
    assert bool(row["latitude"]) == bool(row["longitude"]) == bool(code)
    assert ("geo_precision: " in row["left_open"]) == (not code)
    if at is None:
        assert row["location"] == "Port Sable"
        assert row["actor1"] == "Unidentified Armed Group"


def test_an_attack_on_armed_people_is_a_clash() -> None:
    mixed = killed(mapped_case(kind="shooting"), 3, 3, 3, "soldiers")  # guards are wounded too
    assert only_row(rows(mixed))["event_type"] == "Violence against civilians"
    assert mixed.incident is not None
    kept = tuple(row for row in mixed.incident.slots if row.slot != "wounded")
    row = only_row(rows(replace(mixed, incident=replace(mixed.incident, slots=kept))))
    assert (row["event_type"], row["sub_event_type"]) == ("Battles", "Armed clash")
    assert row["actor2"] == ""
    assert "event_type: holds if those attacked bore arms" in row["left_open"]


def test_who_admits_it_is_the_actor_and_a_person_never_is() -> None:
    row = only_row(rows(named(mapped_case())))
    assert (row["actor1"], row["inter1"]) == ("Reef Front", "")
    assert row["doer_standing"] == "claimed or admitted"
    assert "Coded as the actor: Reef Front (claimed or admitted: the coroner)." in row["notes"]
    assert "not coded as actors: Reef Front" not in row["notes"]
    person = only_row(rows(named(mapped_case(), "person")))
    assert person["actor1"] == "Unidentified Armed Group (Kenya)"
    assert "Reef Front" in person["suspects"]


def test_a_suspect_is_never_an_actor() -> None:
    case = mapped_case()
    assert case.incident is not None
    party = Party(id="p-0", name="Reef Front", kind="group")
    accused = said("accused_by_authority")
    row = only_row(
        rows(
            replace(case, incident=replace(case.incident, parties=(party,), statements=(accused,)))
        )
    )
    coded = [row[name] for name in COLUMNS if name != "notes"]
    assert not any("Reef Front" in cell for cell in coded)
    assert "Reef Front (accused by authorities: the coroner)" in row["notes"]


@pytest.mark.parametrize(
    ("kind", "event", "actor"),
    [
        ("riot", "Riots", "Rioters (Kenya)"),
        ("crash", "", ""),
        ("attack", "", ""),
        (None, "", ""),
    ],
)
def test_the_kind_decides_type_and_wording(kind: str | None, event: str, actor: str) -> None:
    row = only_row(rows(mapped_case(kind=kind)))
    assert (row["event_type"], row["actor1"]) == (event, actor)
    assert ("event_type: " in row["left_open"]) == (not event)


def test_fatalities_are_best_or_lowest_or_nothing() -> None:
    assert only_row(rows(mapped_case()))["fatalities"] == ""
    assert only_row(rows(killed(mapped_case(), 0, 0, 0)))["fatalities"] == "0"
    row = only_row(rows(killed(mapped_case(), 2, None, 9)))
    assert row["fatalities"] == "2"
    assert "fatalities: the lowest figure, since none is held" in row["left_open"]
    assert row["abstained"] == "killed: one origin, hedged"
    assert (row["killed_best"], row["killed_origins"]) == ("", "")


def test_hostile_words_stay_words() -> None:
    row = only_row(rows(hostile_case()))
    assert not any(cell.startswith(("=", "+", "@")) for cell in row.values())
    assert "\u202e" not in "".join(row.values())


class Several(Case, frozen=True, kw_only=True):
    """A case in which some reports were found to tell of another incident."""

    others: tuple[Incident, ...] = ()


def test_every_incident_of_a_case_has_its_row_and_its_place() -> None:
    case = mapped_case(MOMBASA, mentioned=[NAIROBI])
    assert case.incident is not None
    mine, theirs = case.incident.report_ids[:3], case.incident.report_ids[3:]
    slots = tuple(row for row in case.incident.slots if row.slot == "wounded")
    other = replace(case.incident, id="inc-other", headline="Fire", report_ids=theirs, slots=slots)
    fields = {name: getattr(case, name) for name in Case.__struct_fields__}
    fields["incident"] = replace(case.incident, report_ids=mine)
    several = Several(**fields | {"others": (other,)})
    one, two = csv.DictReader(StringIO(rows(several).decode(), newline=""))
    assert (one["location"], two["location"]) == ("Mombasa", "")
    assert (one["reports"], two["reports"]) == ("3", "1")
    assert two["source"] == "Sable Observer"
    assert two["notes"].startswith("Fire.")
    features = json.loads(geojson.render(several))["features"]
    assert [row["id"] for row in features] == ["inc-harbour", "inc-other", "place-2"]
    assert features[1]["geometry"] is None
    assert len(each(case)) == 1
    assert [row.assessment is None for row in each(several)] == [False, True]
    assert len(each(Several(**fields | {"others": (other,), "incident": None}))) == 1
