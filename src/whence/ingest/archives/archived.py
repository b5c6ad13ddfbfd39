"""Items that Bellingcat's auto-archiver describes: rows of its CSV, its pages, its JSON."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from whence.ingest.archives.literals import read_literal
from whence.ingest.dates import iso_prefix
from whence.ingest.described import json_object

COLUMNS = ["status", "metadata", "media"]
"""The header of csv_db's table, and the keys of json_enricher's file."""

MARK = b'<h2>Archived media for <span class="copy">'
"""What html_formatter writes over every page of its own."""

_DEEPEST = 4
_MOST_FILES = 10_000
_ADDRESS = re.compile(r"https?://\S+")


class Listed(Struct, frozen=True, kw_only=True):
    """One file of an item: where it was stored, and what was recorded of it.

    ``key`` is the path in the storage, "" where it is not told; ``hashed`` is as recorded, as in
    "SHA-256:<hexadecimal>"; ``source`` is the address that the file itself came from.
    """

    key: str = ""
    name: str = ""
    hashed: str = ""
    source: str | None = None
    id: str = ""
    pdq: str = ""
    media_type: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """One archived address; ``location`` is where it is described."""

    location: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    retrieved_at: str | None = None
    content: str = ""
    files: tuple[Listed, ...] = ()


def item_of_row(row: Mapping[str, str], location: str) -> Item:
    """Return the item in a row of csv_db's table: its cells are dictionaries as Python shows them.

    Raises:
        ValueError: when a cell is something else.
    """
    metadata, media = read_literal(row["metadata"]), read_literal(row["media"])
    if not isinstance(metadata, dict) or not isinstance(media, list):
        raise ValueError("its cells are no dictionary and no list")
    return _item(metadata, media, location)


def item_of_json(raw: bytes, location: str) -> Item | None:
    """Return the item in json_enricher's file; None when it is some other JSON."""
    try:
        told = json_object(raw)
    except (ValueError, RecursionError):
        return None
    metadata, media = told.get("metadata"), told.get("media")
    if list(told) != COLUMNS or not isinstance(metadata, dict) or not isinstance(media, list):
        return None
    return _item(metadata, media, location)


def item_of_page(raw: bytes, location: str) -> Item:
    """Return the item that a page of html_formatter shows.

    Raises:
        ValueError: when it cannot be parsed.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        tree: Any = html.document_fromstring(raw, parser=parser)
    except etree.LxmlError as error:
        raise ValueError(f"it is no page ({error})") from error
    metadata: dict[str, object] = {}
    for row in tree.xpath("//table[@class='metadata']//tr[count(td)=2]"):
        key, value = (cell.text_content().strip() for cell in row)
        metadata.setdefault(key, value)
    metadata.setdefault("url", "".join(tree.xpath("string(//h2/span[@class='copy'])")))
    shown = tree.xpath("//table[@class='content']//ul[li/b[text()='key:']]")[:_MOST_FILES]
    return _item(metadata, [_shown(one) for one in shown], location)


def _shown(described: Any) -> dict[str, object]:
    """Return one file of a page in the form that the other descriptions have."""
    said: dict[str, object] = {}
    for line in described.xpath("li[b]"):
        name = (line[0].text or "").removesuffix(":")
        said.setdefault(name, line.text_content()[len(line[0].text_content()) :].strip())
    return {"filename": said.get("key"), "_key": said.get("key"), "properties": said}


def _item(metadata: Mapping[str, object], media: list[Any], location: str) -> Item:
    url = _words(metadata.get("url"))
    content = metadata.get("content")
    return Item(
        location=location,
        url=url if _ADDRESS.fullmatch(url) else None,
        title=_words(metadata.get("title")) or None,
        published=_time(metadata.get("timestamp")),
        retrieved_at=_time(metadata.get("_processed_at")),
        content=content.strip() if isinstance(content, str) else "",
        files=tuple(_files(media, 0))[:_MOST_FILES],
    )


def _words(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _time(value: object) -> str | None:
    if isinstance(value, int | float):
        try:
            return datetime.fromtimestamp(value, UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            return None
    return iso_prefix(re.sub(r"^(\d{4}-\d\d-\d\d) (?=\d)", r"\1T", _words(value)))


def _files(media: object, depth: int) -> Iterator[Listed]:
    """Yield a file and those within its properties (thumbnails of a film)."""
    if isinstance(media, list):
        for one in media:
            yield from _files(one, depth)
    if not isinstance(media, dict) or "_key" not in media or depth > _DEEPEST:
        return
    given = media.get("properties")
    properties: dict[str, object] = given if isinstance(given, dict) else {}
    source = _words(properties.get("src")) or _words(properties.get("url"))
    yield Listed(
        key=_words(media.get("_key")),
        name=re.split(r"[/\\]", _words(media.get("filename")))[-1],
        hashed=_words(properties.get("hash")),
        source=source if _ADDRESS.fullmatch(source) else None,
        id=_words(properties.get("id")),
        pdq=_words(properties.get("pdq_hash")),
        media_type=_words(media.get("_mimetype")) or _words(properties.get("type")),
    )
    for value in properties.values():
        yield from _files(value, depth + 1)
