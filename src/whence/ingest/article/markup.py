"""Markup parsed within bounds, and what a page says about itself in JSON-LD and meta tags."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from whence.errors import UnreadablePage
from whence.ingest.capture import Metadata
from whence.ingest.dates import any_date
from whence.ingest.options import Options

_TAG = re.compile(r"<[a-zA-Z](?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+")
_VALUES = re.compile(r"\"[^\"]*\"|'[^']*'")
_LONG_TAG = 4_000
_DEEPEST = 20
_ARTICLES = ("article", "report", "posting", "newsitem", "webpage")
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "publishdate", "publish-date", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip


def parse(text: str, location: str, options: Options) -> Any:
    """Return the root element of a page; broken or cut-off markup is read as far as it goes.

    Raises:
        UnreadablePage: when there is no markup, or more than the options allow.
    """
    from lxml import etree, html

    if text.count("<") > 3 * options.max_elements or _overloaded(text, options.max_attributes):
        raise UnreadablePage(location, "its markup is too large for an article")
    # Without huge_tree the parser drops, without a word, what lies deeper than 256 elements: all
    # that follows on pages that never close their <div> or <font>. With it, 2048 is the limit.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadablePage(location, "its markup cannot be read") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadablePage(location, "its markup is nested too deeply to be read whole")
    if sum(1 for _ in root.iter()) > options.max_elements:
        raise UnreadablePage(location, "its markup is too large for an article")
    return root


def _overloaded(text: str, most: int) -> bool:
    """Tell whether an element has so many attributes that parsing would take ages (quadratic)."""
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > _LONG_TAG:
            bare = _VALUES.sub(" ", tag.group())
            if len(bare.split()) > most or bare.count("=") > most:
                return True
    return False


def _objects(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(node, dict):
        yield node
        children: Any = node.values()
    else:
        children = node if isinstance(node, list) else ()
    for child in children:
        yield from _objects(child, depth + 1)


def _type_of(node: dict[str, Any]) -> str:
    kind = node.get("@type", "")
    return " ".join(map(str, kind) if isinstance(kind, list) else [str(kind)]).lower()


def linked_articles(root: Any) -> list[dict[str, Any]]:
    """Return the JSON-LD objects of a page that describe an article, web pages last."""
    found: list[tuple[int, dict[str, Any]]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            node = msgspec.json.decode((script.text or "").strip())
        except (msgspec.DecodeError, RecursionError):
            continue
        for item in _objects(node):
            ranks = [rank for rank, kind in enumerate(_ARTICLES) if kind in _type_of(item)]
            if ranks:
                found.append((4 if ranks[0] == 4 else 0, item))
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _name(value: Any) -> str | None:
    """Return the name in a JSON-LD value: text, an object with a name, or a list of them."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [name for one in value[:8] if (name := _name(one))]
        return ", ".join(dict.fromkeys(names)) or None
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text or None


def meta_tags(root: Any) -> dict[str, str]:
    """Return the meta tags of a page by lower-case name, the first of each."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _published(root: Any, tags: dict[str, str], articles: list[dict[str, Any]]) -> str | None:
    stated = [_name(item.get("datePublished")) for item in articles]
    stated += [tags.get(name) for name in _PUBLISHED]
    stated += [
        time.get("datetime")
        for time in root.iter("time")
        if time.get("pubdate") is not None or "datePublished" in (time.get("itemprop") or "")
    ]
    return next((date for text in stated if text and (date := any_date(text))), None)


def _address(root: Any, tags: dict[str, str]) -> str | None:
    links = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    for url in (*links, tags.get("og:url")):
        if url and re.fullmatch(r"https?://[^\s<>\"]+", url):
            return str(url)
    return None


def stated_metadata(root: Any) -> Metadata:
    """Return what a page states about itself in JSON-LD and meta tags; nothing is worked out."""
    tags, articles = meta_tags(root), linked_articles(root)

    def linked(key: str) -> str | None:
        return next((name for item in articles if (name := _name(item.get(key)))), None)

    return Metadata(
        url=_address(root, tags),
        title=linked("headline"),
        byline=linked("author"),
        outlet=tags.get("og:site_name") or linked("publisher") or tags.get("application-name"),
        published=_published(root, tags, articles),
    )
