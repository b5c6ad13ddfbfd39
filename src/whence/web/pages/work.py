"""What is being done for a case in the background, live."""

from typing import Final

from starlette.responses import Response

from whence.run.intake.orders import Job
from whence.web.addresses import to
from whence.web.routing import Page
from whence.web.visit import Visit

_STAGES: Final = ("ingest", "extract", "trace", "fuse", "weigh", "history")
"""The stages of an order, in their order; before them it waits, or the model is loaded."""


def works(visit: Visit) -> Response:
    """List the orders of a case, those given last first."""
    volume = visit.volume()
    jobs = tuple(reversed(visit.desk.intake.jobs(volume.case_id)))
    return visit.page("works.html.j2", volume=volume, jobs=jobs)


def work(visit: Visit) -> Response:
    """Show how far an order is; a script asks for the piece alone, again and again."""
    job = _job(visit)
    template = "work_piece.html.j2" if visit.htmx else "work.html.j2"
    return visit.page(template, volume=visit.volume(), job=job, stages=_STAGES, case_id=job.case_id)


def weighing(visit: Visit) -> Response:
    """Tell whether what is shown is of the case as it stands: the piece below its tabs."""
    return visit.page("weighing_piece.html.j2", volume=visit.volume(), since=visit.asked("since"))


def cancelled(visit: Visit) -> Response:
    """Take an order back; what was kept already stays in the case."""
    job = visit.desk.intake.cancel(_job(visit).id)
    return visit.onward(to("work", case=job.case_id, key=job.id))


def again(visit: Visit) -> Response:
    """Try a failed order again."""
    job = visit.desk.intake.again(_job(visit).id)
    return visit.onward(to("work", case=job.case_id, key=job.id))


def anew(visit: Visit) -> Response:
    """Have the case weighed anew."""
    volume = visit.volume()
    visit.desk.derive(volume.ledger, visit.person.name)
    return visit.onward(to("overview", case=volume.case_id))


def _job(visit: Visit) -> Job:
    job = visit.desk.intake.job(visit.place("key"))
    if job.case_id != visit.place("case"):
        raise visit.refuse("there is no such order for this case")
    return job


PAGES: Final = (
    Page(path="/cases/{case}/work", name="works", answer=works),
    Page(path="/cases/{case}/work/{key}", name="work", answer=work),
    Page(path="/cases/{case}/weighing", name="weighing", answer=weighing),
    Page(
        path="/cases/{case}/work/{key}/cancel",
        name="cancel",
        answer=cancelled,
        needs="analyst",
        method="POST",
    ),
    Page(
        path="/cases/{case}/work/{key}/again",
        name="again",
        answer=again,
        needs="analyst",
        method="POST",
    ),
    Page(path="/cases/{case}/anew", name="anew", answer=anew, needs="analyst", method="POST"),
)
