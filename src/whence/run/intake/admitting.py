"""What may come in: names made harmless, first bytes looked at, addresses that are addresses.

Whatever comes from a browser was written by anyone.
"""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from whence.errors import ForbiddenAddress, UnsupportedInput
from whence.ingest import formats

HEAD: Final = 4096
"""Bytes at the beginning of a file that tell what it is."""

ARCHIVES: Final = frozenset({"warc", "wacz", "jsonl"})
"""Kinds that hold many reports, read as a stream: each page has the limit of a file."""

_LONGEST_SHOWN: Final = 300
_LONGEST_NAME: Final = 120  # bytes: file systems take 255, and the place has a path of its own
_LONGEST_ADDRESS: Final = 4_000
_ENDING: Final = re.compile(r"(?:\.\w{1,10}){0,2}$", re.ASCII)
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_UNSAFE: Final = re.compile(r"[^\w .,()+-]")
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


def shown_name(given: str) -> str:
    """Return the name of a file as it is shown: printable, and no way out of a folder."""
    told = given.encode("utf-8", "replace").decode("utf-8")
    printable = "".join(c if c.isprintable() else " " for c in told)
    parts = [part.strip() for part in re.split(r"[/\\]+", printable)]
    kept = [part for part in parts if part.strip(".") and not _DRIVE.fullmatch(part)]
    return "/".join(kept)[-_LONGEST_SHOWN:].strip(" /") or "unnamed"


def file_name(shown: str) -> str:
    """Return a name under which a file can lie on any disk; its ending says what it did."""
    last = unicodedata.normalize("NFC", shown.rsplit("/", 1)[-1])
    found = _ENDING.search(last)
    ending = found[0] if found and found.start() else ""
    stem = _UNSAFE.sub("_", last[: len(last) - len(ending)]).strip(" .") or "file"
    stem = stem.encode()[: _LONGEST_NAME - len(ending)].decode("utf-8", "ignore").rstrip(" .")
    name = f"{stem}{ending.lower()}"
    return f"_{name}" if _DEVICE.match(name) else name


def admitted(location: str, name: str, head: bytes) -> formats.Kind:
    """Return what a file is, by its name and first bytes.

    Raises:
        UnsupportedInput: when it is nothing that is read.
    """
    kind = formats.kind_of_name(name)
    suffix = PurePosixPath(name).suffix
    if kind is None and suffix:
        raise UnsupportedInput(location, f"files of type '{suffix}' are not read")
    sniffed = formats.sniff(head)
    found = formats.binary(head)
    packed = head.startswith(b"\x1f\x8b") and (kind in (None, "warc") or suffix == ".gz")
    package = head.startswith(b"PK\x03\x04") and "wacz" in (kind, kind or sniffed)
    if found and not packed and not package:
        raise UnsupportedInput(location, f"it is {found}, not a report")
    return kind or sniffed


def address(given: str) -> str:
    """Return an address without blanks around it.

    Raises:
        ForbiddenAddress: when it is none: a path or a pattern would be looked for on this machine.
    """
    told = given.encode("utf-8", "replace").decode("utf-8").strip()
    if not _ADDRESS.fullmatch(told) or not told.isprintable() or len(told) > _LONGEST_ADDRESS:
        shown = "".join(c for c in told if c.isprintable())[:_LONGEST_SHOWN]
        hint = "write it whole, as in https://news.example/report"
        raise ForbiddenAddress(shown, "it is no http or https address", hint=hint)
    return told
