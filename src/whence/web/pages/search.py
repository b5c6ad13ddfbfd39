"""Search over everything in the library, each hit with the way to its very words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.responses import Response

from whence.errors import BadQuery
from whence.store.fulltext.search import Found, Hit, Search
from whence.web.addresses import to
from whence.web.finding import looked_up, outlets
from whence.web.routing import Page
from whence.web.visit import Visit

KINDS: Final = ("document", "claim", "fact", "judgement", "comment", "description")
_EACH: Final = 30
_MOST: Final = 300


@dataclass(frozen=True)
class Piece:
    """A run of a hit's words; ``found`` tells that it was looked for."""

    text: str
    found: bool


@dataclass(frozen=True)
class Row:
    """One hit: what it is, whose report it is of, where it leads, its words in pieces."""

    hit: Hit
    outlet: str
    href: str
    pieces: tuple[Piece, ...]


def search(visit: Visit) -> Response:
    """Show what a query finds, or what is wrong with it."""
    query = visit.asked("q").strip()
    kind, case_id = visit.asked("kind"), visit.asked("case")
    limit = _MOST if visit.asked("more") == "yes" else _EACH
    found, error = None, None
    if query:
        wanted = Search(
            text=query,
            case_id=case_id or None,
            kinds=(kind,) if kind in KINDS else None,
            limit=limit,
        )
        try:
            found = looked_up(visit.desk, wanted)
        except BadQuery as wrong:
            error = wrong
    heads = visit.desk.store.heads(case_id) if case_id else []
    return visit.page(
        "search.html.j2",
        200 if error is None else 400,
        query=query,
        kind=kind if kind in KINDS else "",
        kinds=KINDS,
        within=heads[0] if heads else None,
        found=found,
        rows=_rows(visit, found, query) if found else (),
        error=error,
        every=limit == _MOST,
        ways=urlencode({"q": query, "kind": kind, "case": case_id, "more": "yes"}),
    )


def _rows(visit: Visit, found: Found, query: str) -> list[Row]:
    names = outlets(visit.desk, found.hits)
    return [
        Row(hit, names.get((hit.case_id, hit.document_id), ""), _way(hit, query), _pieces(hit))
        for hit in found.hits
    ]


def _way(hit: Hit, query: str) -> str:
    """Return where a hit's words stand: what has no page of its own is shown in the ledger."""
    make = _WAYS.get(hit.kind)
    return make(hit, query) if make else to("ledger", case=hit.case_id, key=str(hit.seq))


def _document(hit: Hit, query: str) -> str:
    base = to("reports", case=hit.case_id, key=hit.ref)
    return f"{base}/find?{urlencode({'q': query})}"


def _value(hit: Hit, _query: str) -> str:
    return to("values", case=hit.case_id, key=hit.ref)


def _comment(hit: Hit, _query: str) -> str:
    return f"{to('comments', case=hit.case_id)}#entry-{hit.seq}"


_WAYS: Final[dict[str, Callable[[Hit, str], str]]] = {
    "document": _document,
    "claim": _value,
    "fact": _value,
    "comment": _comment,
}


def _pieces(hit: Hit) -> tuple[Piece, ...]:
    pieces, last = [], 0
    for start, end in hit.marks:
        pieces += [Piece(hit.snippet[last:start], False), Piece(hit.snippet[start:end], True)]
        last = end
    pieces.append(Piece(hit.snippet[last:], False))
    return tuple(piece for piece in pieces if piece.text)


PAGES: Final = (Page(path="/search", name="search", answer=search),)
