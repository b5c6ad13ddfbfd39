"""The entry of the stage: any capture gives a document or a failure, and the same one each time."""

from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.pages import LEAD, LINKED_SCRIPT, page
from whence.ingest import Capture, Metadata, Options, ingest
from whence.model.document import Document, Failure

PAGE = page(head=LINKED_SCRIPT).encode()
MAIL = b"From: Mara <m@courier.example>\nSubject: Boats\nContent-Type: text/html\n\n" + PAGE
SEEDS = (
    PAGE,
    MAIL,
    LEAD.encode(),
    b"# Boats\n\n> " + LEAD.encode(),
    PAGE.decode().encode("utf-16"),
)
LOCATIONS = st.sampled_from(["a.html", "a.txt", "a.md", "a.eml", "a", "-", "a.xml"])


def check(found: Document | Failure) -> None:
    """Every property that the next stages rely on."""
    if isinstance(found, Failure):
        assert found.reason
        assert found.hint
        return
    end = 0
    for block in found.blocks:
        assert end <= block.start < block.end <= len(found.text)
        assert found.text[block.start : block.end].strip() == found.text[block.start : block.end]
        end = block.end
    assert any(c.isalnum() or c == "_" for b in found.blocks for c in found.text[b.start : b.end])
    assert "\x00" not in found.text
    assert "\r" not in found.text
    assert found.id == Document.identify(found.text, found.url or found.outlet)
    found.text.encode("utf-8")


@settings(deadline=None)
@given(st.binary(max_size=600), LOCATIONS)
def test_any_bytes_give_a_document_or_a_failure(raw: bytes, location: str) -> None:
    check(ingest(Capture(location=location, raw=raw)))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(SEEDS), st.data(), LOCATIONS)
def test_damaged_reports_give_a_document_or_a_failure(
    raw: bytes, data: st.DataObject, location: str
) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    junk = data.draw(st.binary(max_size=30))
    found = ingest(Capture(location=location, raw=raw[:start] + junk + raw[end:]))
    check(found)


@settings(deadline=None)
@given(st.text(alphabet="aB .\n\t-#>[…]|“”?:By", max_size=400), LOCATIONS)
def test_any_text_gives_a_document_or_a_failure(text: str, location: str) -> None:
    check(ingest(Capture(location=location, raw=text.encode())))


@settings(deadline=None)
@given(st.lists(st.sampled_from([
    LEAD, "Advertisement", "Leave a reply", "By Mara Ilves", "3 Comments", "Poll", "Yes", "Vote",
    "Who did it?", "Related:", "- Boats sink", "[...]", "© 2031 AP. All rights reserved.", "",
    "Mara Ilves is a reporter based in Port Amel.", "Nov. 9, 2031", "What Is Known", "Reuters",
]), max_size=12))  # fmt: skip
def test_nothing_is_lost_between_text_and_removed(lines: list[str]) -> None:
    found = ingest(Capture(location="a.txt", raw="\n\n".join(lines).encode()))
    check(found)
    if isinstance(found, Document):
        kept = [found.text[block.start : block.end] for block in found.blocks]
        cut = [part.text for part in found.removed]
        assert sorted((*kept, *cut)) == sorted(line for line in lines if line not in ("", "[...]"))
        rest = iter(lines)
        assert all(any(line == block for line in rest) for block in kept), "order is kept"


def test_the_same_capture_gives_the_same_document() -> None:
    capture = Capture(location="a.html", raw=PAGE, retrieved_at="2031-11-09T10:00:00Z")
    first, second = ingest(capture), ingest(capture)
    assert first == second
    assert isinstance(first, Document)
    assert first.retrieved_at == "2031-11-09T10:00:00Z"
    assert first.raw_sha256 == sha256(PAGE).hexdigest()
    assert first.raw_size == len(PAGE)
    assert first.location == "a.html"


def test_the_id_depends_on_text_and_address_alone() -> None:
    found = [
        ingest(Capture(location=location, raw=LEAD.encode(), url=url))
        for location in ("a.txt", "b.txt")
        for url in (None, "https://courier.example/1")
    ]
    assert len({one.id for one in found if isinstance(one, Document)}) == 2


@pytest.mark.parametrize(
    ("raw", "kind", "reason"),
    [
        (b"", "unreadable", "empty"),
        (b" \n\t\x00", "unreadable", "empty"),
        (b"%PDF-1.7\n...", "unreadable", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "unreadable", "a PNG picture"),
        (b"PK\x03\x04....", "unreadable", "ZIP"),
        (b"\x00\x00\x00\x18ftypmp42", "unreadable", "a video"),
        (bytes(range(256)) * 7, "unreadable", "data"),
        ("...\n—\n!!".encode(), "unreadable", "no words"),
        (b"Advertisement\n\nSubscribe", "unreadable", "furniture"),
        (b"a" * 2_001, "too_large", "2,000"),
    ],
)
def test_what_cannot_be_read_says_why(raw: bytes, kind: str, reason: str) -> None:
    found = ingest(Capture(location="a.txt", raw=raw), Options(max_bytes=2_000))
    assert isinstance(found, Failure)
    assert (found.kind, found.stage, found.location) == (kind, "ingest", "a.txt")
    assert reason in found.reason


def test_short_reports_are_reports_unless_the_options_say_otherwise() -> None:
    capture = Capture(location="a.txt", raw=b"Boats burn.")
    assert isinstance(ingest(capture), Document)
    assert isinstance(ingest(capture, Options(min_words=3)), Failure)


def test_pages_saved_as_text_are_pages() -> None:
    found = ingest(Capture(location="a.txt", raw=PAGE))
    assert isinstance(found, Document)
    assert (found.media_type, found.title) == ("text/html", "Boats burn in Port Amel")


def test_metadata_from_outside_override_those_of_the_text() -> None:
    raw = f"Boats burn\n\nBy Mara Ilves | Reuters\n\n{LEAD}".encode()
    known = Metadata(outlet="Relay / AFP", title="Fire", byline="Jon Tamm", published="2031")
    found = ingest(Capture(location="a.txt", raw=raw, metadata=known))
    assert isinstance(found, Document)
    assert (found.outlet, found.title, found.byline) == ("Relay", "Fire", "Jon Tamm")
    assert found.credits == ("AFP", "Reuters")
    assert found.published == "2031"
    assert found.blocks[0].kind == "title"
