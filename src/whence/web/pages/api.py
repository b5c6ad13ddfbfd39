"""The API told to people: what can be asked, how it is called, what can go wrong."""

import re
from functools import cache
from typing import Any, Final

import msgspec
from markupsafe import Markup, escape
from starlette.responses import Response

from whence.web.api.document import TAGS, document
from whence.web.api.entering import MEANT
from whence.web.api.operation import BASE
from whence.web.api.telling import curl, in_words, problems, told, types
from whence.web.routing import Page
from whence.web.visit import Visit

_TYPES: Final = "/api/types"
_CODE: Final = re.compile(r"``?([^`]+)``?")


def api(visit: Visit) -> Response:
    """List the operations: all, or those in which every word that is asked for stands."""
    words = visit.asked("q").casefold().split()
    found = [one for one in told() if all(word in one.search for word in words)]
    groups = [
        (TAGS[tag], tag, rows)
        for tag in TAGS
        if (rows := [one for one in found if one.operation.tag == tag])
    ]
    return visit.page(
        "api.html.j2",
        groups=groups,
        words=visit.asked("q"),
        total=len(told()),
        found=len(found),
        base=BASE,
        meant=MEANT,
        problems=problems(),
        said=_said,
        coded=_coded,
        curl=curl,
    )


def openapi(visit: Visit) -> Response:
    """Answer with the OpenAPI document of this workbench."""
    return Response(_encoded(visit.desk.team), media_type="application/json")


@cache
def _encoded(team: bool) -> bytes:
    return msgspec.json.encode(document(team=team))


def api_types(visit: Visit) -> Response:
    """List the types of what is sent and answered, with their fields."""
    return visit.page("api_types.html.j2", types=types(), said=_said, coded=_coded)


def _said(schema: dict[str, Any]) -> Markup:
    """Return a schema in words, each type a link."""
    return _worded(msgspec.json.encode(schema))


@cache
def _worded(schema: bytes) -> Markup:
    def named(name: str) -> str:
        return Markup('<a href="{}#{}">{}</a>').format(_TYPES, name, name)

    # What is between the links is our own, too: names of types and words for them.
    found = in_words(msgspec.json.decode(schema), named)
    return Markup(_CODE.sub(r"<code>\1</code>", found))  # noqa: S704


@cache
def _coded(text: str) -> Markup:
    """Return a docstring's text with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", escape(text)))  # noqa: S704 - escaped before


PAGES: Final = (
    Page(path="/api", name="api", answer=api, needs="nobody"),
    Page(path=f"{BASE}/openapi.json", name="openapi", answer=openapi, needs="nobody"),
    Page(path=_TYPES, name="api_types", answer=api_types, needs="nobody"),
)
