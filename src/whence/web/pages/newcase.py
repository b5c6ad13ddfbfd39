"""Reports come in: a new case, more for a case that is there, the example in one click."""

from typing import Final

from starlette.responses import Response

from whence.run.case.keeper import refuse_closed
from whence.run.intake.orders import Given
from whence.store.ledger import Ledger, case_name
from whence.web.addresses import to
from whence.web.opening import example_given, open_free
from whence.web.routing import UPLOAD, Page
from whence.web.views.giving import Giving, given, paste, uploads
from whence.web.visit import Visit


def form(visit: Visit) -> Response:
    """Show where a new case is described and its reports are given."""
    return visit.page("new.html.j2", giving=Giving())


def opened(visit: Visit) -> Response:
    """Open a case and take in what was given with it.

    A case may begin without a report; its name is that of the question where none is given.
    """
    giving = given(visit, opens=True)
    if giving.amiss:
        return visit.page("new.html.j2", 422, giving=giving)
    question = giving.texts["question"]
    name = case_name(giving.texts["name"] or question[:80].replace("/", " ") or "New case")
    return _taken(visit, giving, open_free(visit.desk, visit.person.name, name, question))


def example_case(visit: Visit) -> Response:
    """Open the example case."""
    job = example_given(visit.desk, visit.person.name)
    return visit.onward(to("work", case=job.case_id, key=job.id))


def more(visit: Visit) -> Response:
    """Show where more reports are given to a case."""
    return visit.page("add.html.j2", volume=visit.volume(), giving=Giving())


def added(visit: Visit) -> Response:
    """Take more reports into a case."""
    volume = visit.volume()
    refuse_closed(volume.state, volume.head.name)
    giving = given(visit)
    if giving.amiss:
        return visit.page("add.html.j2", 422, volume=volume, giving=giving)
    return _taken(visit, giving, volume.ledger)


def _taken(visit: Visit, giving: Giving, ledger: Ledger) -> Response:
    files = list(uploads(visit))
    addresses = giving.texts["addresses"].split()
    texts = [paste(giving)] if giving.texts["text"] else []
    if not (files or addresses or texts):
        return visit.onward(to("overview", case=ledger.case_id))
    order = Given(
        case_id=ledger.case_id,
        author=visit.person.name,
        at=visit.desk.now(),
        files=files,
        addresses=addresses,
        texts=texts,
        outlet=giving.texts["files_outlet"],
        published=giving.texts["files_published"],
    )
    job = visit.desk.intake.put(order)
    return visit.onward(to("work", case=ledger.case_id, key=job.id))


PAGES: Final = (
    Page(path="/new", name="new", answer=form, needs="editor"),
    Page(
        path="/new",
        name="open",
        answer=opened,
        needs="editor",
        method="POST",
        most=UPLOAD,
        order=True,
    ),
    Page(
        path="/example",
        name="example",
        answer=example_case,
        needs="editor",
        method="POST",
        order=True,
    ),
    Page(path="/cases/{case}/add", name="add", answer=more, needs="analyst"),
    Page(
        path="/cases/{case}/add",
        name="added",
        answer=added,
        needs="analyst",
        method="POST",
        most=UPLOAD,
        order=True,
    ),
)
