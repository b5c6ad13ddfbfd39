"""Markdown: kept word for word, marks included; headings, lists and quotes become blocks."""

import re

from whence.ingest.article.authorship import mark_authorship
from whence.ingest.article.boilerplate import mark_furniture
from whence.ingest.article.paragraphs import is_listed, is_quoted, units_of
from whence.ingest.capture import Metadata
from whence.ingest.dates import any_date
from whence.ingest.draft import Draft, Unit, cut

_FRONT = re.compile(r"---[ \t]*\n(?P<rows>(?:[^\n]*\n){0,40}?)---[ \t]*(?:\n|$)")
_ROW = re.compile(r"(?P<key>[A-Za-z_]+)\s*+:\s*+(?P<value>\S.*)")
_KEYS = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "url": "url",
    "source": "url",
    "outlet": "outlet",
    "site": "outlet",
    "lang": "language",
    "language": "language",
}
_HEADING = re.compile(r"(?P<marks>#{1,6})\s++(?P<words>.*)")


def read_markdown(text: str, known: Metadata) -> Draft:
    """Read a Markdown text. The first heading is the title when nothing stands before it."""
    front = _FRONT.match(text)
    units = units_of(text)
    for unit in units:
        if front and unit.start < front.end():
            unit.reason = "navigation"
    _label(units)
    authorship = mark_authorship(units, known.byline)
    mark_furniture(units)
    stated = _front_matter(front["rows"]) if front else Metadata()
    found = stated.over(Metadata(title=_title(units))).over(authorship.metadata())
    return cut(text, units, found)


def _front_matter(rows: str) -> Metadata:
    values: dict[str, str] = {}
    for line in rows.splitlines():
        row = _ROW.fullmatch(line)
        if row and (key := _KEYS.get(row["key"].lower())):
            values.setdefault(key, row["value"].rstrip().strip("\"'"))
    url = values.get("url", "")
    return Metadata(
        title=values.get("title"),
        byline=values.get("byline"),
        outlet=values.get("outlet"),
        language=values.get("language"),
        url=url if url.startswith(("http://", "https://")) else None,
        published=any_date(values.get("published", "")),
    )


def _label(units: list[Unit]) -> None:
    for unit in units:
        if _HEADING.fullmatch(unit.text):
            unit.kind = "heading"
        elif is_quoted(unit.text):
            unit.kind = "quote"
        elif unit.kind is not None and is_listed(unit.text):
            unit.kind = "list"


def _title(units: list[Unit]) -> str | None:
    first = next((unit for unit in units if unit.reason is None and unit.kind), None)
    heading = _HEADING.fullmatch(first.text) if first else None
    if first is None or heading is None:
        return None
    first.kind = "title"
    return " ".join(heading["words"].rstrip("#").split())
