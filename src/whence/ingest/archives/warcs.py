"""Web archives (WARC): the pages that were captured in them, each read by itself.

A page that cannot be unpacked costs no other. Where the archive itself is broken, what lies before
the break is read.
"""

import io
import warnings
from collections.abc import Iterator
from typing import IO, Any, Literal

from whence.errors import InputError, TooLarge, UnreadablePage
from whence.ingest.archives.unpacking import ends_within
from whence.ingest.assemble import failure_of
from whence.ingest.capture import Capture, kept_headers
from whence.model.document import Failure

Found = Iterator[Capture | Failure]
_Decode = Literal["all", "transfer", "none"]
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_AGAIN = "download or copy the archive again"
_BROKEN = (OSError, EOFError, ValueError, RuntimeError)
_LONGEST_REASON = 100
NO_PAGES = "the web archive holds no pages"
"""The reason of the failure that a web archive without a page becomes."""


def web_archive(stream: IO[bytes], location: str, max_bytes: int) -> Found:
    """Read the pages of a WARC file: its successful responses that are HTML or plain text."""
    number = told = 0
    try:
        for record in _records(stream):
            cut = record.headers.get("Content-Length") is None
            if str(record.record_type) == "response" and not cut:
                number += 1
                for one in _response(record, f"{location}#{number}", max_bytes):
                    told += 1
                    yield one
            elif cut:
                told += 1
                reason = "the web archive is cut off within a record"
                yield failure_of(UnreadablePage(location, reason, hint=_AGAIN))
    except _BROKEN as error:
        reason = f"the web archive is damaged ({_told(error)}): nothing behind that is read"
        yield failure_of(UnreadablePage(location, reason, hint=_AGAIN))
        return
    if not told:
        hint = "check that it was made of pages: only what was answered in HTML or text is read"
        yield failure_of(UnreadablePage(location, NO_PAGES, hint=hint))


def _records(stream: IO[bytes], decode: _Decode = "none") -> Iterator[Any]:
    with warnings.catch_warnings():  # fastwarc 1.x remarks on names of its own that it will drop
        warnings.simplefilter("ignore", DeprecationWarning)
        from fastwarc.warc import ArchiveIterator

    yield from ArchiveIterator(stream, parse_http=decode != "none", auto_decode=decode)


def _told(error: Exception) -> str:
    """Return what an error says, which may have been taken from the archive."""
    return " ".join(str(error).split())[:_LONGEST_REASON]


def _response(record: Any, place: str, max_bytes: int) -> Found:
    if not record.is_http:
        return
    declared = record.content_length  # as the archive says; reading lowers it to what is there
    raw = record.reader.read(max_bytes + 1)
    cut = len(raw) < declared and len(raw) <= max_bytes
    where = "the web archive is cut off within this page"
    try:
        answer = _answer(raw)
        if answer is not None:
            yield _page(record, answer, place, max_bytes)
            if not cut and (cut := _cut(record, answer, raw, max_bytes)):
                where = "this page was cut off when it was captured"
    except InputError as error:
        yield failure_of(error)
        return
    except _BROKEN as error:
        reason = f"the page cannot be unpacked ({_told(error)})"
        yield failure_of(UnreadablePage(place, reason, hint=_AGAIN))
        return
    if cut:
        hint = _AGAIN if declared > len(raw) else "capture the page again, or save it by hand"
        reason = f"{where}: only its beginning is read"
        yield failure_of(UnreadablePage(place, reason, hint=hint))


def _cut(record: Any, answer: Any, raw: bytes, max_bytes: int) -> bool:
    """Tell whether the archive says that the page was cut, or its gzip body ends within."""
    if record.headers.get("WARC-Truncated"):
        return True
    packing = (answer.http_headers.get("Content-Encoding") or "").strip().lower()
    packed = _answer(raw, "transfer") if packing in ("gzip", "x-gzip", "deflate") else None
    return packed is not None and ends_within(packed.reader, max_bytes)


def _answer(raw: bytes, decode: _Decode = "all") -> Any:
    """Return what a server answered, if it is a page.

    It is read as an archive of its own: an answer that cannot be unpacked would otherwise take all
    that follow with it.
    """
    head = (
        b"WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(raw)
    )
    for answer in _records(io.BytesIO(head + raw), decode):
        media_type = (answer.http_content_type or "").lower()
        status = answer.http_headers.status_code if answer.http_headers else None
        if media_type in _PAGES and status is not None and 200 <= status < 300:
            return answer
        break
    return None


def _page(record: Any, answer: Any, place: str, max_bytes: int) -> Capture:
    raw = answer.reader.read(max_bytes + 1)
    if len(raw) > max_bytes or record.content_length > max_bytes:
        raise TooLarge(place, f"it is larger than {max_bytes:,} bytes")
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    charset = f"; charset={answer.http_charset}" if answer.http_charset else ""
    return Capture(
        location=place,
        raw=raw,
        url=url if url.startswith(("http://", "https://")) else None,
        media_type=f"{answer.http_content_type.lower()}{charset}",
        retrieved_at=record.headers.get("WARC-Date") or None,
        status=answer.http_headers.status_code,
        headers=kept_headers(answer.http_headers.items()),
    )
