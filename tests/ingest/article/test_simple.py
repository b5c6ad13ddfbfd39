"""Pages too costly to look for an article in: all their text is read, in one pass."""

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest
import trafilatura
from lxml import html

from tests.ingest.pages import LEAD, LINKED_SCRIPT, page
from whence import extract
from whence.extract.rules.reader import RulesReader
from whence.ingest import Capture, Metadata, ingest
from whence.ingest.article import simple
from whence.model.document import Document, Failure

WIDE = {
    "spans": "<p>" + "<span>word </span>" * 6_000 + "</p>",
    "links": "<p>" + "<a href='/x'>word</a> " * 6_000 + "</p>",
    "breaks": "<div>" + "word<br>" * 6_000 + "</div>",
    "tables": "<table><tr><td>word</td></tr></table>" * 6_000,
    "spans in spans": ("<p>" + "<span><b>word</b> <i>a</i></span>" * 3_000 + "</p>"),
    "lists in lists": "<ul><li>word " * 300 + "<li>word " * 4_000,
    "many small paragraphs": ("<div>" + "<p>word</p>" * 100 + "</div>") * 320,
}


def read(text: str, location: str = "a.html") -> Document | Failure:
    return ingest(Capture(location=location, raw=text.encode(), metadata=Metadata()))


def refused(*_: object, **__: object) -> None:
    raise AssertionError("an article was looked for")


@pytest.mark.parametrize("shape", WIDE)
def test_a_page_too_costly_to_search_is_read_whole_and_says_so(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trafilatura, "bare_extraction", refused)
    monkeypatch.setattr("htmldate.find_date", refused)
    found = read(page(LINKED_SCRIPT, WIDE[shape]))
    assert isinstance(found, Document)
    assert LEAD in found.text
    assert found.text.count("word") == WIDE[shape].count("word")
    assert found.notices == (simple.NOTICE,)
    assert (found.title, found.byline) == ("Boats burn in Port Amel", "Mara Ilves")
    assert "Home" not in found.text  # navigation is no text of the page


@pytest.mark.parametrize("body", ["", "<p>" + "<span>word </span>" * 500 + "</p>"])
def test_of_a_page_of_usual_shape_the_article_is_looked_for(body: str) -> None:
    found = read(page("", body))
    assert isinstance(found, Document)
    assert found.notices == ()


def test_what_is_told_of_the_page_is_told_of_its_report_too() -> None:
    found = read(page("", WIDE["spans"]))
    assert isinstance(found, Document)
    told = extract.extract(found, RulesReader(), extract.Options(max_chars=300)).notices
    assert told[0] == simple.NOTICE
    assert "characters only" in told[1]


def test_text_is_cut_where_frames_are_and_keeps_its_kinds() -> None:
    root = html.document_fromstring(
        "<title> Mill <b></title><body>loose<div>one <b>two</b><br>three<p>four</p>five</div>"
        "<script>no</script><nav>no<p>no</p></nav>six<ul><li>seven<p>eight</ul><h2>nine</h2>"
        "<blockquote><p>ten</blockquote>eleven"
    )
    assert simple.all_text(root) == [
        ("paragraph", "loose"),
        ("paragraph", "one two three"),
        ("paragraph", "four"),
        ("paragraph", "five"),
        ("paragraph", "six"),
        ("list", "seven"),
        ("list", "eight"),
        ("heading", "nine"),
        ("quote", "ten"),
        ("paragraph", "eleven"),
    ]


def test_cost_counts_siblings_of_a_line_however_they_are_nested() -> None:
    flat = html.document_fromstring("<p>" + "<b>a</b>" * 100 + "</p>")
    nested = html.document_fromstring("<p>" + ("<i>" + "<b>a</b>" * 9 + "</i>") * 10 + "</p>")
    apart = html.document_fromstring(("<div>" + "<p>a</p>" * 10 + "</div>") * 10)
    assert simple.cost(flat)[1] >= 100**2
    assert simple.cost(nested)[1] >= 100**2
    assert simple.cost(apart)[1] < 3_000


def calls(text: str) -> int:
    """Count the calls of functions, of Python and of C, that reading a page takes."""
    counted: Counter[str] = Counter()

    def count(_frame: FrameType, event: str, _arg: Any) -> None:
        counted[event] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return counted["call"] + counted["c_call"]


@pytest.mark.parametrize(
    "unit", ["<span>word </span>", "<a href='/x'>word</a> ", "word<br>", "<b>a</b><p>word</p>"]
)
def test_twice_the_page_takes_twice_the_calls(unit: str) -> None:
    read(page("", unit * 6_000))  # what is loaded once is not counted
    once, twice = (calls(page("", unit * number)) for number in (6_000, 12_000))
    assert twice < 2.2 * once
