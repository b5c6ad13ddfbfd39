"""What Bellingcat's auto-archiver left on a disk (github.com/bellingcat/auto-archiver, 1.1).

Its local_storage keeps each file under ``save_to`` (``./local_archive``), flat, or in a folder by
address or at random. The name is the first 24 digits of the file's hash, or random. What the files
are is told by up to three of its modules, in any of which a file is a ``Media``:

- csv_db, a table (``db.csv`` where the archiver was started) with ``status,metadata,media``; a
  cell is a Python dictionary or list as ``repr`` writes it, times are ``datetime.datetime(...)``;
- html_formatter, a page for each item, stored beside its files: "Archived media for" the address,
  a table of class ``content`` with ``key``, ``type`` and properties of each file, and one of class
  ``metadata``;
- json_enricher, the same dictionary as JSON, written before the files had their places.

An item has ``url``, ``title``, ``timestamp`` (of the post), ``content`` (its words) and
``_processed_at``. A ``Media`` has ``filename`` (where it was before), ``_key`` (the path in the
storage) and ``properties``: ``hash`` ("SHA-256:" or "SHA3-512:" and hexadecimal digits), ``id``
("html_source_code" is the page), ``src`` or ``url`` (where it came from), ``pdq_hash`` (without
leading zeros), ``thumbnails`` (more of ``Media``).
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from whence.errors import BadArchive, InputError, TooLarge
from whence.ingest.archives.archived import Item, Listed
from whence.ingest.archives.archiver_files import Files, Place, hash_of, is_own_page, items_of
from whence.ingest.archives.packages import web_package
from whence.ingest.archives.warcs import web_archive
from whence.ingest.assemble import failure_of
from whence.ingest.capture import Capture, Metadata
from whence.ingest.formats import kind_of_name
from whence.ingest.media.details import details_of
from whence.ingest.media.examine import MediaLimits, examine
from whence.ingest.media.signatures import is_media
from whence.model.document import Failure
from whence.model.ledger import Media

MEDIA_BYTES = 1_000_000_000
"""How large one media file may be, in bytes, unless more is allowed."""

_SUFFIXES = (
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".avif", ".heic", ".mp4",
    ".m4v", ".mov", ".3gp", ".webm", ".mkv", ".avi", ".flv", ".mpg", ".mpeg", ".ts", ".wmv",
    ".ogv", ".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac", ".amr",
)  # fmt: skip
_CHANGED = "the archiver recorded another hash: compare it with another copy of the archive"


class Archived(Struct, frozen=True, kw_only=True):
    """A media file with its bytes, and the item that it was archived for."""

    media: Media
    raw: bytes
    item: Item


def archived_pages(
    source: str | Path, max_bytes: int, seen: set[Path] | None = None
) -> Iterator[Capture | Failure]:
    """Read the pages of an archive: HTML, WARC and WACZ files, or else the words of a post.

    ``source`` is the archive's folder, or the table, beside which the files are looked for.
    ``max_bytes`` bounds one page. A file that is missing, or whose hash is not the one that the
    archiver recorded, is a Failure. Files in ``seen`` are passed over; those that the archive
    describes, or is described by, are added to it.
    """
    files = Files(Path(source), seen)
    paged: set[str | None] = set()
    told: set[tuple[str | None, str]] = set()
    for item in items_of(files):
        if isinstance(item, Failure):
            yield item
            continue
        for one in _pages(files, item, max_bytes):
            paged.add(item.url)
            yield one
        if item.content and item.url not in paged and (item.url, item.content) not in told:
            told.add((item.url, item.content))
            yield _words(item)


def _pages(files: Files, item: Item, max_bytes: int) -> Iterator[Capture | Failure]:
    for listed in item.files:
        kind = kind_of_name(listed.key or listed.name)
        if kind is None:
            continue
        place = _placed(files, item, listed)  # so that lists of hashes are no reports either
        if kind not in ("page", "warc", "wacz") or listed.id == "_final_media":
            continue
        if isinstance(place, Failure):
            yield place
        elif place:
            yield from _page(place, item, listed, max_bytes)


def archived_media(
    source: str | Path, max_bytes: int = MEDIA_BYTES, limits: MediaLimits | None = None
) -> Iterator[Archived | Failure]:
    """Read the pictures, films and sounds of an archive, each file once, with their bytes.

    ``source`` is as for ``archived_pages``; ``max_bytes`` bounds one file. The detail
    ``archiver hash`` is what the archiver recorded. A file that is missing, too large or whose
    hash is not the recorded one is a Failure.
    """
    files = Files(Path(source))
    for item in items_of(files):
        if isinstance(item, Failure):
            yield item
            continue
        for listed in item.files:
            name = (listed.key or listed.name).lower()
            if not name.endswith(_SUFFIXES) and not is_media(listed.media_type):
                continue
            place = _placed(files, item, listed)
            if isinstance(place, Failure):
                yield place
            elif place:
                yield _media(place, item, listed, (max_bytes, limits))


def _placed(files: Files, item: Item, listed: Listed) -> Place | Failure | None:
    """Return where a file lies; None when it came before."""
    try:
        return files.find(item, listed)
    except InputError as error:
        return failure_of(error)


def _media(
    place: Place, item: Item, listed: Listed, bounds: tuple[int, MediaLimits | None]
) -> Archived | Failure:
    try:
        raw = _checked(place, listed, bounds[0])
    except InputError as error:
        return failure_of(error)
    media = examine(
        raw,
        place.location,
        url=listed.source or item.url,
        retrieved_at=item.retrieved_at,
        limits=bounds[1],
    )
    said = (
        ("archiver hash", listed.hashed),
        ("archiver pdq_hash", listed.pdq.rjust(64, "0") if listed.pdq else ""),
        ("archived for", item.url or ""),
    )
    return Archived(
        media=replace(media, details=(*details_of(said), *media.details)), raw=raw, item=item
    )


def _checked(place: Place, listed: Listed, max_bytes: int) -> bytes:
    """Return the bytes of a file whose hash is the recorded one."""
    try:
        _compare(place, listed)
        with place.path.open("rb") as stream:
            raw = stream.read(max_bytes + 1)
    except OSError as error:
        raise BadArchive(place.location, f"it cannot be read ({error})", hint=_CHANGED) from error
    if len(raw) > max_bytes:
        raise TooLarge(place.location, f"it is larger than {max_bytes:,} bytes")
    return raw


def _compare(place: Place, listed: Listed) -> None:
    algorithm, _, recorded = listed.hashed.partition(":")
    own = hash_of(place.path, algorithm) if recorded else None
    if own is not None and own != recorded.lower():
        reason = f"its {algorithm} is {own}, and the archiver recorded {recorded[:128]}"
        raise BadArchive(place.location, reason, hint=_CHANGED)


def _page(place: Place, item: Item, listed: Listed, max_bytes: int) -> Iterator[Capture | Failure]:
    kind = kind_of_name(place.path.name)
    metadata = Metadata(url=item.url, title=item.title, published=item.published)
    try:
        if kind == "page":
            raw = _checked(place, listed, max_bytes)
            if is_own_page(raw):
                return
            yield Capture(
                location=place.location,
                raw=raw,
                url=item.url,
                media_type="text/html",
                retrieved_at=item.retrieved_at,
                metadata=metadata,
            )
            return
        _compare(place, listed)
        with place.path.open("rb") as stream:
            read = web_package if kind == "wacz" else web_archive
            for one in read(stream, place.location, max_bytes):
                # what else such an archive holds has other titles
                own = isinstance(one, Capture) and one.url == item.url
                yield replace(one, metadata=metadata) if own else one
    except InputError as error:
        yield failure_of(error)
    except OSError as error:
        reason = f"it cannot be read ({error})"
        yield failure_of(BadArchive(place.location, reason, hint=_CHANGED))


def _words(item: Item) -> Capture:
    return Capture(
        location=item.location,
        raw=item.content.encode("utf-8", "replace"),
        url=item.url,
        media_type="text/plain; charset=utf-8",
        retrieved_at=item.retrieved_at,
        metadata=Metadata(url=item.url, title=item.title, published=item.published),
    )
