"""Search over everything in the library."""

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from whence.errors import BadQuery
from whence.store.fulltext.search import Found, Search
from whence.web.api.call import Call
from whence.web.api.operation import Operation
from whence.web.finding import looked_up

_ANY: Final = ""


class SearchAsked(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is looked for: words, "a phrase", -without, either OR or, begin*."""

    q: Annotated[str, Meta(min_length=1, max_length=2000, description="What is looked for.")]
    case: Annotated[str, Meta(max_length=200, description="In this case alone.")] = _ANY
    kind: Annotated[
        Literal["", "document", "claim", "fact", "judgement", "comment", "description"],
        Meta(description="Only in texts of this kind."),
    ] = _ANY
    retracted: Annotated[
        Literal["no", "yes"], Meta(description="Also what no longer holds, marked.")
    ] = "no"
    limit: Annotated[int, Meta(ge=1, le=500, description="How many hits at most.")] = 20


def search(call: Call[SearchAsked, None]) -> Found:
    """Return what is found in documents, claims, facts, judgements and comments of all cases."""
    asked = call.asked
    wanted = Search(
        text=asked.q,
        case_id=asked.case or None,
        kinds=(asked.kind,) if asked.kind else None,
        limit=asked.limit,
        retracted=asked.retracted == "yes",
    )
    return looked_up(call.desk, wanted)


OPERATIONS: Final = (
    Operation(
        method="GET", path="/search", name="search", answer=search, tag="search",
        errors=(BadQuery,),
    ),
)  # fmt: skip
