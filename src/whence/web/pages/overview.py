"""The first screen of a case: the four questions answered in one view."""

from typing import Final

from starlette.responses import Response

from whence.web.addresses import linked, to
from whence.web.looked import Looked
from whence.web.routing import Page
from whence.web.standing import standing
from whence.web.visit import Visit


def overview(visit: Visit) -> Response:
    """Show what happened, who says so, who was behind it, what would settle it."""
    volume = visit.volume()
    # Of reports that nothing was derived from, nothing can be said but how far they are.
    made = bool(volume.case.reports) and volume.case.incident is not None
    template = "first.html.j2" if made else "failures.html.j2"
    shown = volume.kept(
        "overview",
        lambda: linked(volume.parts.part(template), "overview", volume.case_id),
    )
    person = visit.person
    looked = Looked(visit.desk.store)
    return visit.page(
        "overview.html.j2",
        volume=volume,
        head=volume.parts.given("head"),
        shown=shown,
        made=made,
        standing=standing(volume),
        news=looked.news(volume, person.account_id, person.name, visit.desk.now()),
    )


def seen(visit: Visit) -> Response:
    """Keep that the person has looked at all there is."""
    volume, person = visit.volume(), visit.person
    Looked(visit.desk.store).mark(volume, person.account_id, visit.desk.now())
    return visit.onward(to("overview", case=volume.case_id))


PAGES: Final = (
    Page(path="/cases/{case}", name="overview", answer=overview),
    Page(path="/cases/{case}/seen", name="seen", answer=seen, method="POST"),
)
