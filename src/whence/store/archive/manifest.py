"""What an export holds: the names, sizes and hashes of its files, and where the chain ends."""

from hashlib import file_digest
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from whence.model.ledger import Head
from whence.store.sealing import digest

EXPORT: Final = "whence.export/1"
"""Name and version of an export's form; the number rises when a reader would break."""

MANIFEST: Final = "manifest.json"
ENTRIES: Final = "entries.jsonl"
CAPTURES: Final = "captures.warc"
SIGNATURES: Final = "signatures.jsonl"
README: Final = "README.txt"

LISTED: Final = (ENTRIES, CAPTURES, SIGNATURES, README)
"""The files that the manifest lists, in its order."""

FILES: Final = (README, MANIFEST, ENTRIES, CAPTURES, SIGNATURES)
"""Every file of an export, in the order in which a zip holds them."""


class File(Struct, frozen=True, kw_only=True):
    """One file of an export; ``size`` in bytes."""

    name: str
    size: int
    sha256: str


class Redacted(Struct, frozen=True, kw_only=True):
    """What the case no longer holds: payloads by their entry's seq, captures by SHA-256."""

    seqs: tuple[int, ...] = ()
    captures: tuple[str, ...] = ()


class Manifest(Struct, frozen=True, kw_only=True):
    """What ``manifest.json`` says; ``name`` is the case's in the library that it came from.

    ``entries``, ``captures`` and ``signatures`` count them. ``sha256`` is of the manifest itself,
    written with "" in its place.
    """

    format: str = EXPORT
    case_id: str
    name: str
    seq: int
    hash: str
    at: str
    entries: int
    captures: int
    signatures: int
    redacted: Redacted
    files: tuple[File, ...]
    sha256: str = ""

    @property
    def head(self) -> Head:
        """The last entry of the case as it was exported."""
        return Head(case_id=self.case_id, name=self.name, seq=self.seq, hash=self.hash, at=self.at)


class _Form(Struct):
    format: str = ""


def written(manifest: Manifest) -> bytes:
    """Return the manifest as the bytes of its file, with its own hash set."""
    bare = _laid_out(msgspec.structs.replace(manifest, sha256=""))
    return _laid_out(msgspec.structs.replace(manifest, sha256=digest(bare)))


def understood(raw: bytes) -> Manifest:
    """Return the manifest that a file holds.

    Raises:
        ValueError: when it is none, or of another version, or was changed.
    """
    try:
        form = msgspec.json.decode(raw, type=_Form).format
        if form != EXPORT:
            raise ValueError(_other(form))
        manifest = msgspec.json.decode(raw, type=Manifest)
        same = written(manifest) == raw
    except RecursionError as error:
        raise ValueError(f"{MANIFEST} is nested too deeply") from error
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ValueError(f"{MANIFEST} cannot be read ({error})") from error
    if not same:
        raise ValueError(f"{MANIFEST} was changed: its own hash does not fit")
    return manifest


def listed(folder: Path) -> tuple[File, ...]:
    """Return size and hash of the files of an export, as they lie in a folder."""
    found = []
    for name in LISTED:
        with (folder / name).open("rb") as stream:
            sha256 = file_digest(stream, "sha256").hexdigest()
        found.append(File(name=name, size=(folder / name).stat().st_size, sha256=sha256))
    return tuple(found)


def _laid_out(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def _other(form: str) -> str:
    family, _, version = form.partition("/")
    if family == EXPORT.partition("/")[0] and version.isdecimal():
        return f"a newer version of Whence wrote it ({family}/{version}; this one reads {EXPORT})"
    return "it is no exported case"
