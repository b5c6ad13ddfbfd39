"""The application: every page, and the API, behind the same guard."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from whence.web import assets
from whence.web.answering import no_page, route
from whence.web.api.answering import routes as api_routes
from whence.web.desk import Desk
from whence.web.guard import Guard
from whence.web.pages import PAGES
from whence.web.routing import Page

_LEVEL = 5
"""Packs nearly as well as the highest level, in a third of the time."""


def make_app(desk: Desk) -> Starlette:
    """Return the workbench over a desk."""
    return Starlette(
        routes=[
            Route("/static/{digest}/{name:path}", assets.send, name="static"),
            *(route(page, desk) for page in sorted(PAGES, key=_fixed_first)),
            *api_routes(desk),
        ],
        middleware=[
            Middleware(Guard, hosts=desk.hosts, secure=desk.secure),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=_LEVEL),
        ],
        exception_handlers={404: no_page(desk), 405: no_page(desk)},
    )


def _fixed_first(page: Page) -> list[bool]:
    """Let an address that is told in full come before one that leaves the same piece open."""
    return [piece.startswith("{") for piece in page.path.split("/")]
