"""A party that nobody named: entered with a reason, weighed, told, and taken back."""

import pytest
from httpx2 import Response

from tests.run.case.kept import opened
from tests.web.desk import Browser, texts, weighed_anew
from tests.web.people import browser_of, example, tree
from whence.run.case.state import state_of
from whence.store.ledger import Ledger

WHY = "its boats were seen the night before"
PARTY = "Free Tide Movement"


def held(ledger: Ledger) -> list[tuple[str, str, str]]:
    return [(one.subject, one.verdict, one.reason) for one in state_of(ledger).judgements]


def enter(browser: Browser, case: str, **fields: str) -> Response:
    """Fill in the form of the page and send it, as a browser does."""
    [form] = browser.get(f"{case}/hypotheses").xpath("//section[@id='add-party']//form")
    given = dict(form.form_values()) | {"party": PARTY, "role": "executor", "reason": WHY} | fields
    answer: Response = browser.client.post(form.get("action"), data=given)
    return answer


def answers(browser: Browser, ledger: Ledger, role: str) -> set[str]:
    assessment = browser.desk.shelf.volume(ledger.case_id).case.assessment
    assert assessment is not None
    return {one.label for one in assessment.answer(role).hypotheses}  # type: ignore[arg-type]


def decided(browser: Browser, case: str) -> list[str]:
    page = browser.get(f"{case}/hypotheses")
    return texts(page, "//section[@aria-labelledby='decided-h']//ul[@class='judgements']/li")


def test_party_is_weighed_told_and_taken_back() -> None:
    ledger, browser, case = example()
    answer = enter(browser, case, party=f"  {PARTY.replace(' ', '   ')} ")
    assert (answer.status_code, answer.url.path) == (200, f"{case}/hypotheses")
    assert held(ledger) == [(PARTY, "listed executor", WHY)]
    [job] = browser.desk.intake.jobs(ledger.case_id)
    assert job.kind == "weigh"
    weighed_anew(ledger)
    assert PARTY in answers(browser, ledger, "executor")
    assert PARTY not in answers(browser, ledger, "sponsor")
    page = browser.get(f"{case}/hypotheses")
    assert WHY in " ".join(texts(page, "//div[contains(@class,'hyp')]"))
    [line] = decided(browser, case)
    assert f"{PARTY}: listed by hand as executor holds" in line
    [row] = texts(browser.get(f"{case}/ledger/judgements"), "//main//tbody/tr")
    assert f"{PARTY}listed by hand as executor" in row
    [form] = page.xpath("//section[@aria-labelledby='decided-h']//form")
    fields = dict(form.form_values()) | {"reason": "the boats were others"}
    assert browser.client.post(form.get("action"), data=fields).url.path == f"{case}/hypotheses"
    weighed_anew(ledger)
    assert PARTY not in answers(browser, ledger, "executor")
    assert ["withdrawn" in line for line in decided(browser, case)] == [True, True]


def test_party_may_answer_both_questions() -> None:
    ledger, browser, case = example()
    enter(browser, case)
    enter(browser, case, role="sponsor")
    weighed_anew(ledger)
    assert PARTY in answers(browser, ledger, "executor") & answers(browser, ledger, "sponsor")
    assert ["holds" in line for line in decided(browser, case)] == [True, True]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"party": "   "}, "no party is named"),
        ({"party": "x" * 301}, "301 letters"),
        ({"role": "accomplice"}, "no question"),
        ({"role": ""}, "no question"),
        ({"party": "salt coast liberation front"}, "an answer to this question already"),
        ({"party": "Somebody not named"}, "an answer to this question already"),
    ],
)
def test_what_cannot_be_weighed_is_shown_again_to_be_mended(
    fields: dict[str, str], told: str
) -> None:
    ledger, browser, case = example()
    answer = enter(browser, case, **fields)
    assert answer.status_code == 422
    [form] = tree(answer.text).xpath("//section[@id='add-party']//form")
    assert form.get("data-refused") is not None
    [alert] = texts(tree(answer.text), "//section[@id='add-party']//p[@role='alert']")
    assert told in alert
    assert dict(form.form_values())["reason"] == WHY
    assert form.xpath(".//input[@name='party'][@aria-invalid]")
    assert held(ledger) == []


def test_party_only_hinted_at_can_be_weighed() -> None:
    ledger, browser, case = example()
    [options] = browser.get(f"{case}/hypotheses").xpath("//datalist[@id='parties-known']")
    assert texts(options, "./option") == ["Ormeland"]
    enter(browser, case, party="Ormeland")
    weighed_anew(ledger)
    assessment = browser.desk.shelf.volume(ledger.case_id).case.assessment
    assert assessment is not None
    [one] = [row for row in assessment.answer("executor").hypotheses if row.label == "Ormeland"]
    assert not one.weightless


def test_no_reason_is_no_judgement() -> None:
    ledger, browser, case = example()
    assert enter(browser, case, reason=" ").status_code == 409
    assert held(ledger) == []


def test_others_who_entered_a_like_name_are_not_in_the_way() -> None:
    ledger, browser, case = example()
    [head] = set(browser.get(f"{case}/hypotheses").xpath("//input[@name='head']/@value"))
    ben = browser_of(ledger.store, "Ben", "analyst")
    enter(ben, case, party="Free Reed Movement")
    assert enter(browser, case, head=head).status_code == 200
    answer = enter(browser, case, party="Free Reed Movement", role="sponsor", head=head)
    assert answer.status_code == 409
    assert "Ben" in answer.text
    assert len(held(ledger)) == 2


def test_readers_and_closed_cases_are_shown_no_form() -> None:
    ledger, browser, case = example()
    enter(browser, case)
    reader = browser_of(ledger.store, "Rae", "reader")
    page = reader.get(f"{case}/hypotheses")
    assert not page.xpath("//main//form[@method='post']")
    assert len(decided(reader, case)) == 1
    given = {"party": "Reed Band", "role": "executor", "reason": WHY}
    assert reader.post(f"{case}/hypotheses", **given).status_code == 403
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    assert not browser.get(f"{case}/hypotheses").xpath("//section[@id='add-party']")
    assert browser.post(f"{case}/hypotheses", **given).status_code == 409
    assert len(held(ledger)) == 1


def test_case_in_which_nothing_is_weighed_has_no_form() -> None:
    ledger = opened("quay")
    browser, case = browser_of(ledger.store), f"/cases/{ledger.case_id}"
    assert not browser.get(f"{case}/hypotheses").xpath("//section[@id='add-party']")
    answer = browser.post(f"{case}/hypotheses", party=PARTY, role="executor", reason=WHY)
    assert answer.status_code == 422
    assert held(ledger) == []
