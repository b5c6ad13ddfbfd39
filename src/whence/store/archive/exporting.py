"""A case written out as one folder or zip: the same bytes for the same case, anywhere."""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from whence.errors import CaseRefused, OutputError, StoreLocked, Touched, UnknownCase, WhenceError
from whence.model.ledger import Captured, Entry, Head
from whence.store.archive.lines import flaws, signature_line, to_line
from whence.store.archive.manifest import (
    CAPTURES,
    ENTRIES,
    FILES,
    MANIFEST,
    README,
    SIGNATURES,
    Manifest,
    Redacted,
    listed,
    written,
)
from whence.store.archive.readme import readme
from whence.store.archive.unpacking import Limits, peeked
from whence.store.archive.warc import write
from whence.store.mentions import Account
from whence.store.protocol import Store
from whence.store.sealing import digest

_TRIES: Final = 5
_CHUNK: Final = 1 << 20
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def export(store: Store, case_id: str, target: Path, *, overwrite: bool = False) -> Manifest:
    """Write a case to a folder, or to a zip when ``target`` ends so, and return what it holds.

    The bytes depend on the case alone. They are written beside the target and renamed: there is
    all of an export, or none. Captured bytes that no entry speaks of any more are left out.

    Raises:
        CaseRefused: when the target is there: unless it is an older export of the case, and
            ``overwrite`` is set.
        Touched: when the case does not hold together.
        OutputError: when it cannot be written.
    """
    _refuse_others(store, case_id, target, overwrite=overwrite)
    zipped = target.suffix.lower() == ".zip"
    try:
        with _beside(target) as part:
            part.mkdir()
            manifest = _steady(store, case_id, part)
            if zipped:
                with _beside(target) as packed:
                    _pack(part, packed)
                    packed.replace(target)
            else:
                _put(part, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{target}: it cannot be written ({reason})") from error
    return manifest


def _refuse_others(store: Store, case_id: str, target: Path, *, overwrite: bool) -> None:
    if not os.path.lexists(target):
        return
    if not overwrite:
        raise CaseRefused(f"{target} is there already", "name another, or give --overwrite")
    try:
        there = peeked(target, Limits())
    except WhenceError as error:
        reason = f"{target} is no export of a case, and is not overwritten"
        raise CaseRefused(reason, "name another, or remove it yourself") from error
    at = next(store.read(case_id, after=there.seq - 1, through=there.seq), None)
    if there.case_id != case_id or at is None or at.entry.hash != there.hash:
        reason = f"{target} is no older export of this case, and is not overwritten"
        raise CaseRefused(reason, "name another, or remove it yourself")


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a name beside the target, and remove what is there when the block ends."""
    part = target.parent / f".{target.name}.{uuid4().hex[:12]}.part"
    try:
        yield part
    finally:
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink(missing_ok=True)


def _put(part: Path, target: Path) -> None:
    if not target.exists():
        part.rename(target)
        return
    # A folder cannot be replaced in one go: the old one stands aside, and back if need be.
    with _beside(target) as old:
        target.rename(old)
        try:
            part.rename(target)
        except OSError:
            old.rename(target)
            raise


def _steady(store: Store, case_id: str, folder: Path) -> Manifest:
    """Write the files; again when a redaction took something out meanwhile."""
    for _ in range(_TRIES):
        head = next(iter(store.heads(case_id)), None)
        if head is None:
            raise UnknownCase(f"the case {case_id} is not in {store.place}")
        try:
            manifest = _write(store, head, folder)
        except Touched:
            if not _redacted_since(store, head):
                raise
        else:
            if not _redacted_since(store, head):
                return manifest
    raise StoreLocked(store.place, "others kept taking out parts of the case")


def _redacted_since(store: Store, head: Head) -> bool:
    return any(True for _ in store.read(head.case_id, after=head.seq, kinds=("redaction",)))


def _write(store: Store, head: Head, folder: Path) -> Manifest:
    account = Account()
    signatures = _write_entries(store, head, folder, account)
    for seq in account.unexplained():
        raise _touched(head, f"entry {seq} has lost its payload, and no redaction tells why")
    for seq in sorted(account.restored):
        raise _touched(head, f"entry {seq} was taken out, and yet has its payload")
    held = _write_captures(store, head, folder, account)
    for sha256 in account.missing(held):
        raise _touched(head, f"the capture {sha256} is missing, and no redaction tells why")
    (folder / README).write_bytes(b"")
    sums = [file for file in listed(folder) if file.name != README]
    _save(folder / README, readme(head, sums).encode())
    manifest = Manifest(
        case_id=head.case_id, name=head.name, seq=head.seq, hash=head.hash, at=head.at,
        entries=head.seq, captures=len(held), signatures=signatures,
        redacted=_redacted(account, held), files=listed(folder),
    )  # fmt: skip
    _save(folder / MANIFEST, written(manifest))
    return manifest


def _redacted(account: Account, held: set[str]) -> Redacted:
    """Return what a chain speaks of and no longer holds."""
    gone = account.gone - held
    return Redacted(seqs=tuple(sorted(account.blank)), captures=tuple(sorted(gone)))


def _write_entries(store: Store, head: Head, folder: Path, account: Account) -> int:
    before: Entry | None = None
    signatures = 0
    with (folder / ENTRIES).open("wb") as entries, (folder / SIGNATURES).open("wb") as signed:
        for sealed in store.read(head.case_id, through=head.seq):
            for flaw in flaws(sealed, before):
                raise _touched(head, f"entry {sealed.entry.seq}: {flaw}")
            entries.write(to_line(sealed))
            line = signature_line(sealed)
            signed.write(line)
            signatures += bool(line)
            account.hear(sealed)
            before = sealed.entry
        for stream in (entries, signed):
            _sync(stream)
    if before is None or before.hash != head.hash:
        raise _touched(head, "its last entries are missing")
    return signatures


def _write_captures(store: Store, head: Head, folder: Path, account: Account) -> set[str]:
    held: set[str] = set()

    def items() -> Iterator[tuple[Captured, str, bytes]]:
        for sha256, mention in account.mentions.items():
            raw = None if sha256 in account.gone else store.capture(head.case_id, sha256)
            if raw is None:
                continue
            if digest(raw) != sha256:
                raise _touched(head, f"the capture {sha256} was changed")
            held.add(sha256)
            yield mention.captured, mention.at, raw

    with (folder / CAPTURES).open("wb") as stream:
        try:
            write(stream, items())
        except ValueError as error:
            raise _touched(head, f"the time of an entry is none ({error})") from error
        _sync(stream)
    return held


def _touched(head: Head, what: str) -> Touched:
    return Touched(f"{head.name}: {what}", "'whence verify CASE' tells all that was touched")


def _save(path: Path, raw: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(raw)
        _sync(stream)


def _sync(stream: BinaryIO) -> None:
    stream.flush()
    os.fsync(stream.fileno())


def _pack(folder: Path, packed: Path) -> None:
    """Pack the files uncompressed: compressors differ from one machine to the next."""
    with packed.open("xb") as stream:
        with ZipFile(stream, "w", ZIP_STORED) as archive:
            for name in FILES:
                info = ZipInfo(name, _EPOCH)
                info.create_system = 3  # Unix, wherever it is written
                info.external_attr = (stat.S_IFREG | 0o644) << 16
                info.file_size = (folder / name).stat().st_size
                with (folder / name).open("rb") as source, archive.open(info, "w") as member:
                    shutil.copyfileobj(source, member, _CHUNK)
        _sync(stream)
