"""What is new since a person last looked: told once, until the person says that it was seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.run.case.kept import AT, RULES, add
from tests.web.desk import REPORTS, Browser, desk_over, kept_case, texts
from whence.model.ledger import Opened
from whence.run.case.withdrawing import Word, retract
from whence.store.ledger import Ledger, new_case
from whence.store.sqlite import open_sqlite
from whence.web.looked import Looked
from whence.web.shelf import Shelf


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    store = open_sqlite(tmp_path / "library.db")
    made = new_case(store, Opened(name="pilot station"), "Ana", AT)
    add(made, *(str(one) for one in sorted(REPORTS.iterdir())[:2]))
    yield made
    store.close()


def test_first_look_has_nothing_to_compare_with(ledger: Ledger) -> None:
    browser = Browser(desk_over(ledger.store))
    page = browser.get(f"/cases/{ledger.case_id}")
    assert not page.xpath("//*[@class='news']")
    assert "Nothing has come since" in browser.get(f"/cases/{ledger.case_id}").text_content()


def test_what_came_is_told_until_it_was_seen(ledger: Ledger) -> None:
    browser = Browser(desk_over(ledger.store))
    case = f"/cases/{ledger.case_id}"
    browser.get(case)
    add(ledger, *(str(one) for one in sorted(REPORTS.iterdir())[2:4]))
    for _ in range(2):
        [summary] = texts(browser.get(case), "//details[@class='news']/summary")
        assert "2 reports" in summary
    assert len(browser.get(case).xpath("//ul[@class='latest']/li")) == 2
    assert browser.post(f"{case}/seen", case).status_code == 200
    assert not browser.get(case).xpath("//*[@class='news']")


def test_answer_that_moved_is_told_with_what_it_was(ledger: Ledger) -> None:
    shelf = Shelf(ledger.store, RULES)
    looked = Looked(ledger.store)
    assert looked.news(shelf.volume(ledger.case_id), "", "Ana", AT) is None
    add(ledger, str(REPORTS))
    news = looked.news(shelf.volume(ledger.case_id), "", "Ana", AT)
    assert news is not None
    assert dict(news.counts)["document"] == 6
    assert news.before != news.now
    assert news.now.startswith("somebody not named .")


def test_retraction_is_new_and_each_person_has_an_own_look(ledger: Ledger) -> None:
    shelf = Shelf(ledger.store, RULES)
    looked = Looked(ledger.store)
    looked.mark(shelf.volume(ledger.case_id), "ana", AT)
    document = next(ledger.read(kinds={"document"}))
    retract(ledger, document.entry.seq, Word(author="Ben", at=AT, reason="another incident"))
    volume = shelf.volume(ledger.case_id)
    news = looked.news(volume, "ana", "Ana", AT)
    assert news is not None
    assert news.counts == (("retraction", 1),)
    assert looked.news(volume, "ben", "Ben", AT) is None


def test_library_in_memory_keeps_no_looks() -> None:
    made = kept_case()
    volume = Shelf(made.store, RULES).volume(made.case_id)
    looked = Looked(made.store)
    looked.mark(volume, "", AT)
    assert looked.news(volume, "", "Ana", AT) is None
