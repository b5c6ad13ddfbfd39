"""Orders: reports that are to be read into a case, and how far that is."""

from typing import Annotated, Final

from msgspec import Meta, Struct

from whence.errors import CaseRefused, OutputError, UnknownId
from whence.run.case.keeper import refuse_closed
from whence.run.intake.orders import Given, Job, Paste
from whence.web.api.call import Call, Files, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, Listing, behind_id
from whence.web.api.problems import Refused
from whence.web.routing import UPLOAD

_TAG: Final = "orders"
_BASE: Final = "/cases/{case}/orders"
_MOST: Final = 200
_TEXT: Final = 2_000_000

Address = Annotated[str, Meta(min_length=1, max_length=4000)]
Short = Annotated[str, Meta(max_length=4000)]


class Pasted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text of a report, and what you know of it; ``published`` is an ISO prefix."""

    text: Annotated[str, Meta(min_length=1, max_length=_TEXT)]
    url: Short = ""
    outlet: Short = ""
    title: Short = ""
    published: Short = ""


class NewOrder(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is to be read into a case: addresses of reports and of feeds, and texts."""

    addresses: Annotated[tuple[Address, ...], Meta(max_length=_MOST)] = ()
    feeds: Annotated[tuple[Address, ...], Meta(max_length=_MOST)] = ()
    texts: Annotated[tuple[Pasted, ...], Meta(max_length=_MOST)] = ()


def orders(call: Call[ById, None]) -> Listing[Job]:
    """List the orders of a case, in the order in which they were given."""
    jobs = call.desk.intake.jobs(call.volume().case_id)
    return behind_id(jobs, [job.id for job in jobs], call.asked)


def order(call: Call[Nothing, None]) -> Job:
    """Return how far an order is.

    It is over when its `state` is `done`, `failed` or `cancelled`.
    """
    return _job(call)


def ordered(call: Call[Nothing, NewOrder]) -> Job:
    """Have reports read into a case, in the background: addresses, feeds, texts.

    What cannot be read is among the failures of the order, with the reason. The case is weighed
    anew once all is read.
    """
    body = call.body
    if not (body.addresses or body.feeds or body.texts):
        raise Refused(422, "nothing was given", "give addresses, feeds or texts")
    pastes = [
        Paste(
            text=one.text, url=one.url, outlet=one.outlet, title=one.title,
            published=one.published,
        )
        for one in body.texts
    ]  # fmt: skip
    case_id = _open_case(call)
    given = Given(
        case_id=case_id,
        author=call.person.name,
        at=call.desk.now(),
        addresses=body.addresses,
        feeds=body.feeds,
        texts=pastes,
    )
    return _put(call, given)


def uploaded(call: Call[Nothing, Files]) -> Job:
    """Have files read into a case, in the background.

    Send each as `files`: pages, texts, mails, WARC, WACZ, feeds.
    """
    case_id = _open_case(call)
    at = call.desk.now()
    files = call.body.files
    return _put(call, Given(case_id=case_id, author=call.person.name, at=at, files=files))


def cancel(call: Call[Nothing, None]) -> Job:
    """Take an order back; what was kept already stays in the case."""
    return call.desk.intake.cancel(_job(call).id)


def again(call: Call[Nothing, None]) -> Job:
    """Try a failed order again."""
    return call.desk.intake.again(_job(call).id)


def _open_case(call: Call[Nothing, NewOrder] | Call[Nothing, Files]) -> str:
    volume = call.volume()
    refuse_closed(volume.state, volume.head.name)
    return volume.case_id


def _put(call: Call[Nothing, NewOrder] | Call[Nothing, Files], given: Given) -> Job:
    job = call.desk.intake.put(given)
    call.made(f"/cases/{job.case_id}/orders/{job.id}")
    return job


def _job(call: Call[Nothing, None]) -> Job:
    case_id = call.volume().case_id
    job = call.desk.intake.job(call.place("order"))
    if job.case_id != case_id:
        raise call.missing("there is no such order for this case", "the list of orders has the ids")
    return job


OPERATIONS: Final = (
    Operation(
        method="GET", path=_BASE, name="listOrders", answer=orders, tag=_TAG, errors=(UnknownId,)
    ),
    Operation(
        method="POST", path=_BASE, name="order", answer=ordered, tag=_TAG, needs="analyst",
        status=202, order=True, most=UPLOAD, errors=(CaseRefused, OutputError),
        example=NewOrder(addresses=("https://example.org/report",)),
    ),
    Operation(
        method="POST", path="/cases/{case}/uploads", name="upload", answer=uploaded, tag=_TAG,
        needs="analyst", status=202, order=True, most=UPLOAD, errors=(CaseRefused, OutputError),
    ),
    Operation(
        method="GET", path=f"{_BASE}/{{order}}", name="getOrder", answer=order, tag=_TAG,
        errors=(UnknownId,),
    ),
    Operation(
        method="POST", path=f"{_BASE}/{{order}}/cancel", name="cancelOrder", answer=cancel,
        tag=_TAG, needs="analyst", errors=(UnknownId, OutputError),
    ),
    Operation(
        method="POST", path=f"{_BASE}/{{order}}/again", name="retryOrder", answer=again,
        tag=_TAG, needs="analyst", errors=(UnknownId, OutputError), order=True,
    ),
)  # fmt: skip
