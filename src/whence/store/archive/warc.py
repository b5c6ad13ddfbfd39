"""Captures as a web archive: WARC 1.1 (ISO 28500:2017), the same bytes for the same captures.

A capture with an address and the status of its HTTP response is a ``response`` record, any other
a ``resource``. Bodies are stored unpacked, so the headers that told of the packing and of the
length stand under ``x-archive-orig-...``. No folder of the user's is named.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import chain
from typing import IO, Any
from urllib.parse import quote
from uuid import UUID

from whence.errors import BadArchive, Touched
from whence.model.ledger import Captured

with warnings.catch_warnings():  # fastwarc 1.x remarks on names of its own that it will drop
    warnings.simplefilter("ignore", DeprecationWarning)
    from fastwarc.warc import WarcRecord

_VERSION = b"WARC/1.1\r\n"
_ABOUT = (
    b"software: Whence\r\nformat: WARC File Format 1.1\r\n"
    b"conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
)
_NEVER = "1970-01-01T00:00:00Z"  # of an archive without a capture
_PACKING = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_HTTP = "application/http; msgtype=response"
_MOST_HEAD = 65_536  # bytes that the headers of one record, or of one response, may take
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:\s*;[ -~]*)?", re.ASCII)
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9a-z-]+")  # RFC 9110, section 5.6.2
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")
_LENGTH = re.compile(r"[0-9]{1,15}")

Item = tuple[Captured, str, bytes]
Fields = tuple[tuple[str, str], ...]


def write(stream: IO[bytes], items: Iterable[Item]) -> None:
    """Write a web archive of captures, each with the ISO time of its entry and its bytes.

    A record is dated by when the capture was fetched, or else by its entry, and its id is made of
    what it holds: one that is the same in all that is written comes once.

    Raises:
        Touched: when the bytes are not those that the capture names.
        ValueError: when the time of an entry is no ISO 8601.
    """
    waiting = iter(items)
    first = next(waiting, None)
    date = _date(first[0].retrieved_at, first[1]) if first else _NEVER
    _record(stream, "warcinfo", date, (("Content-Type", "application/warc-fields"),), _ABOUT)
    written: set[UUID] = set()
    for captured, at, raw in chain([first] if first else [], waiting):
        if sha256(raw).hexdigest() != captured.sha256:
            raise Touched(f"the capture {captured.sha256} was changed: its bytes have another hash")
        kind, fields, block = _block(captured, raw)
        date = _date(captured.retrieved_at, at)
        identity = _identity(kind, date, fields, block)
        if identity not in written:
            written.add(identity)
            _record(stream, kind, date, fields, block)


def _block(captured: Captured, raw: bytes) -> tuple[str, Fields, bytes]:
    """Return type, fields and block of the record of a capture."""
    address = _uri(captured)
    uri = ("WARC-Target-URI", address)
    digest = ("WARC-Payload-Digest", f"sha256:{captured.sha256}")
    # of an address that is not http readers look for no response (ISO 28500, section 6.3.2)
    if not address.startswith("http") or not 100 <= (captured.status or 0) <= 999:
        given = captured.media_type or ""
        media_type = given if _MEDIA_TYPE.fullmatch(given) else "application/octet-stream"
        return "resource", (uri, digest, ("Content-Type", media_type)), raw
    # no reason phrase: Python's own change from version to version
    lines = [f"HTTP/1.1 {captured.status} "]
    left = _MOST_HEAD // 2
    for given, value in captured.headers:
        name = given.lower()
        text = " ".join(value.split())
        name = f"x-archive-orig-{name}" if name in _PACKING else name
        line = f"{name}: {text}"
        left -= len(line.encode("utf-8", "replace")) + 2
        if _TOKEN.fullmatch(name) and left > 0:
            lines.append(line)
    lines.append(f"content-length: {len(raw)}")
    head = "".join(f"{line}\r\n" for line in lines) + "\r\n"
    return "response", (uri, digest, ("Content-Type", _HTTP)), head.encode("utf-8", "replace") + raw


def _date(*given: str | None) -> str:
    """Return the first time that is one, in UTC as WARC-Date is written (W3CDTF)."""
    for time in given[:-1]:
        try:
            return _utc(time or "")
        except ValueError:
            continue
    return _utc(given[-1] or "")


def _utc(time: str) -> str:
    found = datetime.fromisoformat(time)
    aware = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    try:
        whole = aware.astimezone(UTC).replace(tzinfo=None)
    except OverflowError as error:
        raise ValueError(f"{time} lies outside the calendar") from error
    return whole.isoformat() + "Z"


def _uri(captured: Captured) -> str:
    url = captured.url or ""
    if re.fullmatch(r"https?://[^\s<>\"\x00-\x20\x7f\ud800-\udfff]{1,4000}", url):
        return quote(url, safe=_SAFE)
    name = re.split(r"[/\\]", captured.location)[-1]
    if re.search(r"[^.]\.[^.\s]", name) and len(name) <= 255:
        # the name alone: RFC 8089 wants a path, and the folders are the user's own affair
        return f"file:///{quote(name.encode('utf-8', 'replace'), safe='')}"
    return f"urn:sha256:{captured.sha256}"


def _record(stream: IO[bytes], kind: str, date: str, fields: Fields, block: bytes) -> None:
    """Write one record."""
    record: Any = WarcRecord()
    headers = record.headers
    headers.clear()
    headers.status_line = "WARC/1.1"
    headers.append("WARC-Type", kind)
    headers.append("WARC-Record-ID", f"<urn:uuid:{_identity(kind, date, fields, block)}>")
    headers.append("WARC-Date", date)
    for name, value in fields:
        headers.append(name, value)
    headers.append("WARC-Block-Digest", f"sha256:{sha256(block).hexdigest()}")
    record.set_bytes_content(block)
    record.write(stream)


def _identity(kind: str, date: str, fields: Fields, block: bytes) -> UUID:
    """Return a UUID of version 8 (RFC 9562, section 5.8) made of all that a record holds."""
    whole = sha256(f"{kind}\n{date}\n{fields}\n{sha256(block).hexdigest()}".encode())
    version, variant = 0xF << 76, 0x3 << 62
    number = int.from_bytes(whole.digest()[:16]) & ~version & ~variant
    return UUID(int=number | 0x8 << 76 | 0x2 << 62)


def read(stream: IO[bytes], location: str, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Yield SHA-256 and bytes of every capture in a web archive as ``write`` leaves it.

    ``max_bytes`` bounds one of them. A byte that is not where it should be is an error.

    Raises:
        BadArchive: for what is damaged, cut off, too large, or has another hash than it says.
    """
    number = 0
    while version := stream.readline(len(_VERSION)):
        place = f"{location}#{number}"
        if version != _VERSION:
            raise BadArchive(place, "no WARC 1.1 record stands there")
        fields = _fields(stream, place)
        block = _content(stream, fields, place, max_bytes)
        if (number == 0) != (fields["warc-type"] == "warcinfo"):
            raise BadArchive(place, "the archive does not begin with what it is, or begins twice")
        if number:
            yield _payload(fields, block, place, max_bytes)
        number += 1
    if not number:
        raise BadArchive(location, "the web archive is empty")


def _fields(stream: IO[bytes], place: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    left = _MOST_HEAD
    while line := stream.readline(left):
        left -= len(line)
        if line == b"\r\n":
            break
        name, colon, value = line.decode("utf-8", "replace").partition(": ")
        if not line.endswith(b"\r\n") or not colon or name.lower() in fields or not left:
            raise BadArchive(place, "the head of the record is damaged")
        fields[name.lower()] = value.removesuffix("\r\n")
    else:
        raise BadArchive(place, "the web archive is cut off")
    for needed in ("warc-type", "content-length", "warc-block-digest"):
        if needed not in fields:
            raise BadArchive(place, f"the record has no {needed}")
    return fields


def _content(stream: IO[bytes], fields: dict[str, str], place: str, max_bytes: int) -> bytes:
    """Return the block of a record whose digest is the one that it names."""
    if not _LENGTH.fullmatch(fields["content-length"]):
        raise BadArchive(place, "the record has no length")
    length = int(fields["content-length"])
    if length > max_bytes + _MOST_HEAD:
        raise BadArchive(place, f"it is larger than {max_bytes:,} bytes")
    block = stream.read(length)
    if len(block) < length or stream.read(4) != b"\r\n\r\n":
        raise BadArchive(place, "the web archive is cut off, or the record has another length")
    found = _DIGEST.fullmatch(fields["warc-block-digest"])
    if not found or found[1] != sha256(block).hexdigest():
        raise BadArchive(place, "the record is not what its digest says")
    return block


def _payload(fields: dict[str, str], block: bytes, place: str, max_bytes: int) -> tuple[str, bytes]:
    if fields["warc-type"] == "response":
        end = block.find(b"\r\n\r\n", 0, _MOST_HEAD)
        if end < 0 or not block.startswith(b"HTTP/1.1 "):
            raise BadArchive(place, "the record holds no HTTP response")
        payload = block[end + 4 :]
    elif fields["warc-type"] == "resource":
        payload = block
    else:
        raise BadArchive(place, "the record is neither a response nor a resource")
    if len(payload) > max_bytes:
        raise BadArchive(place, f"it is larger than {max_bytes:,} bytes")
    computed = sha256(payload).hexdigest()
    if fields.get("warc-payload-digest") != f"sha256:{computed}":
        raise BadArchive(place, "the capture is not what its digest says")
    return computed, payload
