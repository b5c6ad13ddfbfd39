"""What if: an origin left out, an item that weighs otherwise, another start; nothing is kept."""

from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlencode

from starlette.responses import Response

from whence.errors import ConfigError
from whence.model.assessment import Assessment
from whence.web.preparing import preparation
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.views.supposed import Change, Told, changes, standing, supposition, told
from whence.web.views.supposing import Choices, choices, named
from whence.web.visit import Visit

_STEPS: Final = ("0.1", "0.25", "0.5", "1", "2", "4", "10", "30")
"""Likelihood ratios to choose from; 1 says nothing."""


def whatif(visit: Visit) -> Response:
    """Show what can be supposed, and what would be believed then.

    A script asks for the answer alone, and gets the address that gives it again.
    """
    volume = visit.volume()
    assessment = volume.case.assessment
    if assessment is None:
        return visit.page("whatif_none.html.j2", volume=volume, tab="hypotheses")
    ready = preparation(volume)
    ready.begin()
    given = visit.request.query_params.multi_items()
    answer = _answer(volume, assessment, given)
    if visit.htmx:
        piece = visit.page("whatif_answer.html.j2", volume=volume, **answer)
        piece.headers["HX-Replace-Url"] = answer["address"]
        return piece
    items = tuple(dict.fromkeys(value for name, value in given if name == "item"))
    shown: Choices = choices(volume, assessment, answer["changes"], items)
    return visit.page(
        "whatif.html.j2",
        volume=volume,
        tab="hypotheses",
        choices=shown,
        steps=_STEPS,
        items=items,
        **answer,
    )


def _answer(
    volume: Volume, assessment: Assessment, given: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Return what a supposition comes to; one that cannot be made is told, and nothing moves."""
    rows: tuple[Told, ...] = ()
    found: tuple[Change, ...] = ()
    refused: ConfigError | None = None
    try:
        found = changes(given)
        if found:
            rows = told(assessment, preparation(volume).ready().suppose(supposition(found)))
    except ConfigError as error:
        refused = error
    base = f"/cases/{volume.case_id}/whatif"
    query = urlencode([(row.field, row.value) for row in found])
    return {
        "rows": rows or standing(assessment),
        "changes": found,
        "named": {(row.field, row.subject): named(volume, row) for row in found},
        "values": {row.field: row.value for row in found},
        "refused": refused,
        "address": f"{base}?{query}" if query else base,
    }


PAGES: Final = (Page(path="/cases/{case}/whatif", name="whatif", answer=whatif),)
