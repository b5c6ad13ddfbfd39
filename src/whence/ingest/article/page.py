"""HTML pages: the article found by trafilatura, its blocks kept by kind."""

import logging
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from whence.errors import UnreadablePage
from whence.ingest.article.authorship import mark_authorship
from whence.ingest.article.boilerplate import mark_furniture
from whence.ingest.article.labels import same_words
from whence.ingest.article.markup import parse, stated_metadata
from whence.ingest.article.simple import (
    NO_TEXT,
    NOTICE,
    PLAIN_KINDS,
    Piece,
    all_text,
    flat,
    heading,
    too_costly,
)
from whence.ingest.capture import Metadata
from whence.ingest.dates import iso_prefix
from whence.ingest.draft import Draft, Unit, check_length, cut
from whence.ingest.options import Options
from whence.model.document import BlockKind

_KINDS: dict[str, BlockKind] = {"head": "heading", "quote": "quote", "item": "list", "row": "list"}
_APART = ("p", "item", "row", "cell", "head", "quote", "list", "lb", "br", "div", "td", "li")
_CAPTION_WORDS = 5
"""Shorter captions are picture credits."""
_LAST_DATE = "2100-12-31"


@cache
def _quiet() -> None:
    """Keep the libraries' remarks off the terminal: what fails is told by a Failure instead."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False


def _words(element: Any) -> str:
    """Return the words of an element, parts that stand on lines of their own kept apart."""
    for part in element.iter(*_APART):
        if part is not element:
            part.text = " " + (part.text or "")
            part.tail = " " + (part.tail or "")
    return flat("".join(element.itertext()))


def _extracted(root: Any) -> list[Piece]:
    """Return the blocks of the article, by trafilatura's fast cascade (no second extractor)."""
    from trafilatura import bare_extraction

    found = bare_extraction(root, fast=True, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        return []
    pieces: list[Piece] = []
    for element in body.iterchildren():
        inner = [part for part in element.iter("item", "row") if not _within_entry(part)]
        for part in inner or [element]:
            pieces.append((_KINDS.get(str(part.tag), "paragraph"), _words(part)))
        if element.tail and element.tail.strip():
            pieces.append(("paragraph", flat(element.tail)))
    return [(kind, text) for kind, text in pieces if text]


def _collected(root: Any) -> list[Piece]:
    """Return every paragraph, heading and entry of a page that trafilatura finds nothing on."""
    for element in [*root.iter(*NO_TEXT)]:
        element.drop_tree()
    body = root.find(".//body")
    body = root if body is None else body
    pieces = [
        (PLAIN_KINDS[element.tag], _words(element))
        for element in body.iter(*PLAIN_KINDS)
        if not any(parent.tag in PLAIN_KINDS for parent in element.iterancestors())
    ]
    pieces = [(kind, text) for kind, text in pieces if text]
    if pieces:
        return pieces
    lines = "\n".join(body.itertext()).split("\n")
    return [("paragraph", flat(line)) for line in lines if line.strip()]


def _within_entry(part: Any) -> bool:
    return any(parent.tag in ("item", "row") for parent in part.iterancestors())


def _captions(root: Any) -> frozenset[str]:
    """Turn the captions of a page into paragraphs, which trafilatura keeps, and return them."""
    found: list[str] = []
    for caption in [*root.iter("figcaption")]:
        words = flat(" ".join(caption.itertext()))
        figure = caption.getparent()
        if figure is None or figure.tag != "figure" or len(words.split()) < _CAPTION_WORDS:
            continue
        figure.tag = "div"
        for child in [*figure]:
            if child is not caption:
                figure.remove(child)
        for child in [*caption]:
            caption.remove(child)
        caption.tag, caption.text = "p", words
        found.append(words)
    return frozenset(found)


def _outlet_of(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # brackets that hold no IPv6 address
        return None
    return host.removeprefix("www.") or None


def _metadata(root: Any, known: Metadata, *, simple: bool) -> Metadata:
    """Return what the page states, then what trafilatura and htmldate make out.

    Of a page that is read simply nothing is made out but what it is called, and where it is from.
    """
    from htmldate import find_date
    from trafilatura.metadata import extract_metadata

    stated = stated_metadata(root)
    url = known.url or stated.url
    if simple:
        return stated.over(Metadata(title=heading(root), outlet=_outlet_of(url)))
    limits = {"extensive_search": False, "original_date": True, "max_date": _LAST_DATE}
    made = extract_metadata(root, url, dict(limits), False)
    published = stated.published
    if published is None:
        date = find_date(root, url=url, **limits)
        published = iso_prefix(date) if date else None
    worked_out = Metadata(
        title=made.title or None,
        byline=made.author or None,
        outlet=_site_name(made.sitename) or _outlet_of(url),
        published=published,
    )
    return stated.over(worked_out)


def _site_name(name: str | None) -> str | None:
    """A handle ("@example") is no name."""
    return None if not name or name.startswith("@") else name


def _units(pieces: list[Piece]) -> tuple[str, list[Unit]]:
    text = "\n\n".join(words for _, words in pieces)
    units: list[Unit] = []
    start = 0
    for kind, words in pieces:
        end = start + len(words)
        units.append(Unit(text=words, start=start, end=end, line=start, kind=kind))
        start = end + 2
    return text, units


def _titled(pieces: list[Piece], title: str | None) -> list[Piece]:
    """Put the title first, unless the text starts with it already."""
    if not title:
        return pieces
    for index, (_, words) in enumerate(pieces[:3]):
        if same_words(words, title):
            return [("title", words), *pieces[:index], *pieces[index + 1 :]]
    return [("title", flat(title)), *pieces]


def read_page(text: str, known: Metadata, options: Options, location: str = "") -> Draft:
    """Read an HTML page. Blocks are joined by empty lines, the title being the first.

    Raises:
        UnreadablePage: when there is no article in it, or its markup is out of bounds.
        TooLarge: when the article is over the limit.
    """
    _quiet()
    root = parse(text, location, options)
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    simple = too_costly(root)
    found = _metadata(root, known, simple=simple)
    captions = frozenset[str]() if simple else _captions(root)
    try:
        told = all_text(root) if simple else _extracted(root) or _collected(root)
    except RecursionError as error:  # the library goes into lists within lists by calling itself
        reason = "its markup is nested too deeply to be read whole"
        raise UnreadablePage(location, reason) from error
    pieces = [(kind if words not in captions else "caption", words) for kind, words in told]
    if not any(re.search(r"\w", words) for _, words in pieces):
        raise UnreadablePage(location, "no article was found in the page")
    check_length("".join(words for _, words in pieces), location, options)
    body, units = _units(_titled(pieces, found.title))
    authorship = mark_authorship(units, known.byline or found.byline)
    mark_furniture(units)
    draft = cut(body, units, found.over(authorship.metadata()))
    return Draft(
        text=draft.text,
        blocks=draft.blocks,
        removed=draft.removed,
        found=draft.found,
        declared_language=language,
        notices=(NOTICE,) if simple else (),
    )
