"""Several processes write at once: one chain, no gap, nothing lost, nobody starved."""

from collections import Counter

import pytest

from tests.store.libraries import case, comment, opened, texts, wrong
from tests.store.writers import comments, dying, heard, started
from whence.errors import StoreLocked
from whence.store import postgres, sqlite
from whence.store.sql import SqlStore

WRITERS, EACH = 8, 500


def test_eight_writers_make_one_chain(sql_address: str, sql_library: SqlStore) -> None:
    ledger = case(sql_library)
    running = [started(comments, sql_address, f"w{n}", EACH) for n in range(WRITERS)]
    tries = [list(heard(pipe)) for _, pipe in running]
    for process, _ in running:
        process.join()
        process.close()
    assert all(len(told) == 1 for told in tries)
    assert ledger.head().seq == WRITERS * EACH + 1
    assert wrong(ledger) == []
    found = texts(ledger)
    assert Counter(found) == {f"w{n} {m}": 1 for n in range(WRITERS) for m in range(EACH)}
    for who in range(WRITERS):
        own = [text for text in found if text.startswith(f"w{who} ")]
        assert own == [f"w{who} {number}" for number in range(EACH)]


def test_killed_writer_leaves_no_lock(sql_address: str, sql_library: SqlStore) -> None:
    ledger = case(sql_library)
    for number in range(5):
        process, pipe = started(dying, sql_address)
        assert list(heard(pipe)) == ["within"]
        process.join()
        assert process.exitcode == -9
        process.close()
        ledger.append([comment(str(number))])
    assert texts(ledger) == [str(number) for number in range(5)]
    assert wrong(ledger) == []


def test_writer_that_holds_on_is_told(sql_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    monkeypatch.setattr(postgres, "LOCK_MS", 50)
    store, other = opened(sql_address), opened(sql_address)
    try:
        ledger = case(store)
        with other.writing() as connection:
            connection.exec_driver_sql("UPDATE cases SET name = name")
            with pytest.raises(StoreLocked, match="others kept writing") as locked:
                ledger.append([comment(str(1))])
            assert [one.entry.seq for one in ledger.read()] == [1]
        assert "nothing was lost" in locked.value.hint
        ledger.append([comment(str(2))])
        assert texts(ledger) == ["2"]
    finally:
        store.close()
        other.close()
