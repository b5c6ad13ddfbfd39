"""A real case of twenty-nine reports: a corrected figure, hidden copies, counts that differ."""

from functools import cache
from pathlib import Path

import pytest

from tests.shared import require
from whence.extract import extract
from whence.extract.rules.reader import RulesReader
from whence.fuse import fuse
from whence.ingest import expand, ingest
from whence.ingest.capture import Capture
from whence.model.document import Document
from whence.model.incident import Incident, Slot
from whence.model.origin import Origin, Trace
from whence.model.report import Report
from whence.trace import count_origins, trace

_CASE = "cases/kadhimi-2021"
_SEED = "seeds/000_a46a5d0960599277.txt"


@cache
def _read(*places: Path) -> tuple[tuple[Document, ...], tuple[Report, ...], Trace]:
    documents: list[Document] = []
    for found in expand([str(place) for place in places]):
        if isinstance(found, Capture):
            document = ingest(found)
            if isinstance(document, Document):
                documents.append(document)
    reports = [extract(document, RulesReader()) for document in documents]
    return tuple(documents), tuple(reports), trace(documents, reports)


def case() -> tuple[Incident, Trace]:
    documents, reports, traced = _read(require(_CASE))
    return fuse(documents, reports, traced), traced


def slot(name: str) -> Slot:
    found = case()[0].slot(name)
    assert found is not None
    return found


def origin(traced: Trace, name: str) -> Origin:
    (found,) = [one for one in traced.origins if name in one.name]
    return found


@pytest.mark.needs_shared
def test_ministry_is_one_origin_and_its_correction_an_update() -> None:
    _, traced = case()
    ministry = origin(traced, "Interior Ministry")
    assert len(ministry.document_ids) >= 5
    launched = slot("munitions_launched")
    drones = {
        value.value: value.status for value in launched.values if (value.unit or "") == "drone"
    }
    assert (launched.best, drones["2"], drones["3"]) == ("2", "held", "superseded")
    for row in launched.contradictions:
        if {row.left, row.right} == {"2", "3"}:
            assert row.kind == "superseded"
    assert any(row.kind == "different_category" for row in launched.contradictions)


@pytest.mark.needs_shared
def test_counts_of_guards_stay_visible_with_their_origins() -> None:
    wounded = slot("wounded")
    assert {"2", "3", "6", "7"} <= {value.value for value in wounded.values}
    assert wounded.disputed
    assert wounded.quantity is not None
    assert (wounded.quantity.low, wounded.quantity.high) == (2, 7)
    seven = next(value for value in wounded.values if value.value == "7")
    assert len(seven.origin_ids) < len(seven.document_ids)


@pytest.mark.needs_shared
def test_counts_of_guards_and_drones_differ_for_the_right_reasons() -> None:
    wounded, launched = slot("wounded"), slot("munitions_launched")
    status = {value.value: value.status for value in wounded.values}
    assert (status["several"], status["at least 6"]) == ("refined", "refined")
    assert wounded.best in {"6", "7"}
    conflicts = {row.right for row in wounded.contradictions if row.kind == "real_conflict"}
    assert {"2", "3"} <= conflicts
    chance = {value.value: value.probability or 0.0 for value in wounded.values}
    assert chance["at least 6"] > chance["7"] > chance["2"]
    assert chance["7"] < 0.99
    drones = {
        value.value: value.probability or 0.0
        for value in launched.values
        if (value.unit or "") == "drone"
    }
    assert drones["2"] > 0.9
    assert drones["3"] < 0.05
    assert all(row.reason for row in (*wounded.contradictions, *launched.contradictions))


@pytest.mark.needs_shared
def test_one_agencys_officials_are_one_origin() -> None:
    _, traced = case()
    officials = [
        one for one in traced.origins if "fficials" in one.name and "Associated Press" in one.relays
    ]
    assert len(officials) == 1
    assert len(officials[0].document_ids) == 3


@pytest.mark.needs_shared
def test_dates_places_and_parties() -> None:
    incident, _ = case()
    assert incident.kind == "drone_attack"
    date = incident.slot("date")
    assert date is not None
    assert date.best == "2021-11-07"
    named = {name for party in incident.parties for name in (party.name, *party.aliases)}
    assert {"Iran-backed militias", "pro-Iran militias"} <= named
    states = [party.name for party in incident.parties if party.kind == "state"]
    assert len(states) == len(set(states))
    assert "Iran" in states


@pytest.mark.needs_shared
def test_seed_page_relays_are_no_origins_of_the_drone_figures() -> None:
    documents, reports, traced = _read(require(_SEED))
    chains = {
        fact.chain_id
        for report in reports
        for fact in report.facts
        if fact.slot.startswith("munitions") and fact.value in ("1", "2", "3")
    }
    counted = {
        fact.chain_id
        for report in reports
        for fact in report.facts
        if fact.slot in ("munitions_intercepted", "munitions_struck")
    }
    assert len(documents) == 1
    assert chains
    (ministry,) = count_origins(traced, counted)
    assert "nterior ministry" in ministry.name
    assert {"Jerusalem Post", "state news agency INA"} <= {
        name.removeprefix("The ") for name in ministry.relays
    }
