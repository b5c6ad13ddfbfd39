"""An export read: proven whole, entry by entry and byte by byte, before anything is taken."""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, Self, overload

import msgspec

from whence.errors import BadArchive, CaseRefused, InputError, OutputError
from whence.model.ledger import FORMAT, Entry, Head, Opened
from whence.store.archive.lines import flaws, from_line, signature_line
from whence.store.archive.manifest import (
    CAPTURES,
    ENTRIES,
    LISTED,
    SIGNATURES,
    Manifest,
    Redacted,
    listed,
)
from whence.store.archive.unpacking import Limits, unpack
from whence.store.archive.warc import read
from whence.store.ledger import case_name
from whence.store.mentions import Account, said
from whence.store.protocol import Sealed, refuse_unfit

_KEPT: Final = "kept"
_LARGEST: Final = 1 << 53
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)?", re.ASCII)


class Exported:
    """A case as an export holds it, proven; its files lie in a temporary folder until it is closed.

    It is read as a ``Ledger`` is: nothing of it is in memory but where its entries begin.
    """

    def __init__(
        self, kept: TemporaryDirectory[str], manifest: Manifest, starts: Sequence[int],
        account: Account,
    ) -> None:  # fmt: skip
        self.manifest = manifest
        self.case_id = manifest.case_id
        self.name = manifest.name
        self.account = account
        self._kept = kept
        self._folder = Path(kept.name)
        self._starts = starts

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def close(self) -> None:
        """Remove the temporary folder."""
        self._kept.cleanup()

    def head(self) -> Head:
        """Return the last entry of the case."""
        return self.manifest.head

    def read(self, *, after: int = 0) -> Iterator[Sealed]:
        """Yield the entries behind ``after``, in order."""
        if after >= len(self._starts):
            return
        with (self._folder / ENTRIES).open("rb") as stream:
            stream.seek(self._starts[after])
            for line in stream:
                yield from_line(line)

    def entry(self, seq: int) -> Sealed:
        """Return one entry.

        Raises:
            IndexError: when there is none with that number.
        """
        with (self._folder / ENTRIES).open("rb") as stream:
            stream.seek(self._starts[seq - 1])
            return from_line(stream.readline())

    def entries(self, after: int = 0) -> Sequence[Sealed]:
        """Return the entries behind ``after``, each read when it is asked for."""
        return _Lines(self, after, len(self._starts))

    def capture(self, sha256: str) -> bytes | None:
        """Return captured bytes, None when the export does not hold them."""
        if sha256 not in self.account.mentions:
            return None
        try:
            return (self._folder / _KEPT / sha256).read_bytes()
        except FileNotFoundError:
            return None

    def captures(self) -> Mapping[str, bytes]:
        """Return all captured bytes by their SHA-256, each read when it is asked for."""
        held = [path.name for path in (self._folder / _KEPT).iterdir()]
        return Fetched(held, self.capture)


class _Lines(Sequence[Sealed]):
    def __init__(self, exported: Exported, first: int, last: int) -> None:
        self._exported = exported
        self._range = range(first, last)

    def __len__(self) -> int:
        return len(self._range)

    @overload
    def __getitem__(self, place: int) -> Sealed: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sealed]: ...
    def __getitem__(self, place: int | slice) -> Sealed | Sequence[Sealed]:
        if isinstance(place, int):
            return self._exported.entry(self._range[place] + 1)
        part = self._range[place]
        return _Lines(self._exported, part.start, part.stop)

    def __iter__(self) -> Iterator[Sealed]:
        for sealed in self._exported.read(after=self._range.start):
            if sealed.entry.seq > self._range.stop:
                return
            yield sealed


class Fetched(Mapping[str, bytes]):
    """Bytes by their SHA-256, fetched one at a time: they may be more than memory holds."""

    def __init__(self, held: Sequence[str], fetch: Callable[[str], bytes | None]) -> None:
        self._held = dict.fromkeys(held)
        self._fetch = fetch

    def __len__(self) -> int:
        return len(self._held)

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __getitem__(self, sha256: str) -> bytes:
        raw = self._fetch(sha256) if sha256 in self._held else None
        if raw is None:
            raise KeyError(sha256)
        return raw


def read_archive(path: Path, limits: Limits | None = None) -> Exported:
    """Read an exported case, folder or zip, and prove it whole; close what is returned.

    Raises:
        MissingInput: when there is nothing.
        BadArchive: when it is no export, not whole, or not safe to unpack: why is told.
        OutputError: when there is no room to unpack it.
    """
    limits = limits or Limits()
    kept = TemporaryDirectory(prefix="whence-")
    try:
        return _proven(path, kept, limits)
    except OSError as error:
        kept.cleanup()
        reason = f"{path} cannot be unpacked to {kept.name} ({error.strerror or error})"
        raise OutputError(reason) from error
    except BaseException:
        kept.cleanup()
        raise


def _proven(path: Path, kept: TemporaryDirectory[str], limits: Limits) -> Exported:
    place, folder = str(path), Path(kept.name)
    manifest = unpack(path, folder, limits)
    _check_manifest(manifest, place)
    _check_files(manifest, folder, place)
    account = Account()
    starts, signatures = _entries(folder, manifest, place, limits, account)
    _check_account(account, place)
    held = _captures(folder, account, place, limits)
    redacted = Redacted(
        seqs=tuple(sorted(account.blank)), captures=tuple(sorted(account.gone - held))
    )
    expected = msgspec.structs.replace(
        manifest, entries=len(starts), captures=len(held), signatures=signatures, redacted=redacted
    )
    if manifest != expected:
        raise BadArchive(place, "the manifest counts other entries, captures or signatures")
    return Exported(kept, manifest, starts, account)


def _check_manifest(manifest: Manifest, place: str) -> None:
    case_id = manifest.case_id
    if not case_id or not case_id.isprintable() or "/" in case_id or case_id.startswith("#"):
        raise BadArchive(place, f"{case_id!r} is no id of a case")
    try:
        named = case_name(manifest.name)
    except CaseRefused as error:
        raise BadArchive(place, error.message) from error
    if named != manifest.name:
        raise BadArchive(place, f"{manifest.name!r} is no name for a case")


def _check_files(manifest: Manifest, folder: Path, place: str) -> None:
    if [told.name for told in manifest.files] != list(LISTED):
        raise BadArchive(place, "the manifest lists other files than an export has")
    for told, found in zip(manifest.files, listed(folder), strict=True):
        if told != found:
            raise BadArchive(place, f"{found.name} was changed: size or hash do not fit")


def _entries(
    folder: Path, manifest: Manifest, place: str, limits: Limits, account: Account
) -> tuple[Sequence[int], int]:
    """Prove the chain; return where each entry begins, in bytes, and how many signatures are."""
    starts, position = array("Q"), 0
    before: Entry | None = None
    signed, signatures = sha256(), 0
    for line in _lines(folder / ENTRIES, place, limits):
        sealed = _entry(line, before, manifest, place)
        account.hear(sealed)
        signature = signature_line(sealed)
        signed.update(signature)
        signatures += bool(signature)
        starts.append(position)
        position += len(line)
        before = sealed.entry
    if before is None or (before.seq, before.hash, before.at) != (
        manifest.seq, manifest.hash, manifest.at,
    ):  # fmt: skip
        raise BadArchive(place, "its last entry is not the one that the manifest names")
    if signed.hexdigest() != next(f.sha256 for f in manifest.files if f.name == SIGNATURES):
        raise BadArchive(place, f"{SIGNATURES} holds other signatures than the entries")
    return starts, signatures


def _lines(path: Path, place: str, limits: Limits) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while line := stream.readline(limits.line + 1):
            if len(line) > limits.line:
                raise BadArchive(place, f"{ENTRIES} has a line of over {limits.line} bytes")
            yield line


def _entry(line: bytes, before: Entry | None, manifest: Manifest, place: str) -> Sealed:
    where = f"entry {(before.seq if before else 0) + 1}"
    if not line.endswith(b"\n"):
        raise BadArchive(place, f"{where}: its line was cut off")
    try:
        sealed = from_line(line)
    except ValueError as error:
        raise BadArchive(place, f"{where}: {error}") from error
    entry = sealed.entry
    if entry.case_id != manifest.case_id:
        raise BadArchive(place, f"{where}: it belongs to another case ({entry.case_id!r})")
    if before is not None and entry.seq <= before.seq:
        raise BadArchive(place, f"{where}: the number {entry.seq} is given twice")
    for flaw in (*_odd(entry), *flaws(sealed, before)):
        raise BadArchive(place, f"{where}: {flaw}")
    opened = said(sealed) if entry.kind == "opened" else None
    if isinstance(opened, Opened) and opened.format != FORMAT:
        hint = "install a newer version of Whence"
        raise BadArchive(place, f"its entries are of the form {opened.format!r}", hint)
    return sealed


def _odd(entry: Entry) -> Iterator[str]:
    """Yield what a database or a terminal could not bear about an entry."""
    try:
        refuse_unfit(entry.kind, entry.author, entry.at)
    except CaseRefused as error:
        yield error.message
    if not _is_time(entry.at):
        yield f"{entry.at!r} is no time"
    if not 0 <= entry.payload_size < _LARGEST:
        yield f"{entry.payload_size} is no size"


def _is_time(at: str) -> bool:
    """Tell whether a time is written so that the order of texts is that of times: in UTC."""
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return False
    return _TIME.fullmatch(at) is not None


def _check_account(account: Account, place: str) -> None:
    for seq in account.unexplained():
        raise BadArchive(place, f"entry {seq} has no payload, and no redaction tells why")
    for seq in sorted(account.restored):
        raise BadArchive(place, f"entry {seq} was taken out, and yet has its payload")


def _captures(folder: Path, account: Account, place: str, limits: Limits) -> set[str]:
    """Unpack the captures, each to a file of its own, and return their SHA-256."""
    held: set[str] = set()
    (folder / _KEPT).mkdir()
    with (folder / CAPTURES).open("rb") as stream:
        try:
            for found, raw in read(stream, f"{place}: {CAPTURES}", limits.capture):
                if sha256(raw).hexdigest() != found:
                    raise BadArchive(place, f"the capture {found} has another hash")
                if found in held:
                    raise BadArchive(place, f"it holds the capture {found} twice")
                if account.uncalled({found}):
                    raise BadArchive(place, f"no entry speaks of the capture {found}")
                held.add(found)
                (folder / _KEPT / found).write_bytes(raw)
        except InputError as error:
            raise BadArchive(place, error.reason) from error
    for missing in account.missing(held):
        raise BadArchive(place, f"the capture {missing} is missing")
    return held
