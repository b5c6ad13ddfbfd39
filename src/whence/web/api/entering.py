"""Who asks, and whether a change is meant: a token, or a browser that shows it is one of ours."""

from typing import Final

from starlette.requests import Request

from whence.web import tokens
from whence.web.api.operation import Operation
from whence.web.api.problems import Refused
from whence.web.desk import Desk
from whence.web.doors import TeamDoor, address_of
from whence.web.person import Person

MEANT: Final = "X-Whence"
"""The header without which nothing is changed for whoever has no token.

A page of another site can have a browser send a form, or a request without headers of its own. One
with a header like this the browser asks us about first (CORS), and we never answer that.
"""

_NOBODY: Final = Person(name="", role="reader")


def admitted(desk: Desk, request: Request, operation: Operation) -> Person:
    """Return who sends a request, if they may do what it asks for.

    Raises:
        Refused: when nobody is known, the role does not suffice, a change may not be meant, or
            too much was sent in a short time.
    """
    person = _person(desk, request)
    if operation.needs != "nobody":
        if person is None:
            raise _unknown()
        if not person.may(operation.needs):
            raise Refused(403, f"this needs the role {operation.needs}", "ask an administrator")
    person = person or _NOBODY
    if operation.changes:
        if _of_tokens(desk, request) is None:
            _prove(request)
        _keep_pace(desk, request, operation, person)
    return person


def _person(desk: Desk, request: Request) -> Person | None:
    door = _of_tokens(desk, request)
    if door is None:
        return desk.door.person(request, desk.now())
    person = door.bearer(request, desk.now())
    if person is None:
        raise _unknown(', error="invalid_token"')
    return person


def _of_tokens(desk: Desk, request: Request) -> TeamDoor | None:
    """Return the door that looks at a request's token, None where it brings none."""
    door = desk.door
    return door if isinstance(door, TeamDoor) and "authorization" in request.headers else None


def _unknown(more: str = "") -> Refused:
    hint = "send 'Authorization: Bearer whence_...': a token is made on the page /account"
    said = "the token does not hold" if more else "nobody is known by this request"
    return Refused(401, said, hint, {"WWW-Authenticate": f'Bearer realm="whence"{more}'})


def _prove(request: Request) -> None:
    """Refuse what another site's page may have had a browser send."""
    if tokens.elsewhere(request.headers):
        raise Refused(403, "this was sent from another site")
    if request.headers.get(MEANT) != "1":
        raise Refused(403, "without a token a change has to be meant", f"send '{MEANT}: 1'")


def _keep_pace(desk: Desk, request: Request, operation: Operation, person: Person) -> None:
    if desk.paces is None:
        return
    address = address_of(request)
    wait = desk.paces.wait(person.account_id, address, order=operation.order)
    if wait:
        detail = "too much was sent in a short time"
        raise Refused(429, detail, f"wait {wait} s", {"Retry-After": str(wait)})
