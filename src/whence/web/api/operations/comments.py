"""Comments on a case, or on anything in it."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import CaseRefused, UnknownId
from whence.model.ledger import Entry
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ByNumber, Listing, behind_seq
from whence.web.remarking import LONGEST, remark

_TAG: Final = "comments"
_BASE: Final = "/cases/{case}/comments"


class CommentsAsked(ByNumber, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which comments; ``on`` is the id or the ``#seq`` that they are on, "" for all."""

    on: Annotated[str, Meta(max_length=200)] = ""


class NewComment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A remark; ``subject`` is the id or the ``#seq`` that it is on, "" for the case.

    ``@name`` mentions somebody.
    """

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST)]
    subject: Annotated[str, Meta(max_length=200)] = ""


class CommentView(Struct, frozen=True, kw_only=True):
    """A comment with its entry in the ledger."""

    seq: int
    at: str
    author: str
    subject: str
    text: str


def comments(call: Call[CommentsAsked, None]) -> Listing[CommentView]:
    """List the comments of a case, the newest last.

    `after` is the number of an entry.
    """
    rows = [
        CommentView(
            seq=entry.seq, at=entry.at, author=entry.author, subject=said.subject, text=said.text
        )
        for entry, said in call.volume().state.comments
        if call.asked.on in ("", said.subject)
    ]
    return behind_seq(rows, [row.seq for row in rows], call.asked)


def comment(call: Call[Nothing, NewComment]) -> Entry:
    """Comment on a case, or on something in it."""
    volume, body = call.volume(), call.body
    entry = remark(volume, (call.person.name, call.desk.now()), body.text, body.subject)
    call.made(f"/cases/{volume.case_id}/ledger/{entry.seq}")
    return entry


OPERATIONS: Final = (
    Operation(
        method="GET", path=_BASE, name="listComments", answer=comments, tag=_TAG, tagged=True
    ),
    Operation(
        method="POST", path=_BASE, name="comment", answer=comment, tag=_TAG, needs="analyst",
        status=201, errors=(CaseRefused, UnknownId),
        example=NewComment(text="@bo, is this the same spokesman?", subject="#12"),
    ),
)  # fmt: skip
