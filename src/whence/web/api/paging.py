"""Lists a part at a time: how many, and behind what."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar
from urllib.parse import urlencode

from msgspec import Meta, Struct
from starlette.requests import Request

from whence.errors import UnknownId

T = TypeVar("T")

Limit = Annotated[int, Meta(ge=1, le=500, description="How many at most.")]
AfterId = Annotated[
    str, Meta(max_length=200, description="Go on behind this id: `next` of the part before.")
]
AfterNumber = Annotated[
    int,
    Meta(ge=0, le=2**31 - 1, description="Go on behind this number: `next` of the part before."),
]


class ById(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of a list, by the ids of what it holds."""

    limit: Limit = 100
    after: AfterId = ""


class ByNumber(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of a list, by the numbers of what it holds."""

    limit: Limit = 100
    after: AfterNumber = 0


class Listing(Struct, Generic[T], frozen=True, kw_only=True):
    """A part of a list. ``next`` is what ``after`` takes to go on, "" at the end.

    ``total`` counts what the whole list holds, None where that is not known.
    """

    items: tuple[T, ...]
    next: str
    total: int | None


def behind_id(items: Sequence[T], keys: Sequence[str], asked: ById) -> Listing[T]:
    """Return the part of a list that stands behind an id; ``keys`` are the ids of its items.

    Raises:
        UnknownId: when nothing in the list has the id.
    """
    start = 0
    if asked.after:
        if asked.after not in keys:
            raise UnknownId(f"nothing in the list has the id {asked.after!r}", "begin anew")
        start = keys.index(asked.after) + 1
    end = start + asked.limit
    more = keys[end - 1] if end < len(items) else ""
    return Listing(items=tuple(items[start:end]), next=more, total=len(items))


def behind_place(items: Sequence[T], asked: ByNumber) -> Listing[T]:
    """Return the part of a list behind so many of its items."""
    end = asked.after + asked.limit
    more = str(end) if end < len(items) else ""
    return Listing(items=tuple(items[asked.after : end]), next=more, total=len(items))


def behind_seq(items: Sequence[T], seqs: Sequence[int], asked: ByNumber) -> Listing[T]:
    """Return the part of a list behind an entry of the ledger; ``seqs`` rise."""
    start = sum(seq <= asked.after for seq in seqs)
    end = start + asked.limit
    more = str(seqs[end - 1]) if end < len(items) else ""
    return Listing(items=tuple(items[start:end]), next=more, total=len(items))


def link_to(request: Request, behind: str) -> str:
    """Return the Link header (RFC 8288) that leads to the next part."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
    return f'<{request.url.path}?{urlencode([*kept, ("after", behind)])}>; rel="next"'
