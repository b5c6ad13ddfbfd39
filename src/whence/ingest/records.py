"""Many reports in one stream: JSON lines, feeds."""

import logging
import re
from collections.abc import Iterator
from typing import IO, Any

from whence.errors import InputError, MalformedRecord, TooLarge, UnreadablePage
from whence.ingest.assemble import failure_of
from whence.ingest.capture import Capture, Metadata
from whence.ingest.dates import any_date
from whence.ingest.described import json_object, metadata_of
from whence.ingest.web.fetch import Fetcher
from whence.model.document import Failure

Found = Iterator[Capture | Failure]
_SAVED = "check how it was saved"
_RECORD = 'a record is {"text": ...} or {"html": ...}, with url, outlet, title, published beside it'
_ENOUGH_WORDS = 60
"""A feed entry with fewer words than this is a teaser; the report is behind its link."""


def json_lines(stream: IO[bytes], location: str, max_bytes: int) -> Found:
    """Read records ``{"text" | "html", ...metadata}``, one a line; a bad line is a Failure."""
    number = given = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        place = f"{location}:{number}"
        if len(line) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            yield failure_of(TooLarge(place, f"the line is larger than {max_bytes:,} bytes"))
            given += 1
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            given += 1
            yield _record(line.removeprefix(b"\xef\xbb\xbf"), place)
    if not given:
        yield failure_of(UnreadablePage(location, "it is empty", hint=_SAVED))


def _record(line: bytes, place: str) -> Capture | Failure:
    try:
        fields = json_object(line)
    except (ValueError, RecursionError) as error:
        reason = f"not a JSON object ({error})"
        return failure_of(MalformedRecord(place, reason, hint=_RECORD))
    for key, media_type in (("text", "text/plain"), ("html", "text/html")):
        body = fields.get(key)
        if isinstance(body, str) and body.strip():
            metadata = metadata_of(fields)
            return Capture(
                location=place,
                raw=body.encode("utf-8", "replace"),
                url=metadata.url,
                media_type=f"{media_type}; charset=utf-8",
                metadata=metadata,
            )
    reason = "a record needs a text under 'text' or 'html'"
    return failure_of(MalformedRecord(place, reason, hint=_RECORD))


def feed_entries(raw: bytes, location: str, fetcher: Fetcher | None) -> Found:
    """Read the entries of an RSS, Atom or JSON feed.

    An entry that carries its text is a capture of its own; one that only links to it is fetched.
    Without a fetcher the teaser is taken for what it is: the words that the outlet sent.
    """
    # The definitions may stand far down, behind a comment, and in UTF-16.
    if re.search(rb"<!ENTITY", raw.replace(b"\x00", b""), re.IGNORECASE):
        yield failure_of(UnreadablePage(location, "the feed defines entities of its own"))
        return
    feed = _parsed(raw)
    if feed is None or not feed.entries:
        yield failure_of(UnreadablePage(location, "no entry was found in the feed"))
        return
    outlet = _flat((feed.get("feed") or {}).get("title"))
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, f"{location}#{number}", outlet, fetcher)


def _parsed(raw: bytes) -> Any:
    from fastfeedparser import parse

    logging.getLogger("fastfeedparser").addHandler(logging.NullHandler())
    try:
        return parse(raw, include_media=False, include_enclosures=False)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _flat(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _entry(
    entry: Any, place: str, outlet: str | None, fetcher: Fetcher | None
) -> Capture | Failure:
    content = entry.get("content") or []
    body = content[0].get("value") if content else None
    body = body or entry.get("description") or ""
    link = _flat(entry.get("link"))
    link = link if link and re.fullmatch(r"https?://\S+", link) else None
    published = any_date(entry.get("published") or "")
    words = len(re.sub(r"<[^>]*>", " ", body).split())
    if link and fetcher and words < _ENOUGH_WORDS:
        return _fetched(fetcher, link, place, published)
    if not words:
        return failure_of(UnreadablePage(place, "the entry has no text and cannot be fetched"))
    metadata = Metadata(
        url=link,
        outlet=outlet,
        title=_flat(entry.get("title")),
        byline=_flat(entry.get("author")),
        published=published,
    )
    page = f"<html><body><article>{body}</article></body></html>"
    return Capture(
        location=place,
        raw=page.encode("utf-8", "replace"),
        url=link,
        media_type="text/html; charset=utf-8",
        metadata=metadata,
    )


def _fetched(fetcher: Fetcher, link: str, place: str, published: str | None) -> Capture | Failure:
    try:
        capture = fetcher.fetch(link)
    except InputError as error:
        return failure_of(error)
    metadata = Metadata(published=published).over(capture.metadata)
    return Capture(
        location=place,
        raw=capture.raw,
        url=capture.url,
        media_type=capture.media_type,
        retrieved_at=capture.retrieved_at,
        metadata=metadata,
        status=capture.status,
        headers=capture.headers,
    )
