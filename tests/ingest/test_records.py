"""JSON lines, web archives and feeds."""

import gzip
import io
import json
from pathlib import Path

import pytest

from tests.ingest.pages import LEAD, page
from tests.ingest.test_sources import Shelf, captures, failure
from whence.ingest import Capture, Options, expand, ingest
from whence.ingest.records import feed_entries
from whence.model.document import Document, Failure


def test_json_lines_with_a_broken_line(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": LEAD, "outlet": "Relay (AP)", "published": "2031-11-09", "x": 1}),
        '{"text": broken',
        "",
        json.dumps({"html": page(), "url": "https://courier.example/1"}),
        json.dumps({"outlet": "Relay"}),
        json.dumps([LEAD]),
        json.dumps({"text": "Lone \ud800 surrogate"}),
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(expand([str(path)]))
    assert [one.location.rsplit(":", 1)[1] for one in found] == ["1", "2", "4", "5", "6", "7"]
    kinds = [one.kind if isinstance(one, Failure) else one.media_type for one in found]
    assert kinds[:5] == [
        "text/plain; charset=utf-8",
        "malformed",
        "text/html; charset=utf-8",
        "malformed",
        "malformed",
    ]
    assert isinstance(found[0], Capture)
    first = ingest(found[0])
    assert isinstance(first, Document)
    assert (first.outlet, first.credits, first.published) == ("Relay", ("AP",), "2031-11-09")
    assert first.text == LEAD
    assert isinstance(found[2], Capture)
    second = ingest(found[2])
    assert isinstance(second, Document)
    assert (second.media_type, second.url) == ("text/html", "https://courier.example/1")


def test_a_line_over_the_limit_is_skipped_and_the_next_is_read() -> None:
    lines = b'{"text": "' + b"a" * 5_000 + b'"}\n{"text": "Boats burn."}\n'
    found = list(expand(["-"], Options(max_bytes=1_000), stdin=io.BytesIO(lines)))
    assert [one.kind if isinstance(one, Failure) else "read" for one in found] == [
        "too_large",
        "read",
    ]


def response(url: str, body: bytes, media_type: str, status: str = "200 OK") -> bytes:
    """Return a WARC response record (ISO 28500)."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n".encode()
    answer += f"Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2031-11-09T10:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:92283950-ef2f-4d72-b224-f54c6ec90bb0>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def archive(*records: bytes, packed: bool = False) -> bytes:
    return b"".join(gzip.compress(record) if packed else record for record in records)


@pytest.mark.parametrize("packed", [False, True])
def test_web_archives_give_their_pages(tmp_path: Path, packed: bool) -> None:
    url = "https://courier.example/boats"
    raw = archive(
        response(url, page().encode(), "text/html; charset=utf-8"),
        response("https://courier.example/x.png", b"\x89PNG\r\n\x1a\n", "image/png"),
        response("https://courier.example/gone", b"<p>Gone", "text/html", "404 Not Found"),
        packed=packed,
    )
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(raw)
    (capture,) = captures(expand([str(path)]))
    assert capture.location == f"{path}#1"
    assert (capture.url, capture.retrieved_at) == (url, "2031-11-09T10:00:00Z")
    assert capture.status == 200
    assert capture.headers == (
        ("content-type", "text/html; charset=utf-8"),
        ("content-length", str(len(page().encode()))),
    )
    document = ingest(capture)
    assert isinstance(document, Document)
    assert document.title == "Boats burn in Port Amel"


def test_records_over_the_limit_and_damaged_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(archive(response("https://courier.example/1", page().encode(), "text/html")))
    assert failure(expand([str(path)], Options(max_bytes=100))).kind == "too_large"
    path.write_bytes(b"WARC/1.0\r\nthis is none")
    assert failure(expand([str(path)])).kind == "unreadable"
    path = tmp_path / "b.warc.gz"
    path.write_bytes(gzip.compress(b"not an archive"))
    assert failure(expand([str(path)])).kind == "unreadable"


def test_archive_cut_off_within_a_page_is_told_and_its_beginning_read(tmp_path: Path) -> None:
    first = response("https://courier.example/1", page().encode(), "text/html")
    second = response("https://courier.example/2", page().encode(), "text/html")
    path = tmp_path / "a.warc"
    path.write_bytes(first + second[:-300])
    whole, part, told = expand([str(path)])
    assert isinstance(whole, Capture)
    assert isinstance(part, Capture)
    assert isinstance(told, Failure)
    assert (part.location, told.location) == (f"{path}#2", f"{path}#2")
    assert "cut off" in told.reason


FEED = """<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Amel Courier</title>
<item><title>Boats burn</title><link>https://courier.example/1</link><dc:creator>Mara Ilves
</dc:creator><pubDate>Sun, 09 Nov 2031 07:30:00 +0000</pubDate>
<content:encoded><![CDATA[{content}]]></content:encoded></item>
<item><title>Boats sink</title><link>https://courier.example/2</link>
<description>Short.</description></item>
<item><title>Nothing</title></item></channel></rss>"""


def feed(tmp_path: Path, text: str) -> str:
    path = tmp_path / "feed.xml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_feed_entries_with_their_text_and_without(tmp_path: Path) -> None:
    location = feed(tmp_path, FEED.format(content=f"<p>{LEAD}</p>" * 4))
    second = Capture(
        location="x",
        raw=page().encode(),
        url="https://courier.example/2b",
        status=203,
        headers=(("age", "3"),),
    )
    shelf = Shelf({"https://courier.example/2": second})
    found = list(expand([location], fetcher=shelf))
    assert [one.location for one in found] == [f"{location}#{number}" for number in (1, 2, 3)]
    carried, fetched, empty = found
    assert isinstance(carried, Capture)
    document = ingest(carried)
    assert isinstance(document, Document)
    assert (document.outlet, document.byline) == ("The Amel Courier", "Mara Ilves")
    assert document.published == "2031-11-09T07:30:00+00:00"
    assert document.title == "Boats burn"
    assert LEAD in document.text
    assert isinstance(fetched, Capture)
    assert fetched.url == "https://courier.example/2b"
    assert (fetched.status, fetched.headers) == (203, (("age", "3"),))
    assert (carried.status, carried.headers) == (None, ())
    assert isinstance(empty, Failure)


def test_a_feed_read_offline_gives_its_teasers(tmp_path: Path) -> None:
    found = list(expand([feed(tmp_path, FEED.format(content="<p>Two boats burned.</p>"))]))
    assert [isinstance(one, Capture) for one in found] == [True, True, False]
    assert isinstance(found[1], Capture)
    document = ingest(found[1])
    assert isinstance(document, Document)
    assert (document.text, document.url) == ("Short.", "https://courier.example/2")


def test_an_entry_that_cannot_be_fetched_is_told(tmp_path: Path) -> None:
    found = list(expand([feed(tmp_path, FEED.format(content="Short."))], fetcher=Shelf({})))
    assert [one.kind if isinstance(one, Failure) else "read" for one in found] == [
        "fetch",
        "fetch",
        "unreadable",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<note><to>nobody</to></note>", "unsupported"),
        ('<rss version="2.0"><channel></channel></rss>', "unreadable"),
        ("<rss", "unsupported"),
        ('<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><item>'
         "<title>&b;</title></item></channel></rss>", "unreadable"),
        ('<rss version="2.0">' + "<a>" * 50_000, "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_feed(tmp_path: Path, text: str, kind: str) -> None:
    assert failure(expand([feed(tmp_path, text)])).kind == kind


@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_defined_far_down_are_found(charset: str) -> None:
    padding = f"<!-- {'x' * 120_000} -->"
    raw = (
        f'<?xml version="1.0" encoding="{charset}"?>{padding}<!DOCTYPE r [<!ENTITY a "aaaa">]>'
        '<rss version="2.0"><channel><item><title>&a;</title><description>Boats burned on the '
        "quay, the coast guard said.</description></item></channel></rss>"
    )
    assert "entities" in failure(feed_entries(raw.encode(charset), "feed.xml", None)).reason
