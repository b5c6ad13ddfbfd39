"""The files of a case's report, to take away."""

from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from whence.publish import FORMATS, publish
from whence.web.estimates import visible
from whence.web.routing import Page
from whence.web.visit import Visit

_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
}
_POLICY: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The report is one page with its own style; opened from here it may do nothing else."""


def export(visit: Visit) -> Response:
    """Send a file of the report, of the case as it was last weighed.

    Others' estimates are in it once the person has given one.
    """
    volume, wanted = visit.volume(), visit.place("file")
    name = next((name for name, (file, _) in FORMATS.items() if file == wanted), None)
    if name is None:
        raise visit.refuse("there is no such file to take away")
    case = visible(volume.case, visit.person.name)
    files = publish(case, volume.config.publish, [name])
    called = quote(f"{volume.head.name} {wanted}", safe="")
    return Response(
        files[wanted],
        media_type=_TYPES[wanted.rpartition(".")[2]],
        headers={
            "Content-Disposition": f"attachment; filename=\"{wanted}\"; filename*=UTF-8''{called}",
            "Content-Security-Policy": _POLICY,
        },
    )


PAGES: Final = (Page(path="/cases/{case}/export/{file}", name="export", answer=export),)
