"""A case: at a glance, closed and opened again, weighed anew, taken away as files."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import CaseRefused, UnknownId
from whence.publish import FORMATS, publish
from whence.run.case import withdrawing
from whence.run.case.keeper import refuse_closed
from whence.run.intake.orders import Job
from whence.web.api.call import Call, Nothing, Sent
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, Listing, behind_id
from whence.web.api.views.cases import CaseView, case_view
from whence.web.estimates import visible

_TAG: Final = "case"
_CASE: Final = "/cases/{case}"
_MEDIA: Final = {
    "html": "text/html",
    "md": "text/markdown",
    "json": "application/json",
    "csv": "text/csv",
    "geojson": "application/geo+json",
}

Reason = Annotated[
    str, Meta(min_length=1, max_length=10_000, description="Why; it stays in the ledger.")
]


class Reasoned(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why something is done."""

    reason: Reason


class Export(Struct, frozen=True, kw_only=True):
    """A file that can be taken away: the name of its format, and its own."""

    id: str
    file: str
    media_type: str


def case(call: Call[Nothing, None]) -> CaseView:
    """Return a case at a glance: where it stands, and what it comes to."""
    return case_view(call.volume())


def close(call: Call[Nothing, Reasoned]) -> CaseView:
    """Close a case: it takes no more reports and no judgements."""
    return _switched(call, closed=True)


def reopen(call: Call[Nothing, Reasoned]) -> CaseView:
    """Open a closed case again."""
    return _switched(call, closed=False)


def _switched(call: Call[Nothing, Reasoned], *, closed: bool) -> CaseView:
    withdrawing.close(call.volume().ledger, call.word(call.body.reason), closed=closed)
    return case_view(call.volume())


def weigh(call: Call[Nothing, None]) -> Job:
    """Have a case weighed anew, in the background.

    After a judgement this is done by itself.
    """
    volume = call.volume()
    refuse_closed(volume.state, volume.head.name)
    job = call.desk.derive(volume.ledger, call.person.name)
    call.made(f"/cases/{job.case_id}/orders/{job.id}")
    return job


def exports(call: Call[ById, None]) -> Listing[Export]:
    """List the files of the report that can be taken away."""
    call.volume()
    rows = tuple(
        Export(id=name, file=file, media_type=_media(file)) for name, (file, _) in FORMATS.items()
    )
    return behind_id(rows, [row.id for row in rows], call.asked)


def export(call: Call[Nothing, None]) -> Sent:
    """Send a file of the report, of the case as it was last weighed.

    The same case gives the same bytes. Other people's estimates are in it once you gave yours.
    """
    volume, name = call.volume(), call.place("format")
    if name not in FORMATS:
        raise call.missing(f"there is no format {name!r}", f"formats are {', '.join(FORMATS)}")
    file = FORMATS[name][0]
    shown = visible(volume.case, call.person.name)
    files = publish(shown, volume.config.publish, [name])
    return Sent(name=f"{volume.head.name} {file}", media=_media(file), body=files[file])


def _media(file: str) -> str:
    return _MEDIA[file.rpartition(".")[2]]


OPERATIONS: Final = (
    Operation(method="GET", path=_CASE, name="getCase", answer=case, tag=_TAG, tagged=True),
    Operation(
        method="POST", path=f"{_CASE}/close", name="closeCase", answer=close, tag=_TAG,
        needs="editor", errors=(CaseRefused,), example=Reasoned(reason="the inquiry is over"),
    ),
    Operation(
        method="POST", path=f"{_CASE}/reopen", name="reopenCase", answer=reopen, tag=_TAG,
        needs="editor", errors=(CaseRefused,), example=Reasoned(reason="a new witness"),
    ),
    Operation(
        method="POST", path=f"{_CASE}/weigh", name="weighCase", answer=weigh, tag=_TAG,
        needs="analyst", status=202, errors=(CaseRefused,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/exports", name="listExports", answer=exports, tag=_TAG,
        tagged=True, errors=(UnknownId,),
    ),
    Operation(
        method="GET", path=f"{_CASE}/exports/{{format}}", name="getExport", answer=export,
        tag=_TAG, tagged=True, media=tuple(_MEDIA.values()), errors=(UnknownId,),
    ),
)  # fmt: skip
