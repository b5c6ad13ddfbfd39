"""A claim or fact by itself, and judging it: accept, reject, correct, withdraw, who said it."""

import pytest
from httpx2 import Response

from tests.web.desk import Browser, texts, weighed_anew
from tests.web.people import browser_of, example, tree
from whence.model.case import Judgement
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.run.case.state import state_of
from whence.run.intake.orders import Job
from whence.store.ledger import Ledger
from whence.web.views.readings import readings

WHY = "the page says otherwise"


def claim_of(browser: Browser, ledger: Ledger) -> Claim:
    """Return a plain accusation of the case."""
    values = readings(browser.desk.shelf.volume(ledger.case_id)).was.values()
    return next(one for one in values if isinstance(one, Claim) and one.polarity)


def count_of(browser: Browser, ledger: Ledger) -> Fact:
    """Return a fact that is a count."""
    values = readings(browser.desk.shelf.volume(ledger.case_id)).was.values()
    return next(one for one in values if isinstance(one, Fact) and one.quantity is not None)


def judged(ledger: Ledger) -> list[Judgement]:
    return state_of(ledger).judgements


def judge(browser: Browser, case: str, subject: str, verdict: str, **more: str) -> Response:
    fields = {"subject": subject, "verdict": verdict, "reason": WHY, **more}
    answer: Response = browser.post(f"{case}/judge", **fields)
    return answer


def test_value_tells_its_words_hands_and_who_else_says_so() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    page = browser.get(f"{case}/values/{claim.id}")
    assert claim.subject in texts(page, "//h1")[0]
    assert page.xpath("//h1//*[name()='svg']")
    assert claim.spans[0].text in " ".join(texts(page, "//*[@class='said']"))
    volume = browser.desk.shelf.volume(ledger.case_id)
    hops = volume.index.chains[claim.chain_id].hops
    assert len(page.xpath("//ol[@class='chain']/li")) == len(hops)
    assert texts(page, "//ol[@class='chain']/li")[0].startswith(hops[0].who)
    assert page.xpath("//ul[@class='sayings']//ul[@class='bunches']//a")
    [words] = page.xpath("//a[text()='in the report']/@href")
    assert browser.get(words).xpath(f"//*[@id='{words.partition('#')[2]}']")


def test_unknown_value_is_told() -> None:
    _, browser, case = example()
    browser.get(f"{case}/values/claim-none", status=404)


def test_rejected_value_is_struck_through_with_who_and_why() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    report = f"{case}/reports/{claim.document_id}"
    answer = judge(browser, case, claim.id, "rejected", back=report)
    assert answer.url.path == report
    assert [(one.subject, one.verdict, one.by, one.reason) for one in judged(ledger)] == [
        (claim.id, "rejected", "Ana", WHY)
    ]
    struck = tree(answer.text).xpath("//span[contains(@class, 'rejected')]/@class")
    assert any("k " in classes for classes in struck)
    [way] = set(tree(answer.text).xpath("//a[contains(@class, 'b-rejected')]/@title"))
    assert way == f"rejected by Ana: {WHY}"
    page = browser.get(f"{case}/values/{claim.id}")
    assert page.xpath("//h1/s")
    assert WHY in texts(page, "//p[@class='flag']")[0]


def test_judgement_has_the_case_weighed_anew_and_it_follows() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    judge(browser, case, claim.id, "rejected")
    [job] = browser.desk.intake.jobs(ledger.case_id)
    assert isinstance(job, Job)
    assert (job.kind, job.author) == ("weigh", "Ana")
    weighed_anew(ledger)
    incident = browser.desk.shelf.volume(ledger.case_id).case.incident
    assert incident is not None
    assert all(claim.id not in one.claim_ids for one in incident.statements)


def test_judgement_without_a_reason_is_refused() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    answer = judge(browser, case, claim.id, "accepted", reason="  ")
    assert answer.status_code == 409
    assert judged(ledger) == []


@pytest.mark.parametrize("verdict", ["", "perhaps", "accepted indeed", "corrected {", "origin"])
def test_verdict_that_is_none_is_refused(verdict: str) -> None:
    ledger, browser, case = example()
    answer = judge(browser, case, claim_of(browser, ledger).id, verdict)
    assert answer.status_code == 422
    assert judged(ledger) == []


def test_claim_is_corrected_by_a_form_of_its_fields() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    address = f"{case}/values/{claim.id}"
    page = browser.get(address)
    [form] = page.xpath(f"//form[@action='{address}/correct']")
    fields = dict(form.form_values()) | {"polarity": "no", "standing": "denied", "reason": WHY}
    fields.pop("csrf")
    answer = browser.post(f"{address}/correct", **fields)
    assert answer.status_code == 200
    assert [one.verdict for one in judged(ledger)] == [
        'corrected {"polarity":false,"standing":"denied"}'
    ]
    assert answer.url.path == address
    flags = texts(tree(answer.text), "//p[@class='flag']")
    assert flags
    assert flags[0].startswith("Corrected by hand. It was read as:")


def test_count_is_corrected_as_low_best_and_high() -> None:
    ledger, browser, case = example()
    fact = count_of(browser, ledger)
    address = f"{case}/values/{fact.id}"
    [form] = browser.get(address).xpath(f"//form[@action='{address}/correct']")
    fields = dict(form.form_values()) | {"low": "4", "best": "5", "high": "7", "reason": WHY}
    fields |= {"comparator": "exact"}
    fields.pop("csrf")
    browser.post(f"{address}/correct", **fields)
    now = readings(browser.desk.shelf.volume(ledger.case_id)).now[fact.id]
    assert isinstance(now, Fact)
    assert now.quantity is not None
    assert (now.quantity.low, now.quantity.best, now.quantity.high) == (4, 5, 7)
    page = browser.get(address)
    assert "4–7" in texts(page, "//h1")[0]
    told = page.xpath("//main")[0].text_content()
    assert "by hand: Ana" in told
    assert "by by hand" not in " ".join(told.split())
    refused = browser.post(f"{address}/correct", **{**fields, "best": "many"})
    assert refused.status_code == 422


def test_form_that_changes_nothing_is_told() -> None:
    ledger, browser, case = example()
    for value in (claim_of(browser, ledger), count_of(browser, ledger)):
        address = f"{case}/values/{value.id}"
        [form] = browser.get(address).xpath(f"//form[@action='{address}/correct']")
        fields = dict(form.form_values()) | {"reason": WHY}
        fields.pop("csrf")
        answer = browser.post(f"{address}/correct", **fields)
        assert answer.status_code == 422
        assert "nothing is corrected" in answer.text
    assert judged(ledger) == []


def test_first_hand_is_set_and_withdrawn() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    judge(browser, case, claim.chain_id, "origin", argument="Mira Oss")
    page = browser.get(f"{case}/values/{claim.id}")
    assert "Mira Oss" in texts(page, "//ol[@class='chain']")[0]
    assert "Mira Oss" not in texts(page, "//ol[@class='chain']")[1]
    [hand] = [row for row in texts(page, "//p[@class='by']") if row.startswith("First hand:")]
    assert hand.startswith("First hand: Mira Oss, set by Ana")
    assert "first said by Mira Oss holds Ana" in texts(page, "//ul[@class='judgements']/li")[0]
    judge(browser, case, claim.chain_id, "withdrawn")
    page = browser.get(f"{case}/values/{claim.id}")
    assert "Mira Oss" not in texts(page, "//ol[@class='chain']")[0]
    assert [row.split(" Ana")[0] for row in texts(page, "//ul[@class='judgements']/li")] == [
        "withdrawn what was judged before withdrawal",
        "first said by Mira Oss withdrawn",
    ]


def test_two_who_judge_differently_are_both_shown() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    judge(browser, case, claim.id, "accepted")
    ben = browser_of(ledger.store, "Ben", "analyst")
    judge(ben, case, claim.id, "rejected", reason="a parody")
    page = browser.get(f"{case}/values/{claim.id}")
    [clash] = page.xpath("//div[@class='clash']")
    said = texts(clash, ".//li")
    assert len(said) == 2
    assert "Ana" in said[0] and WHY in said[0]  # noqa: PT018 - one line tells both
    assert "Ben" in said[1] and "a parody" in said[1]  # noqa: PT018


def test_who_judges_on_an_old_page_is_asked_and_nothing_is_lost() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    [head] = set(browser.get(f"{case}/values/{claim.id}").xpath("//input[@name='head']/@value"))
    ben = browser_of(ledger.store, "Ben", "analyst")
    judge(ben, case, claim.id, "rejected", reason="a parody")
    answer = judge(browser, case, claim.id, "accepted", head=head)
    assert answer.status_code == 409
    page = tree(answer.text)
    assert "a parody" in texts(page, "//ul[@class='judgements']")[0]
    assert WHY in page.xpath("//main")[0].text_content()
    assert [one.by for one in judged(ledger)] == ["Ben"]
    [form] = page.xpath("//main//form[@method='post']")
    fields = dict(form.form_values())
    fields.pop("csrf")
    again = browser.post(form.get("action"), **fields)
    assert again.status_code == 200
    assert [(one.by, one.verdict) for one in judged(ledger)] == [
        ("Ben", "rejected"), ("Ana", "accepted"),
    ]  # fmt: skip


def test_correction_on_an_old_page_is_shown_in_words() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    address = f"{case}/values/{claim.id}"
    [form] = browser.get(address).xpath(f"//form[@action='{address}/correct']")
    judge(browser_of(ledger.store, "Ben", "analyst"), case, claim.id, "rejected")
    fields = dict(form.form_values()) | {"subject": "Reed Guild", "reason": WHY}
    fields.pop("csrf")
    page = tree(browser.post(f"{address}/correct", **fields).text)
    [mine] = [text for text in texts(page, "//main//p") if "this is yours" in text]
    assert "corrected: subject Reed Guild" in " ".join(mine.split())
    assert "{" not in mine


def test_own_later_judgement_is_not_asked_about() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    judge(browser, case, claim.id, "accepted", head="1")
    answer = judge(browser, case, claim.id, "rejected", head="1")
    assert answer.status_code == 200
    assert [one.verdict for one in judged(ledger)] == ["accepted", "rejected"]


@pytest.mark.parametrize(
    "away", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)",
             "/ok\r\nSet-Cookie: a=b", "\\/evil.example"],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(away: str) -> None:
    ledger, browser, case = example()
    browser.client.follow_redirects = False
    answer = judge(browser, case, claim_of(browser, ledger).id, "accepted", back=away)
    assert answer.status_code == 303
    assert answer.headers["location"] == case


def test_reader_may_not_judge() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    reader = browser_of(ledger.store, "Rae", "reader")
    assert judge(reader, case, claim.id, "rejected").status_code == 403
    assert judged(ledger) == []


def test_closed_case_takes_no_judgement() -> None:
    ledger, browser, case = example()
    claim = claim_of(browser, ledger)
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    assert judge(browser, case, claim.id, "rejected").status_code == 409
    page = browser.get(f"{case}/values/{claim.id}")
    assert page.xpath("//main//form") == []
    assert judged(ledger) == []
