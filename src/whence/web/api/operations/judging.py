"""What people judge: made, listed, and where they disagree."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import CaseRefused, ConfigError, UnknownId
from whence.model.ledger import Entry
from whence.run.case.judging import judge
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.operations.cases import Reason
from whence.web.api.paging import ByNumber, Listing, behind_place, behind_seq
from whence.web.api.problems import Refused
from whence.web.api.tagging import seq_of
from whence.web.recording import follow
from whence.web.shelf import Volume
from whence.web.views.judged import Judged, disagreements, judged, since

_TAG: Final = "judgements"
_BASE: Final = "/cases/{case}/judgements"

Subject = Annotated[str, Meta(min_length=1, max_length=20_000)]
Verdict = Annotated[str, Meta(min_length=1, max_length=20_000)]


class NewJudgement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A judgement to be made.

    Of a claim or fact: `accepted`, `rejected`, `corrected {"polarity": false}`; of a chain:
    `origin NAME`; of two chains `A B`: `one origin`, `separate origins`; of two documents `A B`:
    `same incident`, `different incidents`; of a hypothesis: `prior 0.3`; of a kind or an item of
    evidence: `ratio 2`; of a party: `listed executor`; of any of them: `withdrawn`.
    """

    subject: Annotated[Subject, Meta(description="The id, or two ids, of what is judged.")]
    verdict: Annotated[Verdict, Meta(description="What is judged of it.")]
    reason: Reason


class JudgementView(Struct, frozen=True, kw_only=True):
    """A judgement with its entry in the ledger.

    ``state`` is ``holds``; ``idle`` where nothing is left that it could bear on; ``replaced`` by a
    later one; ``withdrawn``; or ``withdrawal`` where it takes another back. ``author`` entered it,
    ``by`` is whose it is. ``about`` are the names of what the subject's ids stand for.
    """

    seq: int
    at: str
    by: str
    author: str
    subject: str
    verdict: str
    reason: str
    state: str
    about: tuple[str, ...]


class ConflictView(Struct, frozen=True, kw_only=True):
    """Something on which people disagree: the last word of each, of which the last holds."""

    subject: str
    words: tuple[JudgementView, ...]


def judgements(call: Call[ByNumber, None]) -> Listing[JudgementView]:
    """List all that was judged in a case and was not taken back, in the ledger's order.

    `after` is the number of an entry.
    """
    volume = call.volume()
    rows = volume.kept("api judgements", lambda: tuple(_view(one) for one in judged(volume)))
    return behind_seq(rows, [row.seq for row in rows], call.asked)


def judgement(call: Call[Nothing, NewJudgement]) -> Entry:
    """Judge something in a case, and have it weighed anew in the background.

    Nobody's judgement is lost: where people disagree the last word holds, and all are told. With
    `If-Match` it is refused where somebody else judged the same since the case had that tag.
    """
    volume, body = call.volume(), call.body
    _refuse_unseen(call, volume)
    word = call.word(body.reason)
    entry = judge(volume.ledger, volume.state, body.subject, body.verdict, word)
    follow(call, volume.ledger)
    call.made(f"/cases/{volume.case_id}/ledger/{entry.seq}")
    return entry


def conflicts(call: Call[ByNumber, None]) -> Listing[ConflictView]:
    """List on what people disagree."""
    volume = call.volume()
    rows = tuple(
        ConflictView(subject=one.subject, words=tuple(_view(word) for word in one.words))
        for one in disagreements(volume)
    )
    return behind_place(rows, call.asked)


def _refuse_unseen(call: Call[Nothing, NewJudgement], volume: Volume) -> None:
    given = call.request.headers.get("if-match", "")
    if given in ("", "*"):
        return
    seen = seq_of(given, volume.ledger)
    if seen is None:
        raise Refused(412, "the case never had this tag", "give the ETag of an answer on the case")
    unseen = since(volume, (call.body.subject,), seen, call.person.name)
    if unseen:
        told = "; ".join(f"#{one.seq} {one.verdict}, by {one.by}: {one.reason}" for one in unseen)
        hint = "look at it, and send yours again with the ETag that the case has now"
        raise Refused(412, f"others have judged this meanwhile: {told}", hint)


def _view(one: Judged) -> JudgementView:
    return JudgementView(
        seq=one.seq,
        at=one.at,
        by=one.by,
        author=one.author,
        subject=one.subject,
        verdict=one.verdict,
        reason=one.reason,
        state=one.state,
        about=tuple(named.name for named in one.about),
    )


OPERATIONS: Final = (
    Operation(
        method="GET", path=_BASE, name="listJudgements", answer=judgements, tag=_TAG, tagged=True
    ),
    Operation(
        method="POST", path=_BASE, name="judge", answer=judgement, tag=_TAG, needs="analyst",
        status=201, matched=True, errors=(CaseRefused, ConfigError, UnknownId),
        example=NewJudgement(
            subject="claim-0123456789ab", verdict="rejected", reason="it is about another attack"
        ),
    ),
    Operation(
        method="GET", path="/cases/{case}/conflicts", name="listConflicts", answer=conflicts,
        tag=_TAG, tagged=True,
    ),
)  # fmt: skip
