"""Which kind of thing an input is: by its name, its declared type, its first bytes."""

import codecs
import re
import zlib
from typing import Literal

Kind = Literal["page", "plain", "markdown", "mail", "jsonl", "warc", "wacz", "feed"]

SUFFIXES: dict[str, Kind] = {
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".eml": "mail",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".wacz": "wacz",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
"""What is read, by file suffix; each may also be packed (``.gz``)."""

MEDIA_TYPES: dict[Kind, str] = {
    "page": "text/html",
    "plain": "text/plain",
    "markdown": "text/markdown",
    "mail": "message/rfc822",
    "jsonl": "application/jsonl",
    "warc": "application/warc",
    "wacz": "application/wacz",
    "feed": "application/xml",
}

_DECLARED: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "plain",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "message/rfc822": "mail",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/feed+json": "feed",
}
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"RIFF", "a picture or a recording (RIFF)"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
)
_PAGE = re.compile(  # nothing is tried twice: forty comments would take hours
    rb"^\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?+(?:(?><!--.{0,2000}?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_PACKAGE = re.compile(  # the first member's name stands behind 26 bytes about it
    rb"PK\x03\x04.{26}(?:datapackage(?:-digest)?\.json|archive/|indexes/|pages/)", re.DOTALL
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b[^>]{0,400}>", re.IGNORECASE)
_MAIL = re.compile(rb"^(?:From|Received|Return-Path|Delivered-To|Message-ID|MIME-Version):\s", re.I)


def binary(raw: bytes) -> str | None:
    """Return what the bytes are ("a PNG picture") when they are no text at all, else None."""
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            return name
    return "a video" if raw[4:8] == b"ftyp" else None


def kind_of_name(name: str) -> Kind | None:
    """Return what the suffix of a file name or path says, ``.gz`` aside; None when not known."""
    lower = name.lower().removesuffix(".gz")
    dot = lower.rfind(".")
    return SUFFIXES.get(lower[dot:]) if dot >= 0 else None


def kind_of_type(media_type: str | None) -> Kind | None:
    """Return what a declared media type says, parameters aside; None when it says nothing."""
    return _DECLARED.get((media_type or "").partition(";")[0].strip().lower())


def sniff(raw: bytes) -> Kind:
    """Return what the first bytes look like; plain text when like nothing else."""
    head = raw[:4096]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\x00", b"")
    if _PAGE.match(head):
        return "page"
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return "warc"
    if _PACKAGE.match(raw):
        return "wacz"
    if _FEED.search(head[:1024]) and head.lstrip().startswith(b"<"):
        return "feed"
    if _MAIL.match(head):
        return "mail"
    return "jsonl" if re.match(rb'^\s*\{\s*"', head) else "plain"


def packed_page(raw: bytes) -> bool:
    """Tell whether the first bytes are those of a gzip archive that is no web archive."""
    if not raw.startswith(b"\x1f\x8b"):
        return False
    try:
        return not zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw, 5).startswith(b"WARC/")
    except zlib.error:
        return False


def charset_of(media_type: str | None) -> str | None:
    """Return the charset parameter of a media type, if it has one."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", media_type or "", re.IGNORECASE)
    return found[1] if found else None
