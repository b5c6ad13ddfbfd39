"""The reports of a case: all in a list, each as it was read."""

from typing import Final

from starlette.responses import Response

from whence.publish.views.documents import document_view
from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.visit import Visit


def reports(visit: Visit) -> Response:
    """List the reports, and what could not be read."""
    volume = visit.volume()
    return visit.page("reports.html.j2", volume=volume, case=volume.case)


def report(visit: Visit) -> Response:
    """Show a report as it was read, with its marks."""
    volume, key = visit.volume(), visit.place("key")
    document = volume.index.documents.get(key)
    if document is None:
        raise visit.refuse("there is no such report in the case")

    def made() -> str:
        view = document_view(volume.index, document, volume.parts.places)
        return linked(
            volume.parts.part("article.html.j2", document=view), "reports", volume.case_id
        )

    return visit.page(
        "report.html.j2",
        volume=volume,
        document=document,
        shown=volume.kept(f"report {key}", made),
    )


PAGES: Final = (
    Page(path="/cases/{case}/reports", name="reports", answer=reports),
    Page(path="/cases/{case}/reports/{key}", name="report", answer=report),
)
