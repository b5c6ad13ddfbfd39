import pytest
from msgspec.structs import replace

from tests.model import made
from whence.model.claim import ROLE_OF_PREDICATE, Claim, Predicate
from whence.model.document import Document
from whence.model.incident import Incident, Slot

DOCUMENT = made.document()


def test_document_cuts_spans_out_of_its_own_text() -> None:
    span = DOCUMENT.span(2, 7)
    assert (span.document_id, span.text) == (DOCUMENT.id, "barge")


def test_document_is_called_by_its_outlet_or_else_its_location() -> None:
    assert DOCUMENT.name == "Quay News"
    assert made.document(outlet="").name == "barge.html"


def test_report_finds_its_chains() -> None:
    report = made.report(DOCUMENT)
    assert report.chain(report.chains[0].id) is report.chains[0]
    with pytest.raises(KeyError):
        report.chain("chain-of-another-report")


def test_incident_finds_its_slots() -> None:
    incident = made.incident(DOCUMENT)
    slot = incident.slot("place")
    assert slot is not None
    assert slot.best == "Lower Quay"
    assert incident.slot("killed") is None


def test_every_chain_leads_to_its_origin() -> None:
    trace = made.trace(DOCUMENT)
    assert trace.origin_of() == {made.chain(DOCUMENT).id: "origin-1"}


def test_assessment_answers_the_questions_that_were_asked() -> None:
    assessment = made.assessment()
    assert assessment.answer("executor").wording == "cannot tell"
    with pytest.raises(KeyError):
        assessment.answer("sponsor")


@pytest.mark.parametrize(
    ("predicate", "role"),
    [("carried_out", "executor"), ("ordered", "sponsor"), ("knew", None)],
)
def test_claim_bears_on_the_question_its_predicate_answers(
    predicate: Predicate, role: str | None
) -> None:
    claim = Claim(
        id="claim-1",
        document_id=DOCUMENT.id,
        chain_id="chain-1",
        subject="the ferrymen",
        subject_kind="group",
        predicate=predicate,
        object="the fire",
        standing="speculated",
        act="speculate",
        spans=(),
        extractor="rules@1",
    )
    assert claim.role == role == ROLE_OF_PREDICATE[predicate]


def test_identity_ignores_everything_but_text_and_address() -> None:
    assert made.document(outlet="A").id == made.document(outlet="B").id
    assert isinstance(DOCUMENT, Document)


def test_an_incident_of_which_only_a_day_was_read_is_empty() -> None:
    bare = Incident(id="i", kind=None, headline="", report_ids=(), slots=())
    day, target = (
        Slot(slot=name, label=name, best="x", disputed=False, values=())
        for name in ("date", "target")
    )
    assert bare.empty
    assert replace(bare, slots=(day,)).empty
    assert not replace(bare, slots=(day, target)).empty
    assert not replace(bare, kind="bombing").empty
