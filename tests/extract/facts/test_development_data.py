"""Facts of real reports, read from the development data where it is there."""

import json
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.extract.facts.reading import Read, read_document
from tests.extract.texts import document
from tests.shared import require


def load(path: Path) -> Read:
    """Read one report with the publication date of its side-car."""
    side = path.with_suffix(".json")
    known = json.loads(side.read_text("utf-8")) if side.exists() else {}
    date = re.match(r"\d{4}(?:-\d\d){0,2}", known.get("publication_date") or "")
    page = document(path.read_bytes().decode("utf-8"), published=date.group() if date else None)
    return read_document(replace(page, title=known.get("title")))


@pytest.mark.needs_shared
def test_page_of_the_seed() -> None:
    page = load(next(iter(sorted(require("seeds").glob("*.txt")))))
    assert page.anchor.iso == "2021-11-07"
    assert str(page.anchor.basis).startswith("office-holders")
    assert page.values("date") == ["2021-11-06/2021-11-07"]
    assert page.values("place") == ["Green Zone, Baghdad"]
    assert page.values("munitions_launched") == ["3"]
    assert page.values("munitions_intercepted") == ["2"]
    assert page.values("munitions_struck") == ["1"]
    assert page.values("wounded") == ["6"]
    assert page.values("killed") == []
    assert page.values("killed", "other") == ["at least 1"]
    assert page.values("wounded", "other") == ["several"]
    assert page.values("weapon") == ["drone"]
    assert page.values("target_condition") == ["unhurt"]
    assert page.values("responsibility_claim") == ["none"]
    assert page.values("attribution_withheld") == ["yes"]
    assert page.values("evidence_recovered") == ["remains of a drone"]
    assert page.kind == "drone_attack"


def counted(facts: list[dict[str, object]], page: Read) -> tuple[int, int]:
    """Return how many counts of the truth were found at their words with their value."""
    found = 0
    for fact in facts:
        start, end = fact["start"], fact["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        value = str(fact["value"]).lstrip(">=~")
        found += any(
            read.quantity is not None
            and value in {str(read.quantity.best), str(read.quantity.low), read.value}
            and any(span.start < end and start < span.end for span in read.spans)
            for read in page.facts
        )
    return found, len(facts)


@pytest.mark.needs_shared
def test_counts_of_one_incident_in_many_reports() -> None:
    folder = require("cases/kadhimi-2021")
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    found = total = 0
    for report in truth["reports"]:
        facts = [f for f in report["facts"] if f["type"] == "count" and "value" in f]
        if facts:
            right, all_of_them = counted(facts, load(folder / f"{report['report']}.txt"))
            found, total = found + right, total + all_of_them
    assert total >= 25
    assert found >= 0.95 * total


@pytest.mark.needs_shared
def test_self_correction_is_kept_as_two_versions() -> None:
    page = load(require("cases/kadhimi-2021/wsj-nfn.txt"))
    versions = [(f.value, f.stage) for f in page.facts if f.slot == "munitions_launched"]
    assert versions == [("3", "initial"), ("2", "correction")]
