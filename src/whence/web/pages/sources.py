"""The sources of a case: whose hands it came through, as a picture and as tables."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from whence.publish.index import Index
from whence.publish.svg import sources as sources_svg
from whence.publish.views.graph import graph as still_graph
from whence.publish.views.sources import lines
from whence.web.addresses import linked, of_anchor, to
from whence.web.hands import asking, listing
from whence.web.hands.between import Worded, between, worded
from whence.web.hands.first import first_said
from whence.web.hands.making import claims, made
from whence.web.paging import number
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.visit import Visit

_encoder = msgspec.json.Encoder()
_WIDE, _NARROW = 1160.0, 330.0
_SLOT = "#slot-"


def sources(visit: Visit) -> Response:
    """Show whose hands it came through: all of it, or what a claim, a slot or a party is about."""
    volume = visit.volume()
    asked = _asked(visit, volume)
    found = claims(volume)
    table = listing.table_of(visit.asked("at")) or visit.asked("table", listing.TABLES[0])
    if table not in listing.TABLES:
        table = listing.TABLES[0]
    order = visit.asked("order", listing.ORDERS[0])
    whole = made(volume, asked)
    return visit.page(
        "sources.html.j2",
        volume=volume,
        asked=asked,
        choices=volume.kept("choices", lambda: asking.choices(volume.index, found)),
        picture=whole,
        first=first_said(volume.index, asked.only or ()) if asked.kind == "claim" else None,
        lines=_lines(volume),
        linked_still=_still(volume, asked),
        at_anchor=lambda href: of_anchor(href.removeprefix("#"), "sources", volume.case_id),
        table=table,
        order=order if order in listing.ORDERS else listing.ORDERS[0],
        counts=_counts(volume.index, asked),
        **_rows(visit, volume.index, asked, (table, order)),
    )


def sources_data(visit: Visit) -> Response:
    """Answer with the picture as data (``whence.web.hands.graph.HandsGraph``)."""
    volume = visit.volume()
    body = _encoder.encode(made(volume, _asked(visit, volume)))
    return Response(body, media_type="application/json")


def sources_words(visit: Visit) -> Response:
    """Show the exact words that pass from one pair of hands to the next."""
    volume = visit.volume()
    asked = _asked(visit, volume)
    index = volume.index
    step = visit.asked("from"), visit.asked("to")
    found = between(index, step, asked.only, asked.opened)
    if found is None:
        raise visit.refuse("nothing passes between these hands")
    things = [index.facts.get(key) or index.claims[key] for key in found.value_ids]
    page = listing.paged(worded(index, things), number(visit.asked("page"), 1))
    return visit.page(
        "sources_words.html.j2", volume=volume, asked=asked, found=found, page=page,
        step=step, shown=words_of(volume, page.rows),
    )  # fmt: skip


def words_of(volume: Volume, rows: Sequence[Worded]) -> Markup:
    """Return exact words with their outlets, times and hands, each leading to its place."""
    html = volume.parts.part("worded.html.j2", rows=rows)
    return linked(html, "words", volume.case_id)


def _asked(visit: Visit, volume: Volume) -> asking.Asked:
    return asking.asked(volume.index, claims(volume), visit.request.query_params)


def _lines(volume: Volume) -> list[tuple[str, str]]:
    """Return "Launched: 1 origin through 9 reports" with where the same is drawn."""
    here = to("sources", case=volume.case_id)
    return [
        (line.name, f"{here}?slot={line.href.removeprefix(_SLOT)}")
        if line.href and line.href.startswith(_SLOT)
        else (line.name, to("parties", case=volume.case_id))
        for line in lines(volume.index)
    ]


def _still(volume: Volume, asked: asking.Asked) -> dict[str, Markup]:
    """Return the report's own picture: for paper, and for browsers without scripts."""
    rows, case_id = volume.config.publish.rows, volume.case_id
    if asked.only is None:
        pictures = volume.parts.given("pictures")
        drawn_so = {"wide": pictures["full"], "narrow": pictures["full_narrow"]}
    else:
        wide = still_graph(volume.index, rows, 2, asked.only)
        narrow = still_graph(volume.index, rows, 0, asked.only)
        title = asked.about
        drawn_so = {
            "wide": sources_svg.draw(wide, _WIDE, "pic-full", title) if wide.flows else "",
            "narrow": sources_svg.draw(narrow, _NARROW, "pic-narrow", title)
            if narrow.flows
            else "",
        }
    return {name: linked(drawing, "sources", case_id) for name, drawing in drawn_so.items()}


def _counts(index: Index, asked: asking.Asked) -> dict[str, int]:
    """Return how many rows the tables of first hands have."""
    return {
        "origins": len(listing.weighed(index, asked, voices=False)),
        "voices": len(listing.weighed(index, asked, voices=True)),
    }


def _rows(
    visit: Visit, index: Index, asked: asking.Asked, shown: tuple[str, str]
) -> dict[str, Any]:  # fmt: skip
    table, order = shown
    place, at = number(visit.asked("page"), 1), visit.asked("at")
    if table == "relays":
        return {"page": listing.relays(index, asked, place, at)}
    if table == "silent":
        return {"page": listing.silent(index, asked, place)}
    if table == "copies":
        found = listing.copies(index, place, at)
        return {"page": found.page, "bundles": found.bundles}
    return {"page": listing.origins(index, asked, table == "voices", order, place)}


PAGES: Final = (
    Page(path="/cases/{case}/sources", name="sources", answer=sources),
    Page(path="/cases/{case}/sources.json", name="sources_data", answer=sources_data),
)
