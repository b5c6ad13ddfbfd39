"""What the user names (files, folders, patterns, streams, addresses) expanded to captures."""

import io
import os
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import (
    FetchError,
    ForbiddenAddress,
    InputError,
    MissingInput,
    TooLarge,
    UnreadablePage,
    UnsupportedInput,
)
from whence.ingest import formats
from whence.ingest.archives.archiver import archived_pages
from whence.ingest.archives.archiver_files import is_archive
from whence.ingest.archives.packages import web_package
from whence.ingest.archives.unpacking import Unpacked, until_cut
from whence.ingest.archives.warcs import web_archive
from whence.ingest.assemble import failure_of
from whence.ingest.capture import Capture, Metadata
from whence.ingest.decode import PASTE
from whence.ingest.described import is_sidecar, read_sidecar, sidecar_of
from whence.ingest.options import Options
from whence.ingest.records import feed_entries, json_lines
from whence.ingest.unread import Passed, unsupported
from whence.ingest.web.fetch import Fetcher
from whence.model.document import Failure

Found = Iterator[Capture | Failure]
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PATTERN = re.compile(r"[*?\[]")
_STDIN = "standard input"
_CONNECT = "pipe something into it, as in 'cat page.html | whence run -'"
_LINK = "take the link away, or give the file that it should lead to"
_PACK_AGAIN = "download or pack it again"
_PIPE_IT = "if it gives a report when it is read, pipe that: 'whence run - < FILE'"


class _Means(Struct, kw_only=True):
    """What expanding may use: limits, the stream behind "-", the fetcher, files met already."""

    options: Options
    stdin: IO[bytes] | None
    fetcher: Fetcher | None
    seen: set[Path]
    passed: set[Path]


def expand(
    inputs: Iterable[str],
    options: Options | None = None,
    *,
    stdin: IO[bytes] | None = None,
    fetcher: Fetcher | None = None,
) -> Found:
    """Expand inputs to captures, lazily and in order; each file once.

    An input is a file, a folder (read recursively, known suffixes only, in sorted order), a
    pattern, ``-`` for ``stdin``, or an http(s) address, for which a ``fetcher`` is needed. What
    cannot be used becomes a Failure and never stops the rest; so does a file of another type in a
    folder, behind those that are read.
    """
    means = _Means(
        options=options or Options(), stdin=stdin, fetcher=fetcher, seen=set(), passed=set()
    )
    for given in inputs:
        yield from _guarded(_one(given, means), given)


def shown(name: str) -> str:
    """Return a file name as text; bytes of it that are no UTF-8 are written out as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _guarded(found: Found, location: str) -> Found:
    """Pass captures on and turn what an input can raise into its Failure."""
    for one in _caught(found, location):
        yield replace(one, location=shown(one.location))


def _caught(found: Found, location: str) -> Found:
    try:
        yield from found
    except (InputError, OSError, EOFError, zlib.error, ValueError) as error:
        yield _told(error, location)  # ValueError: a path with a null character


def _told(error: Exception, location: str) -> Failure:
    if isinstance(error, InputError):
        return failure_of(error)
    if isinstance(error, PermissionError):
        reason = "it may not be read (permission denied)"
        return failure_of(UnreadablePage(location, reason, hint="check its permissions"))
    if isinstance(error, EOFError | zlib.error):
        reason = "the gzip archive is broken or cut off"
        return failure_of(UnreadablePage(location, reason, hint=_PACK_AGAIN))
    return failure_of(MissingInput(location, f"it cannot be opened ({error})"))


def _one(given: str, means: _Means) -> Found:
    if given == "-":
        yield from _standard_input(means)
    elif _SCHEME.match(given):
        yield from _address(given, means)
    elif _exists(given):
        yield from _path(Path(given), means)
    elif _PATTERN.search(given):
        yield from _matches(given, means)
    else:
        raise MissingInput(given, "there is no such file or folder")


def _exists(given: str) -> bool:
    """Tell whether something is there; what a shut folder holds is not known to be missing."""
    try:
        os.lstat(given)
    except PermissionError:
        raise
    except (OSError, ValueError):
        return False
    return True


def _standard_input(means: _Means) -> Found:
    if means.stdin is None:
        raise MissingInput("-", "nothing is connected to the standard input", hint=_CONNECT)
    if Path("-") in means.seen:
        return  # a stream can be read once, like a file that is named twice
    means.seen.add(Path("-"))
    yield from _stream(_peekable(means.stdin), _STDIN, None, means, Metadata())


def _address(url: str, means: _Means) -> Found:
    if not url.lower().startswith(("http://", "https://")):
        raise ForbiddenAddress(url, "only http and https addresses are read")
    if means.fetcher is None:
        raise FetchError(url, "fetching is switched off", hint="save the page and give the file")
    capture = means.fetcher.fetch(url)
    kind = formats.kind_of_type(capture.media_type)
    if kind == "feed" or (kind is None and formats.sniff(capture.raw) == "feed"):
        yield from feed_entries(capture.raw, url, means.fetcher)
    else:
        yield capture


def _path(path: Path, means: _Means) -> Found:
    if (path.is_dir() or path.suffix.lower() == ".csv") and is_archive(path):
        yield from archived_pages(path, means.options.max_bytes, means.seen)
        if path.is_dir():  # what lies beside the archive's own files is read too
            yield from _folder(path, means, archive=True)
        return
    if path.is_dir():
        yield from _folder(path, means)
        return
    if path.suffix.lower() == ".json" and is_sidecar(path):
        return  # metadata of the report beside it
    yield from _file(path, means)


def _folder(folder: Path, means: _Means, *, archive: bool = False) -> Found:
    found, passed = archive, Passed(folder, means.passed, archive=archive)
    shut: list[OSError] = []  # left to itself, the walk passes over them without a word
    for parent, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _unfollowed(folder, [Path(parent, name) for name in folders])
        for name in sorted(names):
            path = Path(parent, name)
            if formats.kind_of_name(name) and not name.startswith("."):
                found = True
                yield from _guarded(_file(path, means), str(path))
            elif path.is_file():
                passed.add(path)
    yield from (_told(error, shown(str(error.filename))) for error in shut)
    yield from map(failure_of, passed.told())
    if not found and not shut and not passed:
        reason = "the folder holds no reports"
        raise MissingInput(str(folder), reason, hint=UnsupportedInput.hint)


def _unfollowed(folder: Path, inside: list[Path]) -> Found:
    """Tell of links to folders that lie elsewhere; within the folder all is read anyway."""
    for path in inside:
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            reason = "it is a link to a folder elsewhere, which is not followed"
            error = UnsupportedInput(str(path), reason, hint="give that folder as well")
            yield failure_of(error)


def _matches(pattern: str, means: _Means) -> Found:
    found, passed = False, Passed(Path(pattern), means.passed)
    named, anchor = Path(pattern).parts, Path(pattern).anchor
    for path in sorted(Path(anchor).glob(str(Path(pattern).relative_to(anchor)))):
        hidden = any(part.startswith(".") and part not in named for part in path.parts)
        if not hidden and (path.is_dir() or formats.kind_of_name(path.name)):
            found = True
            yield from _guarded(_path(path, means), str(path))
        elif not hidden and path.is_file():
            passed.add(path)
    yield from map(failure_of, passed.told())
    if not found and not passed:
        raise MissingInput(pattern, "the pattern matches no report")


def _file(path: Path, means: _Means) -> Found:
    location = str(path)
    kind = formats.kind_of_name(path.name)
    if kind is None and path.suffix:
        raise unsupported(path, location)
    if kind == "wacz" and path.suffix.lower() == ".gz":
        raise UnsupportedInput(location, "a package is not packed again", hint="unpack it first")
    if not path.exists():
        raise MissingInput(location, "it is a link to nothing", hint=_LINK)
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnsupportedInput(location, "it is neither a file nor a folder", hint=_PIPE_IT)
    resolved = path.resolve()
    if resolved in means.seen:
        return
    means.seen.add(resolved)
    metadata = Metadata()
    if sidecar := sidecar_of(path):
        try:
            metadata = read_sidecar(sidecar)
        except InputError as error:
            yield failure_of(error)
    with path.open("rb") as raw:
        packed = path.suffix.lower() == ".gz" and kind != "warc"
        stream = _peekable(cast(IO[bytes], Unpacked(raw)) if packed else raw)
        yield from _stream(stream, location, kind, means, metadata)


def _peekable(stream: IO[bytes]) -> "io.BufferedReader[io.RawIOBase]":
    return io.BufferedReader(cast(io.RawIOBase, stream))


def _stream(
    stream: "io.BufferedReader[io.RawIOBase]",
    location: str,
    kind: formats.Kind | None,
    means: _Means,
    metadata: Metadata,
) -> Found:
    limit = means.options.max_bytes
    head = stream.peek(4096)[:4096]
    sniffed = formats.sniff(head)
    if kind is None and formats.packed_page(head):
        stream = _peekable(cast(IO[bytes], Unpacked(stream)))
        sniffed = formats.sniff(stream.peek(4096)[:4096])
    kind = kind or sniffed
    if kind in ("jsonl", "feed") and (found := formats.binary(head)):
        raise UnreadablePage(location, f"it is {found}, not a text", hint=PASTE)
    if kind == "jsonl":
        yield from json_lines(stream, location, limit)
        return
    if kind in ("warc", "wacz"):
        yield from (web_archive if kind == "warc" else web_package)(stream, location, limit)
        return
    raw, cut = until_cut(stream, limit + 1)
    if len(raw) > limit:
        raise TooLarge(location, f"it is larger than {limit:,} bytes")
    if kind == "feed":
        if not raw.strip():
            raise UnreadablePage(location, "it is empty", hint="check how it was saved")
        if sniffed != "feed":
            raise UnsupportedInput(location, "this XML is no RSS or Atom feed")
        yield from feed_entries(raw, location, means.fetcher)
    else:
        yield Capture(
            location=location,
            raw=raw,
            url=metadata.url,
            media_type=formats.MEDIA_TYPES[kind],
            metadata=metadata,
        )
    if cut:
        reason = "the gzip archive is cut off: only its beginning is read"
        yield failure_of(UnreadablePage(location, reason, hint=_PACK_AGAIN))
