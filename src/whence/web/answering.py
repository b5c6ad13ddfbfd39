"""From a request to an answer: who asks, whether they may, what they sent, what went wrong."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.errors import TooManyTries, WhenceError
from whence.model.ledger import Head
from whence.web import tokens
from whence.web.addresses import local, to
from whence.web.desk import Desk
from whence.web.doors import address_of, keep_secret, secret_of
from whence.web.hinting import clicked
from whence.web.person import Person
from whence.web.routing import SMALL, Page
from whence.web.statuses import status_of
from whence.web.visit import Visit

_log = logging.getLogger(__name__)

_FIELDS: Final = 200
_FILES: Final = 200
_TEXT: Final = 20_000_000
"""Bytes of one field that is no file: it is held in memory."""

_DIGITS: Final = 12
_REFUSED: Final = (403, 429)
"""What is logged: somebody asked for what they may not, or for too much."""

_STRANGERS: Final = 8
"""Forms of people who are not logged in that are answered at once: passwords take time."""

_OF_CASE: Final = re.compile(r"/cases/([^/]{1,200})(?:/|$)")

_NOBODY: Final = Person(name="", role="reader")


class _NotYours(HTTPException):
    """Somebody asks for what their role does not suffice for; ``hint`` tells the way to it."""

    def __init__(self, needed: str, role: str) -> None:
        super().__init__(403, f"this needs the role {needed}")
        self.hint = f"yours is {role}: an administrator can give you another one"


def route(page: Page, desk: Desk) -> Route:
    """Return the route of a page, with the checks that every page has."""
    return Route(page.path, _endpoint(page, desk), methods=[page.method], name=page.name)


def _endpoint(page: Page, desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    open_to_all = page.needs == "nobody" and page.method == "POST"
    limiter = CapacityLimiter(_STRANGERS) if open_to_all else None

    async def endpoint(request: Request) -> Response:
        visit = Visit(request=request, desk=desk, person=_NOBODY)
        try:
            person = await to_thread.run_sync(desk.door.person, request, desk.now())
            if person is None and page.needs != "nobody":
                return _to_login(request)
            visit = replace(visit, person=person or _stranger(request))
            _admit(visit, page)
            if page.method == "POST":
                visit = replace(visit, form=await _form(request, page))
                _prove(request, visit.form, visit.person)
            answer = await to_thread.run_sync(page.answer, visit, limiter=limiter)
        except ClientDisconnect:
            answer = Response(status_code=400)  # nobody is there to read it
        except Exception as error:  # a defect is told on a page of ours as well, and logged
            answer = _failed(visit, page, error)
        finally:
            await visit.form.close()
        keep_secret(answer, request)
        return answer

    return endpoint


def _admit(visit: Visit, page: Page) -> None:
    """Refuse those whose role does not suffice, and those who send too much."""
    person, paces = visit.person, visit.desk.paces
    if page.needs != "nobody" and not person.may(page.needs):
        raise _NotYours(page.needs, person.role)
    if page.method == "POST" and paces is not None:
        wait = paces.wait(person.account_id, address_of(visit.request), order=page.order)
        if wait:
            told = f"too much was sent in a short time: wait {wait} s"
            raise HTTPException(429, told, {"Retry-After": str(wait)})


async def _form(request: Request, page: Page) -> FormData:
    """Return what was sent; its size was bounded before a byte of it was read."""
    declared = request.headers.get("content-length", "")
    if not (declared.isascii() and declared.isdigit() and len(declared) <= _DIGITS):
        raise HTTPException(411, "the request does not say how long it is")
    if int(declared) > page.most:
        raise HTTPException(413, f"more than {page.most:,} bytes were sent")
    most = SMALL if page.most <= SMALL else min(page.most, _TEXT)
    return await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=most)


def _prove(request: Request, form: FormData, person: Person) -> None:
    """Refuse what another site's page had the browser send."""
    if tokens.elsewhere(request.headers):
        raise HTTPException(403, "this was sent from another site")
    given = request.headers.get(tokens.HEADER) or form.get(tokens.FIELD)
    if not isinstance(given, str) or not tokens.proves(given, person.secret):
        raise HTTPException(403, "this form is too old: go back, reload the page and send it again")


def _stranger(request: Request) -> Person:
    return Person(name="", role="reader", secret=secret_of(request))


def _to_login(request: Request) -> Response:
    """Send a stranger to the login, and from there back to where they wanted to go."""
    if request.headers.get("hx-request") == "true":
        shown = request.headers.get("hx-current-url", "")
        return Response(status_code=401, headers={"HX-Redirect": _login(shown)})
    wanted = str(request.url) if request.method == "GET" else ""
    return RedirectResponse(_login(wanted), status_code=303)


def _login(wanted: str) -> str:
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return "/login"
    back = local(parts._replace(scheme="", netloc="", fragment="").geturl())
    return f"/login?next={quote(back, safe='')}" if back not in ("", "/") else "/login"


def no_page(desk: Desk) -> Callable[[Request, Exception], Awaitable[Response]]:
    """Return what answers at an address where there is no page, or none that is asked so."""

    async def endpoint(request: Request, error: Exception) -> Response:
        try:
            person = await to_thread.run_sync(desk.door.person, request, desk.now())
        except WhenceError:
            person = None  # whoever it is, there is no such page
        visit = Visit(request=request, desk=desk, person=person or _stranger(request))
        status = error.status_code if isinstance(error, HTTPException) else 404
        told = (status, "there is no such page", "the address may be mistyped, or too old")
        answer = await to_thread.run_sync(_amiss, visit, *told)
        if isinstance(error, HTTPException):
            answer.headers.update(error.headers or {})
        keep_secret(answer, request)
        return answer

    return endpoint


def _failed(visit: Visit, page: Page, error: Exception) -> Response:
    status, message, hint, headers = _told(visit, page, error)
    answer = _amiss(visit, status, message, hint)
    answer.headers.update(headers)
    return answer


def _amiss(visit: Visit, status: int, message: str, hint: str) -> Response:
    """Return a page that says what went wrong, and leads back to where it can be mended."""
    hint, page = clicked(hint)
    case = _case(visit)
    return visit.page(
        "error_piece.html.j2" if visit.htmx else "error.html.j2",
        status,
        code=status,
        message=message,
        hint=hint,
        case=case,
        mend=to(page, case=case.case_id) if case and page else "",
        form=local(visit.given("back")),
    )


def _case(visit: Visit) -> Head | None:
    """Return the case that an address is of, None where it is of none, or of nobody's business."""
    found = _OF_CASE.match(visit.request.url.path)
    if found is None or not visit.person.name:
        return None
    try:
        return next(iter(visit.desk.store.heads(unquote(found[1]))), None)
    except WhenceError:
        return None  # the library itself may be what is amiss


def _told(visit: Visit, page: Page, error: Exception) -> tuple[int, str, str, Mapping[str, str]]:
    """Return status, message, hint and headers for what went wrong."""
    if isinstance(error, HTTPException):
        if error.status_code in _REFUSED:
            who = visit.person.account_id or address_of(visit.request) or "somebody"
            _log.warning("%r refused to %s: %s", page.name, who, error.detail)
        hint = error.hint if isinstance(error, _NotYours) else ""
        return error.status_code, str(error.detail), hint, error.headers or {}
    if isinstance(error, TooManyTries):
        waiting = {"Retry-After": str(error.retry_after)}
        return status_of(error), error.message, error.hint, waiting
    if isinstance(error, WhenceError):
        return status_of(error), error.message, error.hint, {}
    _log.error("a defect of the page %r", page.name, exc_info=error)
    hint = "it is a defect: what happened stands in the output of the server; nothing was lost"
    return 500, "something went wrong here", hint, {}
