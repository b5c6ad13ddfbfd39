import io

from msgspec.structs import replace
from rich.console import Console

from tests.fuse.grouping.making import EVERY, FERRY, made
from whence.fuse import Options, incidents
from whence.model.case import Case, Run
from whence.model.origin import Copy
from whence.publish import html, markdown, terminal
from whence.publish.focus import focused
from whence.publish.views import together
from whence.run.stream import identify
from whence.trace import trace

_RUN = Run(at="2031-04-01T00:00:00+00:00", whence="0", reader="hand@1", inputs=())


def _case() -> Case:
    every = [one for rows in EVERY for one in made(rows)]
    documents = tuple(one.document for one in every)
    reports = tuple(one.report() for one in every)
    traced = trace(documents, reports)
    fused = incidents(documents, reports, traced, options=Options(grouping="found"))
    return Case(
        id=identify(documents),
        run=_RUN,
        documents=documents,
        reports=reports,
        trace=traced,
        incident=fused.incident,
        others=fused.others,
    )


def test_the_page_is_about_its_own_incident_and_names_the_others() -> None:
    page = html.render(_case())
    assert "Which reports belong together" in page
    assert "Other incidents that were told of" in page
    own = page[: page.index('id="together"')]
    assert "Corvina" in own
    assert "Bellweather" not in own


def test_bonds_stand_with_the_loosest_first_and_what_they_rest_on() -> None:
    rows = together.bonds(_case())
    assert len(rows) == len(FERRY)
    odds = [float(row.odds) for row in rows]
    assert odds == sorted(odds)
    assert all("words" in row.why for row in rows)


def test_a_persons_judgement_is_told_as_such() -> None:
    case = _case()
    assert case.incident is not None
    first, *rest = case.incident.bonds
    bare = replace(first, judged=True, reasons=())
    told = replace(first, judged=True)
    rows = together.bonds(replace(case, incident=replace(case.incident, bonds=(bare, told, *rest))))
    assert [row.why for row in rows[-2:]] == [
        "judged by a person",
        f"judged by a person; by their words: {', '.join(first.reasons)}",
    ]


def test_other_incidents_are_listed_with_their_outlets() -> None:
    rows = together.others(_case())
    assert [(row.count, row.outlets) for row in rows] == [
        ("2 reports", "Moor Gazette, Vela Post"),
        ("1 report", "Moor Gazette"),
    ]
    assert all(row.headline for row in rows)


def test_markdown_and_terminal_say_the_same() -> None:
    case = _case()
    text = markdown.render(case)
    assert "## Other incidents that were told of" in text
    assert "2 reports: Moor Gazette, Vela Post" in text
    out = io.StringIO()
    terminal.render(case, Console(file=out, width=100))
    assert "Other incidents that were told of" in out.getvalue()


def test_a_case_of_one_incident_says_nothing_of_it() -> None:
    case = _case()
    assert case.incident is not None
    alone = replace(focused(case), others=(), incident=replace(case.incident, bonds=()))
    assert "Which reports belong together" not in html.render(alone)
    assert focused(alone) is alone
    assert together.bonds(replace(alone, incident=None)) == ()


def test_copies_from_elsewhere_are_not_this_incidents() -> None:
    case = _case()
    ids = (
        {report.document_id for report in case.reports if report.id in case.incident.report_ids}
        if case.incident
        else set()
    )
    here, there = sorted(ids)[0], next(one.id for one in case.documents if one.id not in ids)
    within = Copy(copy_id=here, original_id=None, probability=0.9, basis="credit")
    across = Copy(copy_id=here, original_id=there, probability=0.9, basis="passage")
    away = Copy(copy_id=there, original_id=None, probability=0.9, basis="credit")
    whole = replace(case, trace=replace(case.trace, copies=(within, across, away)))
    seen = focused(whole)
    assert seen.trace.copies == (within,)
    assert {one for origin in seen.trace.origins for one in origin.document_ids} <= ids
