"""The words of a library in a database: what SQLite's and PostgreSQL's index have in common."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from sqlalchemy import Row as SqlRow
from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.engine import Connection

from whence.store.fulltext.finding import MANY, Asked, Matching, More, Place
from whence.store.fulltext.query import Query
from whence.store.fulltext.texts import RULES, Text, texts
from whence.store.protocol import Sealed
from whence.store.sql import SqlStore, sealed_of
from whence.store.tables import (
    ENTRIES,
    SEARCH_CASES,
    SEARCH_RETRACTED,
    SEARCH_TEXTS,
)

MARK: Final = "\ue000"
"""Begins what is no word of a text but tells its case or kind: no word has it."""


@dataclass(frozen=True)
class Row:
    """A text to be indexed: its id, where it stands, and its words."""

    id: int
    case_number: int
    seq: int
    item: int
    text: Text

    @property
    def marks(self) -> tuple[str, str]:
        """The words that tell the text's case and kind."""
        return case_mark(self.case_number), kind_mark(self.text.kind)


@dataclass(frozen=True)
class Scope:
    """In which case and in texts of which kinds; None is everywhere."""

    case_number: int | None
    kinds: Collection[str] | None


def case_mark(number: int) -> str:
    """Return the word that every text of a case has."""
    return f"{MARK}c{number}"


def kind_mark(kind: str) -> str:
    """Return the word that every text of a kind has."""
    return f"{MARK}k{''.join(char for char in kind if char.isalnum())}"


class Words(Protocol):
    """How one sort of database keeps and finds words, within a transaction."""

    def lock(self, connection: Connection) -> None:
        """See to it that no other transaction changes the index until this one ends."""

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Index texts."""

    def remove(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Take texts out, so that their words are gone."""

    def wipe(self, connection: Connection) -> None:
        """Take all texts out."""

    def newest(
        self, connection: Connection, query: Query, scope: Scope, limit: int
    ) -> list[tuple[int, int, int, int]]:
        """Return id, case number, seq and item of the newest hits, the newest first."""

    def best(self, connection: Connection, query: Query, scope: Scope) -> list[int] | None:
        """Return the ids of ``MANY`` hits at most, the best first; None if that takes too long."""


class SqlIndex:
    """Keeps the words of a store's entries in the store's own database."""

    def __init__(self, store: SqlStore, words: Words) -> None:
        self._store = store
        self._words = words

    def through(self) -> Mapping[str, int]:
        """Return up to which seq each case is indexed, by the rules of today."""
        with self._store.reading() as connection:
            rows = connection.execute(select(SEARCH_CASES)).all()
        if any(row.rules != RULES for row in rows):
            return {}
        return {row.case_id: row.through for row in rows}

    def add(self, more: More) -> bool:
        """Index further, durably, or leave it: False when another process was faster."""
        with self._store.writing() as connection:
            self._words.lock(connection)
            if _stale(connection):
                _wipe(connection, self._words)
            number = _moved(connection, more)
            if number is None:
                return False
            rows = _rows(connection, number, more)
            if rows:
                self._words.insert(connection, rows)
            if more.retracted is not None:
                _retract(connection, number, more.retracted)
        return True

    def find(self, asked: Asked, limit: int) -> Matching:
        """Return the places of hits, at most ``limit``."""
        with self._store.reading() as connection:
            cases = {row.number: row for row in connection.execute(select(SEARCH_CASES))}
            numbers = {row.case_id: row.number for row in cases.values()}
            if asked.case_id is not None and asked.case_id not in numbers:
                return Matching(places=(), total=0, more=False, ranked=True)
            number = None if asked.case_id is None else numbers[asked.case_id]
            scope = Scope(number, asked.kinds)
            found = self._words.newest(connection, asked.query, scope, MANY + 1)
            more = len(found) > MANY
            best = None if more else self._words.best(connection, asked.query, scope)
            gone = set() if asked.retracted else _retracted(connection, number)
        by_id = {row[0]: row for row in found[:MANY] if (row[1], row[2]) not in gone}
        order = by_id if best is None else [one for one in best if one in by_id]
        places = [by_id[one] for one in order][:limit]
        return Matching(
            places=[Place(cases[row[1]].case_id, row[2], row[3]) for row in places],
            total=len(by_id),
            more=more,
            ranked=best is not None,
        )

    def entries(self, places: Collection[Place]) -> Mapping[tuple[str, int], Sealed]:
        """Return the entries in which places stand, by case and seq."""
        seqs: dict[str, set[int]] = {}
        for place in places:
            seqs.setdefault(place.case_id, set()).add(place.seq)
        found = {}
        with self._store.reading() as connection:
            for case_id, wanted in seqs.items():
                rows = connection.execute(
                    select(ENTRIES).where(
                        ENTRIES.c.case_id == case_id, ENTRIES.c.seq.in_(sorted(wanted))
                    )
                )
                sealed = (sealed_of(row, self._store.place) for row in rows)
                found.update({(case_id, one.entry.seq): one for one in sealed})
        return found

    def retracted(self, case_id: str) -> Collection[int]:
        """Return the seqs of a case that did not hold when it was last indexed."""
        wanted = select(SEARCH_RETRACTED.c.seq).join(
            SEARCH_CASES, SEARCH_CASES.c.number == SEARCH_RETRACTED.c.case_number
        )
        with self._store.reading() as connection:
            rows = connection.execute(wanted.where(SEARCH_CASES.c.case_id == case_id))
            return set(rows.scalars())


def forget(words: Words, connection: Connection, case_id: str, seqs: Sequence[int]) -> None:
    """Take the words of entries out of the index, while their payloads are still there."""
    words.lock(connection)
    cases = SEARCH_CASES.c.case_id == case_id
    number = connection.execute(select(SEARCH_CASES.c.number).where(cases)).scalar()
    if number is None:
        return
    if _stale(connection):
        _wipe(connection, words)
        return
    indexed = _indexed(connection, number, set(seqs))
    said = {seq: _texts(connection, case_id, seq) for seq in {row.seq for row in indexed}}
    if any(row.item >= len(said[row.seq]) for row in indexed):
        _wipe(connection, words)  # the payload is not what was indexed: only all can be taken out
        return
    if indexed:
        rows = [Row(row.id, number, row.seq, row.item, said[row.seq][row.item]) for row in indexed]
        words.remove(connection, rows)
        gone = delete(SEARCH_TEXTS).where(SEARCH_TEXTS.c.id == bindparam("gone"))
        connection.execute(gone, [{"gone": row.id} for row in rows])


def _indexed(
    connection: Connection, number: int, seqs: Collection[int]
) -> "list[SqlRow[tuple[int, ...]]]":
    """Return the rows of entries; there may be more entries than a statement takes."""
    wanted = select(SEARCH_TEXTS).where(SEARCH_TEXTS.c.case_number == number)
    within = wanted.where(SEARCH_TEXTS.c.seq.between(min(seqs), max(seqs)))
    return [row for row in connection.execute(within) if row.seq in seqs]


def _texts(connection: Connection, case_id: str, seq: int) -> Sequence[Text]:
    wanted = select(ENTRIES).where(ENTRIES.c.case_id == case_id, ENTRIES.c.seq == seq)
    return texts(sealed_of(connection.execute(wanted).one()))


def _stale(connection: Connection) -> bool:
    made = select(SEARCH_CASES.c.number).where(SEARCH_CASES.c.rules != RULES).limit(1)
    return connection.execute(made).first() is not None


def _wipe(connection: Connection, words: Words) -> None:
    words.wipe(connection)
    for table in (SEARCH_TEXTS, SEARCH_RETRACTED, SEARCH_CASES):
        connection.execute(delete(table))


def _moved(connection: Connection, more: More) -> int | None:
    """Note how far the case is indexed and return its number, None if it is not where it was."""
    here = SEARCH_CASES.c.case_id == more.case_id
    row = connection.execute(select(SEARCH_CASES).where(here)).first()
    if more.after != (row.through if row else 0):
        return None
    if row is not None:
        connection.execute(update(SEARCH_CASES).where(here).values(through=more.through))
        number: int = row.number
        return number
    last = connection.execute(select(func.max(SEARCH_CASES.c.number))).scalar() or 0
    made = {"case_id": more.case_id, "through": more.through, "rules": RULES}
    connection.execute(insert(SEARCH_CASES), {"number": last + 1, **made})
    return last + 1


def _rows(connection: Connection, number: int, more: More) -> list[Row]:
    """Return the rows of texts whose payloads have not been taken out since they were read."""
    held = select(ENTRIES.c.seq).where(
        ENTRIES.c.case_id == more.case_id,
        ENTRIES.c.seq.between(more.after + 1, more.through),
        ENTRIES.c.payload.is_(None),
    )
    erased = set(connection.execute(held).scalars())
    last = connection.execute(select(func.max(SEARCH_TEXTS.c.id))).scalar() or 0
    found: list[Row] = []
    for seq, said in more.texts:
        if seq in erased:
            continue
        for item, text in enumerate(said):
            found.append(Row(last + len(found) + 1, number, seq, item, text))
    return found


def _retract(connection: Connection, number: int, seqs: Collection[int]) -> None:
    here = SEARCH_RETRACTED.c.case_number == number
    connection.execute(delete(SEARCH_RETRACTED).where(here))
    if seqs:
        rows = [{"case_number": number, "seq": seq} for seq in sorted(seqs)]
        connection.execute(insert(SEARCH_RETRACTED), rows)


def _retracted(connection: Connection, number: int | None) -> set[tuple[int, int]]:
    wanted = select(SEARCH_RETRACTED)
    if number is not None:
        wanted = wanted.where(SEARCH_RETRACTED.c.case_number == number)
    return {(row.case_number, row.seq) for row in connection.execute(wanted)}
