"""A library in a database, in SQL that SQLite and PostgreSQL share."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, Row, Table, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from whence.errors import StoreDamaged, StoreError
from whence.model.ledger import START, Entry, Head
from whence.store.protocol import LAST, Batch, HeadMoved, Kinds, NameTaken, Sealed, checked
from whence.store.tables import CAPTURES, CASES, ENTRIES

_SQLITE_NAME = "UNIQUE constraint failed: cases.name"
_CHUNK = 256
"""Rows fetched at a time: a long case is never in memory whole."""

_HEAVY = 4_000_000
"""Bytes of captures given to the driver at a time."""


# Statements that every append runs are made once: making them takes longer than running them.
_CASE = select(CASES).where(CASES.c.id == bindparam("case"))
_SWAPPED = update(CASES).where(CASES.c.id == bindparam("case"), CASES.c.hash == bindparam("before"))


@dataclass(frozen=True)
class Erasing:
    """What else is done when payloads are taken out, so that nothing of them stays.

    ``before`` takes the words of a case's entries out of the index, in the same transaction;
    ``after`` sees to it that erased bytes leave the disk too.
    """

    before: Callable[[Connection, str, Sequence[int]], None]
    after: Callable[[Engine], None]


class SqlStore:
    """Keeps cases in an engine's database, whose schema is up to date.

    ``told`` turns what the driver raises into the library's own errors.
    """

    def __init__(
        self,
        engine: Engine,
        place: str,
        told: Callable[[DBAPIError, str], StoreError],
        erasing: Erasing,
    ) -> None:
        self.engine = engine
        self._place = place
        self._told = told
        self._erasing = erasing
        self._entered = _inserting(engine, ENTRIES)
        # Both databases know what comes last, SQLAlchemy knows it for each apart.
        self._held = f"{_inserting(engine, CAPTURES)} ON CONFLICT DO NOTHING"

    @property
    def place(self) -> str:
        """The file or address of the library, without a password."""
        return self._place

    def heads(self, case_id: str | None = None) -> tuple[Head, ...]:
        """Return the head of every case, or of one, in the order of their names."""
        with self.reading() as connection:
            if case_id is None:
                rows = connection.execute(select(CASES)).all()
            else:
                rows = connection.execute(_CASE, {"case": case_id}).all()
        heads = (
            Head(case_id=row.id, name=row.name, seq=row.seq, hash=row.hash, at=row.at)
            for row in rows
        )
        return tuple(sorted(heads, key=lambda head: head.name))

    def append(self, batch: Batch) -> None:
        """Take a batch, durably, or nothing of it; raises as the protocol says."""
        checked(batch)
        with self.writing() as connection:
            self._move_head(connection, batch)
            for start in range(0, len(batch.entries), _CHUNK):
                chunk = batch.entries[start : start + _CHUNK]
                connection.exec_driver_sql(self._entered, [_row(sealed) for sealed in chunk])
            self._take_captures(connection, batch)
            self._erase(connection, batch)
        if batch.erased_seqs or batch.erased_captures:
            with self.errors():
                self._erasing.after(self.engine)

    def read(
        self, case_id: str, *, after: int = 0, through: int | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        """Yield the entries with ``after`` < seq <= ``through``, in order, as of one moment."""
        wanted = select(ENTRIES).where(
            ENTRIES.c.case_id == case_id, ENTRIES.c.seq > min(after, LAST)
        )
        if through is not None:
            wanted = wanted.where(ENTRIES.c.seq <= min(through, LAST))
        if kinds is not None:
            wanted = wanted.where(ENTRIES.c.kind.in_(sorted(kinds)))
        with self.reading() as connection:
            streamed = connection.execution_options(yield_per=_CHUNK)
            # Whoever reads may stop half-way: the cursor is closed, whatever happens.
            with streamed.execute(wanted.order_by(ENTRIES.c.seq)) as rows:
                for row in rows:
                    yield sealed_of(row)

    def captures(self, case_id: str) -> Iterator[tuple[str, bytes]]:
        """Yield the case's captured bytes with the SHA-256 that they lie under."""
        wanted = select(CAPTURES.c.sha256, CAPTURES.c.raw).where(CAPTURES.c.case_id == case_id)
        with self.reading() as connection:
            # A capture may have megabytes: a few at a time.
            streamed = connection.execution_options(yield_per=4)
            with streamed.execute(wanted.order_by(CAPTURES.c.sha256)) as rows:
                for row in rows:
                    yield row.sha256, as_bytes(row.raw)

    def capture(self, case_id: str, sha256: str) -> bytes | None:
        """Return captured bytes, or None when the case does not hold them (any more)."""
        wanted = select(CAPTURES.c.raw).where(
            CAPTURES.c.case_id == case_id, CAPTURES.c.sha256 == sha256
        )
        with self.reading() as connection:
            found = connection.execute(wanted).scalar_one_or_none()
        return None if found is None else as_bytes(found)

    def close(self) -> None:
        """Let go of files and connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the library."""
        with self.errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept, all of them, when the block ends well."""
        with self.errors(), self.engine.connect() as opened:
            connection = opened.execution_options(whence_writes=True)
            with connection.begin():
                yield connection

    def errors(self) -> AbstractContextManager[None]:
        """Turn what the driver raises within into the library's own errors."""
        return told(self._place, self._told)

    def _move_head(self, connection: Connection, batch: Batch) -> None:
        last = batch.entries[-1].entry
        head = {"seq": last.seq, "hash": last.hash, "at": last.at}
        if batch.previous == START:
            there = select(CASES.c.id).where(CASES.c.id == batch.case_id)
            if connection.execute(there).first() is not None:
                raise HeadMoved(batch.case_id)
            row = {"id": batch.case_id, "name": batch.name, **head}
            try:
                connection.execute(insert(CASES), row)
            except IntegrityError as error:
                raise self._taken(error, batch) from error
            return
        swapped = {"case": batch.case_id, "before": batch.previous, **head}
        if connection.execute(_SWAPPED, swapped).rowcount != 1:
            raise HeadMoved(batch.case_id)

    def _taken(self, error: IntegrityError, batch: Batch) -> Exception:
        """Return why a new case's row was refused: its id is there already, or its name."""
        # PostgreSQL tells the constraint, whose message may be in any language; SQLite the column.
        constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
        by_name = (constraint or str(error.orig)) in ("cases_name_key", _SQLITE_NAME)
        return NameTaken(batch.name) if by_name else HeadMoved(batch.case_id)

    def _take_captures(self, connection: Connection, batch: Batch) -> None:
        for rows in _by_weight(batch, sorted(batch.captures)):
            connection.exec_driver_sql(self._held, rows)

    def _erase(self, connection: Connection, batch: Batch) -> None:
        if seqs := [seq for seq in batch.erased_seqs if seq <= LAST]:
            self._erasing.before(connection, batch.case_id, seqs)
            emptied = update(ENTRIES).where(
                ENTRIES.c.case_id == batch.case_id, ENTRIES.c.seq == bindparam("erased")
            )
            connection.execute(emptied.values(payload=None), [{"erased": seq} for seq in seqs])
        if batch.erased_captures:
            gone = delete(CAPTURES).where(
                CAPTURES.c.case_id == batch.case_id, CAPTURES.c.sha256 == bindparam("erased")
            )
            connection.execute(gone, [{"erased": sha256} for sha256 in batch.erased_captures])


@contextmanager
def told(place: str, turn: Callable[[DBAPIError, str], StoreError]) -> Iterator[None]:
    """Turn what a driver raises within the block into the errors of a library at ``place``."""
    try:
        yield
    except DBAPIError as error:
        raise turn(error, place) from error
    except UnicodeDecodeError as error:  # of the driver's own words for what is damaged
        raise StoreDamaged(place, "its tables cannot be read") from error


def _by_weight(batch: Batch, wanted: list[str]) -> Iterator[list[dict[str, object]]]:
    """Yield rows of captures, a few megabytes at a time."""
    rows: list[dict[str, object]] = []
    weight = 0
    for sha256 in wanted:
        raw = batch.captures[sha256]
        rows.append({"case_id": batch.case_id, "sha256": sha256, "raw": raw})
        weight += len(raw)
        if weight > _HEAVY:
            yield rows
            rows, weight = [], 0
    if rows:
        yield rows


def _inserting(engine: Engine, table: Table) -> str:
    """Return an insert in the driver's own words: SQLAlchemy would go through every value."""
    names = [column.name for column in table.columns]
    form = ":{}" if engine.dialect.paramstyle in ("qmark", "named") else "%({})s"
    values = ", ".join(form.format(name) for name in names)
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({values})"  # noqa: S608 - names of ours


def _row(sealed: Sealed) -> dict[str, object]:
    entry = sealed.entry
    return {
        "case_id": entry.case_id,
        "seq": entry.seq,
        "kind": entry.kind,
        "author": entry.author,
        "at": entry.at,
        "payload_sha256": entry.payload_sha256,
        "payload_size": entry.payload_size,
        "previous": entry.previous,
        "hash": entry.hash,
        "payload": sealed.payload,
    }


def sealed_of(row: "Row[tuple[object, ...]]") -> Sealed:
    """Return an entry from a row with all columns of ``ENTRIES``."""
    held = row._mapping
    entry = Entry(
        case_id=held["case_id"], seq=held["seq"], kind=held["kind"], author=held["author"],
        at=held["at"], payload_sha256=held["payload_sha256"], payload_size=held["payload_size"],
        previous=held["previous"], hash=held["hash"],
    )  # fmt: skip
    payload = held["payload"]
    return Sealed(entry, None if payload is None else as_bytes(payload))


def as_bytes(found: object) -> bytes:
    """Return what stands in a column of bytes; who may write to the file may put anything there."""
    if isinstance(found, bytes | bytearray | memoryview):
        return bytes(found)
    return str(found).encode(errors="surrogateescape")
