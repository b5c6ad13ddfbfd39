"""Web archives that are broken, cut off or made to break what reads them."""

import gzip
import zlib
from io import BytesIO

import pytest

from whence.ingest import Capture
from whence.ingest.archives.warcs import NO_PAGES, web_archive
from whence.model.document import Failure

PAGE = b"<p>A bomb killed three people at the mill in Harrow on Sunday, the police said.</p>"
LIMIT = 100_000


def record(
    number: int, http: bytes = b"", body: bytes = PAGE, *, length: str = "", head: bytes = b""
) -> bytes:
    """Return the response of a server as a record; ``http`` and ``head`` are added to headers."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + http + b"\r\n" + body
    return (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2031-11-09T07:00:00Z\r\n"
        b"WARC-Target-URI: https://courier.example/%d\r\n"
        % number
        + head
        + b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + (length.encode() or b"%d" % len(answer))
        + b"\r\n\r\n"
        + answer
        + b"\r\n\r\n"
    )


def found(raw: bytes) -> tuple[list[str | None], list[Failure]]:
    """Return the addresses of the pages of an archive, and what is told of it."""
    both = list(web_archive(BytesIO(raw), "a.warc", LIMIT))
    captures = [one.url for one in both if isinstance(one, Capture)]
    return captures, [one for one in both if isinstance(one, Failure)]


GOOD = record(1) + record(2)
ADDRESSES = ["https://courier.example/1", "https://courier.example/2"]
PACKED = b"Content-Encoding: gzip\r\n"
BAD_PAGES = {
    "no gzip": record(0, PACKED),
    "bomb": record(0, PACKED, gzip.compress(b"a" * 3_000_000)),
    "no brotli": record(0, b"Content-Encoding: br\r\n"),
    "no chunks": record(0, b"Transfer-Encoding: chunked\r\n"),
    "a chunk without end": record(0, b"Transfer-Encoding: chunked\r\n", b"fffffffffffffff\r\na"),
    "headers without end": record(0, b"X: " + b"b" * 90_000 + b"\r\n"),
    "too large": record(0, b"", b"a" * 200_000),
}


@pytest.mark.parametrize("case", BAD_PAGES)
@pytest.mark.parametrize("packed", [False, True])
def test_a_page_that_cannot_be_unpacked_costs_no_other(case: str, packed: bool) -> None:
    members = [record(1), BAD_PAGES[case], record(2)]
    captures, failures = found(b"".join(map(gzip.compress, members) if packed else members))
    assert captures == ADDRESSES
    (failure,) = failures
    assert failure.location == "a.warc#2"
    assert failure.reason
    assert failure.hint
    assert len(failure.reason) < 200


BROKEN = {
    "too short a length": GOOD + record(3, length="50") + record(4),
    "a length of digits without end": GOOD + record(3, length="9" * 30) + record(4),
    "a length below nothing": GOOD + record(3, length="-5") + record(4),
    "no number": GOOD + record(3, length="many") + record(4),
    "a header without end": GOOD + record(3, head=b"X: " + b"a" * 200_000 + b"\r\n"),
    "headers without end": GOOD + record(3, head=b"X: a\r\n" * 50_000),
    "something else behind": GOOD + bytes(range(256)) * 20,
}


@pytest.mark.parametrize("case", BROKEN)
def test_what_lies_before_a_break_is_read_and_the_break_is_told(case: str) -> None:
    captures, failures = found(BROKEN[case])
    assert captures[:2] == ADDRESSES
    assert "damaged" in failures[-1].reason
    assert "nothing behind that is read" in failures[-1].reason
    assert failures[-1].hint == "download or copy the archive again"


@pytest.mark.parametrize("left", range(3, len(record(2)) - 4, 7))
def test_an_archive_cut_off_anywhere_says_so(left: int) -> None:
    captures, failures = found(record(1) + record(2)[:left])
    assert captures[0] == ADDRESSES[0]
    (failure,) = failures
    assert "cut off" in failure.reason or "damaged" in failure.reason


def test_a_broken_member_of_a_packed_archive_is_told() -> None:
    broken = gzip.compress(record(2))[:-8] + bytes(8)
    captures, failures = found(gzip.compress(record(1)) + broken + gzip.compress(record(3)))
    assert captures == ADDRESSES[:1]
    assert "nothing behind that is read" in failures[0].reason


@pytest.mark.parametrize("raw", [b"", b"\r\n" * 50])
def test_an_archive_of_nothing_says_what_is_looked_for(raw: bytes) -> None:
    captures, failures = found(raw)
    assert (captures, failures[0].reason) == ([], NO_PAGES)
    assert "HTML or text" in failures[0].hint


CUT_BODIES = {
    "gzip": record(0, PACKED, gzip.compress(PAGE)[:-9]),
    "zlib": record(0, b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)[:-3]),
    "gzip in chunks": record(
        0,
        PACKED + b"Transfer-Encoding: chunked\r\n",
        b"%x\r\n%b\r\n0\r\n\r\n" % (len(gzip.compress(PAGE)) - 9, gzip.compress(PAGE)[:-9]),
    ),
    "said by the archive": record(0, head=b"WARC-Truncated: length\r\n", body=PAGE[:60]),
}


@pytest.mark.parametrize("case", CUT_BODIES)
def test_a_page_that_was_cut_when_captured_is_kept_and_told(case: str) -> None:
    captures, (failure,) = found(record(1) + CUT_BODIES[case] + record(2))
    assert captures == [ADDRESSES[0], "https://courier.example/0", ADDRESSES[1]]
    assert failure.location == "a.warc#2"
    assert (
        failure.reason == "this page was cut off when it was captured: only its beginning is read"
    )
    assert "capture the page again" in failure.hint


@pytest.mark.parametrize("packed", [gzip.compress(PAGE), gzip.compress(PAGE[:9]) * 2])
def test_a_whole_packed_page_is_not_told_to_be_cut(packed: bytes) -> None:
    captures, failures = found(record(1, PACKED, packed))
    assert (captures, failures) == (ADDRESSES[:1], [])
