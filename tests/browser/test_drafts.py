"""What somebody is writing is not lost before it was taken."""

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.seeing import page_at
from tests.browser.served import copied, served

TEXT = "who filmed the second drone?"
PASSWORD = "a quay without boats at noon"  # noqa: S105 - of nobody


def test_text_outlives_the_page_until_it_was_taken(
    browser: Browser, library: Path, tmp_path: Path
) -> None:
    with served(copied(library, tmp_path)) as bench, page_at(browser, bench.base) as page:
        page.goto("/")
        page.get_by_role("link", name="Pilot station").first.click()
        page.get_by_role("link", name="Comments").first.click()
        page.wait_for_url("**/comments")  # the page before has fields of this name as well
        field = page.locator("main textarea[name=text]").first
        field.fill(TEXT)
        page.reload()
        expect(field).to_have_value(TEXT)

        # Refused, as after a lost session: the page that says so takes nothing away.
        page.context.clear_cookies()
        field.locator("xpath=ancestor::form").locator("button").first.click()
        expect(page.locator("[data-refused]")).to_be_visible()
        page.go_back()
        page.reload()
        expect(field).to_have_value(TEXT)

        field.locator("xpath=ancestor::form").locator("button").first.click()
        expect(page.locator("main")).to_contain_text(TEXT)
        expect(field).to_have_value("")


def first_value(page: Page, kind: str) -> Locator:
    """Go to the page of a value of one kind, and return its opened form for a correction."""
    page.goto("/")
    case = page.locator(".card h2 a").get_attribute("href")
    page.goto(f"{case}/reports")
    links = page.locator("table.reports th a").evaluate_all("all => all.map((one) => one.href)")
    for report in links:
        page.goto(report)
        marks = page.locator(f".text a[href*='/values/{kind}-']")
        if marks.count():
            page.goto(str(marks.first.get_attribute("href")))
            break
    return correction(page)


def correction(page: Page) -> Locator:
    fold = page.locator("details.judge", has=page.locator("[name=hedge]"))
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    return fold.locator("form")


def test_correction_comes_back_whole_after_a_lost_session(
    browser: Browser, library: Path, tmp_path: Path
) -> None:
    with (
        served(copied(library, tmp_path), "--team") as running,
        page_at(browser, running.base) as page,
    ):
        page.goto(running.invitation)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_label("The same once more").fill(PASSWORD)
        page.get_by_role("button", name="Keep it and come in").click()
        author = page.locator(".me bdi").inner_text()
        form = first_value(page, "claim")
        address = page.url
        form.locator("[name=subject]").fill("Eighth Tide Brigade")
        form.locator("[name=hedge]").select_option("1")
        form.locator("[name=reason]").fill("the caption names it")
        page.context.clear_cookies()
        form.get_by_role("button", name="Correct").click()

        expect(page.get_by_role("status").first).to_contain_text("What you wrote is kept")
        name = page.locator("#name")
        name.fill("nobody at all")
        page.locator("#password").fill("not the right one")
        page.get_by_role("button", name="Log in").click()
        expect(page.locator("#problem")).to_be_visible()
        name.fill(author)
        page.locator("#password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url(address)
        form = correction(page)
        expect(form.locator("[name=subject]")).to_have_value("Eighth Tide Brigade")
        expect(form.locator("[name=hedge]")).to_have_value("1")
        expect(form.locator("[name=reason]")).to_have_value("the caption names it")

        form.get_by_role("button", name="Correct").click()
        expect(page.locator("h1")).to_contain_text("Eighth Tide Brigade")
        page.reload()
        expect(page.locator(".draft")).to_have_count(0)


def test_numbers_and_choices_come_back_and_can_be_dropped(
    browser: Browser, library: Path, tmp_path: Path
) -> None:
    with served(copied(library, tmp_path)) as bench, page_at(browser, bench.base) as page:
        form = first_value(page, "fact")
        address = page.url
        stage, unit = form.locator("[name=stage]"), form.locator("[name=unit]")
        before = stage.input_value(), unit.input_value()
        stage.select_option("finding")
        unit.fill("rowing boats")
        page.goto("/")
        page.goto(address)
        expect(stage).to_have_value("finding")
        expect(unit).to_have_value("rowing boats")
        expect(page.locator(".draft")).to_contain_text("did not send")
        page.get_by_role("button", name="Drop it").click()
        assert (stage.input_value(), unit.input_value()) == before
        page.goto("/")
        page.goto(address)
        expect(page.locator(".draft")).to_have_count(0)

        # Two forms of one page keep their own, and what was refused is kept as well.
        page.goto(f"{address.partition('/values/')[0]}/panel")
        shares, why = page.locator("form.shares input[type=number]"), page.locator("[name=reason]")
        shares.first.fill("60")
        why.first.fill("a hunch")
        page.locator("form.shares button").first.click()
        expect(page.locator(".error")).to_contain_text("100")
        shares.nth(1).fill("30")
        page.goto("/")
        page.goto(f"{address.partition('/values/')[0]}/panel")
        expect(shares.first).to_have_value("60")
        expect(shares.nth(1)).to_have_value("30")
        expect(why.first).to_have_value("a hunch")
        expect(why.last).to_have_value("")
