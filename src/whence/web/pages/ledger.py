"""The ledger of a case: who entered what, whether the chain is whole, what is taken back or out."""

from typing import Final

import msgspec
from msgspec import Struct
from starlette.responses import Response

from whence.errors import CaseRefused
from whence.model.ledger import Redaction
from whence.publish import FORMATS
from whence.run.case import withdrawing
from whence.store.ledger import decoded
from whence.store.protocol import Sealed
from whence.store.verify import Proof, verify
from whence.web.addresses import to
from whence.web.estimates import payload_for, unseen
from whence.web.recording import back, follow
from whence.web.routing import Page
from whence.web.shelf import Volume
from whence.web.views.judged import HOLDING, disagreements, judged
from whence.web.views.remarks import names, remark
from whence.web.visit import Visit

_EACH: Final = 100
_DIGITS: Final = 9
_MOST_SHOWN: Final = 200_000
"""Bytes of an entry's payload that a page shows."""


class TakenOut(Struct, frozen=True):
    """The entry with which the words of another were taken out, and why."""

    seq: int
    reason: str


def ledger(visit: Visit) -> Response:
    """Show the log, the newest entries first."""
    return _log(visit, visit.volume(), None)


def _log(visit: Visit, volume: Volume, proof: Proof | None) -> Response:
    told = volume.lines()
    kind, author = visit.asked("kind"), visit.asked("author")
    fitting = [
        line
        for line in reversed(told)
        if (not kind or line.kind == kind) and (not author or line.author == author)
    ]
    limit = _seq(visit.asked("before"))
    behind = [line for line in fitting if limit is None or line.seq < limit]
    return visit.page(
        "ledger.html.j2",
        volume=volume,
        lines=[unseen(line, visit.person.name) for line in behind[:_EACH]],
        more=behind[_EACH - 1].seq if len(behind) > _EACH else None,
        total=len(fitting),
        kinds=sorted({line.kind for line in told}),
        authors=sorted({line.author for line in told}, key=str.casefold),
        kind=kind,
        author=author,
        files=[(name, file) for name, (file, _) in FORMATS.items()],
        proof=proof,
    )


def check(visit: Visit) -> Response:
    """Verify the chain, every payload and every capture, and tell what was touched."""
    volume = visit.volume()
    return _log(visit, volume, verify(volume.ledger))


def judgements(visit: Visit) -> Response:
    """Show who judged what, what of it holds, and where people disagree."""
    volume = visit.volume()
    author = visit.asked("author")
    rows = [row for row in reversed(judged(volume)) if not author or row.by == author]
    return visit.page(
        "judgements.html.j2",
        volume=volume,
        rows=rows,
        clashes=disagreements(volume),
        people=sorted({row.by for row in judged(volume)}, key=str.casefold),
        holding=HOLDING,
        author=author,
        back=visit.request.url.path,
    )


def entry(visit: Visit) -> Response:
    """Show one entry: its hashes, what it says, what was said about it."""
    volume = visit.volume()
    sealed = _entry(visit, volume)
    seq = sealed.entry.seq
    state = volume.state
    return visit.page(
        "entry.html.j2",
        volume=volume,
        line=unseen(next(line for line in volume.lines() if line.seq == seq), visit.person.name),
        entry=sealed.entry,
        payload=_payload(payload_for(sealed, volume.case, visit.person.name)),
        taken_back=state.taken_back.get(seq),
        taken_out=_taken_out(volume, seq) if sealed.payload is None else None,
        restored=[old for old, by in state.taken_back.items() if by == seq],
        remarks=[
            remark(volume, one, said, names(volume), visit.person.name)
            for one, said in state.comments
            if said.subject == f"#{seq}"
        ],
        last=volume.head.seq,
        back=to("ledger", case=volume.case_id, key=str(seq)),
    )


def _taken_out(volume: Volume, seq: int) -> TakenOut | None:
    """Return what took the words of an entry out, None where the ledger does not tell."""
    for sealed in volume.ledger.read(after=seq, kinds={"redaction"}):
        said = decoded(sealed)
        if isinstance(said, Redaction) and seq in said.seqs:
            return TakenOut(seq=sealed.entry.seq, reason=said.reason)
    return None


def _payload(raw: bytes | None) -> str | None:
    """Return what an entry says as it is kept, for reading; None where it was taken out."""
    if raw is None:
        return None
    text = msgspec.json.format(raw, indent=2).decode("utf-8", "replace")
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _entry(visit: Visit, volume: Volume) -> Sealed:
    seq = _seq(visit.place("seq"))
    found = None
    if seq is not None and 1 <= seq <= volume.head.seq:
        reading = volume.ledger.store.read(volume.case_id, after=seq - 1, through=seq)
        found = next(iter(reading), None)
    if found is None:
        raise visit.refuse("the case has no such entry")
    return found


def retract(visit: Visit) -> Response:
    """Take an entry back: it stays in the ledger, and no longer holds.

    Raises:
        CaseRefused: when it cannot be taken back, or no reason is given.
    """
    volume = visit.volume()
    seq = _entry(visit, volume).entry.seq
    withdrawing.retract(volume.ledger, seq, visit.word())
    follow(visit, volume.ledger)
    return visit.onward(to("ledger", case=volume.case_id, key=str(seq)))


def redact(visit: Visit) -> Response:
    """Take the words of an entry out for good, once the person has confirmed that.

    Raises:
        CaseRefused: when it cannot be taken out, no reason is given, or nothing was confirmed.
    """
    volume = visit.volume()
    seq = _entry(visit, volume).entry.seq
    if visit.given("sure") != "yes":
        hint = "tick the box that says so: what is taken out cannot come back"
        raise CaseRefused("nothing was taken out: it was not confirmed", hint)
    withdrawing.redact(volume.ledger, seq, visit.word())
    follow(visit, volume.ledger)
    return visit.onward(to("ledger", case=volume.case_id, key=str(seq)))


def close(visit: Visit) -> Response:
    """Close the case, or open it again.

    Raises:
        CaseRefused: when it is so already, or no reason is given.
    """
    volume = visit.volume()
    withdrawing.close(volume.ledger, visit.word(), closed=visit.given("closed") == "yes")
    return visit.onward(back(visit, to("ledger", case=volume.case_id)))


def _seq(text: str) -> int | None:
    known = text.isascii() and text.isdigit() and len(text) <= _DIGITS
    return int(text) if known else None


_BASE: Final = "/cases/{case}/ledger"

PAGES: Final = (
    Page(path=_BASE, name="ledger", answer=ledger),
    Page(path=f"{_BASE}/verify", name="verify", answer=check, method="POST"),
    Page(path=f"{_BASE}/judgements", name="judgements", answer=judgements),
    Page(path=f"{_BASE}/close", name="close", answer=close, needs="editor", method="POST"),
    Page(path=f"{_BASE}/{{seq}}", name="entry", answer=entry),
    Page(
        path=f"{_BASE}/{{seq}}/retract",
        name="retract", answer=retract, needs="editor", method="POST",
    ),
    Page(
        path=f"{_BASE}/{{seq}}/redact",
        name="redact", answer=redact, needs="editor", method="POST",
    ),
)  # fmt: skip
