import pytest
from msgspec.structs import replace

from tests.publish.cases import harbour_case
from tests.publish.pages import page, text_of
from whence.model.case import Case
from whence.publish import json, markdown
from whence.publish.index import Index
from whence.publish.views.panel import TITLE, panels
from whence.run.panel import polled, read_estimates

ROWS = (
    "judge,role,hypothesis,probability,at,reason\n"
    "Ada <b>,executor,Tidewatch,0.9,2031-03-06,the drones are theirs\n"
    "Ada <b>,executor,no hostile actor,0.3,2031-03-06,\n"
    "Ben,executor,Tidewatch,0.2,2031-03-05,\n"
    "Ben,executor,Tidewatch,0.1,2031-03-04,first thought\n"
    "Ada <b>,sponsor,no sponsor,0.5,2031-03-06,\n"
)


@pytest.fixture(scope="module")
def case() -> Case:
    return polled(harbour_case(), read_estimates(ROWS.encode(), "p.csv", "2031-03-07"))


def test_no_estimates_no_section() -> None:
    bare = harbour_case()
    assert panels(Index(bare)) == ()
    assert TITLE not in markdown.render(bare)
    assert page(bare).xpath("//*[@id='panel']") == []


def test_people_stand_beside_the_inference(case: Case) -> None:
    executor, sponsor = panels(Index(case))
    assert (executor.counted, sponsor.counted) == ("2 judges", "1 judge")
    tide = next(row for row in executor.shares if row.label == "the Tidewatch")
    assert (tide.inferred, tide.interval) == (".31", ".19–.46")
    assert tide.spread == ".20–.80"
    assert tide.pooled == ".59"
    assert tide.sd == "2"
    assert {row.sd for row in sponsor.shares} == {""}


def test_what_was_done_to_an_estimate_is_told(case: Case) -> None:
    executor, _ = panels(Index(case))
    ada, ben = executor.judges
    assert ada.note == (
        "moved by .14 to sum to 1; given: the Tidewatch .90; no hostile actor .30; "
        "left out 1 answer, nothing was left"
    )
    assert ada.reason == "the drones are theirs"
    assert ben.note == "left out 2 answers, sharing the .80 left over"
    assert ben.shares == "no hostile actor .40; somebody unnamed .40; the Tidewatch .20"
    (unused,) = executor.unused
    assert unused.startswith("Ben, 4 Mar 2031: not pooled, a later estimate")


def test_a_whole_estimate_has_no_note() -> None:
    rows = (
        "judge,hypothesis,probability\nCy,Tidewatch,.5\nCy,no hostile actor,.3\n"
        "Cy,somebody unnamed,.2\n"
    )
    whole = polled(harbour_case(), read_estimates(rows.encode(), "p.csv", "2031-03-07"))
    (executor,) = panels(Index(whole))
    assert [row.note for row in executor.judges] == [""]


def test_an_estimate_of_an_answer_that_is_gone_says_so(case: Case) -> None:
    gone = replace(case, assessment=None, pooled=())
    executor, _ = panels(Index(gone))
    assert executor.shares == ()
    assert "not listed (executor:the-tidewatch" in executor.unused[0]
    assert "not pooled" in markdown.render(gone)
    assert "not pooled" in text_of(page(gone).xpath("//*[@id='panel']")[0])


def test_without_an_assessment_ids_stand_for_labels(case: Case) -> None:
    executor, _ = panels(Index(replace(case, assessment=None)))
    assert executor.shares[0].inferred == "–"
    assert executor.shares[0].href is None
    assert executor.shares[0].label.startswith("executor:")


def test_the_page_shows_all_of_it_and_escapes_names(case: Case) -> None:
    root = page(case)
    (section,) = root.xpath("//*[@id='panel']")
    told = text_of(section)
    assert TITLE in told
    assert "Ada <b>" in told
    assert "the drones are theirs" in told
    for link in section.xpath(".//a/@href"):
        assert root.xpath(f"//*[@id='{link[1:]}']"), link
    assert root.xpath("//nav//a[@href='#panel']")


def test_markdown_and_the_case_file_hold_it(case: Case) -> None:
    text = markdown.render(case)
    assert f"## {TITLE}" in text
    assert "| the Tidewatch | .59 | .20–.80 | 2 | .31 .19–.46 |" in text
    assert "Ada \\<b\\>" in text
    assert json.read(json.render(case)) == case
