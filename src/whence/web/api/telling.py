"""The API told to people: operations with their types in words, and how each is called."""

import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import msgspec

from whence.errors import WhenceError
from whence.web.api.document import TAGS, document
from whence.web.api.entering import MEANT
from whence.web.api.operation import BASE, Operation
from whence.web.api.operations import OPERATIONS
from whence.web.api.problems import anchor_of, title_of
from whence.web.statuses import STATUSES

_PLACE = re.compile(r"\{(\w+)\}")
_LISTING: Final = "Listing_"
_BOUNDS: Final = {
    "minimum": "from",
    "maximum": "to",
    "exclusiveMinimum": "over",
    "exclusiveMaximum": "under",
}

SERVER: Final = "http://127.0.0.1:8421"
"""Where a workbench listens when nothing else was said."""


@dataclass(frozen=True)
class Field:
    """One field of a type, or one parameter; ``where`` tells where a parameter stands."""

    name: str
    schema: dict[str, Any]
    required: bool
    told: str = ""
    where: str = ""


@dataclass(frozen=True)
class Told:
    """One operation as it is told.

    ``sends`` and ``answers`` are schemas, None where there is none; ``failures`` are the statuses
    with which it may fail, and for what. ``search`` are the words by which it is found.
    """

    operation: Operation
    fields: tuple[Field, ...]
    sends: dict[str, Any] | None
    answers: dict[str, Any] | None
    failures: tuple[tuple[str, str], ...]
    search: str


@dataclass(frozen=True)
class Problem:
    """One sort of problem, with what to do about it."""

    anchor: str
    title: str
    status: int
    told: str
    hint: str


@cache
def told() -> tuple[Told, ...]:
    """Return every operation, in the order of what they are about."""
    paths = document(team=True)["paths"]
    order = list(TAGS)
    found = sorted(OPERATIONS, key=lambda one: order.index(one.tag))
    return tuple(_told(one, paths[f"{BASE}{one.path}"][one.method.lower()]) for one in found)


def _told(one: Operation, spec: Mapping[str, Any]) -> Told:
    good = spec["responses"][str(one.status)].get("content", {})
    sent = spec.get("requestBody", {}).get("content", {})
    return Told(
        operation=one,
        fields=tuple(
            Field(row["name"], row["schema"], row["required"], row.get("description", ""),
                  row["in"])
            for row in spec["parameters"]
        ),
        sends=next((media["schema"] for media in sent.values()), None),
        answers=next((media.get("schema") for media in good.values()), None),
        failures=tuple(
            (status, row["description"])
            for status, row in spec["responses"].items()
            if status not in (str(one.status), "304")
        ),
        search=" ".join((one.name, one.path, one.method, one.tag, one.summary)).casefold(),
    )  # fmt: skip


def curl(one: Operation, team: bool = True) -> str:
    """Return how an operation is called with curl: in a team, or on one machine."""
    path = _PLACE.sub(lambda found: f"${found[1].upper()}", f"{SERVER}{BASE}{one.path}")
    query = "?q=drone" if one.name == "search" else ""
    pieces = ["curl"]
    if team:
        pieces.append('-H "Authorization: Bearer $TOKEN"')
    elif one.changes:
        pieces.append(f"-H '{MEANT}: 1'")
    if one.method != "GET" and one.body is None and not one.takes_files:
        pieces.append(f"-X {one.method}")
    if one.example is not None:
        body = msgspec.json.encode(one.example).decode()
        pieces += ["--json", shlex.quote(body)]
    if one.takes_files:
        pieces.append("-F files=@report.html")
    if one.media:
        pieces.append("-OJ")
    return " ".join((*pieces, f'"{path}{query}"'))


def types() -> dict[str, tuple[str, tuple[Field, ...]]]:
    """Return every type by name: what it is, and its fields; lists are told as such."""
    found = {}
    for name, schema in sorted(document(team=True)["components"]["schemas"].items()):
        if name.startswith(_LISTING):
            continue
        needed = set(schema.get("required", ()))
        fields = tuple(
            Field(key, row, key in needed, row.get("description", ""))
            for key, row in schema.get("properties", {}).items()
        )
        found[name] = (schema.get("description", ""), fields)
    return found


def problems() -> tuple[Problem, ...]:
    """Return every sort of problem that has a name, by status."""
    rows = (
        Problem(anchor_of(kind), title_of(kind), status, _first(kind), kind.hint)
        for kind, status in STATUSES.items()
        if kind is not WhenceError
    )
    return tuple(sorted(rows, key=lambda row: (row.status, row.title)))


def _first(kind: type[WhenceError]) -> str:
    return " ".join((kind.__doc__ or "").partition("\n\n")[0].split())


def in_words(schema: Mapping[str, Any], named: Callable[[str], str] = str) -> str:
    """Say a JSON schema in a few words; ``named`` tells how a type is named."""
    if "anyOf" in schema:
        return " or ".join(in_words(choice, named) for choice in schema["anyOf"])
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        listed = name.startswith(_LISTING)
        return f"list of {named(name[len(_LISTING) : -1])}" if listed else named(name)
    if "enum" in schema:
        return ", ".join(f"`{value}`" if value else "nothing" for value in schema["enum"])
    if schema.get("type") == "array":
        inner = schema.get("items") or schema.get("prefixItems")
        if isinstance(inner, list):
            return f"list of {len(inner)}: " + ", ".join(in_words(one, named) for one in inner)
        return f"list of {in_words(inner, named)}" if inner else "list"
    if schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        return f"table of {in_words(inner, named)}" if isinstance(inner, dict) else "table"
    bounds = [f"{word} {schema[key]}" for key, word in _BOUNDS.items() if key in schema]
    kind = "bytes" if schema.get("format") == "binary" else str(schema.get("type", "any"))
    return " ".join([kind, *bounds])
