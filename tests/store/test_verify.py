"""Whatever is touched in a case is found, and told where it stands."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.libraries import AT, case, comment, opened
from whence.errors import StoreDamaged, StoreError, WhenceError
from whence.model.document import Block, Document
from whence.model.ledger import Captured, Head, Redaction
from whence.store.ledger import Beside, Ledger
from whence.store.protocol import Store
from whence.store.sealing import Draft, digest
from whence.store.sql import SqlStore
from whence.store.verify import Proof, verify

PAGES = (b"<p>The ferry burnt at the quay.</p>", b"<p>Nobody was aboard, says the harbour.</p>")
ENTRY_COLUMNS = (
    "case_id", "seq", "kind", "author", "at", "payload_sha256", "payload_size", "previous", "hash",
    "payload",
)  # fmt: skip


def entry(kind: str, payload: Captured | Document | Redaction) -> Draft:
    return Draft(kind=kind, author="Ana", at=AT, payload=payload)


def filled(store: Store) -> Ledger:
    """A case of two captured pages with their documents, and three remarks."""
    ledger = case(store)
    for raw in PAGES:
        words = raw.decode().removeprefix("<p>").removesuffix("</p>")
        kept = Captured(sha256=digest(raw), size=len(raw), location="ferry.html")
        document = Document(
            id=Document.identify(words, None), location="ferry.html", media_type="text/html",
            text=words, blocks=(Block(kind="paragraph", start=0, end=len(words)),),
            raw_sha256=kept.sha256, raw_size=kept.size,
        )  # fmt: skip
        drafts = [entry("capture", kept), entry("document", document)]
        ledger.append(drafts, Beside(captures={kept.sha256: raw}))
    ledger.append([comment("first"), comment("second"), comment("third")])
    return ledger


def told(proof: Proof) -> set[int | None]:
    return {finding.seq for finding in proof.findings}


def test_an_untouched_case_is_whole(library: Store) -> None:
    ledger = filled(library)
    proof = verify(ledger, (ledger.head(),))
    assert proof.findings == ()
    assert (proof.entries, proof.captures) == (8, 2)
    assert proof.head == ledger.head()


def test_taken_out_with_a_reason_is_no_finding(library: Store) -> None:
    ledger = filled(library)
    sha256 = digest(PAGES[0])
    redaction = Redaction(reason="court order", seqs=(3,), captures=(sha256,))
    ledger.append(
        [entry("redaction", redaction)], Beside(erased_seqs=(3,), erased_captures=(sha256,))
    )
    proof = verify(ledger)
    assert proof.findings == ()
    assert (proof.redacted, proof.redacted_captures, proof.captures) == ((3,), (sha256,), 1)


def test_a_redaction_whose_words_are_still_there_is_told(library: Store) -> None:
    ledger = filled(library)
    sha256 = digest(PAGES[0])
    ledger.append([entry("redaction", Redaction(reason="order", seqs=(3,), captures=(sha256,)))])
    found = verify(ledger).findings
    assert {(finding.seq, finding.sha256) for finding in found} == {(3, None), (2, sha256)}


def run(store: SqlStore, statement: str, **values: object) -> None:
    with store.engine.connect() as plain:
        connection = plain.execution_options(whence_writes=True)
        with connection.begin():
            connection.execute(text(statement), values)


@pytest.mark.parametrize(
    ("statement", "seqs"),
    [
        ("DELETE FROM entries WHERE seq = 8", {8}),
        ("DELETE FROM entries WHERE seq = 4", {5}),
        ("DELETE FROM entries", {8}),
        ("UPDATE entries SET payload = NULL WHERE seq = 6", {6}),
        ("UPDATE entries SET author = 'Bo' WHERE seq = 6", {6}),
        ("UPDATE cases SET hash = previous FROM entries WHERE entries.seq = 8", {8}),
        ("UPDATE cases SET at = '2023-01-01T00:00:00Z'", {8}),
        ("UPDATE cases SET seq = 9", {9}),
        ("DELETE FROM captures", {2, 4}),
    ],
)
def test_what_is_deleted_or_rewritten_is_located(
    sql_library: SqlStore, statement: str, seqs: set[int]
) -> None:
    ledger = filled(sql_library)
    run(sql_library, statement)
    assert seqs <= told(verify(ledger))


def test_a_redaction_excuses_nothing_that_came_after_it(sql_library: SqlStore) -> None:
    ledger = filled(sql_library)
    ledger.append([entry("redaction", Redaction(reason="in advance", seqs=(10,)))])
    ledger.append([comment("to be lost")])
    run(sql_library, "UPDATE entries SET payload = NULL WHERE seq = 10")
    assert told(verify(ledger)) == {10}


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        # JSON has bytes in base64, and "document" is base64 of six bytes: the same hash.
        ("UPDATE entries SET kind = x'76872e99e9ed' WHERE seq = 3", 3),
        ("UPDATE entries SET payload = 'text' WHERE seq = 3", 3),
        ("UPDATE entries SET payload = 1000000000000000 WHERE seq = 3", 3),
        ("UPDATE captures SET raw = 1000000000000000", None),
    ],
)
def test_a_value_of_another_type_is_found_in_sqlite(
    tmp_path: Path, statement: str, seq: int | None
) -> None:
    with closing(opened(str(tmp_path / "library.db"))) as store:
        ledger = filled(store)
        run(store, statement)
        assert seq in told(verify(ledger))


@pytest.mark.parametrize("column", ["name", "seq", "hash", "at"])
def test_a_head_of_another_type_is_a_damaged_library(tmp_path: Path, column: str) -> None:
    with closing(opened(str(tmp_path / "library.db"))) as store:
        filled(store)
        run(store, f"UPDATE cases SET {column} = x'00ff'")  # noqa: S608 - a column of ours
        with pytest.raises(StoreDamaged, match=column):
            store.heads()


def test_a_capture_of_nobody_is_told(sql_library: SqlStore) -> None:
    ledger = filled(sql_library)
    run(
        sql_library, "INSERT INTO captures VALUES (:case, :sha256, :raw)",
        case=ledger.case_id, sha256=digest(b"planted"), raw=b"planted",
    )  # fmt: skip
    assert [finding.sha256 for finding in verify(ledger).findings] == [digest(b"planted")]


def rewrite_tail(store: SqlStore, ledger: Ledger, keep: int) -> None:
    """Cut a case after ``keep`` entries, as one does who knows how the library is built."""
    (last,) = ledger.store.read(ledger.case_id, after=keep - 1, through=keep)
    run(store, "DELETE FROM entries WHERE seq > :keep", keep=keep)
    run(
        store, "UPDATE cases SET seq = :seq, hash = :hash, at = :at",
        seq=keep, hash=last.entry.hash, at=last.entry.at,
    )  # fmt: skip


@pytest.mark.parametrize("keep", range(1, 8))
def test_last_entries_that_went_are_found_against_a_saved_head(
    sql_library: SqlStore, keep: int
) -> None:
    ledger = filled(sql_library)
    saved = ledger.head()
    rewrite_tail(sql_library, ledger, keep)
    captures = 2 - (keep >= 2) - (keep >= 4)  # of the chain alone, only they are left over
    assert len(verify(ledger).findings) == captures
    assert saved.seq in told(verify(ledger, (saved,)))


def test_a_tail_written_anew_is_found_against_a_saved_head(sql_library: SqlStore) -> None:
    ledger = filled(sql_library)
    saved = ledger.head()
    rewrite_tail(sql_library, ledger, 7)
    ledger.append([comment("never said")])
    assert verify(ledger).findings == ()
    (finding,) = verify(ledger, (saved,)).findings
    assert finding.seq == saved.seq
    assert "rewritten" in finding.what


def test_a_saved_head_that_is_still_in_the_chain_is_no_finding(library: Store) -> None:
    ledger = filled(library)
    saved = ledger.head()
    ledger.append([comment("later")])
    assert verify(ledger, (saved,)).findings == ()
    assert verify(ledger, (Head(case_id="x", name="x", seq=99, hash="0", at=AT),)).findings


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a filled library, all of it in the one file."""
    path = tmp_path_factory.mktemp("whole") / "library.db"
    store = opened(str(path))
    filled(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def checked(path: Path) -> Proof | None:
    """Return the proof of the library's case, None when the file cannot be opened at all."""
    try:
        store = opened(str(path))
    except StoreError:
        return None
    try:
        heads = store.heads()
        if not heads:
            return None
        return verify(Ledger(store, heads[0].case_id, heads[0].name))
    except WhenceError:
        return None
    finally:
        store.close()


def flipped(value: bytes | str | int, at: int, bit: int) -> bytes | str | int:
    if isinstance(value, int):
        return value ^ (1 << bit)
    raw = value if isinstance(value, bytes) else value.encode()
    place = at % len(raw)
    changed = raw[:place] + bytes([raw[place] ^ (1 << bit)]) + raw[place + 1 :]
    return changed if isinstance(value, bytes) else changed.decode("latin-1")


@settings(max_examples=250, deadline=None)
@given(st.integers(1, 8), st.sampled_from(ENTRY_COLUMNS), st.integers(0, 10_000), st.integers(0, 6))
def test_any_flipped_bit_of_an_entry_or_payload_is_located(
    whole: Path, seq: int, column: str, at: int, bit: int
) -> None:
    def touch(connection: sqlite3.Connection) -> None:
        query = f"SELECT {column} FROM entries WHERE seq = ?"  # noqa: S608 - a column of ours
        (value,) = connection.execute(query, (seq,)).fetchone()
        statement = f"UPDATE entries SET {column} = ? WHERE seq = ?"  # noqa: S608
        try:
            connection.execute(statement, (flipped(value, at, bit), seq))
        except sqlite3.IntegrityError:  # the number of another entry: that one gives way
            connection.execute("DELETE FROM entries WHERE seq = ?", (flipped(value, at, bit),))
            connection.execute(statement, (flipped(value, at, bit), seq))

    proof = touched(whole, touch)
    assert proof is not None
    near = {seq, seq + 1, None}
    if column in ("seq", "case_id"):  # it stands elsewhere now, and is missed where it stood
        near |= {8, seq ^ (1 << bit), (seq ^ (1 << bit)) + 1}
    assert told(proof) & near, proof.findings


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 1), st.integers(0, 10_000), st.integers(0, 7), st.booleans())
def test_any_flipped_bit_of_a_capture_is_located(
    whole: Path, which: int, at: int, bit: int, name: bool
) -> None:
    sha256 = digest(PAGES[which])
    changed = flipped(sha256 if name else PAGES[which], at, bit % 7 if name else bit)

    def touch(connection: sqlite3.Connection) -> None:
        column = "sha256" if name else "raw"
        statement = f"UPDATE captures SET {column} = ? WHERE sha256 = ?"  # noqa: S608
        connection.execute(statement, (changed, sha256))

    proof = touched(whole, touch)
    assert proof is not None
    assert 2 + 2 * which in told(proof)
    assert sha256 in {finding.sha256 for finding in proof.findings}


def touched(whole: Path, touch: Callable[[sqlite3.Connection], None]) -> Proof | None:
    path = whole.with_name("touched.db")
    shutil.copyfile(whole, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        touch(connection)
    return checked(path)


def held(path: Path) -> list[object]:
    """Return all that a library's file holds, as it is read."""
    store = opened(str(path))
    try:
        (head,) = store.heads()
        captures = list(store.captures(head.case_id))
        # The name is what the library calls the case: a label, which no entry vouches for.
        return [(head.case_id, head.hash), *store.read(head.case_id), *captures]
    finally:
        store.close()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_flipped_bit_of_the_file_is_found_or_changes_nothing(
    whole: Path, data: st.DataObject
) -> None:
    raw = whole.read_bytes()
    at = data.draw(st.integers(0, len(raw) - 1))
    bit = data.draw(st.integers(0, 7))
    path = whole.with_name("flipped.db")
    path.write_bytes(raw[:at] + bytes([raw[at] ^ (1 << bit)]) + raw[at + 1 :])
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    proof = checked(path)
    if proof is not None and not proof.findings:
        assert held(path) == held(whole)
