"""How a request's person is known: the one analyst here, or whoever has logged in."""

from typing import Protocol

from starlette.requests import Request

from whence.web.person import Person
from whence.web.tokens import fresh

COOKIE = "whence_form"
"""Holds the secret of a browser that nobody has logged in with."""


class Door(Protocol):
    """Tells who sends a request."""

    def person(self, request: Request, at: str) -> Person | None:
        """Return who it is, None for somebody unknown."""


class Alone:
    """Lets everybody on this machine in as one analyst: for a workbench on the loopback address."""

    def __init__(self, author: str) -> None:
        self._author = author

    def person(self, request: Request, at: str) -> Person | None:
        """Return the analyst; the browser's own secret goes with it."""
        del at
        return Person(name=self._author, role="admin", secret=secret_of(request))


def secret_of(request: Request) -> str:
    """Return the browser's secret: of its cookie, or a new one, kept for this request."""
    if not hasattr(request.state, "secret"):
        request.state.secret = request.cookies.get(COOKIE, "") or fresh()
    return str(request.state.secret)
