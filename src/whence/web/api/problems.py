"""What goes wrong, as problem documents (RFC 9457)."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

import msgspec
from msgspec import Struct
from starlette.responses import Response

from whence.errors import WhenceError
from whence.web.statuses import status_of

MEDIA: Final = "application/problem+json"
_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


class Problem(Struct, frozen=True, kw_only=True):
    """Why a request came to nothing (RFC 9457).

    ``type`` leads to what is said of this sort of problem on the page ``/api``, or is
    "about:blank" where the status says it all. ``detail`` tells what happened this time, and
    ``hint`` what to do next, "" where nothing can be said.
    """

    type: str
    title: str
    status: int
    detail: str
    hint: str = ""


class Refused(Exception):  # noqa: N818 - named by what happened, and always caught
    """A request that is refused with a status that is no error's of ours."""

    def __init__(
        self, status: int, detail: str, hint: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.problem = plain(status, detail, hint)
        self.headers = dict(headers or {})


def plain(status: int, detail: str, hint: str = "") -> Problem:
    """Return a problem of which the status says what sort it is."""
    title = HTTPStatus(status).phrase
    return Problem(type="about:blank", title=title, status=status, detail=detail, hint=hint)


def problem_of(error: WhenceError) -> Problem:
    """Return an error as a problem."""
    kind = type(error)
    return Problem(
        type=f"/api#{anchor_of(kind)}",
        title=title_of(kind),
        status=status_of(error),
        detail=error.message,
        hint=error.hint,
    )


def anchor_of(kind: type[WhenceError]) -> str:
    """Return the name under which the page of the API tells of a class of errors."""
    return f"problem-{_HUMP.sub('-', kind.__name__).lower()}"


def title_of(kind: type[WhenceError]) -> str:
    """Return the name of a class of errors in words."""
    return _HUMP.sub(" ", kind.__name__).capitalize()


def response_of(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as an answer."""
    body = msgspec.json.encode(problem)
    return Response(body, problem.status, dict(headers or {}), media_type=MEDIA)
