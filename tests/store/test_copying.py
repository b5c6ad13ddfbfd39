"""A library copied whole: exact, and on from where it was broken off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.archive.archives import (
    AT,
    STEPS,
    Step,
    capture,
    case,
    comment,
    contents,
    made,
    put,
    redact,
    rich,
)
from whence.errors import CaseRefused, StoreFull, StoreLocked
from whence.store import copying
from whence.store.copying import copy_library
from whence.store.ledger import Ledger, open_case
from whence.store.memory import MemoryStore
from whence.store.protocol import Batch, Kinds, Sealed, Store
from whence.store.sealing import Draft, digest
from whence.store.sqlite import open_sqlite
from whence.store.verify import verify


def assert_alike(target: Store, source: Store) -> None:
    assert target.heads() == source.heads()
    for head in source.heads():
        assert contents(target, head.case_id) == contents(source, head.case_id)
        there, here = (open_case(store, head.case_id) for store in (target, source))
        assert verify(there) == verify(here)


def two_cases(store: Store) -> Store:
    rich(store, "Port")
    rich(store, "Bridge")
    return store


def test_copy_on_any_kind_of_library_is_exact(library: Store, tmp_path: Path) -> None:
    source, file = two_cases(MemoryStore()), open_sqlite(tmp_path / "backup.db")
    done = copy_library(source, library)
    assert (done.cases, done.entries) == (2, 24)
    assert_alike(library, source)
    copy_library(library, file)
    assert_alike(file, source)
    file.close()


def test_second_copy_brings_only_what_is_new() -> None:
    source, target = two_cases(MemoryStore()), MemoryStore()
    copy_library(source, target)
    assert copy_library(source, target).entries == 0
    put(open_case(source, "Port"), "comment", comment("More."))
    done = copy_library(source, target)
    assert (done.cases, done.entries) == (1, 1)
    assert_alike(target, source)


def test_what_was_taken_out_since_the_first_copy_is_taken_out_there_too() -> None:
    source, target = two_cases(MemoryStore()), MemoryStore()
    copy_library(source, target)
    port = open_case(source, "Port")
    redact(port, seqs=(8,), captures=(digest(b"<p>The port burns.</p>"),))
    copy_library(source, target)
    assert_alike(target, source)
    assert target.capture(port.case_id, digest(b"<p>The port burns.</p>")) is None


def test_bytes_that_no_entry_speaks_of_any_more_are_copied() -> None:
    source, target = MemoryStore(), MemoryStore()
    ledger = case(source)
    put(ledger, "capture", capture(b"<p>"), b"<p>")
    redact(ledger, seqs=(2,))
    copy_library(source, target)
    assert_alike(target, source)
    assert target.capture(ledger.case_id, digest(b"<p>")) == b"<p>"


class Failing(MemoryStore):
    """A library whose disk is full after a number of appends."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def append(self, batch: Batch) -> None:
        """Take a batch while there is room."""
        if self.room == 0:
            raise StoreFull(self.place, "the disk is full")
        self.room -= 1
        super().append(batch)


def test_copy_goes_on_behind_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "_CHUNK", 5)
    source, target = two_cases(MemoryStore()), Failing(room=4)
    with pytest.raises(StoreFull):
        copy_library(source, target)
    assert [head.seq for head in target.heads()] == [12, 5]
    redact(open_case(source, "Port"), seqs=(4,), captures=(digest(b"<p>The port burns.</p>"),))
    target.room = 100
    assert copy_library(source, target).entries == 8
    assert_alike(target, source)


def test_copy_that_went_another_way_or_further_is_refused() -> None:
    source, target = two_cases(MemoryStore()), MemoryStore()
    copy_library(source, target)
    put(open_case(target, "Port"), "comment", comment("There."))
    with pytest.raises(CaseRefused, match="went another way"):
        copy_library(source, target)
    put(open_case(source, "Port"), "comment", comment("Here."))
    with pytest.raises(CaseRefused, match="went another way"):
        copy_library(source, target)


def test_name_that_another_case_has_in_the_copy_is_refused() -> None:
    source, target = MemoryStore(), MemoryStore()
    case(source, "Port")
    case(target, "Port")
    with pytest.raises(CaseRefused, match="is called 'Port'"):
        copy_library(source, target)


class Busy(MemoryStore):
    """A library to which somebody writes whenever a case is read to its end."""

    def __init__(self, act: Callable[[Ledger], object], times: int) -> None:
        super().__init__()
        self.act = act
        self.times = times
        self.awake = False

    def read(
        self, case_id: str, *, after: int = 0, through: int | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        yield from super().read(case_id, after=after, through=through, kinds=kinds)
        if self.awake and self.times and kinds is None:
            self.times -= 1
            self.act(Ledger(self, case_id, "Port"))


def test_redaction_during_the_copy_is_in_it() -> None:
    source, target = Busy(lambda ledger: redact(ledger, seqs=(8,)), times=1), MemoryStore()
    rich(source)
    source.awake = True
    copy_library(source, target)
    assert_alike(target, source)
    assert target.heads()[0].seq == 13


def test_case_that_is_never_at_rest_is_told() -> None:
    source = Busy(lambda ledger: put(ledger, "comment", comment("On and on.")), times=1000)
    rich(source)
    source.awake = True
    with pytest.raises(StoreLocked, match="kept writing"):
        copy_library(source, MemoryStore())


class Moving(MemoryStore):
    """A library to which somebody else copies the same case at the same time."""

    def append(self, batch: Batch) -> None:
        """Find the batch taken already."""
        if not self.heads(batch.case_id):
            super().append(batch)
        super().append(batch)


def test_two_copies_at_once_are_told() -> None:
    source = MemoryStore()
    rich(source)
    with pytest.raises(StoreLocked, match="others write"):
        copy_library(source, Moving())


@settings(max_examples=60, deadline=None)
@given(STEPS, STEPS, st.integers(min_value=1, max_value=6))
def test_any_library_is_copied_exactly_in_two_goes(
    first: list[Step], more: list[Step], chunk: int
) -> None:
    source, target = MemoryStore(), MemoryStore()
    ledger = made(source, first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copying, "_CHUNK", chunk)
        copy_library(source, target)
        assert_alike(target, source)
        drafts = [Draft(kind="comment", author="Bo", at=AT, payload=comment(s.text)) for s in more]
        ledger.append(drafts)
        redact(ledger, seqs=tuple({s.number for s in more if 0 < s.number <= len(first)} - {1}))
        copy_library(source, target)
    assert_alike(target, source)
