"""Captures as a web archive: the same bytes every time, read by another hand, nothing unseen."""

import io
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from whence.errors import BadArchive, Touched
from whence.model.ledger import Captured
from whence.store.archive.warc import Item, read, write

AT = "2031-11-09T12:00:00Z"
PAGE = b"<html><p>Boats burn in Port Amel.</p></html>"
MOST = 1_000_000


def item(raw: bytes = PAGE, at: str = AT, **fields: Any) -> Item:
    given = {"location": "reports/boats.html"} | fields
    return Captured(sha256=sha256(raw).hexdigest(), size=len(raw), **given), at, raw


FETCHED = item(
    url="https://courier.example/boats?a=1&b=ü",
    media_type="text/html; charset=utf-8",
    retrieved_at="2031-11-09T12:30:00.5+02:00",
    status=200,
    headers=(
        ("content-type", "text/html; charset=utf-8"),
        ("Content-Encoding", "gzip"),
        ("transfer-encoding", "chunked"),
        ("content-length", "17"),
        ("x-odd", "a\r\nWARC-Type: response"),
        ("bad name", "x"),
        ("via", "ü"),
    ),
)
SAVED = item(b"Two boats burned.", location="C:\\Users\\mara\\cases\\boats 2.txt")


def packed(*items: Item) -> bytes:
    stream = io.BytesIO()
    write(stream, items)
    return stream.getvalue()


def taken(raw: bytes, most: int = MOST) -> list[tuple[str, bytes]]:
    return list(read(io.BytesIO(raw), "captures.warc", most))


def records(raw: bytes) -> list[tuple[Any, bytes]]:
    """Read with warcio, which checks the digests."""
    found = []
    for record in ArchiveIterator(io.BytesIO(raw), check_digests="raise"):
        found.append((record, record.raw_stream.read()))
        assert record.digest_checker.passed is not False
    return found


def test_another_hand_reads_a_response_as_it_came() -> None:
    (about, told), (record, body) = records(packed(FETCHED))
    assert about.rec_type == "warcinfo"
    assert b"WARC File Format 1.1" in told
    assert (record.rec_type, body) == ("response", PAGE)
    field = record.rec_headers.get_header
    assert record.rec_headers.protocol == "WARC/1.1"
    assert field("WARC-Target-URI") == "https://courier.example/boats?a=1&b=%C3%BC"
    assert field("WARC-Date") == "2031-11-09T10:30:00.500000Z"
    assert field("WARC-Payload-Digest") == f"sha256:{sha256(PAGE).hexdigest()}"
    assert field("WARC-Record-ID").startswith("<urn:uuid:")
    assert record.http_headers.get_statuscode() == "200"
    assert record.http_headers.headers == [
        ("content-type", "text/html; charset=utf-8"),
        ("x-archive-orig-content-encoding", "gzip"),
        ("x-archive-orig-transfer-encoding", "chunked"),
        ("x-archive-orig-content-length", "17"),
        ("x-odd", "a WARC-Type: response"),
        ("via", "ü"),
        ("content-length", str(len(PAGE))),
    ]


def test_what_was_not_fetched_is_a_resource_without_the_users_folders() -> None:
    raw = packed(SAVED, item(location="standard input"), item(location="/home/mara/x/a.html"))
    found = [record.rec_headers.get_header("WARC-Target-URI") for record, _ in records(raw)[1:]]
    assert found == [
        "file:///boats%202.txt",
        f"urn:sha256:{sha256(PAGE).hexdigest()}",
        "file:///a.html",
    ]
    assert b"mara" not in raw
    assert {record.rec_type for record, _ in records(raw)[1:]} == {"resource"}
    assert records(raw)[1][0].rec_headers.get_header("WARC-Date") == AT


def test_the_same_captures_are_the_same_bytes_and_come_back() -> None:
    raw = packed(FETCHED, SAVED)
    assert packed(FETCHED, SAVED) == raw
    assert packed(FETCHED, FETCHED, SAVED) == raw
    assert [body for _, body in taken(raw)] == [PAGE, b"Two boats burned."]
    assert sha256(packed(SAVED)).hexdigest() == (
        "de60f8fbec874db18ac2cce0283f5b11f2ba695f4ad7107bed6e69ae9d3a96d7"
    ), "an archive that was signed must be written again as it was"
    assert taken(packed()) == []


def test_odd_values_are_left_out_or_replaced() -> None:
    odd = item(
        url="https://courier.example/a b\r\nX: 1",
        media_type="text/html\r\nX: 1",
        retrieved_at="yesterday",
        status=7,
        headers=(("a", "b"),),
        location="a\udcff.html",
    )
    ((_, _), (record, body)) = records(packed(odd))
    field = record.rec_headers.get_header
    assert (record.rec_type, body) == ("resource", PAGE)
    assert field("WARC-Target-URI") == "file:///a%3F.html"
    assert field("Content-Type") == "application/octet-stream"
    assert (field("WARC-Date"), field("X")) == (AT, None)
    many = item(
        status=200,
        url="https://courier.example/1",
        headers=tuple((f"x-{n}", "v" * 4_000) for n in range(50)),
    )
    assert taken(packed(many)) == [(sha256(PAGE).hexdigest(), PAGE)]


def test_bytes_that_are_not_the_captures_are_not_written() -> None:
    with pytest.raises(Touched, match="another hash"):
        packed((FETCHED[0], AT, b"other"))
    with pytest.raises(ValueError):
        packed(item(at="today"))


@given(
    raws=st.lists(st.binary(max_size=300), max_size=5, unique=True),
    status=st.none() | st.integers(100, 599),
    headers=st.lists(st.tuples(st.text(max_size=10), st.text(max_size=20)), max_size=4),
    url=st.none() | st.text(max_size=20).map(lambda end: f"https://courier.example/{end}"),
    location=st.text(max_size=30),
)
def test_any_bytes_come_back(
    raws: list[bytes],
    status: int | None,
    headers: list[tuple[str, str]],
    url: str | None,
    location: str,
) -> None:
    more: dict[str, Any] = {
        "status": status,
        "headers": tuple(headers),
        "url": url,
        "location": location,
    }
    raw = packed(*(item(one, **more) for one in raws))
    assert taken(raw) == [(sha256(one).hexdigest(), one) for one in raws]
    assert [body for _, body in records(raw)[1:]] == raws


WHOLE = packed(FETCHED, SAVED)
BODIES = [WHOLE.index(PAGE), WHOLE.index(b"Two boats burned.")]


@given(st.sampled_from(BODIES), st.integers(0, 16), st.integers(1, 255))
def test_one_changed_byte_of_a_payload_is_found(start: int, behind: int, change: int) -> None:
    raw = bytearray(WHOLE)
    raw[start + behind] ^= change
    with pytest.raises(BadArchive, match="digest"):
        taken(bytes(raw))


@settings(max_examples=300)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_one_changed_byte_anywhere_never_gives_another_capture(where: int, change: int) -> None:
    raw = bytearray(WHOLE)
    raw[where] ^= change
    try:
        assert taken(bytes(raw)) == taken(WHOLE)
    except BadArchive:
        return


@given(st.integers(1, len(WHOLE) - 1))
def test_a_cut_archive_gives_no_more_than_whole_records(length: int) -> None:
    try:
        found = taken(WHOLE[:length])
    except BadArchive:
        return
    assert length in {WHOLE.index(b"WARC/1.1", 5), WHOLE.rindex(b"WARC/1.1")}
    assert found == taken(WHOLE)[: len(found)]


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_refused(raw: bytes, begun: bool) -> None:
    with pytest.raises(BadArchive):
        taken((packed(SAVED) if begun else b"") + b"WARC/1.1\r\n" + raw)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"WARC/1.1\r\nWARC-Type: warcinfo", b"WARC/1.0\r\nWARC-Type: warcinfo", "no WARC 1.1"),
        (b"WARC-Type: warcinfo", b"WARC-Type: metadata", "begin"),
        (b"WARC-Type: resource", b"WARC-Type: warcinfo", "begins twice"),
        (b"WARC-Type: resource", b"WARC-Type: request", "neither"),
        (b"WARC-Type: resource", b"WARC-Type: response", "no HTTP response"),
        (b"Content-Length: 17", b"Content-Length: 99999999999999999", "length"),
        (b"Content-Length: 17", b"Content-Length: 9999999999999", "larger"),
        (b"Content-Length: 17", b"Content-Length: -1", "length"),
        (b"Content-Length: 17", b"Content-Length: 16", "another length"),
        (b"Content-Length: 17", b"Content-Size: 17", "no content-length"),
        (b"WARC-Block-Digest: sha256:", b"WARC-Block-Digest: md5:", "digest"),
        (b"WARC-Payload-Digest: sha256:", b"WARC-Payload-Digest: sha1:", "digest"),
    ],
)
def test_what_is_wrong_is_named(old: bytes, new: bytes, reason: str) -> None:
    raw = packed(SAVED)
    assert old in raw
    with pytest.raises(BadArchive, match=reason):
        taken(raw.replace(old, new))


def test_a_capture_over_the_limit_is_refused() -> None:
    assert taken(WHOLE, len(PAGE))
    with pytest.raises(BadArchive, match="larger"):
        taken(WHOLE, len(PAGE) - 1)
    with pytest.raises(BadArchive, match="empty"):
        taken(b"")
    with pytest.raises(BadArchive, match="damaged"):
        taken(b"WARC/1.1\r\n" + b"a: b\r\n" + b"x" * 100_000)
