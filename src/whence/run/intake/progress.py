"""A job after each thing that the process that reads has said."""

from msgspec.structs import replace

from whence.run.intake.messages import Added, Began, Ended, Failed, InHand, Noted, Stepped, ToDesk
from whence.run.intake.orders import SHOWN_FAILURES, Job, Order, State, job_of


def begun(order: Order, job: Job) -> Job:
    """Return a job that is begun, or begun anew: what was counted before is counted again."""
    return replace(job_of(order), state="running", stage="start", version=job.version)


def after(job: Job, said: ToDesk) -> Job:
    """Return a job as it stands after a message."""
    match said:
        case Began(stage=stage, total=total):
            return replace(job, stage=stage, done=0, total=total, location="")
        case Stepped():
            return replace(job, done=job.done + 1)
        case InHand(location=location):
            return replace(job, location=location)
        case Added():
            return replace(job, added=job.added + 1)
        case Failed(failure=failure):
            failures = (*job.failures, failure)[:SHOWN_FAILURES]
            return replace(job, failed=job.failed + 1, failures=failures)
        case Noted(text=text):
            return replace(job, notes=(*job.notes, text)[:SHOWN_FAILURES])
        case _:
            return job


def over(job: Job, ended: Ended, at: str) -> Job:
    """Return a job that is done or failed at a time."""
    state: State = "done" if ended.how == "done" else "failed"
    return replace(
        job,
        state=state,
        location="",
        error=ended.error,
        error_kind=ended.error_kind,
        hint=ended.hint,
        ended_at=at,
    )
