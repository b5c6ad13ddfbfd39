"""Which reports tell of one incident: chosen in the list, judged with a reason, withdrawn."""

from collections.abc import Sequence
from typing import Any

import pytest
from lxml import html

from tests.web.desk import Browser, texts, weighed_anew
from tests.web.people import browser_of, example, tree
from whence.run.case.state import state_of
from whence.store.ledger import Ledger
from whence.web.views.ties import pairs

WHY = "the strike of 2019, under a new date"


def held(ledger: Ledger) -> list[tuple[str, str]]:
    return [(one.subject, one.verdict) for one in state_of(ledger).judgements]


def documents(browser: Browser, ledger: Ledger) -> list[str]:
    return sorted(browser.desk.shelf.volume(ledger.case_id).index.documents)


def step(browser: Browser, case: str, does: str, *chosen: str) -> html.HtmlElement:
    """Send the list's form with some boxes ticked, as a browser without scripts does."""
    page = browser.get(f"{case}/reports")
    [form] = page.xpath("//form[.//input[@name='doc']]")
    assert form.get("method", "get").lower() == "get"
    boxes = form.xpath(".//input[@name='doc'][@type='checkbox']/@value")
    assert set(chosen) <= set(boxes)
    ticked = "".join(f"&doc={one}" for one in chosen)
    return browser.get(f"{form.get('action').partition('#')[0]}?do={does}{ticked}")


def send(browser: Browser, page: html.HtmlElement, other: str = "", reason: str = WHY) -> int:
    """Fill in the form of a step and send it; return the status of the answer."""
    [form] = page.xpath("//section[@id='step']//form")
    fields: dict[str, str | Sequence[str]] = dict(form.form_values())
    fields["doc"] = form.xpath(".//input[@name='doc']/@value")
    fields |= {"other": other, "reason": reason}
    answer = browser.client.post(form.get("action"), data=fields)
    return int(answer.status_code)


def told(browser: Browser, case: str) -> list[str]:
    page = browser.get(f"{case}/reports")
    return texts(page, "//section[@aria-labelledby='ties-h']//ul[@class='judgements']/li")


def test_reports_are_parted_and_the_case_follows_until_it_is_withdrawn() -> None:
    ledger, browser, case = example()
    one, *_, other = documents(browser, ledger)
    page = step(browser, case, "apart", one)
    assert "another incident" in texts(page, "//section[@id='step']/h2")[0]
    assert page.xpath("//select[@name='other'][@required]")
    assert page.xpath("//section[@id='step']//input[@name='reason'][@required]")
    assert send(browser, page, other) == 200
    assert held(ledger) == [(" ".join(sorted((one, other))), "different incidents")]
    [job] = browser.desk.intake.jobs(ledger.case_id)
    assert job.kind == "weigh"
    weighed_anew(ledger)
    volume = browser.desk.shelf.volume(ledger.case_id)
    assert len(volume.case.others) == 1
    assert texts(browser.get(f"{case}/reports"), "//td//span[@class='status']") == [
        "another incident"
    ]
    [line] = told(browser, case)
    assert "different incidents" in line
    assert WHY in line
    # it is told where all judgements are told, and taken back where it was made
    listed = texts(browser.get(f"{case}/ledger/judgements"), "//main//tbody/tr")
    assert "different incidents" in listed[0]
    [form] = browser.get(f"{case}/reports").xpath("//section[@aria-labelledby='ties-h']//form")
    fields = dict(form.form_values()) | {"reason": "it was the same after all"}
    answer = browser.client.post(form.get("action"), data=fields)
    assert answer.url.path == f"{case}/reports"
    weighed_anew(ledger)
    assert browser.desk.shelf.volume(ledger.case_id).case.others == ()
    assert ["withdrawn" in line for line in told(browser, case)] == [True, True]


def test_several_are_tied_to_one_by_a_judgement_each() -> None:
    ledger, browser, case = example()
    one, two, three, four, *_ = documents(browser, ledger)
    boxes = browser.get(f"{case}/reports").xpath("//input[@name='doc']/@value")
    in_the_list = [each for each in boxes if each in (one, two, three)]
    assert send(browser, step(browser, case, "same", one, two, three), four) == 200
    assert held(ledger) == [
        (" ".join(sorted((four, each))), "same incident") for each in in_the_list
    ]
    assert len(told(browser, case)) == 3


def test_what_was_parted_before_is_tied_as_well_when_both_are_chosen() -> None:
    ledger, browser, case = example()
    one, two, three, *_ = documents(browser, ledger)
    send(browser, step(browser, case, "apart", one), two)
    send(browser, step(browser, case, "same", one, two), three)
    # the later word on two holds
    holds = {frozenset(subject.split()): verdict for subject, verdict in held(ledger)}
    assert holds == {
        frozenset((one, two)): "same incident",
        frozenset((one, three)): "same incident",
        frozenset((two, three)): "same incident",
    }


def test_what_others_tie_cannot_be_parted_without_effect() -> None:
    ledger, browser, case = example()
    one, two, three, *_ = documents(browser, ledger)
    send(browser, step(browser, case, "same", one, two), three)
    before = held(ledger)
    page = step(browser, case, "apart", one)
    assert send(browser, page, two) == 422
    assert held(ledger) == before
    withdraw(browser, case, before[0][0])
    send(browser, step(browser, case, "apart", one), two)
    assert len(held(ledger)) == len(before) + 2


def withdraw(browser: Browser, case: str, subject: str) -> None:
    browser.post(f"{case}/judge", subject=subject, verdict="withdrawn", reason="too soon")


def test_what_ties_the_two_themselves_is_replaced() -> None:
    ledger, browser, case = example()
    one, two, *_ = documents(browser, ledger)
    send(browser, step(browser, case, "same", one), two)
    assert send(browser, step(browser, case, "apart", one), two) == 200
    assert [verdict for _, verdict in held(ledger)] == ["same incident", "different incidents"]
    assert ["replaced" in line for line in told(browser, case)] == [False, True]


def test_nothing_chosen_prepares_nothing() -> None:
    ledger, browser, case = example()
    for does in ("same", "apart"):
        page = step(browser, case, does)
        assert texts(page, "//section[@id='step']//p[@role='alert']")
        assert not page.xpath("//section[@id='step']//form")
    assert not browser.get(f"{case}/reports?do=none&doc=x").xpath("//section[@id='step']")
    [choice] = step(browser, case, "same", documents(browser, ledger)[0]).xpath(
        "//select[@name='other']"
    )
    assert choice.get("required") is not None


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"verdict": "same incident"}, 422),
        ({"verdict": "different incidents"}, 422),
        ({"verdict": "one origin"}, 422),
        ({"verdict": "same incident", "other": "doc-none"}, 404),
        ({"verdict": "different incidents", "other": "doc-none"}, 404),
        ({"verdict": "same incident", "doc": ["doc-none", "doc-other"]}, 404),
    ],
)
def test_what_does_not_fit_is_refused(fields: dict[str, Any], status: int) -> None:
    ledger, browser, case = example()
    given: dict[str, Any] = {"doc": documents(browser, ledger)[0], "reason": WHY, **fields}
    assert browser.post(f"{case}/ties", **given).status_code == status
    assert held(ledger) == []


def test_of_several_that_do_not_all_fit_none_is_kept() -> None:
    ledger, browser, case = example()
    one, two, *_ = documents(browser, ledger)
    given: dict[str, Any] = {
        "verdict": "same incident",
        "doc": [one, two, "doc-none"],
        "reason": WHY,
    }
    assert browser.post(f"{case}/ties", **given).status_code == 404
    assert held(ledger) == []


def test_no_reason_is_no_judgement() -> None:
    ledger, browser, case = example()
    one, two, *_ = documents(browser, ledger)
    assert send(browser, step(browser, case, "apart", one), two, reason="  ") == 409
    assert held(ledger) == []


def test_who_judges_on_an_old_page_is_asked_and_all_pairs_are_kept_then() -> None:
    ledger, browser, case = example()
    one, two, three, *_ = documents(browser, ledger)
    page = step(browser, case, "same", one, two)
    ben = browser_of(ledger.store, "Ben", "analyst")
    send(ben, step(ben, case, "apart", one), three, reason="another year")
    [form] = page.xpath("//section[@id='step']//form")
    fields: dict[str, str | list[str]] = dict(form.form_values())
    fields |= {"doc": [one, two], "other": three, "reason": WHY}
    asked = browser.client.post(form.get("action"), data=fields)
    assert asked.status_code == 409
    [again] = tree(asked.text).xpath("//main//form[@method='post']")
    subjects = again.xpath(".//input[@name='subject']/@value")
    assert len(subjects) == 2
    kept = dict(again.form_values()) | {"subject": subjects}
    assert browser.client.post(again.get("action"), data=kept).status_code == 200
    assert [verdict for _, verdict in held(ledger)].count("same incident") == 2


def test_list_keeps_its_filter_while_reports_are_chosen() -> None:
    _, browser, case = example()
    page = browser.get(f"{case}/reports?outlet=Radio+Sarnavel")
    [form] = page.xpath("//form[.//input[@name='doc']]")
    assert dict(form.form_values())["outlet"] == "Radio Sarnavel"
    [box] = form.xpath(".//input[@name='doc']/@value")
    page = browser.get(f"{case}/reports?outlet=Radio+Sarnavel&do=apart&doc={box}")
    assert page.xpath("//section[@id='step']//a[@class='button']/@href") == [
        f"{case}/reports?outlet=Radio+Sarnavel"
    ]
    assert page.xpath("//input[@name='doc'][@type='checkbox'][@checked]/@value") == [box]


def test_readers_and_closed_cases_are_shown_no_form() -> None:
    ledger, browser, case = example()
    one, two, *_ = documents(browser, ledger)
    send(browser, step(browser, case, "apart", one), two)
    reader = browser_of(ledger.store, "Rae", "reader")
    page = reader.get(f"{case}/reports?do=same&doc={one}&doc={two}")
    assert not page.xpath("//main//form[@method='post'] | //input[@name='doc']")
    assert texts(page, "//section[@aria-labelledby='ties-h']//li")
    given: dict[str, Any] = {"verdict": "same incident", "doc": [one, two], "reason": WHY}
    assert reader.post(f"{case}/ties", **given).status_code == 403
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    assert not browser.get(f"{case}/reports").xpath("//input[@name='doc']")
    assert browser.post(f"{case}/ties", **given).status_code == 409


def test_pairs_name_every_chosen_report_once() -> None:
    ledger, browser, _ = example()
    volume = browser.desk.shelf.volume(ledger.case_id)
    assert pairs(volume, "same incident", ["a", "b", "a", "c"], "") == ["a b", "a c"]
    assert pairs(volume, "same incident", ["a", "b"], "b") == ["b a"]
    assert pairs(volume, "different incidents", ["a", "b", "c"], "c") == ["a c", "b c"]
