"""The first screen of a case: the four questions answered in one view."""

from typing import Final

from starlette.responses import Response

from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.visit import Visit


def overview(visit: Visit) -> Response:
    """Show what happened, who says so, who was behind it, what would settle it."""
    volume = visit.volume()
    template = "first.html.j2" if volume.case.reports else "empty.html.j2"
    shown = volume.kept(
        "overview",
        lambda: linked(volume.parts.part(template), "overview", volume.case_id),
    )
    return visit.page(
        "overview.html.j2", volume=volume, head=volume.parts.given("head"), shown=shown
    )


PAGES: Final = (Page(path="/cases/{case}", name="overview", answer=overview),)
