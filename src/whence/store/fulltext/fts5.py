"""Words in SQLite's FTS5, in a table without a copy of the texts.

Such a table forgets a text only when it is told it again, word for word: the texts are worked out
from the payload before that is taken out. Deleted words stand in the table's older parts until
these are merged, which ``remove`` sees to.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.engine import Connection

from whence.store.fulltext.query import All, Any, Phrase, Query, phrases
from whence.store.fulltext.sql_index import Row, Scope, case_mark, kind_mark

COMMON: Final = 40_000
"""Texts up to which a phrase bears on which hit is best: counting more of them takes too long."""

_RANKED = 6_000

_FOUND = """
SELECT t.id, t.case_number, t.seq, t.item
FROM search_words JOIN search_texts t ON t.id = search_words.rowid
WHERE search_words MATCH ? ORDER BY search_words.rowid DESC LIMIT ?
"""
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM search_words WHERE search_words MATCH ? LIMIT ?)"
_BEST = """
SELECT rowid FROM search_words WHERE search_words MATCH ?
ORDER BY bm25(search_words, 0.0, 1.0), rowid DESC
"""


class Fts5Words:
    """Keeps words in the virtual table ``search_words``."""

    def lock(self, connection: Connection) -> None:
        """Do nothing: SQLite has one writer at a time."""

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Index texts."""
        connection.exec_driver_sql(
            "INSERT INTO search_words (rowid, place, folded) VALUES (?, ?, ?)",
            [(row.id, *_columns(row)) for row in rows],
        )
        connection.exec_driver_sql(
            "INSERT INTO search_texts (id, case_number, seq, item) VALUES (?, ?, ?, ?)",
            [(row.id, row.case_number, row.seq, row.item) for row in rows],
        )

    def remove(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Take texts out, so that their words are gone."""
        connection.exec_driver_sql(
            "INSERT INTO search_words (search_words, rowid, place, folded) "
            "VALUES ('delete', ?, ?, ?)",
            [(row.id, *_columns(row)) for row in rows],
        )
        connection.exec_driver_sql("INSERT INTO search_words (search_words) VALUES ('optimize')")

    def wipe(self, connection: Connection) -> None:
        """Take all texts out."""
        connection.exec_driver_sql("INSERT INTO search_words (search_words) VALUES ('delete-all')")

    def newest(
        self, connection: Connection, query: Query, scope: Scope, limit: int
    ) -> list[tuple[int, int, int, int]]:
        """Return id, case number, seq and item of the newest hits, the newest first."""
        rows = connection.exec_driver_sql(_FOUND, (_match(query, scope), limit)).all()
        return [(row[0], row[1], row[2], row[3]) for row in rows]

    def best(self, connection: Connection, query: Query, scope: Scope) -> list[int] | None:
        """Return ids, the best first (BM25); None if that takes too long.

        BM25 counts the texts of the whole library that hold a phrase, over and over: phrases that
        are common do not bear on the order, nor do kinds.
        """
        common = frozenset(one for one in set(phrases(query)) if self._common(connection, one))
        telling = _without(query, common)
        if telling is None:
            return None
        match = _match(telling, Scope(scope.case_number, None))
        if self._count(connection, match, _RANKED + 1) > _RANKED:
            return None
        return [row[0] for row in connection.exec_driver_sql(_BEST, (match,)).all()]

    def _common(self, connection: Connection, phrase: Phrase) -> bool:
        match = f"{{folded}} : {_expression(phrase)}"
        return self._count(connection, match, COMMON + 1) > COMMON

    def _count(self, connection: Connection, match: str, most: int) -> int:
        count: int = connection.exec_driver_sql(_COUNT, (match, most)).scalar_one()
        return count


def _columns(row: Row) -> tuple[str, str]:
    return " ".join(row.marks), " ".join(row.text.words)


def _without(query: Query, common: frozenset[Phrase]) -> Query | None:
    """Return a query that finds no less, without common phrases; None when nothing is left."""
    if isinstance(query, Phrase):
        return None if query in common else query
    if isinstance(query, Any):
        options = [_without(one, common) for one in query.options]
        kept = tuple(one for one in options if one is not None)
        return Any(kept) if len(kept) == len(options) else None
    must = tuple(one for one in (_without(one, common) for one in query.must) if one is not None)
    without = tuple(one for one in query.without if common.isdisjoint(phrases(one)))
    return All(must, without) if must else None


def _match(query: Query, scope: Scope) -> str:
    """Return a query in FTS5's own language (SQLite, FTS5, section 3)."""
    parts = [f"{{folded}} : ({_expression(query)})"]
    if scope.case_number is not None:
        parts.append(f'{{place}} : "{case_mark(scope.case_number)}"')
    if scope.kinds is not None:
        kinds = " OR ".join(f'"{kind_mark(kind)}"' for kind in sorted(scope.kinds))
        parts.append(f"{{place}} : ({kinds})")
    return " AND ".join(parts)


def _expression(query: Query) -> str:
    # Words hold letters and digits alone: no quotation mark can stand in them.
    if isinstance(query, Phrase):
        return f'"{" ".join(query.words)}"{" *" if query.prefix else ""}'
    if isinstance(query, Any):
        return f"({' OR '.join(_expression(one) for one in query.options)})"
    must = " AND ".join(_expression(one) for one in query.must)
    return f"(({must}){''.join(f' NOT {_expression(one)}' for one in query.without)})"
