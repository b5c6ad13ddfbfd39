"""The files of an archive of the auto-archiver: those that describe it, and those described."""

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from whence.errors import BadArchive, MalformedRecord, MissingInput, TooLarge
from whence.ingest.archives.archived import (
    COLUMNS,
    MARK,
    Item,
    Listed,
    item_of_json,
    item_of_page,
    item_of_row,
)
from whence.ingest.assemble import failure_of
from whence.model.document import Failure

_ALGORITHMS = {"SHA-256": "sha256", "SHA3-512": "sha3_512"}
_MOST_FILES = 200_000
_MOST_DESCRIBED = 100_000_000  # bytes of one table, page or JSON file
_MOST_CELL = 20_000_000
_HEAD = 16_384  # the page's mark stands behind its style sheet
_PAGES = (".html", ".htm")
_MISSING = "give the folder that holds the archive, or the table beside it"
_TABLE = "the table of csv_db has the columns status, metadata and media, as Python shows them"


class Place(Struct, frozen=True, kw_only=True):
    """Where a file lies, and how it is called in what is told of it."""

    path: Path
    location: str


class Files:
    """The regular files at and under the folder of an archive; no link is followed.

    ``seen`` are files, resolved, that were read before; it grows by those read here.
    """

    def __init__(self, source: Path, seen: set[Path] | None = None) -> None:
        self.source = source
        self.root = source if source.is_dir() else source.parent
        self.paths = sorted(_walk(self.root))
        self._named: dict[str, list[Path]] = {}
        for path in self.paths:
            self._named.setdefault(path.name, []).append(path)
        self._hashes: dict[str, dict[str, Path]] = {}
        self._seen = set() if seen is None else seen
        self._missed: set[str] = set()

    def find(self, item: Item, listed: Listed) -> Place | None:
        """Return where a file lies; None for one that was given, or told missing, before.

        Raises:
            BadArchive: when its path leads out of the archive.
            MissingInput: when it is not there.
        """
        path = self._keyed(listed) if listed.key else self._hashed(listed)
        if path is None:
            name = listed.key or listed.hashed or listed.name
            # a JSON file that has not even a hash for a file tells nothing that others do not
            if name in self._missed or not (listed.key or listed.hashed):
                return None
            self._missed.add(name)
            raise MissingInput(f"{item.location}: {name[:300]}", "it is not there", hint=_MISSING)
        return Place(path=path, location=str(path)) if self.take(path) else None

    def take(self, path: Path) -> bool:
        """Tell whether a file is read for the first time; it is not the next time."""
        resolved = path.resolve()
        first = resolved not in self._seen
        self._seen.add(resolved)
        return first

    def _keyed(self, listed: Listed) -> Path | None:
        parts = [part for part in re.split(r"[/\\]", listed.key) if part not in ("", ".")]
        if ".." in parts or not parts:
            raise BadArchive(listed.key[:300], "its path leads out of the archive")
        found = self._named.get(parts[-1], [])
        return max(found, key=lambda path: _shared(path.parts, parts), default=None)

    def _hashed(self, listed: Listed) -> Path | None:
        """Find a file by its recorded hash, whose beginning is its name where names are static."""
        algorithm, _, recorded = listed.hashed.lower().partition(":")
        if algorithm.upper() not in _ALGORITHMS or not recorded:
            return None
        for path in self.paths:
            if path.stem == recorded[:24]:
                return path
        if algorithm not in self._hashes:
            self._hashes[algorithm] = {
                hash_of(path, algorithm.upper()) or "": path for path in self.paths
            }
        return self._hashes[algorithm].get(recorded)


def _walk(root: Path) -> Iterator[Path]:
    number = 0
    for parent, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not path.is_symlink() and path.is_file():
                number += 1
                if number > _MOST_FILES:
                    raise TooLarge(str(root), f"it holds more than {_MOST_FILES:,} files")
                yield path


def _shared(have: tuple[str, ...], want: list[str]) -> int:
    """Count the parts that two paths share from their ends on."""
    count = 0
    for one, other in zip(reversed(have), reversed(want), strict=False):
        if one != other:
            break
        count += 1
    return count


def hash_of(path: Path, algorithm: str) -> str | None:
    """Return a file's hash in hexadecimal; None for an algorithm that the archiver has not."""
    if algorithm not in _ALGORITHMS:
        return None
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, _ALGORITHMS[algorithm]).hexdigest()


def is_archive(path: Path) -> bool:
    """Tell whether a table, or a folder, is one that the auto-archiver wrote.

    A folder is when a table of it lies there, or when one of its first 50 pages is the archiver's.
    """
    if path.is_file():
        return path.suffix.lower() == ".csv" and _is_table(path)
    pages = 0
    for found in _walk(path):
        if found.suffix.lower() == ".csv" and found.parent == path and _is_table(found):
            return True
        if found.suffix.lower() in _PAGES:
            pages += 1
            if is_own_page(_head(found)):
                return True
            if pages == 50:
                break
    return False


def is_own_page(head: bytes) -> bool:
    """Tell by its first bytes whether a page is one of html_formatter's: it shows what was found.

    16,384 bytes are enough.
    """
    return MARK in head[:_HEAD]


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _is_table(path: Path) -> bool:
    first = _head(path).removeprefix(b"\xef\xbb\xbf").splitlines()[:1]
    return first == [",".join(COLUMNS).encode()]


def items_of(files: Files) -> Iterator[Item | Failure]:
    """Yield what the archive describes: of its tables, then of its pages, then of its JSON.

    What is damaged is a Failure.
    """
    if files.source.is_file():
        yield from _rows(files.source)
        return
    by_suffix: dict[str, list[Path]] = {}
    for path in files.paths:
        by_suffix.setdefault(path.suffix.lower(), []).append(path)
    for path in by_suffix.get(".csv", []):
        if _is_table(path):
            yield from _rows(path)
    for path in (path for suffix in _PAGES for path in by_suffix.get(suffix, [])):
        if is_own_page(_head(path)):
            files.take(path)
            yield _item(path)
    for path in by_suffix.get(".json", []):
        if path.stat().st_size <= _MOST_DESCRIBED:
            found = item_of_json(path.read_bytes(), str(path))
            if found:
                yield found


def _item(path: Path) -> Item | Failure:
    location = str(path)
    if path.stat().st_size > _MOST_DESCRIBED:
        return failure_of(TooLarge(location, f"it is larger than {_MOST_DESCRIBED:,} bytes"))
    try:
        return item_of_page(path.read_bytes(), location)
    except ValueError as error:
        return failure_of(MalformedRecord(location, f"it cannot be read ({error})"))


def _rows(path: Path) -> Iterator[Item | Failure]:
    location = str(path)
    with path.open("rb") as stream:
        raw = stream.read(_MOST_DESCRIBED + 1)
    if len(raw) > _MOST_DESCRIBED:
        yield failure_of(TooLarge(location, f"it is larger than {_MOST_DESCRIBED:,} bytes"))
        return
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    number = 1
    try:
        for number, row in enumerate(_cells(text), 1):
            place = f"{location}:{number}"
            if number == 1 and row == COLUMNS:
                continue
            if row:
                yield _row(row, place)
    except csv.Error as error:
        yield failure_of(MalformedRecord(location, f"it is no table ({error})", hint=_TABLE))


def _cells(text: str) -> list[list[str]]:
    before = csv.field_size_limit(_MOST_CELL)  # a page's words may stand in one cell
    try:
        return list(csv.reader(io.StringIO(text, newline="")))
    finally:
        csv.field_size_limit(before)


def _row(row: list[str], place: str) -> Item | Failure:
    try:
        return item_of_row(dict(zip(COLUMNS, row, strict=True)), place)
    except ValueError as error:
        return failure_of(MalformedRecord(place, f"the row cannot be read ({error})", hint=_TABLE))
