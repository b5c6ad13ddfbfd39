"""The library: its cases in short, search over everything, and how a new one begins."""

from typing import Final

from starlette.responses import Response

from whence.model.ledger import Head
from whence.web.paging import number
from whence.web.routing import Page
from whence.web.visit import Visit

_EACH: Final = 25
"""Cases on a page."""

_ORDERS: Final = ("changed", "name")


def library(visit: Visit) -> Response:
    """Show the cases, those changed last first."""
    words, order = visit.asked("name"), visit.asked("order", _ORDERS[0])
    heads = _sorted([one for one in visit.desk.store.heads() if _fits(one, words)], order)
    pages = max(1, -(-len(heads) // _EACH))
    at = min(max(1, number(visit.asked("page"), 1)), pages)
    shown = heads[(at - 1) * _EACH : at * _EACH]
    return visit.page(
        "library.html.j2",
        cards=visit.desk.cards.of(shown),
        total=len(heads),
        words=words,
        order=order,
        number=at,
        pages=pages,
    )


def _fits(head: Head, words: str) -> bool:
    return words.casefold() in head.name.casefold()


def _sorted(heads: list[Head], order: str) -> list[Head]:
    if order == "name":
        return sorted(heads, key=lambda head: head.name.casefold())
    return sorted(heads, key=lambda head: head.at, reverse=True)


PAGES: Final = (Page(path="/", name="library", answer=library),)
