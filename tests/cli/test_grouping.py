import json
from pathlib import Path

import msgspec
import pytest

from tests.cli.pages import FIRST, SECOND, invoke, put
from whence.cli import exits
from whence.errors import UnknownId
from whence.fuse import DIFFERENT
from whence.model.case import Case

DEPOT = """<!doctype html><html lang="en"><head><title>Driver shot at Tarnholm depot</title>
<meta property="og:site_name" content="Moor Gazette">
<meta property="article:published_time" content="2031-05-06T19:00:00+00:00"></head><body><article>
<h1>Driver shot at Tarnholm depot</h1>
<p>Gunmen opened fire on the bus depot of Tarnholm on Tuesday morning, killing a driver, Osric
Bellweather, and wounding two mechanics, Tarnholm police said.</p>
<p>Nobody has claimed responsibility for the shooting, and the gunmen fled in a grey van, the police
said.</p></article></body></html>"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return put(tmp_path / "in", first_html=FIRST, second_html=SECOND, depot_html=DEPOT)


def _case(pages: Path, *options: str) -> Case:
    result = invoke("run", pages, "--out", pages.parent / "out", "--quiet", *options)
    assert result.exit_code == exits.OK, result.stderr
    return msgspec.json.decode((pages.parent / "out" / "case.json").read_bytes(), type=Case)


def test_reports_are_of_one_incident_unless_told_otherwise(pages: Path) -> None:
    case = _case(pages)
    assert case.incident is not None
    assert len(case.incident.report_ids) == 3
    assert case.others == ()


def test_several_incidents_are_found_and_the_question_is_about_the_one_asked_for(
    pages: Path,
) -> None:
    case = _case(pages, "--several", "--about", "depot.html")
    assert case.incident is not None
    assert len(case.incident.report_ids) == 1
    assert sum(len(other.report_ids) for other in case.others) == 2


def test_a_judgement_is_kept_with_its_author_and_binds_when_the_case_is_fused_again(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    case = _case(
        pages,
        *("--apart", "first.html", "depot.html"),
        *("--apart", "second.html", "depot.html"),
        *("--reason", "another town"),
    )
    assert [len(other.report_ids) for other in case.others] == [1]
    assert {(one.verdict, one.by, one.reason) for one in case.judgements} == {
        (DIFFERENT, "ada", "another town")
    }
    again = invoke("fuse", pages.parent / "out")
    assert again.exit_code == exits.OK, again.stderr
    names = [name for line in again.stdout.splitlines() for name in json.loads(line)]
    assert names.count("other_incident") == 1
    assert names.count("judgement") == 2


def test_a_report_that_was_not_read_is_named_with_what_to_do(pages: Path) -> None:
    result = invoke("run", pages, "--out", pages.parent / "out", "--same", "first.html", "x.html")
    assert result.exit_code == exits.EXIT_CODES[UnknownId]
    assert "x.html: no report of this name was read" in result.stderr
    assert "file name" in result.stderr
