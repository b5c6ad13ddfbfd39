"""Supposing something of a case: with its people's decisions, and with statements stated anew."""

import pytest
from msgspec.structs import replace

from tests.fuse.making import said
from tests.trace.making import Made
from whence.errors import ConfigError, NothingRead
from whence.model.case import Case, Judgement, Run
from whence.model.incident import Incident
from whence.run import pipeline
from whence.run.case.supposing import supposing
from whence.run.config import Config
from whence.weigh import Options, Supposition

AT = "2031-05-09T10:00:00+00:00"
CONFIG = Config(weigh=Options(draws=200))
RIBA = "Pau Riba:person"


def read() -> tuple[Case, Made]:
    made = said(
        "A", "Riba may think so. Riba says it was the Fajr Front. Holm agrees.", "2031-05-04"
    )
    made.claim(
        "Fajr Front", "Riba may think so", RIBA, standing="speculated", act="speculate", hedge=1
    )
    made.claim("Fajr Front", "Riba says it was", RIBA, standing="accused_by_authority")
    made.claim("Fajr Front", "Holm agrees", "Ona Holm:person")
    case = Case(
        id="case-1",
        run=Run(at=AT, whence="0", reader="rules", inputs=()),
        documents=(made.document,),
        reports=(made.report(),),
    )
    return pipeline.fused(pipeline.traced(case, CONFIG), CONFIG), made


def test_a_statement_without_its_firmest_claim_is_weighed_as_what_is_left() -> None:
    case, made = read()
    guess, accusation, _ = made.claims
    supposed = supposing(case, CONFIG).suppose(Supposition(without_claims=(accusation.id,)))
    assert supposed.carried == ()
    kinds = {item.claim_ids: item.kind for item in supposed.outcome("executor").evidence}
    assert kinds[guess.id,] == "speculation"
    report = replace(
        case.reports[0],
        claims=tuple(one for one in case.reports[0].claims if one.id != accusation.id),
    )
    fewer = pipeline.fused(replace(case, reports=(report,)), CONFIG)
    wanted = pipeline.weighed(fewer, CONFIG).assessment
    assert wanted is not None
    assert [(row.hypothesis_id, row.mean) for row in supposed.outcome("executor").posterior] == [
        (row.hypothesis_id, row.mean) for row in wanted.answer("executor").posterior
    ]


def test_what_people_decided_holds_under_a_supposition() -> None:
    case, _ = read()
    prior = Judgement(
        subject="executor:unnamed", verdict="prior 0.7", by="ana", at=AT, reason="own files"
    )
    decided = supposing(replace(case, judgements=(prior,)), CONFIG)
    rows = decided.suppose(Supposition()).outcome("executor").posterior
    assert {row.hypothesis_id: row.prior for row in rows}["executor:unnamed"] == pytest.approx(0.7)


def test_what_is_not_there_is_refused() -> None:
    case, _ = read()
    with pytest.raises(ConfigError, match="no claim"):
        supposing(case, CONFIG).suppose(Supposition(without_claims=("none",)))


@pytest.mark.parametrize("made", [None, "empty"])
def test_of_no_incident_nothing_is_supposed(made: str | None) -> None:
    case, _ = read()
    empty = Incident(id="in", kind=None, headline="", report_ids=(), slots=())
    with pytest.raises(NothingRead):
        supposing(replace(case, incident=None if made is None else empty), CONFIG)
