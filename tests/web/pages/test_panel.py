"""People's own estimates: hidden from the others until they gave theirs, pooled beside it all."""

import re

import pytest
from starlette.requests import Request

from tests.run.case.kept import opened
from tests.web.desk import Browser, desk_over, kept_case, texts
from whence.model.account import Role
from whence.store.ledger import Ledger
from whence.web.doors import secret_of
from whence.web.person import Person


class Named:
    """A door that knows people by a header, as a team's door knows them by their session."""

    def person(self, request: Request, at: str) -> Person | None:
        del at
        name = request.headers.get("x-name", "Ana")
        role: Role = "reader" if name == "Rita" else "analyst"
        return Person(name=name, role=role, secret=secret_of(request))


@pytest.fixture
def ledger() -> Ledger:
    return kept_case()


def browser_of(ledger: Ledger, name: str) -> Browser:
    browser = Browser(desk_over(ledger.store, door=Named()))
    browser.client.headers["x-name"] = name
    return browser


def shares(browser: Browser, panel: str, role: str = "executor") -> dict[str, str]:
    """Return fields that come to 100: the first answer gets 70, the second 30."""
    form = f"//form[.//input[@name='role'][@value='{role}']]"
    names = browser.get(panel).xpath(f"{form}//input[@type='number']/@name")
    return {"role": role, names[0]: "70", names[1]: "30", "reason": "the tide tables"}


def test_others_are_hidden_until_one_has_given_ones_own(ledger: Ledger) -> None:
    panel = f"/cases/{ledger.case_id}/panel"
    ana, ben = browser_of(ledger, "Ana"), browser_of(ledger, "Ben")
    answer = ana.post(f"/cases/{ledger.case_id}/estimate", panel, **shares(ana, panel))
    assert answer.status_code == 200
    blind = ben.get(panel)
    assert "1 other person has given an estimate. It is shown once you have" in re.sub(
        r"\s+", " ", blind.text_content()
    )
    assert "Ana" not in blind.text_content()
    assert "the tide tables" not in blind.text_content()
    assert not blind.xpath("//section[@id='panel']")
    assert ben.post(f"/cases/{ledger.case_id}/estimate", panel, **shares(ben, panel))
    seen = ben.get(panel)
    [table] = seen.xpath("//section[@id='panel']//table[.//th[text()='Judge']]")
    assert texts(table, ".//tbody//th") == ["Ana", "Ben"]


def test_ledger_keeps_the_figures_of_others_to_itself(ledger: Ledger) -> None:
    panel = f"/cases/{ledger.case_id}/panel"
    ana, ben = browser_of(ledger, "Ana"), browser_of(ledger, "Ben")
    ana.post(f"/cases/{ledger.case_id}/estimate", panel, **shares(ana, panel))
    log = f"/cases/{ledger.case_id}/ledger?kind=estimate"
    assert "70%" in ana.get(log).text_content()
    assert "70%" not in ben.get(log).text_content()


def test_entries_and_files_hide_them_too(ledger: Ledger) -> None:
    case = f"/cases/{ledger.case_id}"
    ana, ben = browser_of(ledger, "Ana"), browser_of(ledger, "Ben")
    ana.post(f"{case}/estimate", f"{case}/panel", **shares(ana, f"{case}/panel"))
    places = [f"{case}/ledger/{one.entry.seq}" for one in ledger.read(kinds={"estimate"})]
    places += [f"{case}/export/case.json", f"{case}/export/report.html"]
    for place in places:
        assert "the tide tables" in ana.client.get(place).text
        assert "the tide tables" not in ben.client.get(place).text
    ben.post(f"{case}/estimate", f"{case}/panel", **shares(ben, f"{case}/panel"))
    assert "Ana" in ben.client.get(f"{case}/export/report.html").text


def test_an_estimate_moves_no_figure_and_leaves_the_case_weighed(ledger: Ledger) -> None:
    case = f"/cases/{ledger.case_id}"
    ana = browser_of(ledger, "Ana")
    before = texts(ana.get(f"{case}/hypotheses"), "//p[@class='nums']")
    ana.post(f"{case}/estimate", f"{case}/panel", **shares(ana, f"{case}/panel"))
    after = ana.get(f"{case}/hypotheses")
    assert texts(after, "//p[@class='nums']") == before
    assert not after.xpath("//*[@class='stale']")


def test_ones_own_estimates_over_time_stay(ledger: Ledger) -> None:
    case = f"/cases/{ledger.case_id}"
    ana = browser_of(ledger, "Ana")
    fields = shares(ana, f"{case}/panel")
    ana.post(f"{case}/estimate", f"{case}/panel", **fields)
    first, second = [name for name in fields if name.startswith("share.")]
    again = {**fields, first: "20", second: "80", "reason": "the buoy log"}
    ana.desk = desk_over(ledger.store)
    later = Browser(desk_over(ledger.store, door=Named()))
    object.__setattr__(later.desk, "now", lambda: "2031-06-01T10:00:00+00:00")
    later.post(f"{case}/estimate", f"{case}/panel", **again)
    rows = "(//section[@class='own'])[1]//table/tbody/tr"
    reasons = texts(later.get(f"{case}/panel"), f"{rows}/td[2]")
    assert reasons == ["the buoy log", "the tide tables"]


def test_shares_that_miss_the_whole_are_given_back(ledger: Ledger) -> None:
    case = f"/cases/{ledger.case_id}"
    ana = browser_of(ledger, "Ana")
    fields = shares(ana, f"{case}/panel")
    first = next(name for name in fields if name.startswith("share."))
    answer = ana.post(f"{case}/estimate", f"{case}/panel", **{**fields, first: "90"})
    assert answer.status_code == 422
    assert "the shares come to 120 per cent" in answer.text
    assert 'value="90"' in answer.text
    assert not list(ledger.read(kinds={"estimate"}))


@pytest.mark.parametrize("wrong", ["many", "-3", "400"])
def test_what_is_no_share_is_refused(ledger: Ledger, wrong: str) -> None:
    case = f"/cases/{ledger.case_id}"
    ana = browser_of(ledger, "Ana")
    fields = shares(ana, f"{case}/panel")
    first = next(name for name in fields if name.startswith("share."))
    answer = ana.post(f"{case}/estimate", f"{case}/panel", **{**fields, first: wrong})
    assert answer.status_code == 422


def test_reader_gives_no_estimate(ledger: Ledger) -> None:
    case = f"/cases/{ledger.case_id}"
    rita = browser_of(ledger, "Rita")
    assert not rita.get(f"{case}/panel").xpath("//form[@class='shares']")
    assert rita.post(f"{case}/estimate", f"{case}/panel", role="executor").status_code == 403


def test_nothing_weighed_has_nothing_to_estimate() -> None:
    ledger = opened("quay")
    ana = browser_of(ledger, "Ana")
    page = ana.get(f"/cases/{ledger.case_id}/panel")
    assert "no answers that could be estimated" in page.text_content()
    answer = ana.post(f"/cases/{ledger.case_id}/estimate", role="executor")
    assert answer.status_code == 404
