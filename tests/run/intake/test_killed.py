"""Processes are killed in the middle of an order: no given file is lost, none is taken in twice."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.run.intake.giving import (
    LONG,
    given,
    kinds,
    opened,
    over,
    report,
    reports,
    settings,
    until,
    upload,
)
from whence.run.case.state import state_of
from whence.run.config import Config
from whence.run.intake.desk import Intake, folder_of
from whence.run.intake.orders import ENDED, Job
from whence.run.library import open_library
from whence.store.ledger import Ledger, open_case
from whence.store.verify import verify

COUNT = 30


PATIENT = """
import time
from whence.extract.rules.reader import RulesReader

class Patient(RulesReader):
    def read(self, document):
        time.sleep(0.1)
        return super().read(document)
"""
"""Reads so slowly that a busy machine still comes in the middle of it."""

FATAL = """
import os, signal
from whence.extract.rules.reader import RulesReader

class Fatal(RulesReader):
    def read(self, document):
        if "Barge 1 " in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().read(document)
"""


@pytest.fixture(autouse=True)
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = tmp_path / "odd-1.0.dist-info"
    offered.mkdir()
    (offered / "entry_points.txt").write_text(
        "[whence.readers]\npatient = odd:Patient\nfatal = odd:Fatal\n"
    )
    (offered / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1.0\n")
    (tmp_path / "odd.py").write_text(PATIENT + FATAL)
    monkeypatch.syspath_prepend(str(tmp_path))  # the processes are given it too


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return settings(tmp_path, "patient")


@pytest.fixture
def ledger(config: Config) -> Iterator[Ledger]:
    case = opened(config)
    yield case
    case.store.close()


def reading(job: Job) -> bool:
    """Tell whether a job is in the middle of reading."""
    return job.stage == "extract" and job.done >= 2


def whole(ledger: Ledger) -> None:
    """Assert that the case holds every report once, read and weighed."""
    state = state_of(ledger)
    names = sorted(document.location for document in state.documents.values())
    assert names == sorted(f"report-{number}.txt" for number in range(COUNT))
    assert kinds(ledger).count("document") == COUNT
    assert kinds(ledger).count("extraction") == COUNT
    assert state.current
    assert state.failures == []
    assert verify(ledger).findings == ()


def killed(intake: Intake) -> None:
    """Kill the process that reads."""
    assert intake.pid is not None
    os.kill(intake.pid, signal.SIGKILL)


def test_an_order_goes_on_when_the_process_that_reads_is_killed(
    config: Config, ledger: Ledger
) -> None:
    intake = Intake(config)
    intake.start()
    job = until(intake, intake.put(given(ledger, *reports(COUNT))), reading)
    killed(intake)
    done = over(intake, job)
    intake.stop(LONG)
    assert (done.state, done.added, done.failed) == ("done", COUNT, 0)
    whole(ledger)


def spooled(config: Config, job: Job) -> list[Path]:
    """Return the files of a job that wait in the spool."""
    return list((folder_of(config) / "orders" / job.id).glob("files/*/*"))


def test_an_order_that_kills_its_process_twice_fails_and_can_be_tried_again(
    config: Config, ledger: Ledger
) -> None:
    intake = Intake(config)
    intake.start()
    job = intake.put(given(ledger, upload("a.txt", report(1))))
    for crashes in range(2):
        job = until(intake, job, lambda one: one.stage == "start")
        assert len(spooled(config, job)) == 1
        killed(intake)
        assert intake.job(job.id).state == "running", crashes
        job = intake.latest(job.id, job.version, LONG)
    failed = over(intake, job)
    assert (failed.state, failed.error_kind) == ("failed", ENDED)
    assert failed.error == "the process that reads ended at start, again"
    assert len(spooled(config, job)) == 1
    # The server goes on, and so does the order when somebody asks.
    assert over(intake, intake.again(job.id)).state == "done"
    intake.stop(LONG)
    assert len(state_of(ledger).extractions) == 1


def serve(config: Config, case_id: str, pipe: Connection) -> None:
    """Be a server that is given two orders, and tell how they go until it is killed."""
    ledger = open_case(open_library(config), case_id)
    intake = Intake(config)
    intake.start()
    first = intake.put(given(ledger, *reports(COUNT - 1)))
    second = intake.put(given(ledger, upload(f"report-{COUNT - 1}.txt", report(COUNT - 1))))
    until(intake, first, reading)
    pipe.send((first.id, second.id, intake.pid))
    over(intake, second)


def test_orders_go_on_when_the_whole_server_is_killed(config: Config, ledger: Ledger) -> None:
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(config, ledger.case_id, theirs)
    )
    server.start()
    theirs.close()
    first, second, pid = ours.recv()
    server.kill()
    server.join()
    server.close()
    ours.close()
    before = kinds(ledger)
    assert 2 <= before.count("extraction") < COUNT
    intake = Intake(config)  # the lock went with the server
    intake.start()
    assert [job.id for job in intake.jobs()] == [first, second]
    done = over(intake, intake.job(second))
    assert (done.state, done.added) == ("done", 1)
    assert intake.job(first).state == "done"
    assert intake.job(first).added == COUNT - 1
    intake.stop(LONG)
    whole(ledger)
    assert ended(pid)


def ended(pid: int) -> bool:
    """Tell whether a process is no more, or waits for nothing but to be counted out."""
    try:
        return ") Z" in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True


def test_stopping_records_the_order_and_the_next_start_goes_on(
    config: Config, ledger: Ledger
) -> None:
    intake = Intake(config)
    intake.start()
    job = until(intake, intake.put(given(ledger, *reports(COUNT))), reading)
    waiting = intake.put(given(ledger, upload("report-0.txt", report(0))))
    pid = intake.pid
    intake.stop(LONG)
    assert pid is not None
    assert ended(pid)
    assert intake.job(job.id).state == "stopped"
    assert intake.job(waiting.id).state == "waiting"
    read = kinds(ledger).count("extraction")
    assert 0 < read < COUNT
    forced = Intake(config)
    forced.start()
    until(forced, forced.job(job.id), reading)
    forced.stop(0.0)
    assert forced.job(job.id).state == "stopped"
    assert kinds(ledger).count("extraction") > read
    again = Intake(config)
    again.start()
    done = over(again, again.job(waiting.id))
    assert done.notes == ("report-0.txt is in the case already",)
    assert again.job(job.id).added == COUNT
    again.stop(LONG)
    whole(ledger)


def test_a_report_that_kills_its_process_costs_itself_alone(config: Config, ledger: Ledger) -> None:
    intake = Intake(replace(config, run=replace(config.run, reader="fatal")))
    intake.start()
    done = over(intake, intake.put(given(ledger, *reports(3))))
    intake.stop(LONG)
    assert (done.state, done.added) == ("done", 3)
    (failure,) = done.failures
    assert (failure.location, failure.kind) == ("report-1.txt", ENDED)
    state = state_of(ledger)
    assert len(state.documents) == 3
    assert len(state.extractions) == 2
    assert state.failures == [failure]
    assert state.current
