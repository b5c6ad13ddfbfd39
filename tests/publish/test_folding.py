"""Parts that end their lists early count what they leave out, and lead to it."""

from lxml import html

from tests.publish.cases import harbour_case
from tests.publish.pages import text_of
from whence.publish.folding import Folding
from whence.publish.parts import Parts, general


def parsed(part: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{part}</div>")


def test_report_ends_no_list_early() -> None:
    parts = Parts(harbour_case())
    for template in ("facts.html.j2", "hypotheses.html.j2", "timeline.html.j2"):
        page = parsed(parts.part(template))
        assert not page.xpath("//a[@class='unfold']")
        assert not page.xpath("//a[starts-with(@href,'#items-')]")


def test_matrix_that_ends_early_counts_all_and_leads_on() -> None:
    parts = Parts(harbour_case())
    whole = parsed(parts.part("hypotheses.html.j2"))
    short = parsed(parts.part("hypotheses.html.j2", folding=Folding(items=1, pages=True)))
    rows = "//table[@class='matrix']/tbody/tr"
    tables = len(short.xpath("//table[@class='matrix']"))
    assert len(short.xpath(rows)) == tables < len(whole.xpath(rows))
    for link in short.xpath("//a[starts-with(@href,'#items-')]"):
        assert text_of(link).endswith("in all, the most telling first")
    for row in short.xpath(rows):
        assert row.xpath("./th/a[@class='item']/@href") == [f"#{row.get('id')}"]


def test_slot_that_ends_early_names_how_many_origins_are_left() -> None:
    parts = Parts(harbour_case())
    short = parsed(parts.part("facts.html.j2", folding=Folding(origins=1, pages=True)))
    folded = short.xpath("//a[@class='unfold']")
    assert folded
    slots = {slot.get("id") for slot in short.xpath("//section[@class='slot']")}
    assert {link.get("href").replace("#in-", "slot-") for link in folded} <= slots
    assert short.xpath("//p[@class='line']/strong/a[starts-with(@href,'#f-')]")


def test_how_to_read_needs_no_case() -> None:
    page = parsed(general("reading.html.j2"))
    assert page.xpath("//h3[@id='likelihood']")
    assert len(page.xpath("//*[@aria-labelledby='likelihood']//tbody/tr")) == 7
