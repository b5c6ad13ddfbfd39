"""The files of an export, brought out of a folder or a zip that may be anybody's."""

import io
import os
import re
import stat
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from whence.errors import BadArchive, MissingInput, OutputError
from whence.store.archive.manifest import FILES, MANIFEST, Manifest, understood

_CHUNK: Final = 1 << 20
_DIRECTORY: Final = 1 << 20
"""Bytes of a zip's directory: five names need 500."""

_SMALL: Final = 1 << 20
"""Files up to this size may be packed as tightly as they like."""

_BROKEN: Final = (
    BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError,
    IndexError, struct.error, OSError,
)  # fmt: skip
"""All that the standard library raises at a zip that is broken in one way or another."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How large an archive may be: in bytes, but for ``ratio`` (bytes out of one byte in)."""

    total: int = 8 << 30
    capture: int = 512 << 20
    line: int = 64 << 20
    ratio: int = 200


@dataclass(frozen=True)
class Member:
    """A file of an archive: its size in bytes as declared, and how it is opened."""

    size: int
    open: Callable[[], IO[bytes]]


def peeked(path: Path, limits: Limits) -> Manifest:
    """Return what an export says it holds; nothing of that is proven.

    Raises:
        MissingInput: when there is nothing.
        BadArchive: when it is no export, or has other files than one.
    """
    with opened(path, limits) as members:
        manifest = _manifest(members, path, limits)
        _complete(members, path)
    return manifest


def unpack(path: Path, into: Path, limits: Limits) -> Manifest:
    """Copy the files of an export into a folder, and return what it says it holds.

    Raises:
        MissingInput: when there is nothing.
        BadArchive: when it is no export, or not safe to unpack.
        OutputError: when there is no room to unpack it.
    """
    place = str(path)
    with opened(path, limits) as members:
        manifest = _manifest(members, path, limits)
        _complete(members, path)
        if sum(member.size for member in members.values()) > limits.total:
            raise BadArchive(place, f"it has more than {limits.total} bytes")
        for name in FILES:
            try:
                with (into / name).open("xb") as stream:
                    for chunk in _chunks(members[name], name, place):
                        stream.write(chunk)
            except OSError as error:
                reason = f"{place} cannot be unpacked to {into} ({error.strerror or error})"
                raise OutputError(reason) from error
    return manifest


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Mapping[str, Member]]:
    """Give the files of a folder or zip by their names; names and sizes are looked at before.

    Raises:
        MissingInput: when there is nothing.
        BadArchive: when a name would lead elsewhere, or a size is beyond all reason.
    """
    if path.is_dir():
        yield _folder(path)
        return
    if not path.exists():
        raise MissingInput(str(path), "there is no such folder or file")
    with _read_errors(str(path)):
        stream = path.open("rb")
    with stream:
        with _read_errors(str(path)):
            archive = ZipFile(_Wary(stream))
        with archive:
            yield _zip(archive, str(path), limits)


@contextmanager
def _read_errors(place: str) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise BadArchive(place, f"it is no whole folder or zip ({_words(error)})") from error


class _Wary(io.BufferedReader):
    """A file of which little is read at once: a directory of millions of names is refused."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__(io.FileIO(stream.fileno(), closefd=False))

    def read(self, size: int | None = -1, /) -> bytes:
        """Read ``size`` bytes, or all that is left; too many at once are refused."""
        most = _DIRECTORY + 1
        found = super().read(most if size is None or size < 0 else min(size, most))
        if len(found) > _DIRECTORY:
            raise BadZipFile("its directory is too long")
        return found


def _folder(path: Path) -> Mapping[str, Member]:
    place, members = str(path), {}
    with _read_errors(place), os.scandir(path) as found:
        for entry in found:
            _check_name(entry.name, place)
            if not stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode):
                raise BadArchive(place, f"{entry.name!r} is no plain file")
            size = entry.stat(follow_symlinks=False).st_size
            members[entry.name] = Member(size, _opener(path / entry.name))
    return members


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    def plain() -> IO[bytes]:
        # What was a plain file a moment ago may be a link or a pipe by now.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        return os.fdopen(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb")

    return plain


def _zip(archive: ZipFile, place: str, limits: Limits) -> Mapping[str, Member]:
    members: dict[str, Member] = {}
    for info in archive.infolist():
        # The name as it stands there: the library cuts it at a zero byte.
        name = info.orig_filename
        _check_name(name, place)
        if name in members:
            raise BadArchive(place, f"it holds {name!r} twice")
        reason = _unsafe(info, limits)
        if reason:
            raise BadArchive(place, f"{name!r} {reason}")
        members[name] = Member(info.file_size, _member(archive, info))
    return members


def _member(archive: ZipFile, info: ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _unsafe(info: ZipInfo, limits: Limits) -> str:
    mode = info.external_attr >> 16
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.is_dir() or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        return "is no plain file"
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "is packed in a way that is not read"
    if info.file_size > limits.total:
        return f"has more than {limits.total} bytes"
    if info.file_size > max(_SMALL, info.compress_size * limits.ratio):
        return f"would unpack to more than {limits.ratio} times its size"
    return ""


def _check_name(name: str, place: str) -> None:
    if not name.isprintable():
        raise BadArchive(place, f"it holds a name with control characters, {name!r}")
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name):
        raise BadArchive(place, f"it holds an absolute name, {name!r}")
    if ".." in re.split(r"[/\\]", name):
        raise BadArchive(place, f"it holds a name that leads out of it, {name!r}")


def _manifest(members: Mapping[str, Member], path: Path, limits: Limits) -> Manifest:
    place = str(path)
    if MANIFEST not in members:
        raise BadArchive(place, f"it is no exported case: {MANIFEST} is missing")
    if members[MANIFEST].size > limits.line:
        raise BadArchive(place, f"{MANIFEST} has more than {limits.line} bytes")
    try:
        return understood(b"".join(_chunks(members[MANIFEST], MANIFEST, place)))
    except ValueError as error:
        newer = "newer version" in str(error)
        raise BadArchive(place, str(error), "install it" if newer else "") from error


def _complete(members: Mapping[str, Member], path: Path) -> None:
    for name in sorted(members.keys() - set(FILES)):
        raise BadArchive(str(path), f"it holds {name!r}, which is no part of an export")
    for name in FILES:
        if name not in members:
            raise BadArchive(str(path), f"{name} is missing")


def _chunks(member: Member, name: str, place: str) -> Iterator[bytes]:
    """Yield a file's bytes: exactly as many as it declares."""
    left = member.size
    try:
        with member.open() as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    break
                yield chunk
    except _BROKEN as error:
        raise BadArchive(place, f"{name} cannot be read ({_words(error)})") from error
    if left:
        raise BadArchive(place, f"{name} is not as long as it says")


def _words(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
