"""The library: its cases, and how one begins."""

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from whence.errors import CaseRefused, UnknownId
from whence.model.ledger import Opened
from whence.run.intake.orders import Job
from whence.store.ledger import LONGEST_NAME, new_case
from whence.web.api.call import Call, Nothing
from whence.web.api.operation import Operation
from whence.web.api.paging import ById, Listing, behind_id
from whence.web.api.views.cases import CaseView, case_view
from whence.web.cards import Card
from whence.web.opening import example_given

_TAG: Final = "library"


class CasesAsked(ById, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which cases, and in which order: ``name`` is a part of their names, in whatever case."""

    name: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    order: Literal["name", "changed"] = "name"


class NewCase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A case to be opened; ``question`` is what it is to answer, in your words."""

    name: Annotated[str, Meta(min_length=1, max_length=LONGEST_NAME)]
    question: Annotated[str, Meta(max_length=10_000)] = ""


def cases(call: Call[CasesAsked, None]) -> Listing[Card]:
    """List the cases, each in short.

    By ``changed`` those that changed last come first; a list that is read while cases change is
    whole only by ``name``.
    """
    words = call.asked.name.casefold()
    heads = [head for head in call.desk.store.heads() if words in head.name.casefold()]
    if call.asked.order == "changed":
        heads.sort(key=lambda head: head.at, reverse=True)
    part = behind_id(heads, [head.case_id for head in heads], call.asked)
    cards = tuple(call.desk.cards.of(part.items))
    return Listing(items=cards, next=part.next, total=part.total)


def opened(call: Call[Nothing, NewCase]) -> CaseView:
    """Open a case, without a report yet.

    Raises:
        CaseRefused: when the name is none, or another case's.
    """
    opening = Opened(name=call.body.name, question=call.body.question.strip())
    ledger = new_case(call.desk.store, opening, call.person.name, call.desk.now())
    call.made(f"/cases/{ledger.case_id}")
    return case_view(call.desk.shelf.volume(ledger.case_id))


def example(call: Call[Nothing, None]) -> Job:
    """Open the example case, and have its invented reports read."""
    job = example_given(call.desk, call.person.name)
    call.made(f"/cases/{job.case_id}/orders/{job.id}")
    return job


OPERATIONS: Final = (
    Operation(
        method="GET", path="/cases", name="listCases", answer=cases, tag=_TAG, errors=(UnknownId,)
    ),
    Operation(
        method="POST", path="/cases", name="openCase", answer=opened, tag=_TAG, needs="editor",
        status=201, errors=(CaseRefused,),
        example=NewCase(name="Pilot station", question="Who was behind the attack?"),
    ),
    Operation(
        method="POST", path="/example", name="openExample", answer=example, tag=_TAG,
        needs="editor", status=201, errors=(CaseRefused,), order=True,
    ),
)  # fmt: skip
