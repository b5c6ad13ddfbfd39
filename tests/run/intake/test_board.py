"""Whoever waits for a job is told of its next change."""

from threading import Thread

import pytest
from msgspec.structs import replace

from tests.run.intake.giving import AT, LONG
from whence.errors import UnknownId
from whence.run.intake.board import Board
from whence.run.intake.orders import Job

JOB = Job(id="a", number=1, case_id="case-1", kind="add", author="Bo", at=AT)


def test_a_change_wakes_whoever_waits() -> None:
    board = Board()
    first = board.put(JOB)
    found: list[Job] = []
    waiting = Thread(target=lambda: found.append(board.latest("a", first.version, LONG)))
    waiting.start()
    board.change("a", state="running")
    waiting.join()
    assert [(job.state, job.version) for job in found] == [("running", first.version + 1)]


def test_without_a_change_the_job_comes_as_it_stands_when_the_time_is_up() -> None:
    board = Board()
    first = board.put(JOB)
    assert board.latest("a", first.version, 0.01) == first


def test_a_version_of_an_earlier_server_is_not_waited_for() -> None:
    board = Board()
    first = board.put(JOB)
    assert board.latest("a", 57, LONG) == first


def test_jobs_come_by_case_and_in_the_order_given() -> None:
    board = Board()
    other = replace(JOB, id="b", number=2, case_id="case-2")
    board.put(other)
    board.put(JOB)
    assert [job.id for job in board.jobs()] == ["a", "b"]
    assert [job.id for job in board.jobs("case-2")] == ["b"]


def test_unknown_and_forgotten_jobs_are_told() -> None:
    board = Board()
    board.put(JOB)
    board.drop({"a", "never"})
    for ask in (board.job, lambda key: board.latest(key, 0, LONG), board.change):
        with pytest.raises(UnknownId, match="no order a"):
            ask("a")


def test_listeners_hear_every_change_until_they_end_and_cannot_do_harm() -> None:
    board = Board()
    heard: list[int] = []

    def fail(_job: Job) -> None:
        raise ValueError("a listener's own trouble")

    board.listen(fail)
    end = board.listen(lambda job: heard.append(job.version))
    board.put(JOB)
    board.change("a", done=3)
    end()
    end()
    board.change("a", done=4)
    assert heard == [1, 2]
    assert board.job("a").version == 3
