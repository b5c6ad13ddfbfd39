"""Search over everything: hits lead to their very words, and a query that is none is told."""

from tests.web.desk import Browser, texts
from tests.web.people import example


def first(browser: Browser, query: str, kind: str) -> str:
    """Return where the first hit of a kind leads."""
    page = browser.get(f"/search?q={query}&kind={kind}")
    return str(page.xpath("//ol[@class='hits']//a/@href")[0])


def test_hit_in_a_report_leads_to_the_very_words() -> None:
    _, browser, _ = example()
    answer = browser.client.get(first(browser, "watchman", "document"))
    assert answer.status_code == 200
    assert "find=watchman" in str(answer.url)
    page = browser.get(answer.url.raw_path.decode())
    found = page.xpath("//span[contains(@class, 'found')]")
    assert {one.text_content().lower().rstrip("s") for one in found} == {"watchman"}
    assert answer.url.fragment in {one.get("id") or one.get("data-of") for one in found}


def test_hits_in_claims_and_facts_lead_to_their_pages() -> None:
    ledger, browser, case = example()
    index = browser.desk.shelf.volume(ledger.case_id).index
    claim, fact = next(iter(index.claims.values())), next(iter(index.facts.values()))
    word = claim.subject.split()[-1]
    href = first(browser, word, "claim")
    assert href.startswith(f"{case}/values/claim-")
    assert texts(browser.get(href), "//h1")
    assert first(browser, fact.value.split()[0], "fact").startswith(f"{case}/values/fact-")


def test_hits_in_comments_and_judgements_lead_to_their_entries() -> None:
    ledger, browser, case = example()
    claim = next(iter(browser.desk.shelf.volume(ledger.case_id).index.claims))
    browser.post(f"{case}/comments", text="ask the lighthouse keeper")
    browser.post(f"{case}/judge", subject=claim, verdict="rejected", reason="lighthouse gossip")
    head = ledger.head().seq
    assert first(browser, "lighthouse", "comment") == f"{case}/comments#entry-{head - 1}"
    assert first(browser, "lighthouse", "judgement") == f"{case}/ledger/{head}"


def test_words_found_are_marked_and_counted() -> None:
    _, browser, _ = example()
    page = browser.get("/search?q=watchman&kind=document")
    assert set(texts(page, "//ol[@class='hits']//mark")) <= {"watchman", "Watchman"}
    count = len(page.xpath("//ol[@class='hits']/li"))
    assert texts(page, "//main//p[@role='status']")[0].startswith(f"{count} hit")


def test_hit_of_a_value_says_whose_report_it_is_of_and_quotes_its_words() -> None:
    ledger, browser, _ = example()
    page = browser.get("/search?q=drones&kind=fact")
    by = texts(page, "//ol[@class='hits']/li[1]/p[@class='by']")[0]
    names = {one.name for one in browser.desk.shelf.volume(ledger.case_id).case.documents}
    assert any(f"fact {name} · pilot station" in by for name in names)
    said = texts(page, "//ol[@class='hits']//a")
    assert all("“" in one and "”" in one for one in said), said


def test_query_that_is_none_is_told_kindly() -> None:
    _, browser, _ = example()
    for query in ("-drone", "%22", "a*", "x" * 1001):
        page = browser.get(f"/search?q={query}", status=400)
        assert texts(page, "//section[@class='nothing']/h2")[0]
        assert "How to look" in texts(page, "//main//h2")
    page = browser.get("/search")
    assert texts(page, "//main//h2") == ["How to look"]


def test_nothing_found_is_told() -> None:
    _, browser, _ = example()
    page = browser.get("/search?q=zeppelin")
    assert texts(page, "//main//p[@role='status']") == ["Nothing found."]


def test_search_in_one_case_and_of_unknown_kinds() -> None:
    ledger, browser, case = example()
    page = browser.get(f"/search?q=watchman&case={ledger.case_id}")
    assert page.xpath("//input[@type='checkbox'][@name='case'][@checked]")
    assert page.xpath("//ol[@class='hits']/li")
    assert browser.get("/search?q=watchman&case=none").xpath("//ol[@class='hits']/li") == []
    assert browser.get("/search?q=watchman&kind=nonsense").xpath("//ol[@class='hits']/li")
    assert browser.get(f"{case}/reports/doc-none/find?q=x", status=404) is not None


def test_report_without_the_words_opens_all_the_same() -> None:
    _, browser, case = example()
    report = browser.get(f"{case}/reports").xpath("//tbody//a/@href")[0]
    assert browser.client.get(f"{report}/find?q=zeppelin").url.path == report
    browser.get(f"{report}/find?q=-x", status=400)
    assert browser.get(f"{report}?find=-x").xpath("//span[contains(@class, 'found')]") == []
