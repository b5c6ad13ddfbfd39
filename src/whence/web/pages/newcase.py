"""Reports come in: a new case, more for a case that is there, the example in one click."""

from collections.abc import Iterator
from typing import Final

from starlette.datastructures import UploadFile
from starlette.responses import Response

from whence.run.case.keeper import refuse_closed
from whence.run.intake.orders import Given, Paste, Upload
from whence.store.ledger import Ledger, case_name
from whence.web.addresses import to
from whence.web.opening import example_given, open_free
from whence.web.routing import UPLOAD, Page
from whence.web.visit import Visit


def form(visit: Visit) -> Response:
    """Show where a new case is described and its reports are given."""
    return visit.page("new.html.j2")


def opened(visit: Visit) -> Response:
    """Open a case and take in what was given with it.

    A case may begin without a report; its name is that of the question where none is given.
    """
    question = visit.given("question")
    name = case_name(visit.given("name") or question[:80].replace("/", " ") or "New case")
    ledger = open_free(visit.desk, visit.person.name, name, question)
    return _taken(visit, ledger)


def example_case(visit: Visit) -> Response:
    """Open the example case."""
    job = example_given(visit.desk, visit.person.name)
    return visit.onward(to("work", case=job.case_id, key=job.id))


def more(visit: Visit) -> Response:
    """Show where more reports are given to a case."""
    return visit.page("add.html.j2", volume=visit.volume())


def added(visit: Visit) -> Response:
    """Take more reports into a case."""
    volume = visit.volume()
    refuse_closed(volume.state, volume.head.name)
    return _taken(visit, volume.ledger)


def _taken(visit: Visit, ledger: Ledger) -> Response:
    uploads = list(_uploads(visit))
    addresses = visit.given("addresses").split()
    texts = [_paste(visit)] if visit.given("text") else []
    if not (uploads or addresses or texts):
        return visit.onward(to("overview", case=ledger.case_id))
    given = Given(
        case_id=ledger.case_id,
        author=visit.person.name,
        at=visit.desk.now(),
        files=uploads,
        addresses=addresses,
        texts=texts,
    )
    job = visit.desk.intake.put(given)
    return visit.onward(to("work", case=ledger.case_id, key=job.id))


def _uploads(visit: Visit) -> Iterator[Upload]:
    for value in visit.form.getlist("files"):
        # A browser sends an empty one where no file was chosen.
        if isinstance(value, UploadFile) and value.filename:
            yield Upload(name=value.filename, stream=value.file)


def _paste(visit: Visit) -> Paste:
    return Paste(
        text=visit.given("text"),
        url=visit.given("text_url"),
        outlet=visit.given("text_outlet"),
        title=visit.given("text_title"),
        published=visit.given("text_published"),
    )


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
