"""A source corrects its own figure: an update everywhere, a conflict nowhere."""

from tests.fuse.cases import correction
from tests.fuse.making import said
from tests.fuse.making import slot as slot_of
from whence.fuse import fuse
from whence.model.incident import Incident, Slot
from whence.model.origin import Trace
from whence.trace import trace


def fused() -> tuple[Incident, Trace]:
    made = correction()
    documents, reports = [one.document for one in made], [one.report() for one in made]
    traced = trace(documents, reports)
    return fuse(documents, reports, traced), traced


def slot(name: str) -> Slot:
    found = fused()[0].slot(name)
    assert found is not None
    return found


def test_ministry_is_one_origin_under_all_its_names() -> None:
    _, traced = fused()
    (ministry,) = [one for one in traced.origins if "inistry" in one.name]
    assert ministry.name == "Andorran Interior Ministry"
    assert len(ministry.document_ids) == 4
    assert any("speaks for it" in merge.reason for merge in ministry.merges)


def test_corrected_figure_is_superseded_and_no_conflict() -> None:
    launched = slot("munitions_launched")
    assert launched.best == "2"
    assert [(value.value, value.status) for value in launched.values] == [
        ("2", "held"),
        ("3", "superseded"),
    ]
    assert {row.kind for row in launched.contradictions} == {"superseded"}
    assert not launched.disputed


def test_superseded_value_keeps_its_documents_and_has_no_support() -> None:
    three = slot("munitions_launched").values[1]
    assert len(three.document_ids) == 3
    assert three.support == 0.0


def test_unsourced_print_of_the_withdrawn_figure_falls_with_it() -> None:
    reasons = {row.reason for row in slot("munitions_launched").contradictions}
    assert any("without a source" in reason for reason in reasons)


def test_parts_given_with_the_withdrawn_total_count_half() -> None:
    made = correction()
    ward = said("Ward", "A warden said both drones hit.")
    ward.fact("munitions_struck", 2, "both drones hit", "A warden:anonymous", unit="drone")
    again = slot_of([*made, ward], "munitions_struck")
    assert {value.value: value.support for value in again.values} == {"2": 1.0, "1": 1.0}
    made[1].facts = [fact for fact in made[1].facts if fact.slot != "munitions_struck"]
    struck = slot_of([*made, ward], "munitions_struck")
    assert {value.value: value.support for value in struck.values} == {"2": 1.0, "1": 0.5}
