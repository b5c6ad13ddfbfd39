"""The reports of a case: all in a list, each as it was read, with what was read from its words."""

from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.responses import Response

from whence.errors import BadQuery
from whence.model.document import Document
from whence.publish.anchors import words_anchor
from whence.web.addresses import linked, to
from whence.web.paging import number
from whence.web.recording import record
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.views.judged import HOLDING, judged_of
from whence.web.views.listing import fitting, grouped, listed
from whence.web.views.texts import Range, at_words, found_in, marked, neighbours, thickest
from whence.web.views.ties import pairs, step
from whence.web.views.whole import whole
from whence.web.visit import Visit

_EACH: Final = 40
"""Reports on a page of the list."""

KINDS: Final = (
    "said", "fact", "claim", "reaction", "loaded", "insinuation", "copied", "evidence", "rejected",
)  # fmt: skip
"""What can be marked in a text, in the order of the legend."""


def reports(visit: Visit) -> Response:
    """List the reports, and what could not be read; tell which belong together, or prepare that."""
    volume = visit.volume()
    outlet, word = visit.asked("outlet"), visit.asked("word").strip()
    rows = fitting(listed(volume), outlet, word)
    pages = max(1, -(-len(rows) // _EACH))
    at = min(max(1, number(visit.asked("page"), 1)), pages)
    return visit.page(
        "reports.html.j2",
        volume=volume,
        groups=grouped(volume, rows[(at - 1) * _EACH : at * _EACH]),
        total=len(rows),
        all=len(listed(volume)),
        outlets=volume.kept("outlets", lambda: _outlets(volume)),
        outlet=outlet,
        word=word,
        number=at,
        pages=pages,
        failures=_failures(volume),
        step=step(volume, visit.asked("do"), visit.request.query_params.getlist("doc")),
        judged=judged_of(volume, ("incident",)),
        holding=HOLDING,
        may=visit.person.may("analyst") and not volume.state.closed,
        listing=_listing(visit, at),
    )


def _listing(visit: Visit, number: int) -> str:
    """Return the address of the page of the list that is shown."""
    asked = {"outlet": visit.asked("outlet"), "word": visit.asked("word").strip()}
    given = {key: value for key, value in asked.items() if value}
    if number > 1:
        given["page"] = str(number)
    return f"{visit.request.url.path}?{urlencode(given)}" if given else visit.request.url.path


def tie(visit: Visit) -> Response:
    """Judge that reports tell of one incident, or of another than some report does.

    Raises:
        ConfigError: when too few are chosen, or it could have no effect.
    """
    volume = visit.volume()
    verdict, other = visit.given("verdict"), visit.given("other")
    subjects = pairs(volume, verdict, visit.given_each("doc"), other)
    return record(visit, volume, subjects, verdict)


def _outlets(volume: Volume) -> list[str]:
    return sorted({row.document.name for row in listed(volume)}, key=str.casefold)


def _failures(volume: Volume) -> Markup:
    return volume.kept(
        "failures",
        lambda: linked(volume.parts.part("failures.html.j2"), "reports", volume.case_id),
    )


def report(visit: Visit) -> Response:
    """Show a report as it was read, with its marks; ``open`` names words whose panel is open."""
    volume = visit.volume()
    document = _document(visit, volume)
    query = visit.asked("find")[:_LONGEST]
    before, after = neighbours(volume, document)
    asked = visit.asked("open")
    opened = _range(asked, document) if asked else None
    return visit.page(
        "report.html.j2",
        volume=volume,
        document=document,
        seq=volume.state.seqs.get(document.id),
        shown=_shown(volume, document, query),
        find=query,
        before=before,
        after=after,
        kinds=KINDS,
        at=at_words(volume, document, *opened) if opened else None,
        back=_back(volume, document, opened) if opened else "",
    )


_LONGEST: Final = 1000


def _shown(volume: Volume, document: Document, query: str) -> Markup:
    """Return the text with its marks; with the words of a query too, where it is one."""
    if not query:
        return volume.kept(f"report {document.id}", lambda: _article(volume, document, []))
    try:
        return _article(volume, document, found_in(document, query))
    except BadQuery:
        return _shown(volume, document, "")


def _article(volume: Volume, document: Document, found: list[Range]) -> Markup:
    view = marked(volume, document, found)
    html = volume.parts.part("article.html.j2", document=view)
    return linked(html, "reports", volume.case_id)


def find(visit: Visit) -> Response:
    """Lead to the place in a report where most of a query's words stand together.

    Raises:
        BadQuery: when nothing can be looked for.
    """
    volume = visit.volume()
    document = _document(visit, volume)
    query = visit.asked("q")[:_LONGEST]
    place = thickest(found_in(document, query))
    href = to("reports", case=volume.case_id, key=document.id)
    if place is None:
        return visit.onward(href)
    anchor = words_anchor(document.span(*place))
    return visit.onward(f"{href}?{urlencode({'find': query})}#{anchor}")


def words(visit: Visit) -> Response:
    """Show what was read from some words of a report: a panel, or a page without a script."""
    volume = visit.volume()
    document = _document(visit, volume)
    limits = _range(visit.place("range"), document)
    if limits is None:
        raise visit.refuse("there are no such words in the report")
    return visit.page(
        "words_piece.html.j2" if visit.htmx else "words.html.j2",
        volume=volume,
        document=document,
        at=at_words(volume, document, *limits),
        back=_back(volume, document, limits),
    )


def _back(volume: Volume, document: Document, limits: Range) -> str:
    """Return the address of a report with the panel of some words open."""
    href = to("reports", case=volume.case_id, key=document.id)
    start, end = limits
    return f"{href}?open={start}-{end}#{words_anchor(document.span(start, end))}"


def _document(visit: Visit, volume: Volume) -> Document:
    key = visit.place("key")
    document = whole(volume).documents.get(key)
    if document is None and (seq := volume.state.withdrawn.get(key)) is not None:
        hint = "an editor can take that back: the report and what was judged of it hold again then"
        raise visit.refuse(f"the report was taken back with #{seq} of the ledger", hint)
    if document is None:
        raise visit.refuse("there is no such report in the case")
    return document


def _range(text: str, document: Document) -> Range | None:
    """Return the range ``START-END`` of a document's text, None where it is none."""
    first, _, last = text.partition("-")
    if not (_digits(first) and _digits(last)):
        return None
    start, end = int(first), int(last)
    return (start, end) if start < end <= len(document.text) else None


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9


PAGES: Final = (
    Page(path="/cases/{case}/reports", name="reports", answer=reports),
    Page(path="/cases/{case}/ties", name="tie", answer=tie, needs="analyst", method="POST"),
    Page(path="/cases/{case}/reports/{key}", name="report", answer=report),
    Page(path="/cases/{case}/reports/{key}/find", name="find", answer=find),
    Page(path="/cases/{case}/reports/{key}/words/{range}", name="words", answer=words),
)
