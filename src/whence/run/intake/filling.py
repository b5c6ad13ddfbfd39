"""An order's folder as it is filled: files streamed to the disk, each looked at and bounded."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

import msgspec
from msgspec import Struct

from whence.errors import InputError, TooLarge, UnreadablePage, UnsupportedInput
from whence.ingest.assemble import failure_of
from whence.ingest.described import is_sidecar
from whence.model.document import Failure
from whence.run.config import Config
from whence.run.intake import disk
from whence.run.intake.admitting import ARCHIVES, HEAD, address, admitted, file_name, shown_name
from whence.run.intake.orders import Given, Order, Paste, Spooled, Upload

TEXTS: Final = "texts"
"""The folder of an order in which its pasted texts lie."""

_PIECE: Final = 1 << 20
_SIDECAR: Final = 1_000_000
_REST = "give the rest in another order"
_LONELY = "a .json file says something of the report of that name beside it, and there is none"


class Limits(Struct, frozen=True, kw_only=True):
    """What one order may bring: bytes of a file and in all, files, addresses, texts.

    ``results`` is how many results are kept.
    """

    file_bytes: int
    max_bytes: int
    files: int
    addresses: int
    texts: int
    results: int


def limits_of(config: Config) -> Limits:
    """Return the limits that the settings give."""
    return Limits(
        file_bytes=config.ingest.max_bytes,
        max_bytes=config.intake.max_bytes,
        files=config.intake.files,
        addresses=config.intake.addresses,
        texts=config.intake.texts,
        results=config.intake.results,
    )


class Filling:
    """Fills the folder of one order."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits
        self._left = limits.max_bytes
        self._files: list[Spooled] = []
        self._failures: list[Failure] = []
        self._turns: dict[tuple[str, str], int] = {}
        self._folders: dict[tuple[str, int], Path] = {}
        self._shown: dict[str, int] = {}

    def order(self, given: Given, key: str, number: int) -> Order:
        """Write all that is given, and return the order that it makes."""
        for taken, upload in enumerate(given.files):
            self._one(upload, taken)
        for taken, paste in enumerate(given.texts):
            self._text(paste, taken, given.at)
        self._pair()
        addresses = tuple(self._addresses([*given.addresses, *given.feeds]))
        return Order(
            id=key,
            number=number,
            case_id=given.case_id,
            author=given.author,
            at=given.at,
            kind=given.kind,
            files=tuple(self._files),
            addresses=addresses,
            failures=tuple(self._failures),
            outlet=_clean(given.outlet),
            published=_clean(given.published),
        )

    def _one(self, upload: Upload, taken: int) -> None:
        shown = self._once(shown_name(upload.name))
        try:
            if taken >= self._limits.files:
                reason = f"more than {self._limits.files:,} files came at once"
                raise TooLarge(shown, reason, hint=_REST)
            self._store(shown, file_name(shown_name(upload.name)), upload)
        except InputError as error:
            self._failures.append(failure_of(error))

    def _once(self, shown: str) -> str:
        """Return a name by which a person can tell this file from the others of the order."""
        self._shown[shown] = same = self._shown.get(shown, 0) + 1
        return shown if same == 1 else f"{shown} ({same})"

    def _store(self, shown: str, name: str, upload: Upload) -> None:
        head = _head(upload.stream)
        most = self._limits.file_bytes
        if name.endswith(".json"):
            most = _SIDECAR
        elif admitted(shown, name, head) in ARCHIVES:
            most = self._limits.max_bytes
        path = self._place(shown, name)
        try:
            with disk.new_file(path) as file:
                self._copy(head, upload.stream, file, min(most, self._left))
                disk.sync(file)
        except _Over:
            path.unlink()
            raise self._too_large(shown, most) from None
        self._files.append(Spooled(path=str(path.relative_to(self._folder)), location=shown))

    def _too_large(self, shown: str, most: int) -> TooLarge:
        if most <= self._left:
            return TooLarge(shown, f"it is larger than {most:,} bytes")
        reason = f"with it, more than {self._limits.max_bytes:,} bytes came at once"
        return TooLarge(shown, reason, hint=_REST)

    def _place(self, shown: str, name: str) -> Path:
        """Return a path for a file: those of one folder stay together, for their side-cars."""
        parent = shown.rpartition("/")[0]
        same = (parent, name.casefold())
        self._turns[same] = turn = self._turns.get(same, 0) + 1
        other = disk.made(self._folder / "files") / str(len(self._folders))
        return disk.made(self._folders.setdefault((parent, turn), other)) / name

    def _copy(self, head: bytes, stream: IO[bytes], file: IO[bytes], most: int) -> None:
        piece, size = head, 0
        while piece:
            size += len(piece)
            if size > most:
                raise _Over
            file.write(piece)
            piece = stream.read(_PIECE)
        self._left -= size

    def _text(self, paste: Paste, taken: int, at: str) -> None:
        shown = f"text {taken + 1} pasted {at}"
        raw = paste.text.encode("utf-8", "replace")
        try:
            if taken >= self._limits.texts:
                reason = f"more than {self._limits.texts:,} texts came at once"
                raise TooLarge(shown, reason, hint=_REST)
            if not raw.strip():
                raise UnreadablePage(shown, "it is empty", hint="paste the words of the report")
            if len(raw) > min(self._limits.file_bytes, self._left):
                raise self._too_large(shown, self._limits.file_bytes)
        except InputError as error:
            self._failures.append(failure_of(error))
            return
        self._left -= len(raw)
        path = disk.made(self._folder / TEXTS) / f"{taken + 1}.txt"
        disk.write(path, raw)
        said = {
            name: told
            for name in ("url", "outlet", "title", "published")
            if (told := _clean(getattr(paste, name)))
        }
        if said:
            disk.write(path.with_suffix(".json"), msgspec.json.encode(said))
        self._files.append(Spooled(path=str(path.relative_to(self._folder)), location=shown))

    def _pair(self) -> None:
        """Leave side-cars beside their reports; what describes nothing is refused."""
        for one in list(self._files):
            path = self._folder / one.path
            if path.suffix != ".json":
                continue
            self._files.remove(one)
            if not is_sidecar(path):
                path.unlink()
                self._failures.append(failure_of(UnsupportedInput(one.location, _LONELY)))

    def _addresses(self, given: list[str]) -> Iterator[str]:
        seen: set[str] = set()
        for one in given:
            try:
                told = address(one)
                if told in seen:
                    continue
                if len(seen) >= self._limits.addresses:
                    reason = f"more than {self._limits.addresses:,} addresses came at once"
                    raise TooLarge(told, reason, hint=_REST)
            except InputError as error:
                self._failures.append(failure_of(error))
                continue
            seen.add(told)
            yield told


class _Over(Exception):  # noqa: N818 - always caught
    """A file is larger than it may be."""


def _clean(told: str) -> str:
    return " ".join(told.encode("utf-8", "replace").decode().split())


def _head(stream: IO[bytes]) -> bytes:
    """Return the first bytes, though a stream may give fewer at a time than it is asked for."""
    head = b""
    while len(head) < HEAD and (piece := stream.read(HEAD - len(head))):
        head += piece
    return head
