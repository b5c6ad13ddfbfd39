"""When it happened and when it was told: before, at and after the incident."""

from typing import Final

from markupsafe import Markup
from starlette.responses import Response

from whence.publish.folding import Folding
from whence.publish.views.timeline import Timeline
from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.visit import Visit

_FOLDING: Final = Folding(quotes=4, reports=6, pages=True)
_OPEN: Final = 50
"""Wordings of one event that stand open on its own page."""


def timeline(visit: Visit) -> Response:
    """Show the two clocks as a picture, and the same as a table."""
    volume = visit.volume()
    return visit.page(
        "timeline.html.j2",
        volume=volume,
        events=_timeline(volume).events,
        ranges=_timeline(volume).ranges,
        picture=volume.kept("timeline picture", lambda: _picture(volume)),
        shown=volume.kept(
            "timeline",
            lambda: linked(
                volume.parts.part("timeline.html.j2", folding=_FOLDING), "timeline", volume.case_id
            ),
        ),
    )


def event(visit: Visit) -> Response:
    """Show one event with all its words."""
    volume, key = visit.volume(), f"t-{visit.place('key')}"
    found = next((one for one in _timeline(volume).events if one.key == key), None)
    if found is None:
        raise visit.refuse("the timeline has no such event")
    part = volume.parts.part("quoted.html.j2", quotes=found.quotes, open=_OPEN)
    return visit.page(
        "event.html.j2", volume=volume, event=found, shown=linked(part, "event", volume.case_id)
    )


def _timeline(volume: Volume) -> Timeline:
    found: Timeline = volume.parts.given("timeline")
    return found


def _picture(volume: Volume) -> tuple[Markup, Markup]:
    drawn = volume.parts.given("pictures")
    wide, narrow = drawn["timeline"], drawn["timeline_narrow"]
    return linked(wide, "timeline", volume.case_id), linked(narrow, "timeline", volume.case_id)


PAGES: Final = (
    Page(path="/cases/{case}/timeline", name="timeline", answer=timeline),
    Page(path="/cases/{case}/timeline/{key}", name="event", answer=event),
)
