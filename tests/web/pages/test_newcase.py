"""Reports are given: what is amiss is told before anything is kept, and nothing typed is lost."""

import pytest

from tests.run.case.kept import opened
from tests.web.desk import Browser, desk_over, texts
from tests.web.people import browser_of, tree
from whence.store.memory import MemoryStore

TEXT = "Two boats burned at Lower Quay in Ostermouth on Monday, the harbour police said."


@pytest.fixture
def browser() -> Browser:
    return Browser(desk_over(MemoryStore()))


def values(page: object) -> dict[str, str]:
    [form] = page.xpath("//form[@class='giving']")  # type: ignore[attr-defined]
    return dict(form.form_values())


def test_nothing_opens_no_case(browser: Browser) -> None:
    answer = browser.post("/new", "/new", name=" ", question="")
    assert answer.status_code == 422
    [told] = texts(tree(answer.text), "//form[@class='giving']//p[@role='alert']")
    assert told.startswith("nothing was given")
    assert browser.desk.store.heads() == ()


def test_case_may_begin_with_a_name_alone(browser: Browser) -> None:
    answer = browser.post("/new", "/new", name="quay")
    page = tree(answer.text)
    assert texts(page, "//main//h2") == ["No report read yet"]
    assert "whence" not in texts(page, "//main")[0]
    assert page.xpath("//main//a[contains(@href,'/add')]")


@pytest.mark.parametrize("date", ["yesterday", "2025-99-99", "2025-02-30", "2025-13"])
def test_no_date_is_told_beside_its_field_and_all_else_is_kept(browser: Browser, date: str) -> None:
    said = {"name": "quay", "question": "Who?", "addresses": "https://news.example/a"}
    said |= {"text": TEXT, "text_outlet": "Reed Post", "text_title": "Fire", "text_url": ""}
    answer = browser.post("/new", "/new", **said, text_published=date)
    page = tree(answer.text)
    assert answer.status_code == 422
    field = page.xpath("//input[@name='text_published']")[0]
    assert "no date" in texts(page, f"//*[@id='{field.get('aria-describedby')}']")[0]
    assert page.xpath("//details[@open]//textarea[@name='text']")
    kept = values(page)
    assert {name: kept.get(name, "").strip() for name in said} == said
    assert kept["text_published"] == date
    assert browser.desk.store.heads() == ()


@pytest.mark.parametrize("date", ["2025", "2025-03", "2025-03-08", "2025-03-08T10:30Z"])
def test_part_of_a_date_is_one(browser: Browser, date: str) -> None:
    answer = browser.post("/new", "/new", name="quay", text=TEXT, text_published=date)
    assert answer.status_code == 200
    assert len(browser.desk.intake.jobs()) == 1


def test_name_that_is_none_is_told_beside_its_field(browser: Browser) -> None:
    answer = browser.post("/new", "/new", name="fire/quay", addresses="https://news.example/a")
    page = tree(answer.text)
    assert answer.status_code == 422
    assert "without '/'" in texts(page, "//*[@id='amiss-name']")[0]
    assert values(page)["addresses"].strip() == "https://news.example/a"


def test_files_that_came_along_are_to_be_chosen_once_more(browser: Browser) -> None:
    [proof] = set(browser.get("/new").xpath("//form[@class='giving']/input[@name='csrf']/@value"))
    files = [("files", ("a.txt", TEXT.encode()))]
    answer = browser.client.post("/new", data={"csrf": proof, "name": "a/b"}, files=files)
    assert "Choose the files once more" in answer.text


def test_date_of_files_is_looked_at_as_well(browser: Browser) -> None:
    answer = browser.post("/new", "/new", name="quay", text=TEXT, files_published="soon")
    assert answer.status_code == 422
    assert "no date" in texts(tree(answer.text), "//*[@id='amiss-files_published']")[0]
    assert values(tree(answer.text))["files_published"] == "soon"


def test_nothing_is_added_where_nothing_was_given() -> None:
    ledger = opened()
    browser = browser_of(ledger.store)
    answer = browser.post(f"/cases/{ledger.case_id}/add", addresses=" ")
    assert answer.status_code == 422
    assert browser.desk.intake.jobs() == ()


def test_closed_case_says_so_in_place_of_the_form() -> None:
    ledger = opened()
    browser, case = browser_of(ledger.store), f"/cases/{ledger.case_id}"
    browser.post(f"{case}/ledger/close", closed="yes", reason="done")
    page = browser.get(f"{case}/add")
    assert not page.xpath("//form[@class='giving']")
    assert page.xpath(f"//main//a[@href='{case}/ledger#close-h']")
