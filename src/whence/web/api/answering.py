"""From a call of the API to its answer; whatever goes wrong is told as a problem document."""

import logging
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import quote

import msgspec
from anyio import to_thread
from starlette.datastructures import FormData
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import Receive, Scope, Send

from whence.errors import TooManyTries, WhenceError
from whence.web.api.call import Call, Sent
from whence.web.api.entering import admitted
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS
from whence.web.api.paging import Listing, link_to
from whence.web.api.problems import Refused, plain, problem_of, response_of
from whence.web.api.receiving import JSON, body_of, query_of, sent
from whence.web.api.tagging import matches, tag_of
from whence.web.desk import Desk

_log = logging.getLogger(__name__)

_encoder = msgspec.json.Encoder()
_POLICY: Final = "sandbox; default-src 'none'"
"""A file that is sent may do nothing, wherever it is opened."""

_LIST: Final = f"{BASE}/openapi.json tells what there is"


def routes(desk: Desk) -> list[BaseRoute]:
    """Return the routes of the API over a desk: one for each path, whatever the method."""
    paths: dict[str, list[Operation]] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, []).append(operation)
    made = [Route(path, _Resource(desk, tuple(these))) for path, these in paths.items()]
    return [Mount(BASE, app=Router(made, redirect_slashes=False, default=_nothing))]


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        problem = plain(404, "there is nothing at this address", _LIST)
        await response_of(problem)(scope, receive, send)


class _Resource:
    """Answers whatever is asked of one path."""

    def __init__(self, desk: Desk, operations: Sequence[Operation]) -> None:
        self._desk = desk
        self._by_method = {one.method: one for one in operations}
        self._allowed = {"Allow": ", ".join(sorted(self._by_method))}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        method = "GET" if request.method == "HEAD" else request.method
        operation = next((one for key, one in self._by_method.items() if key == method), None)
        if operation is None:
            problem = plain(405, f"nothing is done here by {request.method}", _LIST)
            answer = response_of(problem, self._allowed)
        else:
            answer = await _answered(self._desk, request, operation)
        await answer(scope, receive, send)


async def _answered(desk: Desk, request: Request, operation: Operation) -> Response:
    given: bytes | FormData | None = None
    try:
        person = await to_thread.run_sync(admitted, desk, request, operation)
        asked = query_of(request, operation)
        given = await sent(request, operation)
        body = body_of(given, operation)
        call = Call(request=request, desk=desk, person=person, asked=asked, body=body)
        return await to_thread.run_sync(_made, operation, call)
    except ClientDisconnect:
        return Response(status_code=400)  # nobody is there to read it
    except Exception as error:  # a defect is told as a problem as well, and logged
        return _failed(operation, error)
    finally:
        if isinstance(given, FormData):
            await given.close()


def _made(operation: Operation, call: Call[object, object]) -> Response:
    """Let an operation answer, in a worker's thread, unless the asker has the answer already."""
    headers = {"Vary": "Authorization, Cookie"}
    if operation.tagged:
        tag = headers["ETag"] = tag_of(call.volume().head, call.desk.config)
        if matches(call.request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
    result = operation.answer(call)
    headers |= call.headers
    if isinstance(result, Sent):
        return _sent(result, headers)
    if isinstance(result, Listing) and result.next:
        headers["Link"] = link_to(call.request, result.next)
    if result is None:
        return Response(status_code=204, headers=headers)
    return Response(_encoder.encode(result), operation.status, headers, media_type=JSON)


def _sent(file: Sent, headers: Mapping[str, str]) -> Response:
    plainly = "".join(one if one.isascii() and one.isalnum() else "-" for one in file.name)
    name, _, ending = plainly.rpartition("-") if "." in file.name else (plainly, "", "")
    simple = f"{name}.{ending}" if ending else plainly
    told = f"attachment; filename=\"{simple}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    policy = {"Content-Disposition": told, "Content-Security-Policy": _POLICY}
    return Response(file.body, headers={**headers, **policy}, media_type=file.media)


def _failed(operation: Operation, error: Exception) -> Response:
    if isinstance(error, Refused):
        return response_of(error.problem, error.headers)
    if isinstance(error, TooManyTries):
        return response_of(problem_of(error), {"Retry-After": str(error.retry_after)})
    if isinstance(error, WhenceError):
        return response_of(problem_of(error))
    _log.error("a defect of the operation %s", operation.name, exc_info=error)
    hint = "it is a defect: what happened stands in the output of the server; nothing was lost"
    return response_of(plain(500, "something went wrong here", hint))
