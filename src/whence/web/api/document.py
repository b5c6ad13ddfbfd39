"""The OpenAPI 3.1 document of the API, made of the table of operations and their types."""

import inspect
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

import msgspec

from whence import __version__
from whence.errors import StoreFull, StoreLocked, StoreReadOnly, WhenceError
from whence.web.api.entering import MEANT
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS
from whence.web.api.problems import MEDIA, Problem
from whence.web.api.receiving import FILES, FORM, JSON
from whence.web.statuses import STATUSES

_REF: Final = "#/components/schemas/{name}"
_BEARER: Final = "token"

PLACES: Final[dict[str, str]] = {
    "account": "The id of an account.",
    "case": "The id of a case.",
    "document": "The id of a document.",
    "format": "The name of a format.",
    "order": "The id of an order.",
    "origin": "The id of an origin.",
    "seq": "The number of an entry in the ledger.",
    "slot": "The name of a slot.",
    "token": "The id of a token.",
    "value": "The id of a claim or fact.",
}
"""What stands in the pieces of a path."""

TAGS: Final[dict[str, str]] = {
    "library": "The cases, and how one begins.",
    "search": "Words, in everything.",
    "case": "A case at a glance; closed, opened again, weighed, taken away as files.",
    "orders": "Reports that are to be read into a case.",
    "documents": "Documents as they were cleaned and read, and their bytes.",
    "incident": "What happened, over all reports.",
    "values": "Claims and facts as they were read.",
    "origins": "First hands, and who copies whom.",
    "weighing": "Who was behind it.",
    "judgements": "What people judge.",
    "comments": "What people remark.",
    "panel": "What people think.",
    "ledger": "All that was ever entered, and the proof that it is whole.",
    "you": "Who asks.",
    "people": "The people of a team.",
}
"""What the operations are about, in the order in which they are told."""

_ALL: Final = (StoreReadOnly, StoreLocked, StoreFull)
"""Errors that a library may give at any time."""

_TOLD: Final = (
    "Everything that the workbench's pages do. Answers are JSON; what goes wrong is a problem "
    "document (RFC 9457). A list comes in parts: `next`, and the Link header, lead on. What a case "
    "gives has an ETag that changes when the case grows: send it back as If-None-Match. In a team, "
    f"send a token: `Authorization: Bearer whence_...`. Without one, `{MEANT}: 1` has to go with "
    "whatever changes something: it shows that no page of another site had it sent."
)


def document(*, team: bool) -> dict[str, Any]:
    """Return the document; ``team`` tells whether there are accounts, and so tokens."""
    types = _types(OPERATIONS)
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF)
    by_type = dict(zip(map(str, types), schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        path = paths.setdefault(f"{BASE}{one.path}", {})
        path[one.method.lower()] = _operation(one, by_type, components, team)
    for one in OPERATIONS:
        components.pop(one.asked.__name__, None)  # told as parameters
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Whence",
            "version": __version__,
            "description": _TOLD,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": told} for name, told in TAGS.items()],
        "paths": paths,
        "components": {"schemas": {name: _clean(one) for name, one in components.items()}},
    }
    if team:
        made["components"]["securitySchemes"] = {_BEARER: {"type": "http", "scheme": "bearer"}}
    return made


def statuses(operation: Operation) -> dict[int, tuple[str, ...]]:
    """Return the statuses with which an operation may fail, each with what it is told for."""
    found: dict[int, list[str]] = {}
    for status, told in _plain(operation):
        found.setdefault(status, []).append(told)
    for kind in _errors(operation):
        told = inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]
        rows = found.setdefault(_status(kind), [])
        if told not in rows:
            rows.append(told)
    return {status: tuple(told) for status, told in sorted(found.items())}


def _plain(operation: Operation) -> Iterable[tuple[int, str]]:
    if operation.needs != "nobody":
        yield 401, "Nobody is known by the request."
        yield 403, f"This needs the role {operation.needs}."
    if operation.places:
        yield 404, "There is nothing at this address."
    if operation.matched:
        yield 412, "Others have judged the same since the case had the tag of If-Match."
    yield 422, "The query, or what was sent, does not fit its type."
    if operation.body is not None or operation.takes_files:
        yield 400, "What was sent cannot be read."
        yield 411, "The request does not say how long it is."
        yield 413, f"More than {operation.most:,} bytes were sent."
        yield 415, "What was sent is of another type."
    if operation.changes:
        yield 403, f"Without a token: {MEANT} is missing, or another site had it sent."
        yield 429, "Too much was sent in a short time; Retry-After tells for how long to wait."


def _errors(operation: Operation) -> tuple[type[WhenceError], ...]:
    return (*operation.errors, *_ALL)


def _status(kind: type[WhenceError]) -> int:
    return next(STATUSES[base] for base in kind.__mro__ if base in STATUSES)


def _types(operations: Iterable[Operation]) -> list[Any]:
    found: dict[str, Any] = {str(Problem): Problem}
    for one in operations:
        for kind in (one.asked, one.body, one.result):
            if kind is not None:
                found.setdefault(str(kind), kind)
    return list(found.values())


def _operation(
    one: Operation, by_type: Mapping[str, Any], components: Mapping[str, Any], team: bool
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": one.name,
        "tags": [one.tag],
        "summary": one.summary,
        "description": f"{one.description}\n\nLeast role: {one.needs}.".strip(),
        "parameters": [
            *(_place(name) for name in one.places),
            *_query(components[one.asked.__name__]),
            *_headers(one, team),
        ],
        "responses": _responses(one, by_type),
    }
    if sent := _sent(one, by_type):
        made["requestBody"] = sent
    if team:
        made["security"] = [{_BEARER: []}] if one.needs != "nobody" else []
    return made


def _place(name: str) -> dict[str, Any]:
    number = {"type": "integer", "minimum": 1}
    schema = number if name == "seq" else {"type": "string", "minLength": 1}
    return {
        "name": name, "in": "path", "required": True, "description": PLACES[name],
        "schema": schema,
    }  # fmt: skip


def _query(schema: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    needed = set(schema["required"])
    for name, told in schema["properties"].items():
        rest = {key: value for key, value in told.items() if key != "description"}
        made = {"name": name, "in": "query", "required": name in needed, "schema": rest}
        if "description" in told:
            made["description"] = told["description"]
        yield made


def _headers(one: Operation, team: bool) -> Iterable[dict[str, Any]]:
    if one.tagged:
        yield _header("If-None-Match", "The ETag of an answer that you have already.")
    if one.matched:
        yield _header("If-Match", "The ETag that the case had when you looked at it.")
    if one.changes and not team:
        told = "Shows that the change is meant."
        yield {**_header(MEANT, told, const="1"), "required": True}


def _header(name: str, told: str, **more: str) -> dict[str, Any]:
    schema = {"type": "string", **more}
    return {"name": name, "in": "header", "required": False, "description": told, "schema": schema}


def _sent(one: Operation, by_type: Mapping[str, Any]) -> dict[str, Any]:
    if one.takes_files:
        file = {"type": "string", "format": "binary"}
        files = {"type": "array", "items": file, "minItems": 1, "maxItems": FILES}
        schema = {"type": "object", "properties": {"files": files}, "required": ["files"]}
        return {"required": True, "content": {FORM: {"schema": schema}}}
    if one.body is None:
        return {}
    content: dict[str, Any] = {"schema": by_type[str(one.body)]}
    if one.example is not None:
        content["example"] = msgspec.to_builtins(one.example)
    return {"required": True, "content": {JSON: content}}


def _responses(one: Operation, by_type: Mapping[str, Any]) -> dict[str, Any]:
    good: dict[str, Any] = {"description": HTTPStatus(one.status).phrase}
    if one.result is not None:
        good["content"] = {JSON: {"schema": by_type[str(one.result)]}}
    elif one.media:
        good["content"] = {media: {} for media in one.media}
    made = {str(one.status): good}
    if one.tagged:
        good["headers"] = {"ETag": {"schema": {"type": "string"}}}
        made["304"] = {"description": "You have it already."}
    problem = {MEDIA: {"schema": by_type[str(Problem)]}}
    for status, told in statuses(one).items():
        made[str(status)] = {"description": " ".join(told), "content": problem}
    return made


def _clean(schema: dict[str, Any]) -> dict[str, Any]:
    told = schema.get("description")
    return {**schema, "description": inspect.cleandoc(told)} if told else schema
