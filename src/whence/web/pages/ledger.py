"""The ledger of a case: who entered what, and whether the chain is whole."""

from typing import Final

from starlette.responses import Response

from whence.run.case.history import lines
from whence.web.estimates import unseen
from whence.web.routing import Page
from whence.web.visit import Visit

_EACH: Final = 100


def ledger(visit: Visit) -> Response:
    """Show the log, the newest entries first."""
    volume = visit.volume()
    told = volume.kept("lines", lambda: list(lines(volume.ledger.read(at=f"#{volume.head.seq}"))))
    kind, author = visit.asked("kind"), visit.asked("author")
    fitting = [
        line
        for line in reversed(told)
        if (not kind or line.kind == kind) and (not author or line.author == author)
    ]
    before = visit.asked("before")
    limit = int(before) if before.isascii() and before.isdigit() and len(before) < 10 else None
    behind = [line for line in fitting if limit is None or line.seq < limit]
    return visit.page(
        "ledger.html.j2",
        volume=volume,
        lines=[unseen(line, visit.person.name) for line in behind[:_EACH]],
        more=behind[_EACH - 1].seq if len(behind) > _EACH else None,
        kinds=sorted({line.kind for line in told}),
        authors=sorted({line.author for line in told}),
        kind=kind,
        author=author,
    )


PAGES: Final = (Page(path="/cases/{case}/ledger", name="ledger", answer=ledger),)
