"""Walking the workbench as people do: from link to link, each address told from its page."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from typing import Final, cast
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html
from starlette.routing import compile_path

from whence.web.pages import PAGES
from whence.web.routing import Page

Get = Callable[[str], str]
"""Gives the HTML at an address; "" for what is no page."""

_LINKS: Final = "//a/@href | //form[not(@method) or @method='get']/@action | //@hx-get"
_PATTERNS: Final = tuple((page, compile_path(page.path)[0]) for page in PAGES)


def page_of(address: str, method: str = "GET") -> Page | None:
    """Return the page that answers at an address, None where there is none."""
    path = urlsplit(address).path
    for page, pattern in _PATTERNS:
        if page.method == method and re.match(pattern, path):
            return page
    return None


def walked(get: Get, start: str = "/", each: int = 3) -> dict[str, list[str]]:
    """Return the addresses that links lead to, by the name of their page, nearest first.

    Of every page at most ``each`` addresses are visited and told; those that links lead to but no
    page answers at stand under "".
    """
    found: dict[str, list[str]] = defaultdict(list)
    waiting, met = deque([start]), {start}
    while waiting:
        address = waiting.popleft()
        page = page_of(address)
        name = page.name if page else ""
        if page and len(found[name]) >= each:
            continue
        found[name].append(address)
        for link in links(get(address), address) if page else ():
            if link not in met:
                met.add(link)
                waiting.append(link)
    return dict(found)


def links(body: str, address: str) -> Iterator[str]:
    """Yield the addresses of the workbench that a page leads to, without what follows a #."""
    if not body.strip():
        return
    for found in cast("list[str]", html.fromstring(body).xpath(_LINKS)):
        link = urldefrag(urljoin(address, found)).url
        parts = urlsplit(link)
        if not parts.scheme and not parts.netloc and not parts.path.startswith("/static/"):
            yield link
