"""How to read what is shown, the keys, and what each role may do."""

from functools import cache
from typing import Final

from markupsafe import Markup
from starlette.responses import Response

from whence.model.account import ROLES
from whence.publish.parts import general
from whence.web.routing import Page
from whence.web.visit import Visit


def help_page(visit: Visit) -> Response:
    """Show how to read a case, for whoever wants to know."""
    return visit.page("help.html.j2", shown=_reading(), roles=ROLES)


@cache
def _reading() -> Markup:
    return Markup(general("reading.html.j2"))  # noqa: S704 - ours, and of no case


PAGES: Final = (Page(path="/help", name="help", answer=help_page, needs="nobody"),)
