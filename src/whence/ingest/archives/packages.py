"""Web archives in a zip: WACZ 1.1.1 (https://specs.webrecorder.net/wacz/1.1.1/).

Such a package holds web archives under ``archive/``, and ``datapackage.json``, which lists every
file with its SHA-256. Nothing is unpacked to a disk: members are read as streams.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import IO, cast

import msgspec

from whence.errors import BadArchive, InputError, TooLarge, UnreadablePage
from whence.ingest.archives.warcs import NO_PAGES, web_archive
from whence.ingest.assemble import failure_of
from whence.ingest.capture import Capture
from whence.ingest.described import json_object
from whence.model.document import Failure

Found = Iterator[Capture | Failure]
MANIFEST = "datapackage.json"
_DIGEST = "datapackage-digest.json"
_MOST_DIRECTORY = 4_000_000  # bytes that the list of members may take: some 40,000 of them
_MOST_MANIFEST = 8_000_000
_MOST_IN_MEMORY = 256_000_000
_MOST_RATIO = 100
"""Unpacked to packed: pages pack to a tenth or so, a bomb to a thousandth (RFC 1951)."""
_PIECE = 1 << 16
_WARC = re.compile(r"\.warc(?:\.gz)?$", re.IGNORECASE)
_INSIDE = re.compile(r"archive(?:/(?!\.{1,2}(?:/|$))[^/\\\x00-\x1f]+)+")
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")
_AGAIN = "get the package again from where it was made; its other members are read"
_NOT_READ = "pack it again with a WACZ writer; its other members are read"
_BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)


def web_package(stream: IO[bytes], location: str, max_bytes: int) -> Found:
    """Read the pages of a WACZ file: those of its web archives whose hash is the one listed.

    ``max_bytes`` bounds one page. A member that is not as listed, or not safe to unpack, is a
    Failure and is not read; the others are.

    Raises:
        BadArchive: when it is no package, or its list is not whole.
        TooLarge: when it comes in a pipe and is over 256 MB.
    """
    try:
        package = zipfile.ZipFile(cast(IO[bytes], _Careful(_seekable(stream, location))))
        with package:
            yield from _members(package, location, max_bytes)
    except (*_BROKEN, ValueError) as error:
        raise BadArchive(location, f"the zip archive is damaged ({error})", hint=_AGAIN) from error


class _Careful(io.RawIOBase):
    """A stream that refuses to be read in pieces as large as no honest list of members is."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if size is None or size < 0 or size > _MOST_DIRECTORY:
            size = _MOST_DIRECTORY + 1
        found = self._stream.read(size)
        if len(found) > _MOST_DIRECTORY:
            raise zipfile.BadZipFile("it lists more members than any honest package")
        return found

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True


def _seekable(stream: IO[bytes], location: str) -> IO[bytes]:
    if stream.seekable():
        return stream
    raw = stream.read(_MOST_IN_MEMORY + 1)
    if len(raw) > _MOST_IN_MEMORY:
        hint = "save it to a file and give that: files may be of any size"
        raise TooLarge(location, f"it is larger than {_MOST_IN_MEMORY:,} bytes", hint=hint)
    return io.BytesIO(raw)


def _members(package: zipfile.ZipFile, location: str, max_bytes: int) -> Found:
    listed = _listed(package, location)
    packed = package.fp.seek(0, io.SEEK_END) if package.fp else 0
    # members that lie over each other each look harmless
    if sum(info.file_size for info in package.infolist()) > _MOST_RATIO * packed:
        raise BadArchive(location, "it unpacks to more than any honest package", hint=_NOT_READ)
    names: set[str] = set()
    pages = failures = 0
    for info in package.infolist():
        if not _WARC.search(info.filename):
            continue
        for one in _member(package, info, listed, names, (location, max_bytes)):
            pages += isinstance(one, Capture)
            if isinstance(one, Capture) or one.reason != NO_PAGES:
                failures += isinstance(one, Failure)
                yield one
        names.add(info.filename)
    for name in sorted(listed):
        if _WARC.search(name) and name not in names:
            failures += 1
            reason = f"{MANIFEST} lists it, but it is not there"
            yield failure_of(BadArchive(f"{location}/{name}", reason, hint=_AGAIN))
    if not pages and not failures:
        raise UnreadablePage(location, "the package holds no pages", hint=_NOT_READ)


def _listed(package: zipfile.ZipFile, location: str) -> dict[str, str]:
    """Return the hash that the list gives for each path, "" where it gives no SHA-256."""
    if MANIFEST not in package.namelist():
        raise BadArchive(location, f"it is no web archive: it has no {MANIFEST}", hint=_NOT_READ)
    raw = _small(package, MANIFEST, location)
    if _DIGEST in package.namelist():
        told = _object(_small(package, _DIGEST, location), _DIGEST, location).get("hash")
        if told != f"sha256:{sha256(raw).hexdigest()}":
            reason = f"{MANIFEST} is not the one that {_DIGEST} was made for"
            raise BadArchive(location, reason, hint=_AGAIN)
    resources = _object(raw, MANIFEST, location).get("resources")
    if not isinstance(resources, list):
        raise BadArchive(location, f"{MANIFEST} lists nothing", hint=_AGAIN)
    listed: dict[str, str] = {}
    for one in resources:
        if not isinstance(one, dict) or not isinstance(one.get("path"), str):
            raise BadArchive(location, f"{MANIFEST} lists something without a path", hint=_AGAIN)
        found = _SHA256.fullmatch(str(one.get("hash")).lower())
        if one["path"] in listed:
            raise BadArchive(location, f"{MANIFEST} lists {one['path']} twice", hint=_AGAIN)
        listed[one["path"]] = found[1] if found else ""
    return listed


def _small(package: zipfile.ZipFile, name: str, location: str) -> bytes:
    if reason := _unsafe(package.getinfo(name)):
        raise BadArchive(f"{location}/{name}", reason, hint=_NOT_READ)
    with package.open(name) as member:
        raw = member.read(_MOST_MANIFEST + 1)
    if len(raw) > _MOST_MANIFEST:
        raise BadArchive(f"{location}/{name}", "it is too large", hint=_NOT_READ)
    return raw


def _object(raw: bytes, name: str, location: str) -> dict[str, object]:
    try:
        return json_object(raw)
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        reason = f"it is no JSON object ({error})"
        raise BadArchive(f"{location}/{name}", reason, hint=_AGAIN) from error


def _unsafe(info: zipfile.ZipInfo) -> str:
    """Return why a member is not to be unpacked, "" when it may be."""
    if info.flag_bits & 0x1:
        return "it is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "it is packed in a way that WACZ does not know"
    if info.file_size > _MOST_RATIO * max(info.compress_size, 1):
        return f"it unpacks to more than {_MOST_RATIO} times its size"
    return ""


def _member(
    package: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    listed: dict[str, str],
    seen: set[str],
    bounds: tuple[str, int],
) -> Found:
    location, max_bytes = bounds
    place = f"{location}/{info.filename}"
    try:
        reason = _refusal(package, info, listed, seen)
    except _BROKEN as error:
        reason = f"it is damaged ({error})"
    if reason:
        yield failure_of(BadArchive(place, reason, hint=_AGAIN))
        return
    try:
        with package.open(info) as member:
            yield from web_archive(member, place, max_bytes)
    except InputError as error:
        yield failure_of(error)


def _refusal(
    package: zipfile.ZipFile, info: zipfile.ZipInfo, listed: dict[str, str], seen: set[str]
) -> str:
    """Return why a member is not read, "" when it is; its bytes are hashed for that."""
    if not _INSIDE.fullmatch(info.filename):
        return "it lies outside archive/"
    if info.filename in seen:
        return "there is another member of this name"
    if reason := _unsafe(info):
        return reason
    if info.filename not in listed:
        return f"{MANIFEST} does not list it"
    if not listed[info.filename]:
        return f"{MANIFEST} gives no SHA-256 for it"
    digest = sha256()
    with package.open(info) as member:
        while piece := member.read(_PIECE):
            digest.update(piece)
    if digest.hexdigest() != listed[info.filename]:
        return f"its SHA-256 is not the one that {MANIFEST} gives: it was changed or damaged"
    return ""
