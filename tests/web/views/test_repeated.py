"""A rejected copy: what still says the same is told, with what it changes, and can go with it."""

import pytest

from tests.web.desk import Browser, texts, weighed_anew
from tests.web.people import browser_of, example, tree
from whence.model.assessment import Posterior
from whence.model.claim import Claim
from whence.model.fact import Fact
from whence.run.case.state import state_of
from whence.store.ledger import Ledger
from whence.web.views import repeated
from whence.web.views.readings import Read, readings
from whence.web.views.values import ValueView, value_view

WHY = "the desk says that it never wrote this"
NOTE = "//div[@class='still']"


def values(browser: Browser, ledger: Ledger) -> dict[str, Read]:
    return dict(readings(browser.desk.shelf.volume(ledger.case_id)).was)


def accusation(browser: Browser, ledger: Ledger) -> Claim:
    """Return an accusation that several reports carry, more than once in its own."""
    found = [
        one
        for one in values(browser, ledger).values()
        if isinstance(one, Claim) and one.act == "accuse"
    ]
    places = [one.document_id for one in found]
    return next(one for one in found if places.count(one.document_id) > 1)


def view(browser: Browser, ledger: Ledger, key: str) -> ValueView:
    found = value_view(browser.desk.shelf.volume(ledger.case_id), key)
    assert found is not None
    return found


def posterior(browser: Browser, ledger: Ledger) -> list[Posterior]:
    assessment = browser.desk.shelf.volume(ledger.case_id).case.assessment
    assert assessment is not None
    return [row for answer in assessment.answers for row in answer.posterior]


def reject(browser: Browser, case: str, key: str, verdict: str = "rejected") -> None:
    browser.post(f"{case}/judge", subject=key, verdict=verdict, reason=WHY)


def test_what_is_told_to_change_nothing_changes_nothing() -> None:
    """Every claim in turn is rejected, weighed without, and given back."""
    ledger, browser, case = example()
    before = posterior(browser, ledger)
    claims = [key for key, one in values(browser, ledger).items() if isinstance(one, Claim)]
    told = {}
    for key in claims:
        reject(browser, case, key)
        told[key] = view(browser, ledger, key).unmoved
        weighed_anew(ledger)
        assert view(browser, ledger, key).unmoved == told[key]
        assert told[key] == (posterior(browser, ledger) == before)
        reject(browser, case, key, "withdrawn")
        weighed_anew(ledger)
    assert set(told.values()) == {True, False}


def test_page_that_answers_says_that_the_others_stand() -> None:
    ledger, browser, case = example()
    claim = accusation(browser, ledger)
    address = f"{case}/values/{claim.id}"
    assert not browser.get(address).xpath(NOTE)
    answer = browser.post(
        f"{case}/judge", subject=claim.id, verdict="rejected", reason=WHY, back=address
    )
    [note] = texts(tree(answer.text), f"{NOTE}/p")
    assert note.startswith(
        "4 other reports carry the same from the same first hand; their claims stand. "
        "This report says it at 1 other place, which stands. Nothing in the weighing changes."
    )
    # it is still told when the case was weighed anew, and in the panel of the report
    weighed_anew(ledger)
    assert texts(browser.get(address), f"{NOTE}/p") == [note]
    span = claim.spans[0]
    panel = browser.get(f"{case}/reports/{claim.document_id}/words/{span.start}-{span.end}")
    assert note in texts(panel, f"{NOTE}/p")


def test_others_are_rejected_with_it_in_one_step() -> None:
    ledger, browser, case = example()
    claim = accusation(browser, ledger)
    reject(browser, case, claim.id)
    page = browser.get(f"{case}/values/{claim.id}")
    [form] = page.xpath(f"{NOTE}//form")
    boxes = form.xpath(".//input[@name='subject'][@checked]/@value")
    assert len(boxes) == len(set(boxes)) == 7
    assert claim.id not in boxes
    for href in form.xpath(".//p/a/@href"):
        assert browser.get(href).xpath("//*[@id=$place]", place=href.partition("#")[2])
    left, gone = boxes[0], boxes[1:]
    fields: dict[str, str | list[str]] = dict(form.form_values()) | {"subject": gone}
    assert fields["reason"] == WHY
    answer = browser.client.post(form.get("action"), data=fields)
    assert answer.url.path == f"{case}/values/{claim.id}"
    judged = state_of(ledger).judgements
    assert [(one.subject, one.verdict, one.reason) for one in judged] == [
        (key, "rejected", WHY) for key in (claim.id, *gone)
    ]
    [still] = browser.get(f"{case}/values/{claim.id}").xpath(f"{NOTE}//input[@name='subject']")
    assert still.get("value") == left
    browser.post(f"{case}/judge", subject=left, verdict="rejected", reason=WHY)
    weighed_anew(ledger)
    incident = browser.desk.shelf.volume(ledger.case_id).case.incident
    assert incident is not None
    assert all(one.act != "accuse" for one in incident.statements)
    assert not browser.get(f"{case}/values/{claim.id}").xpath(NOTE)


def test_none_ticked_is_told_and_keeps_nothing() -> None:
    ledger, browser, case = example()
    claim = accusation(browser, ledger)
    reject(browser, case, claim.id)
    answer = browser.post(f"{case}/judge", verdict="rejected", reason=WHY)
    assert answer.status_code == 422
    assert "nothing is chosen" in answer.text
    assert len(state_of(ledger).judgements) == 1


def test_fact_that_others_repeat_from_one_first_hand_stands_too() -> None:
    ledger, browser, case = example()
    facts = [one for one in values(browser, ledger).values() if isinstance(one, Fact)]
    notes = []
    for fact in facts:
        if fact.slot == "munitions_launched":
            reject(browser, case, fact.id)
            notes += texts(browser.get(f"{case}/values/{fact.id}"), f"{NOTE}/p")
            same = view(browser, ledger, fact.id).repeated
            assert same is None or all(
                (one.slot, one.value) == (fact.slot, fact.value)
                for place in same.places
                for one in facts
                if one.id == place.id
            )
            reject(browser, case, fact.id, "withdrawn")
    assert any("5 other reports carry the same" in note for note in notes)


def test_readers_are_told_and_shown_no_form() -> None:
    ledger, browser, case = example()
    claim = accusation(browser, ledger)
    reject(browser, case, claim.id)
    reader = browser_of(ledger.store, "Rae", "reader")
    page = reader.get(f"{case}/values/{claim.id}")
    assert texts(page, f"{NOTE}/p")
    assert not page.xpath(f"{NOTE}//form")


def test_where_too_much_would_have_to_be_traced_nothing_is_promised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(repeated, "_WAITED_FOR", 7)
    ledger, browser, case = example()
    claim = accusation(browser, ledger)
    reject(browser, case, claim.id)
    [note] = texts(browser.get(f"{case}/values/{claim.id}"), f"{NOTE}/p")
    assert "Nothing in the weighing changes" not in note
    assert "seen once the case is weighed anew" in note
