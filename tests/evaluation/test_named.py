"""Whom reports make a suspect, against invented records."""

from pathlib import Path

import msgspec
from evaluation.corpora import gva
from evaluation.harness.command import Request
from evaluation.named import answer, measure, score, within

_RECORD = gva.Record(
    incident="12",
    written="April 10, 2017",
    state="Texas",
    city="Lorne",
    killed=1,
    injured=0,
    participants=(
        gva.Participant(sort=" Victim", name=" Omar  Haddad"),
        gva.Participant(sort=" Subject-Suspect", name=" Lena Brook"),
        gva.Participant(sort=" Subject-Suspect", name=" Kit"),
        gva.Participant(sort=" Victim", name=" Max Vale"),
        gva.Participant(sort=" Subject-Suspect", name=" Max Vale"),
    ),
)
_TEXT = (
    "Police charged Lena Ann Brook, 30, with the killing of Omar Haddad in Lorne. Max Vale and Kit"
    " were there as well."
)


def _report(text: str) -> gva.GvaReport:
    return gva.GvaReport(incident="12", id="a", title="", published="", uri="", text=text)


def test_who_is_both_or_goes_by_one_name_is_left_out() -> None:
    found = answer(_report(_TEXT), _RECORD, ["Lena Ann Brook", "Omar Haddad", "Max Vale", "Kit"])
    assert found.suspected == {"Lena Brook"}
    assert found.hurt == {"Omar Haddad"}
    assert found.blamed == {"Lena Brook", "Omar Haddad"}


def test_names_are_met_in_full_only() -> None:
    assert gva.places("Brook, Lena", "Lena Brook") == []
    assert gva.places("Lenard Brook", "Lena Brook") == []
    assert gva.places("Lena Brooke", "Lena Brook") == []
    text = 'Mr. Lena "Kit" Brook'
    assert [text[slice(*at)] for at in gva.places(text, "Lena Brook")] == ['Lena "Kit" Brook']


def test_figures_count_people() -> None:
    one = answer(_report(_TEXT), _RECORD, ["Lena Brook"])
    other = answer(_report("Omar Haddad died."), _RECORD, ["Omar Haddad"])
    missed = answer(_report("Lena Brook fled."), _RECORD, [])
    found = {row.name: row.value for row in score([one, other, missed])}
    assert found == {
        "suspects named": 0.5, "named rightly": 0.5, "hurt left alone": 0.5,
    }  # fmt: skip


def test_incidents_lie_in_one_part_and_some_are_kept_back() -> None:
    numbers = [str(number) for number in range(600)]
    held = {number for number in numbers if within(number, "held")}
    kept = {number for number in numbers if within(number, "kept-back")}
    assert not held & kept
    assert kept < {number for number in numbers if within(number, "dev")}


def test_reports_are_read_and_scored(tmp_path: Path) -> None:
    line = {
        "incident": "12",
        "id": "a",
        "title": "Charge",
        "dct": "2017-04-11",
        "uri": "b.example/x",
    }
    row = msgspec.json.encode({**line, "content": _TEXT})
    (tmp_path / "reports.jsonl").write_bytes(row + b"\n")
    people = [{"Type": one.sort, "Name": one.name} for one in _RECORD.participants]
    record = {
        "incident_uri": "12", "date": "April 10, 2017", "state": "Texas", "city_or_county": "Lorne",
        "num_killed": 1, "num_injured": 0, "participants": people,
    }  # fmt: skip
    (tmp_path / "frames.jsonl").write_bytes(msgspec.json.encode(record) + b"\n")
    outcome = measure(Request(data=tmp_path, split="all"))
    found = {one.name: one.counts for one in outcome.scores}
    assert found["suspects named"] is not None
    assert found["suspects named"].gold == 1
    assert found["hurt left alone"] is not None
    assert found["hurt left alone"].gold == 1
