import pytest
from msgspec.structs import replace

from tests.fuse.grouping.making import ALONE, DEPOT, EVERY, FERRY, made
from tests.trace.making import Made, document
from whence.errors import UnknownId
from whence.fuse import DIFFERENT, SAME, Fused, Options, document_of, incidents
from whence.fuse.parting import parted
from whence.model.case import Judgement
from whence.model.origin import Copy
from whence.trace import trace

_FOUND = Options(grouping="found")


def _incidents(every: list[Made], *judgements: Judgement, options: Options = _FOUND) -> Fused:
    documents, reports = [one.document for one in every], [one.report() for one in every]
    return incidents(documents, reports, trace(documents, reports), judgements, options)


def _judged(one: Made, other: Made, verdict: str, at: str = "2031") -> Judgement:
    subject = f"{one.document.id} {other.document.id}"
    return Judgement(subject=subject, verdict=verdict, by="me", at=at, reason="read both")


def test_each_incident_has_its_own_record_and_the_largest_is_the_question() -> None:
    every = [one for rows in EVERY for one in made(rows)]
    fused = _incidents(every)
    assert [len(one.report_ids) for one in (fused.incident, *fused.others)] == [3, 2, 1]
    held = {slot.slot: slot.best for slot in fused.incident.slots}
    other = {slot.slot: slot.best for slot in fused.others[0].slots}
    assert (held["killed"], held["place"]) == ("4", "Port Vela")
    assert (other["wounded"], other["place"]) == ("2", "Tarnholm")
    assert "wounded" not in held


def test_bonds_tell_why_a_report_is_there() -> None:
    fused = _incidents([one for rows in EVERY for one in made(rows)])
    bonds = fused.incident.bonds
    assert {bond.document_id for bond in bonds} == {one.document.id for one in made(FERRY)}
    assert all(bond.log_odds > 0 and bond.reasons and not bond.judged for bond in bonds)
    assert fused.others[1].bonds == ()


def test_the_question_may_be_about_any_of_them() -> None:
    every = [one for rows in EVERY for one in made(rows)]
    options = Options(grouping="found", about=every[3].document.id)
    fused = _incidents(every, options=options)
    assert every[3].document.id in {bond.document_id for bond in fused.incident.bonds}
    assert [len(one.report_ids) for one in (fused.incident, *fused.others)] == [2, 3, 1]


def test_a_name_that_several_reports_have_is_an_error() -> None:
    every = [one for rows in EVERY for one in made(rows)]
    with pytest.raises(UnknownId, match="several reports"):
        _incidents(every, options=Options(grouping="found", about="Vela Post.txt"))


def test_a_question_about_nothing_that_was_read_is_an_error() -> None:
    with pytest.raises(UnknownId, match="no report of this name"):
        _incidents(made(FERRY), options=Options(about="harbour.html"))


def test_a_question_about_what_could_not_be_read_is_an_error() -> None:
    unread = document("Quay News", "Unread.")
    documents = [*(one.document for one in made(FERRY)), unread]
    reports = [one.report() for one in made(FERRY)]
    with pytest.raises(UnknownId, match="nothing could be read"):
        incidents(documents, reports, trace(documents, reports), (), Options(about=unread.id))


def test_reports_given_as_one_are_one_incident_without_bonds() -> None:
    every = [*made(FERRY), *made(ALONE)]
    fused = _incidents(every, options=Options())
    assert len(fused.incident.report_ids) == 4
    assert fused.others == ()
    assert fused.incident.bonds == ()


@pytest.mark.parametrize("options", [Options(), _FOUND])
def test_judgements_part_and_bind_whatever_is_found(options: Options) -> None:
    ferry, alone = made(FERRY), made(ALONE)
    parted = _incidents([*ferry, *alone], _judged(ferry[0], alone[0], DIFFERENT), options=options)
    assert [len(one.report_ids) for one in (parted.incident, *parted.others)] == [3, 1]
    bound = _incidents(
        [*ferry, *alone],
        _judged(ferry[0], alone[0], SAME, "2032"),
        _judged(alone[0], ferry[0], DIFFERENT, "2031"),
        options=options,
    )
    assert len(bound.incident.report_ids) == 4
    if options.grouping == "found":
        assert any(bond.judged for bond in bound.incident.bonds)


def test_given_reports_that_are_judged_apart_leave_with_their_own() -> None:
    ferry, depot = made(FERRY), made(DEPOT)
    fused = _incidents(
        [*ferry, *depot],
        _judged(depot[0], ferry[0], DIFFERENT),
        _judged(depot[0], depot[1], SAME),
        options=Options(),
    )
    assert [len(one.report_ids) for one in (fused.incident, *fused.others)] == [3, 2]


def test_two_reports_alone_may_be_judged_apart() -> None:
    ferry, alone = made(FERRY)[0], made(ALONE)[0]
    fused = _incidents([ferry, alone], _judged(ferry, alone, DIFFERENT), options=Options())
    assert len(fused.others) == 1


def test_other_judgements_are_passed_over() -> None:
    ferry = made(FERRY)
    odd = [
        Judgement(subject="claim-1", verdict="reject", by="me", at="2031", reason="satire"),
        Judgement(subject="one", verdict=SAME, by="me", at="2031", reason=""),
        Judgement(subject="one one", verdict=DIFFERENT, by="me", at="2031", reason=""),
        Judgement(subject="gone lost", verdict=DIFFERENT, by="me", at="2031", reason=""),
    ]
    assert _incidents(ferry, *odd, options=Options()).others == ()


def test_no_report_is_an_empty_incident() -> None:
    assert _incidents([]).incident.report_ids == ()
    assert _incidents([], options=Options()).incident.report_ids == ()


def test_a_trace_is_parted_by_incident() -> None:
    ferry, depot = made(FERRY), made(DEPOT)
    every = [*ferry, *depot]
    documents, reports = [one.document for one in every], [one.report() for one in every]
    whole = trace(documents, reports)
    ids = [one.id for one in documents]
    within, across = _copy(ids[0], ids[1]), _copy(ids[0], ids[4])
    credited, elsewhere = _copy(ids[4], None), _copy("gone", ids[0])
    made_up = replace(whole, copies=(within, across, credited, elsewhere))
    left, right = parted(made_up, [ids[:3], ids[3:]], [*reports, made(ALONE)[0].report()])
    assert (left.copies, right.copies) == ((within,), (credited,))
    assert {one for origin in left.origins for one in origin.document_ids} == set(ids[:3])
    chains = {chain.id for report in reports[3:] for chain in report.chains}
    assert set(right.origin_of()) == chains


def test_an_origin_of_nothing_that_was_grouped_is_in_no_part() -> None:
    ferry, alone = made(FERRY), made(ALONE)
    every = [*ferry, *alone]
    documents, reports = [one.document for one in every], [one.report() for one in every]
    whole = trace(documents, reports)
    ids = [one.id for one in documents]
    left, right = parted(whole, [ids[:1], ids[1:3]], reports)
    assert ids[3] not in {
        one for part in (left, right) for o in part.origins for one in o.document_ids
    }


def _copy(taker: str, giver: str | None) -> Copy:
    return Copy(copy_id=taker, original_id=giver, probability=0.9, basis="passage")


def test_a_report_without_its_document_is_passed_over() -> None:
    ferry, alone = made(FERRY), made(ALONE)
    documents = [one.document for one in ferry]
    reports = [one.report() for one in (*ferry, *alone)]
    whole = trace([*documents, alone[0].document], reports)
    fused = incidents(documents, reports, whole, options=_FOUND)
    assert len(fused.incident.report_ids) == 3
    apart = _judged(ferry[0], ferry[1], DIFFERENT)
    assert len(incidents(documents, reports, whole, [apart]).others) == 1


def test_documents_are_found_by_what_a_person_calls_them() -> None:
    ferry = [one.document for one in made(FERRY)]
    assert document_of(ferry, "Quay News.txt") is ferry[1]
    assert document_of(ferry, ferry[2].id) is ferry[2]


def test_as_of_a_moment_only_what_was_out_by_then_is_known() -> None:
    ferry = made(FERRY)
    undated = Made(document("Tide Weekly", "The ferry Corvina sank off Port Vela."))
    every = [*ferry, undated]
    then = _incidents(every, options=Options(as_of="2031-03-02"))
    assert then.incident == _incidents([*ferry[:2], undated], options=Options()).incident
    assert len(_incidents(every, options=Options(as_of="2031-03-04")).incident.report_ids) == 4
    assert len(_incidents(every, options=Options(as_of="2030")).incident.report_ids) == 1
    assert _incidents(ferry, options=Options(as_of="2030")).incident.report_ids == ()
