"""Where things of a case are shown: addresses of pages, and of everything that has an anchor."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

from markupsafe import Markup

_LOCAL = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")
"""A path with what follows it; browsers take "//" and "/\\" for another host."""

_HREF = re.compile(r'(<a\b[^>]*? href=")#([^"]*)"')

PAGES: Final[dict[str, tuple[str, ...]]] = {
    "overview": ("top", "main", "where-h", "strip-h", "settle-h", "changed-h", "says-h", "who-h"),
    "facts": ("facts", "other-facts"),
    "timeline": ("timeline", "all-changes", "published"),
    "hypotheses": ("hypotheses", "settlers"),
    "panel": ("panel",),
    "parties": ("parties", "standings-h", "marks-h", "other-claims-h"),
    "sources": ("sources", "sources-table", "own-voice"),
    "reactions": ("reactions",),
    "together": ("together",),
    "reports": ("reports", "failures"),
    "reading": ("reading", "likelihood", "nats", "threshold", "vote", "terms-h", "confidence-h"),
    "map": ("where",),
    "whatif": ("without",),
}
"""The fixed anchors of each page of a case: the report has all of them on one."""

_KINDS: Final = {
    "slot": "facts", "t": "timeline", "pub": "timeline", "h": "hypotheses",
    "turn": "hypotheses", "q": "hypotheses", "tests": "hypotheses", "matrix": "hypotheses",
    "way": "hypotheses", "past": "hypotheses", "p": "parties", "st": "parties",
    "r": "reactions", "who": "overview",
}  # fmt: skip
"""The page that shows anchors of a kind (what stands before the first dash)."""

_OWN: Final = {
    "d": "reports", "o": "sources", "f": "values", "c": "values", "e": "hypotheses",
    "items": "hypotheses/matrix", "in": "facts", "at": "timeline",
}  # fmt: skip
"""Kinds of which each thing has a page of its own.

The last are lists that a part leaves off: items of a question, values of a slot, words of an event.
"""

_ROWS: Final = frozenset({"relay", "b", "cp"})
"""Kinds whose things are rows of the sources' tables: the page of the table is found by the row."""

_TABLES: Final = {"sources-table": "origins", "own-voice": "voices"}
"""Anchors that are tables of the sources' page."""

_FIXED: Final = {key: page for page, keys in PAGES.items() for key in keys}
_WORDS = re.compile(r"w-(.+)-\d+-\d+")


def to(name: str, **places: str) -> str:
    """Return the address of a page of a case (``case`` given), or of another page by its name.

    Names of a case's pages are those of ``PAGES``; whatever stands in ``places`` is quoted.
    """
    case = places.get("case", "")
    if not case:
        return f"/{name}"
    base = f"/cases/{quote(case, safe='')}"
    page = base if name == "overview" else f"{base}/{name}"
    key = places.get("key", "")
    return f"{page}/{quote(key, safe='')}" if key else page


def local(given: str) -> str:
    """Return where a form or an address wants to go back to, "" where that is no page of ours."""
    if not _LOCAL.fullmatch(given):
        return ""
    try:
        parts = urlsplit(given)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else given


def linked(html: str, page: str, case: str) -> Markup:
    """Return a part of the report with its links leading to the workbench's pages.

    The report is one page, and every link in it an anchor; what stands on ``page`` itself keeps
    its anchor alone.
    """

    def leading(match: "re.Match[str]") -> str:
        return f'{match[1]}{of_anchor(match[2], page, case)}"'

    return Markup(_HREF.sub(leading, html))  # noqa: S704 - parts of the report are escaped


def of_anchor(anchor: str, page: str, case: str) -> str:
    """Return where an anchor of the report stands in the workbench."""
    kind, _, key = anchor.partition("-")
    if words := _WORDS.fullmatch(anchor):
        return f"{to('reports', case=case, key=words[1])}#{anchor}"
    if key and kind in _OWN:
        return to(_OWN[kind], case=case, key=key)
    if key and kind in _ROWS:
        return f"{to('sources', case=case)}?at={quote(anchor, safe='')}#{anchor}"
    if anchor in _TABLES:
        return f"{to('sources', case=case)}?table={_TABLES[anchor]}#tables"
    home = _FIXED.get(anchor) or _KINDS.get(kind, page)
    return f"#{anchor}" if home == page else f"{to(home, case=case)}#{anchor}"
