"""Small invented model values that several tests share."""

from whence.model.assessment import Answer, Assessment
from whence.model.attribution import Chain, Hop
from whence.model.case import Case, Run
from whence.model.document import Block, Document
from whence.model.incident import Incident, Slot
from whence.model.origin import Origin, Trace
from whence.model.report import Report

TEXT = "A barge burned at Lower Quay on Tuesday. Nobody knows who set the fire."


def document(text: str = TEXT, location: str = "barge.html", outlet: str = "Quay News") -> Document:
    return Document(
        id=Document.identify(text, None),
        location=location,
        outlet=outlet,
        media_type="text/html",
        language="en",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        raw_sha256="0" * 64,
        raw_size=len(text),
    )


def chain(of: Document) -> Chain:
    outlet = Hop(who=of.name, how="publishes", kind="outlet", anonymity="organisation")
    return Chain(id=f"chain-{of.id}", document_id=of.id, hops=(outlet,))


def report(of: Document) -> Report:
    return Report(id=f"report-{of.id}", document_id=of.id, chains=(chain(of),))


def trace(of: Document) -> Trace:
    origin = Origin(
        id="origin-1",
        name=of.name,
        kind="outlet",
        anonymity="organisation",
        chain_ids=(chain(of).id,),
        document_ids=(of.id,),
    )
    return Trace(origins=(origin,))


def incident(of: Document) -> Incident:
    slot = Slot(slot="place", label="place", best="Lower Quay", disputed=False, values=())
    return Incident(
        id="incident-1",
        kind=None,
        headline="A barge burned",
        report_ids=(report(of).id,),
        slots=(slot,),
    )


def assessment() -> Assessment:
    answer = Answer(
        role="executor",
        hypotheses=(),
        evidence=(),
        posterior=(),
        tests=(),
        verdict=None,
        wording="cannot tell",
        prior_basis="none",
    )
    return Assessment(
        as_of=None, answers=(answer,), confidence="low", confidence_reason="thin", model="weigh@1"
    )


def case(of: Document) -> Case:
    return Case(
        id="case-1",
        run=Run(
            at="2031-01-01T00:00:00+00:00", whence="0", reader="rules@1", inputs=("barge.html",)
        ),
        documents=(of,),
        reports=(report(of),),
        trace=trace(of),
        incident=incident(of),
        assessment=assessment(),
    )
