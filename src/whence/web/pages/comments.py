"""Comments on a case or on anything in it, and those that mention the person who looks."""

from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from whence.errors import BadQuery
from whence.model.ledger import Comment
from whence.store.fulltext.search import Search
from whence.store.ledger import decoded
from whence.web.addresses import to
from whence.web.finding import looked_up
from whence.web.recording import back
from whence.web.remarking import remark
from whence.web.routing import Page
from whence.web.views.remarks import about, can_be_on, mentions, names, remarks
from whence.web.visit import Visit

_EACH: Final = 200
_MENTIONS: Final = 100


def comments(visit: Visit) -> Response:
    """List the comments of a case, the newest last."""
    volume = visit.volume()
    asked = visit.asked("on")
    subject = asked if asked and can_be_on(volume, asked) else ""
    rows = remarks(volume, visit.person.name)
    return visit.page(
        "comments.html.j2",
        volume=volume,
        rows=rows[-_EACH:] if visit.asked("all") != "yes" else rows,
        hidden=max(0, len(rows) - _EACH) if visit.asked("all") != "yes" else 0,
        people=names(volume),
        subject=subject,
        about=about(volume, subject)[0],
    )


def say(visit: Visit) -> Response:
    """Keep a comment.

    Raises:
        CaseRefused: when it is empty, or too long.
        UnknownId: when there is nothing in the case of the id that it is to be on.
    """
    volume = visit.volume()
    who = (visit.person.name, visit.desk.now())
    entry = remark(volume, who, visit.given("text"), visit.given("subject"))
    otherwise = f"{to('comments', case=volume.case_id)}#entry-{entry.seq}"
    return visit.onward(back(visit, otherwise))


@dataclass(frozen=True)
class Mentioned:
    """A comment that mentions the person, and where it stands."""

    case: str
    author: str
    at: str
    href: str
    text: str


def mentioned(visit: Visit) -> Response:
    """List the comments of all cases that mention the person, the newest first."""
    found = _mentioned(visit, visit.person.name)
    return visit.page("mentions.html.j2", rows=found)


def _mentioned(visit: Visit, name: str) -> list[Mentioned]:
    words = " ".join(name.replace('"', " ").split())
    wanted = Search(text=f'"{words}"', kinds=("comment",), limit=_MENTIONS)
    try:
        hits = looked_up(visit.desk, wanted).hits
    except BadQuery:
        return []
    rows = []
    for hit in hits:
        for sealed in visit.desk.store.read(hit.case_id, after=hit.seq - 1, through=hit.seq):
            said = decoded(sealed)
            if isinstance(said, Comment) and mentions(said.text, name):
                href = f"{to('comments', case=hit.case_id)}#entry-{hit.seq}"
                rows.append(Mentioned(hit.case, hit.author, hit.at, href, said.text))
    return sorted(rows, key=lambda row: row.at, reverse=True)


PAGES: Final = (
    Page(path="/cases/{case}/comments", name="comments", answer=comments),
    Page(
        path="/cases/{case}/comments", name="comment", answer=say, needs="analyst", method="POST"
    ),
    Page(path="/mentions", name="mentions", answer=mentioned),
)  # fmt: skip
