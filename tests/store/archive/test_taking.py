"""An export taken into a library that has the case, a part of it, more of it, or its name."""

from pathlib import Path

import pytest

from tests.store.archive.archives import (
    bytes_of,
    case,
    comment,
    contents,
    put,
    redact,
    retract,
    rich,
)
from whence.errors import CaseRefused, StoreLocked
from whence.model.ledger import Head
from whence.store.archive.exporting import export
from whence.store.archive.reading import read_archive
from whence.store.archive.taking import take
from whence.store.ledger import open_case
from whence.store.memory import MemoryStore
from whence.store.protocol import Batch, HeadMoved, Store
from whence.store.sealing import digest
from whence.store.sqlite import open_sqlite


class Counting(MemoryStore):
    """Counts the appends that it takes, and refuses the first ones if told to."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = 0
        self.strikes = 0

    def append(self, batch: Batch) -> None:
        """Take a batch, or say that the head has moved."""
        if self.strikes:
            self.strikes -= 1
            raise HeadMoved(batch.case_id)
        super().append(batch)
        self.taken += 1


def taken(source: Store, target: Store, place: Path, name: str = "") -> Head:
    (head,) = source.heads()
    export(source, head.case_id, place)
    with read_archive(place) as exported:
        return take(target, exported, name)


def test_whole_case_is_taken_in_one_append(tmp_path: Path) -> None:
    source, target = MemoryStore(), Counting()
    rich(source)
    taken(source, target, tmp_path / "case")
    assert target.taken == 1


def test_same_case_is_taken_once(tmp_path: Path) -> None:
    source, target = MemoryStore(), Counting()
    ledger = rich(source)
    taken(source, target, tmp_path / "one")
    assert taken(source, target, tmp_path / "two") == ledger.head()
    assert target.taken == 1


@pytest.mark.parametrize("kind", ["memory", "sqlite"])
def test_what_came_since_is_appended_and_what_went_since_goes(tmp_path: Path, kind: str) -> None:
    source = MemoryStore()
    target: Store = MemoryStore() if kind == "memory" else open_sqlite(tmp_path / "library.db")
    ledger = rich(source)
    taken(source, target, tmp_path / "one.zip")
    put(ledger, "comment", comment("More."))
    redact(ledger, seqs=(8,), captures=(digest(b"<p>The port burns.</p>"),))
    assert taken(source, target, tmp_path / "two.zip").seq == 14
    assert contents(target, ledger.case_id) == contents(source, ledger.case_id)
    export(target, ledger.case_id, tmp_path / "three.zip")
    assert bytes_of(tmp_path / "two.zip") == bytes_of(tmp_path / "three.zip")
    target.close()


def test_older_export_of_a_case_that_went_on_changes_nothing(tmp_path: Path) -> None:
    source, target = MemoryStore(), MemoryStore()
    rich(source)
    taken(source, target, tmp_path / "case")
    here = open_case(target, "Port")
    put(here, "comment", comment("More."))
    redact(here, seqs=(8,))
    before = contents(target, here.case_id)
    with read_archive(tmp_path / "case") as exported:
        assert take(target, exported).seq == 14
    assert contents(target, here.case_id) == before


def test_case_that_went_another_way_is_refused_with_a_way_out(tmp_path: Path) -> None:
    source, target = MemoryStore(), MemoryStore()
    ledger = rich(source)
    taken(source, target, tmp_path / "case")
    put(ledger, "comment", comment("There."))
    put(open_case(target, "Port"), "comment", comment("Here."))
    before = contents(target, ledger.case_id)
    with pytest.raises(CaseRefused, match="went another way") as caught:
        taken(source, target, tmp_path / "again")
    assert "merge" in caught.value.hint
    retract(open_case(target, "Port"), 2)
    with pytest.raises(CaseRefused, match="went another way"):
        taken(source, target, tmp_path / "and-again")
    assert contents(target, ledger.case_id)[0][:13] == before[0]


def test_name_in_use_is_refused_and_another_may_be_given(tmp_path: Path) -> None:
    source, target = MemoryStore(), MemoryStore()
    ledger, other = rich(source), case(target)
    with pytest.raises(CaseRefused, match="another case is called 'Port'"):
        taken(source, target, tmp_path / "case")
    assert target.heads() == (other.head(),)
    with read_archive(tmp_path / "case") as exported:
        assert take(target, exported, "Port, as Bo has it").name == "Port, as Bo has it"
        with pytest.raises(CaseRefused, match="is no name"):
            take(MemoryStore(), exported, "a/b")
    assert contents(target, ledger.case_id) == contents(source, ledger.case_id)


def test_head_that_moves_is_tried_again_but_not_for_ever(tmp_path: Path) -> None:
    source, target = MemoryStore(), Counting()
    rich(source)
    target.strikes = 3
    assert taken(source, target, tmp_path / "case").seq == 12
    stuck = Counting()
    stuck.strikes = 1000
    with pytest.raises(StoreLocked), read_archive(tmp_path / "case") as exported:
        take(stuck, exported)
