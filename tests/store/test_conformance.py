"""What every store promises, held against each: memory, SQLite and a real PostgreSQL."""

from tests.store.libraries import AT, case, comment, texts, wrong

from whence.store.protocol import Store


def test_empty_library_has_no_cases(library: Store) -> None:
    assert library.heads() == ()
    assert list(library.read("case-none")) == []
    assert list(library.captures("case-none")) == []
    assert library.capture("case-none", "0" * 64) is None


def test_what_was_appended_is_read_in_order(library: Store) -> None:
    ledger = case(library)
    for number in range(3):
        ledger.append([comment(f"{number}a"), comment(f"{number}b")])
    assert [sealed.entry.seq for sealed in ledger.read()] == list(range(1, 8))
    assert texts(ledger) == [
        f'{{"text":"{n}{part}","subject":""}}' for n in range(3) for part in "ab"
    ]
    assert wrong(ledger) == []
    assert ledger.head().at == AT
