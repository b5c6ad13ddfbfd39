"""Orders given at the desk and worked off by the real process."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from tests.run.intake.giving import (
    AT,
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
from whence.errors import StoreLocked, UnknownId
from whence.model.ledger import Closed
from whence.run.case.state import state_of
from whence.run.config import Config
from whence.run.intake.desk import Intake, folder_of
from whence.run.intake.orders import Given, Job
from whence.store.ledger import Ledger
from whence.store.sealing import Draft
from whence.store.verify import verify


class Desk(NamedTuple):
    """A desk that stays open, its settings, and the folder that both are in."""

    intake: Intake
    config: Config


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    config = settings(tmp_path_factory.mktemp("desk"))
    opened(config, "first of all").store.close()
    intake = Intake(config)
    intake.start()
    yield Desk(intake, config)
    intake.stop(LONG)


@pytest.fixture
def ledger(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Ledger]:
    case = opened(desk.config, request.node.name)
    yield case
    case.store.close()


def weigh(ledger: Ledger) -> Given:
    return Given(case_id=ledger.case_id, author="Bo", at=AT, kind="weigh")


def left(config: Config) -> list[Path]:
    """Return the files that wait in the spool."""
    return [path for path in (folder_of(config) / "orders").rglob("*") if path.is_file()]


def test_a_case_grows_in_the_background_and_every_step_is_told(desk: Desk, ledger: Ledger) -> None:
    heard: list[Job] = []
    end = desk.intake.listen(heard.append)
    job = desk.intake.put(given(ledger))
    assert job.state == "waiting"
    done = over(desk.intake, job)
    end()
    assert (done.state, done.added, done.failed, done.error) == ("done", 2, 0, "")
    stages = list(dict.fromkeys(one.stage for one in heard if one.id == job.id))
    assert stages[-7:] == ["ingest", "load", "extract", "trace", "fuse", "weigh", "history"]
    assert [one.version for one in heard] == sorted({one.version for one in heard})
    steps = {(one.done, one.total) for one in heard if one.stage == "extract"}
    assert steps == {(0, 2), (1, 2), (2, 2)}
    assert kinds(ledger)[-1] == "assessment"
    assert {sealed.entry.author for sealed in ledger.read(after=1)} == {"Bo"}
    assert verify(ledger).findings == ()
    assert left(desk.config) == []
    assert desk.intake.jobs(ledger.case_id) == (done,)


def test_orders_wait_for_their_turn_in_one_process(desk: Desk, ledger: Ledger) -> None:
    first = desk.intake.put(given(ledger, *reports(5)))
    second = desk.intake.put(given(ledger, upload("last.txt", report(99))))
    pid = until(desk.intake, first, lambda job: job.stage == "extract") and desk.intake.pid
    assert desk.intake.job(second.id).state == "waiting"
    assert over(desk.intake, second).added == 1
    assert desk.intake.job(first.id).state == "done"
    assert desk.intake.pid == pid
    state = state_of(ledger)
    assert len(state.documents) == len(state.extractions) == 6
    assert state.current


def test_what_is_on_this_machine_is_never_fetched(desk: Desk, ledger: Ledger) -> None:
    addresses = ("http://127.0.0.1:1/", "http://2130706433/", "http://[::1]/", "file:///etc/passwd")
    done = over(desk.intake, desk.intake.put(given(ledger, addresses=addresses)))
    assert (done.state, done.error_kind, done.failed) == ("failed", "nothing_read", 4)
    assert {failure.kind for failure in done.failures} == {"forbidden"}
    assert {one.location for one in state_of(ledger).failures} == set(addresses)
    assert done.spent
    assert left(desk.config) == []  # it was all looked at


def test_a_site_that_did_not_answer_can_be_asked_again(desk: Desk, ledger: Ledger) -> None:
    asked = given(ledger, addresses=("https://news.invalid/fire",))
    failed = over(desk.intake, desk.intake.put(asked))
    assert (failed.state, failed.error_kind, failed.spent) == ("failed", "nothing_read", False)
    assert over(desk.intake, desk.intake.again(failed.id)).state == "failed"
    assert desk.intake.cancel(failed.id).state == "cancelled"
    assert left(desk.config) == []


def test_a_closed_case_fails_the_order_and_its_files_wait_to_be_tried_again(
    desk: Desk, ledger: Ledger
) -> None:
    def say(kind: str) -> None:
        ledger.append([Draft(kind=kind, author="Lee", at=AT, payload=Closed(reason="so"))])

    say("closed")
    failed = over(desk.intake, desk.intake.put(given(ledger)))
    assert (failed.state, failed.error_kind) == ("failed", "case_refused")
    assert "is closed" in failed.error
    assert "reopen" in failed.hint
    assert len(left(desk.config)) == 4
    say("reopened")
    again = desk.intake.again(failed.id)
    assert (again.state, again.error, again.version) == ("waiting", "", failed.version + 1)
    assert over(desk.intake, again).state == "done"
    assert len(state_of(ledger).extractions) == 2
    assert left(desk.config) == []
    with pytest.raises(UnknownId, match="nothing is left"):
        desk.intake.again(failed.id)


def test_a_failed_order_can_be_given_up(desk: Desk) -> None:
    nowhere = Given(case_id="case-none", author="Bo", at=AT, files=[upload("a.txt", "word")])
    failed = over(desk.intake, desk.intake.put(nowhere))
    assert (failed.state, failed.error_kind) == ("failed", "unknown_case")
    assert desk.intake.cancel(failed.id).state == "cancelled"
    assert desk.intake.cancel(failed.id).state == "cancelled"
    assert left(desk.config) == []


def test_an_order_is_taken_back_before_or_while_it_is_worked_on(desk: Desk, ledger: Ledger) -> None:
    first = desk.intake.put(given(ledger, *reports(40)))
    second = desk.intake.put(given(ledger, upload("last.txt", report(99))))
    assert desk.intake.cancel(second.id).state == "cancelled"
    until(desk.intake, first, lambda job: job.stage == "extract" and job.done > 0)
    desk.intake.cancel(first.id)
    done = over(desk.intake, first)
    assert done.state == "cancelled"
    held = state_of(ledger)
    assert len(held.documents) == 40
    assert 0 < len(held.extractions) < 40
    assert "assessment" not in kinds(ledger)
    assert left(desk.config) == []


def test_what_cannot_be_written_down_fails_its_order_and_not_the_next(
    desk: Desk, ledger: Ledger
) -> None:
    first = desk.intake.put(given(ledger, *reports(20)))
    in_the_way = folder_of(desk.config) / "results" / f"{first.id}.json.new"
    in_the_way.mkdir()
    failed = over(desk.intake, first)
    assert failed.state == "failed"
    assert str(in_the_way.parent) in failed.error
    assert over(desk.intake, desk.intake.put(weigh(ledger))).state == "done"
    in_the_way.rmdir()
    assert over(desk.intake, desk.intake.again(first.id)).state == "done"
    assert kinds(ledger).count("document") == 20


def test_two_orders_to_derive_a_case_are_one_while_they_wait(desk: Desk, ledger: Ledger) -> None:
    first = desk.intake.put(given(ledger))
    one, same = desk.intake.put(weigh(ledger)), desk.intake.put(weigh(ledger))
    assert one.id == same.id
    assert over(desk.intake, one).state == "done"
    later = desk.intake.put(weigh(ledger))
    assert later.id != one.id
    assert over(desk.intake, later).state == "done"
    assert len(desk.intake.jobs(ledger.case_id)) == 3
    assert desk.intake.job(first.id).state == "done"
    assert kinds(ledger).count("assessment") == 1


def test_many_may_give_at_once(desk: Desk, ledger: Ledger) -> None:
    jobs: list[Job] = []

    def give(number: int) -> None:
        jobs.append(desk.intake.put(given(ledger, upload("same.txt", report(number)))))

    threads = [threading.Thread(target=give, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({job.number for job in jobs}) == 4
    assert {over(desk.intake, job).state for job in jobs} == {"done"}
    assert len(state_of(ledger).documents) == 4


def test_one_folder_has_one_desk_and_each_library_its_folder(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(StoreLocked):
        Intake(desk.config)
    other = replace(desk.config, store=settings(tmp_path).store)
    Intake(other).stop()
    assert folder_of(other) != folder_of(desk.config)


def test_a_library_is_the_same_under_a_new_password() -> None:
    def place(address: str) -> Path:
        base = Config()
        return folder_of(replace(base, store=replace(base.store, library=address)))

    first = place("postgresql://ana:old@db.example/whence")
    assert first == place("postgresql://ana:new@db.example/whence")
    assert first != place("postgresql://ana:old@db.example/other")


def test_the_model_reads_and_the_process_rests_when_there_is_no_work(tmp_path: Path) -> None:
    config = settings(tmp_path, reader="encoder")
    config = replace(config, intake=replace(config.intake, idle_seconds=0.0))
    ledger = opened(config)
    intake = Intake(config)
    intake.start()
    assert intake.pid is None
    done = over(intake, intake.put(given(ledger)))
    assert (done.state, done.added) == ("done", 2)
    readers = {one.reader.partition("@")[0] for one in state_of(ledger).extractions.values()}
    assert readers == {"encoder"}
    # The next order finds the process ended, or ends with it: both are worked off.
    assert over(intake, intake.put(weigh(ledger))).state == "done"
    intake.stop(LONG)
    assert intake.pid is None
    ledger.store.close()
