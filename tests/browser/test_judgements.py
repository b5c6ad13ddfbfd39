"""Every judgement that a person can make, made in the browser with its reason, and found again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.keys import follow, tab_to
from tests.browser.seeing import page_at
from tests.browser.served import copied, served

CLAIM = "claimed or admitted"


@pytest.fixture(scope="module")
def page(
    browser: Browser, library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A case in which each test judges something else, one after the other."""
    copy = copied(library, tmp_path_factory.mktemp("judged"))
    with served(copy) as bench, page_at(browser, bench.base) as opened:
        yield opened


@pytest.fixture(scope="module")
def case(page: Page) -> str:
    page.goto("/")
    return str(page.locator(".card h2 a").get_attribute("href"))


def sent(form: Locator, reason: str, button: str) -> None:
    """Give a reason and send a form, wherever on the page it stands."""
    form.locator("[name=reason]").fill(reason)
    form.get_by_role("button", name=button, exact=True).click()


def judged(page: Page, case: str, reason: str, verdict: str) -> None:
    """See the judgement with its reason among those of the case."""
    page.goto(f"{case}/ledger/judgements")
    row = page.locator("tr", has_text=reason)
    expect(row).to_have_count(1)
    expect(row).to_contain_text(verdict)
    expect(row).to_contain_text("holds")


def value(page: Page, case: str, label: str) -> str:
    """Go to the page of a value that a report's mark leads to, and return its address."""
    page.goto(f"{case}/parties" if label == CLAIM else f"{case}/facts")
    words = page.locator("main .said a[href*='/reports/']").first
    page.goto(str(words.get_attribute("href")))
    kind = "claim-" if label == CLAIM else "fact-"
    page.goto(str(page.locator(f".text a[href*='/values/{kind}']").first.get_attribute("href")))
    return page.url


def test_value_is_accepted_and_that_withdrawn(page: Page, case: str) -> None:
    address = value(page, case, "fact")
    sent(page.locator("form.judge"), "seen by me", "Accept")
    judged(page, case, "seen by me", "accepted")
    page.goto(address)
    sent(page.locator("form.judge"), "not by me after all", "Withdraw the judgement")
    page.goto(f"{case}/ledger/judgements")
    expect(page.locator("tr", has_text="seen by me")).to_contain_text("withdrawn")


def test_value_is_rejected(page: Page, case: str) -> None:
    value(page, case, CLAIM)
    sent(page.locator("form.judge"), "a film of a warehouse", "Reject")
    judged(page, case, "a film of a warehouse", "rejected")


def repeated(page: Page, case: str) -> Locator:
    """Reject claims one after the other until one is met that others repeat; return the note."""
    page.goto(f"{case}/reports")
    links = page.locator("table.reports th a")
    marks = ".text a[href*='/values/claim-']"
    for report in links.evaluate_all("all => all.map((one) => one.href)"):
        page.goto(report)
        for address in page.locator(marks).evaluate_all("all => all.map((one) => one.href)"):
            page.goto(address)
            if page.locator("h1 s").count():
                continue
            sent(page.locator("form.judge").first, "a word too much", "Reject")
            expect(page.locator("h1 s")).to_have_count(1)  # the page that answers is there
            note = page.locator(".still", has=page.locator("form"))
            if note.count():
                return note
            sent(page.locator("form.judge").first, "it may stand", "Withdraw the judgement")
            expect(page.locator("h1 s")).to_have_count(0)
    raise AssertionError("no claim is repeated")


def test_copy_is_rejected_and_then_what_repeats_it(page: Page, case: str) -> None:
    note = repeated(page, case)
    expect(note).to_contain_text("the same")
    boxes = note.locator("input[name=subject]")
    expect(boxes.first).to_be_checked()
    number = boxes.count()
    for hidden in note.locator("details > summary").all():
        hidden.click()
    assert number > 0
    expect(note.locator("[name=reason]")).to_have_value("a word too much")
    sent(note, "and so are these", "Reject the ticked ones too")
    expect(page.locator(".still form")).to_have_count(0)
    page.goto(f"{case}/ledger/judgements")
    rows = page.locator("tr", has_text="and so are these")
    expect(rows).to_have_count(number)
    expect(rows.first).to_contain_text("rejected")


def test_reports_are_told_to_be_of_one_incident_and_of_another(page: Page, case: str) -> None:
    page.goto(f"{case}/reports")
    boxes = page.locator("input[name=doc][type=checkbox]")
    for place in (0, 1):
        boxes.nth(place).check()
    page.get_by_role("button", name="They tell of one incident").click()
    sent(page.locator("#step form"), "one night, one quay", "Take them together")
    expect(page.locator("section", has_text="belong together").last).to_contain_text("one quay")
    assert page.url.partition("#")[0].endswith(f"{case}/reports")
    judged(page, case, "one night, one quay", "same incident")

    page.goto(f"{case}/reports")
    boxes.last.check()
    page.get_by_role("button", name="They tell of another incident").click()
    page.locator("#step select").select_option(index=1)
    sent(page.locator("#step form"), "a fire of years ago", "Keep them apart")
    judged(page, case, "a fire of years ago", "different incidents")

    page.goto(f"{case}/reports")
    row = page.locator(".judgements li", has_text="a fire of years ago")
    row.locator("summary").click()
    sent(row.locator("form"), "the very same fire", "Withdraw")
    expect(page.locator(".judgements li", has_text="years ago")).to_contain_text("withdrawn")


def test_reports_are_judged_by_keyboard_alone(page: Page, case: str) -> None:
    page.goto(f"{case}/reports")
    tab_to(page, "choose the report of")
    page.keyboard.press("Space")
    follow(page, "They tell of one incident")
    tab_to(page, "together with")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Why")
    page.keyboard.type("the same crew")
    follow(page, "Take them together")
    judged(page, case, "the same crew", "same incident")


@pytest.mark.parametrize("role", ["executor", "sponsor"])
def test_party_that_nobody_named_is_weighed(page: Page, case: str, role: str) -> None:
    page.goto(f"{case}/hypotheses")
    form = page.locator("#add-party form")
    form.locator("[name=party]").fill("Free Tide Movement")
    form.locator(f"[name=role][value={role}]").check()
    reason = f"its boats were seen, as {role}"
    sent(form, reason, "Weigh it too")
    expect(page.locator("section", has_text="decided about").last).to_contain_text(reason)
    judged(page, case, reason, f"listed by hand as {role}")


def test_listed_party_is_taken_back(page: Page, case: str) -> None:
    page.goto(f"{case}/hypotheses")
    row = page.locator(".judgements li", has_text="seen, as sponsor")
    row.locator("summary").click()
    sent(row.locator("form"), "they were others' boats", "Withdraw")
    rows = page.locator(".judgements li", has_text="its boats were seen")
    expect(rows).to_have_count(2)
    for place in (0, 1):
        expect(rows.nth(place)).to_contain_text("withdrawn")


def test_value_is_corrected(page: Page, case: str) -> None:
    value(page, case, "fact")
    part = page.locator("details.judge", has=page.locator("form[action$='/correct']"))
    part.locator("summary").click()
    part.locator("[name=scope]").select_option("other")
    sent(part.locator("form"), "of another attack", "Correct")
    judged(page, case, "of another attack", "corrected")


def test_first_hand_is_named(page: Page, case: str) -> None:
    value(page, case, CLAIM)
    part = page.locator("details.judge", has_text="Somebody else said it first")
    part.locator("summary").click()
    form = part.locator("form").first
    form.locator("[name=argument]").fill("Orla Venn")
    sent(form, "she told me so", "Set the first hand")
    judged(page, case, "she told me so", "first said by Orla Venn")


def origin(page: Page, case: str, chains: int = 1) -> None:
    """Go to the first origin with so many chains or more."""
    page.goto(f"{case}/sources?table=origins")
    links = page.locator(f"#tables th a[href*='{case}/sources/']")
    for address in links.evaluate_all("all => all.map((one) => one.href)"):
        page.goto(address)
        if page.locator("input[name=chain]").count() >= chains:
            return
    raise AssertionError(f"no origin has {chains} chains")


def test_two_origins_are_one(page: Page, case: str) -> None:
    origin(page, case)
    page.locator("input[name=merge]").first.check()
    page.get_by_role("button", name="Merge with this one").click()
    sent(page.locator("#step form"), "one office under two names", "Merge")
    judged(page, case, "one office under two names", "one origin")


def test_part_of_an_origin_is_split_off(page: Page, case: str) -> None:
    origin(page, case, chains=2)
    for hidden in page.locator("details:not([open]):has(input[name=chain]) > summary").all():
        hidden.click()
    page.locator("input[name=chain]").first.check()
    page.get_by_role("button", name="Split the chosen off").click()
    sent(page.locator("#step form"), "another spokesman", "Split off")
    judged(page, case, "another spokesman", "separate origins")


@pytest.mark.parametrize(("field", "verdict"), [("prior", "starts at"), ("ratio", "counts as")])
def test_a_supposition_is_kept(page: Page, case: str, field: str, verdict: str) -> None:
    page.goto(f"{case}/whatif")
    box = page.locator(f"main [name^='{field}.']").first
    name = str(box.get_attribute("name"))
    if box.evaluate("box => box.tagName") == "SELECT":
        values = box.locator("option").evaluate_all("all => all.map((one) => one.value)")
        amount = next(one for one in reversed(values) if one)
    else:
        amount = "20"
    page.goto(f"{case}/whatif?{name}={amount}")
    kept = page.locator("details", has_text="Keep this as my judgement").first
    kept.locator("summary").click()
    reason = f"what I know of the {field}"
    sent(kept.locator("form"), reason, "Keep")
    judged(page, case, reason, verdict)


def test_estimate_is_given(page: Page, case: str) -> None:
    page.goto(f"{case}/panel")
    form = page.locator("form.shares").first
    shares = form.locator("input[type=number]")
    for place in range(shares.count()):
        shares.nth(place).fill("100" if place == 0 else "0")
    sent(form, "my own sources", "Give my estimate")
    expect(page.locator("main")).to_contain_text("my own sources")


def test_entry_is_taken_back_and_the_case_closed(page: Page, case: str) -> None:
    page.goto(f"{case}/comments")
    page.locator("main textarea[name=text]").first.fill("a remark too soon")
    page.get_by_role("button", name="Comment").first.click()
    page.goto(f"{case}/ledger?kind=comment")
    page.locator("tr", has_text="a remark too soon").locator("th a").click()
    sent(page.locator("form[action$='/retract']"), "written in haste", "Take back")
    page.goto(f"{case}/ledger?kind=comment")
    expect(page.locator("tr", has_text="a remark too soon")).to_contain_text("taken back")
    page.goto(f"{case}/ledger")
    sent(page.locator("form[action$='/ledger/close']"), "published", "Close it")
    expect(page.locator(".case-head")).to_contain_text("closed")
