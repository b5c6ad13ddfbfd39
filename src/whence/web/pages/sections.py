"""The pages of a case that are a section of the report each."""

from collections.abc import Callable
from typing import Final

from starlette.responses import Response

from whence.web.addresses import linked
from whence.web.routing import Page
from whence.web.visit import Visit

_SECTIONS: Final = {
    "parties": "parties.html.j2",
    "reactions": "reactions.html.j2",
    "together": "together.html.j2",
    "reading": "reading.html.j2",
}
"""Name of a page and the template of the report that it shows."""


def _page(name: str, template: str) -> Page:
    def show(visit: Visit) -> Response:
        volume = visit.volume()
        shown = volume.kept(
            f"section {name}",
            lambda: linked(volume.parts.part(template), name, volume.case_id),
        )
        return visit.page("section.html.j2", volume=volume, name=name, shown=shown)

    answer: Callable[[Visit], Response] = show
    return Page(path=f"/cases/{{case}}/{name}", name=name, answer=answer)


PAGES: Final = tuple(_page(name, template) for name, template in _SECTIONS.items())
