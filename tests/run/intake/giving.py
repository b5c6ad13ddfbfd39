"""Orders of invented reports, and libraries for them."""

import io
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from tests.cli.pages import FIRST, SECOND
from whence.model.ledger import Opened
from whence.run.config import Config
from whence.run.intake.desk import Intake
from whence.run.intake.orders import Given, Job, Paste, Upload
from whence.run.library import open_library
from whence.store.ledger import Ledger, new_case

AT = "2031-05-06T10:00:00+00:00"
LONG = 60.0
"""Seconds after which a test is given up."""


def settings(folder: Path, reader: str = "rules") -> Config:
    """Return settings with a library and a spool in a folder."""
    base = Config()
    return replace(
        base,
        run=replace(base.run, reader=reader),
        store=replace(base.store, library=str(folder / "library.db")),
        intake=replace(base.intake, folder=str(folder / "intake")),
    )


def opened(config: Config, name: str = "quay") -> Ledger:
    """Open a case in the library of the settings."""
    return new_case(open_library(config), Opened(name=name), "Ana", AT)


def upload(name: str, content: str | bytes) -> Upload:
    """Return a file as a browser gives it."""
    raw = content if isinstance(content, bytes) else content.encode()
    return Upload(name=name, stream=io.BytesIO(raw))


def report(number: int) -> str:
    """Return an invented report that no other number gives."""
    return (
        f"Barge {number} burned at Lower Quay in Ostermouth on Monday, the harbour police said.\n\n"
        f"A dock official accused the Lantern Brotherhood of the attack on barge {number}.\n"
    )


def reports(count: int) -> list[Upload]:
    """Return so many reports, each another."""
    return [upload(f"report-{number}.txt", report(number)) for number in range(count)]


def given(
    ledger: Ledger, *files: Upload, addresses: tuple[str, ...] = (), texts: tuple[str, ...] = ()
) -> Given:
    """Return an order for a case; without anything, two reports of one incident."""
    if not files and not addresses and not texts:
        files = (upload("first.html", FIRST), upload("second.html", SECOND))
    pasted = [Paste(text=text) for text in texts]
    return Given(
        case_id=ledger.case_id, author="Bo", at=AT, files=files, addresses=addresses, texts=pasted
    )


def until(intake: Intake, job: Job, met: Callable[[Job], bool]) -> Job:
    """Return a job once it is as it is waited for."""
    while not met(job):
        before = job.version
        job = intake.latest(job.id, before, LONG)
        assert job.version != before, f"nothing happened any more: {job}"
    return job


def over(intake: Intake, job: Job) -> Job:
    """Return a job once it is over."""
    return until(intake, job, lambda one: one.over)


def kinds(ledger: Ledger) -> list[str]:
    """Return the kinds of a case's entries, in order."""
    return [sealed.entry.kind for sealed in ledger.read()]
