"""A source corrects its own figure: an update everywhere, a conflict nowhere."""

from tests.fuse.cases import correction
from tests.fuse.making import said
from tests.fuse.making import slot as slot_of
from tests.trace.making import Made
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


def _unclaimed(day: str | None) -> Made:
    made = said("Pier Post", "Nobody has claimed it.", day)
    made.fact("responsibility_claim", "none", "Nobody has claimed it")
    return made


def _claimed(day: str | None) -> Made:
    made = said("Mole Mail", "The Tide League has claimed it.", day)
    made.fact("responsibility_claim", "Tide League", "claimed it", "Tide League:group")
    return made


def test_a_later_claim_replaces_that_nobody_has_claimed_it() -> None:
    found = slot_of([_unclaimed("2031-03-04"), _claimed("2031-03-06")], "responsibility_claim")
    assert found.best == "Tide League"
    assert not found.disputed
    assert [(one.value, one.status) for one in found.values] == [
        ("Tide League", "held"),
        ("none", "superseded"),
    ]
    assert [row.reason for row in found.contradictions] == ["Tide League claimed it later"]


def test_that_nobody_claimed_it_stands_against_an_earlier_or_undated_claim() -> None:
    for day in ("2031-03-04", None):
        found = slot_of([_unclaimed("2031-03-06"), _claimed(day)], "responsibility_claim")
        assert found.disputed or found.abstained
