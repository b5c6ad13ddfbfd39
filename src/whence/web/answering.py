"""From a request to an answer: who asks, whether they may, what they sent, what went wrong."""

import logging
from collections.abc import Awaitable, Callable
from typing import Final

from anyio import to_thread
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from whence.errors import WhenceError
from whence.web import tokens
from whence.web.desk import Desk
from whence.web.doors import COOKIE, secret_of
from whence.web.person import Person
from whence.web.routing import Page
from whence.web.statuses import status_of
from whence.web.visit import Visit

_log = logging.getLogger(__name__)

_FIELDS: Final = 200
_FILES: Final = 200


def route(page: Page, desk: Desk) -> Route:
    """Return the route of a page, with the checks that every page has."""
    return Route(page.path, _endpoint(page, desk), methods=[page.method], name=page.name)


def _endpoint(page: Page, desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        person = await to_thread.run_sync(desk.door.person, request, desk.now())
        if person is None and page.needs != "nobody":
            return _to_login(request)
        visit = Visit(request=request, desk=desk, person=person or _stranger(request))
        try:
            if page.needs != "nobody" and not visit.person.may(page.needs):
                raise HTTPException(403, f"this needs the role {page.needs}")
            if page.method == "POST":
                form = await _form(request, page)
                _prove(request, form, visit.person)
                visit = Visit(request=request, desk=desk, person=visit.person, form=form)
            answer = await to_thread.run_sync(page.answer, visit)
        except HTTPException as error:
            answer = _failed(visit, error.status_code, str(error.detail), "")
        except WhenceError as error:
            answer = _failed(visit, status_of(error), error.message, error.hint)
        finally:
            await visit.form.close()
        return _with_secret(request, answer)

    return endpoint


async def _form(request: Request, page: Page) -> FormData:
    """Return what was sent; its size was bounded before a byte of it was read."""
    declared = request.headers.get("content-length", "")
    if not declared.isdigit():
        raise HTTPException(411, "the request does not say how long it is")
    if int(declared) > page.most:
        raise HTTPException(413, f"more than {page.most:,} bytes were sent")
    return await request.form(max_files=_FILES, max_fields=_FIELDS, max_part_size=page.most)


def _prove(request: Request, form: FormData, person: Person) -> None:
    """Refuse what another site's page had the browser send."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise HTTPException(403, "this was sent from another site")
    given = request.headers.get(tokens.HEADER) or form.get(tokens.FIELD)
    if not isinstance(given, str) or not tokens.proves(given, person.secret):
        raise HTTPException(403, "this form is too old: go back, reload the page and send it again")


def _stranger(request: Request) -> Person:
    return Person(name="", role="reader", secret=secret_of(request))


def _to_login(request: Request) -> Response:
    if request.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"HX-Redirect": "/login"})
    return RedirectResponse("/login", status_code=303)


def _failed(visit: Visit, status: int, message: str, hint: str) -> Response:
    piece = "error_piece.html.j2" if visit.htmx else "error.html.j2"
    return visit.page(piece, status, code=status, message=message, hint=hint)


def _with_secret(request: Request, answer: Response) -> Response:
    """Give a browser its secret, once it has seen a page of ours."""
    made = getattr(request.state, "secret", "")
    if made and request.cookies.get(COOKIE) != made:
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, made, httponly=True, samesite="strict", secure=secure)
    return answer
