"""Words in PostgreSQL: a ``tsvector`` beside each text's place, with a GIN index over them.

The vectors are written here, word for word, and not made by the server's parser, whose notion of a
word depends on its locale.
"""

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from whence.store.fulltext.query import Any, Phrase, Query
from whence.store.fulltext.sql_index import Row, Scope, case_mark, kind_mark

_LOCK = 0x57_4F_52_44_53  # "WORDS": the advisory lock under which the index is changed

_FOUND = "SELECT id, case_number, seq, item FROM search_texts WHERE words @@ %s::tsquery "
_BEST = (
    "SELECT id FROM search_texts WHERE words @@ %s::tsquery "
    "ORDER BY ts_rank_cd(words, %s::tsquery, 1) DESC, id DESC"
)


class TsvectorWords:
    """Keeps words in the column ``words`` of the table ``search_texts``."""

    def lock(self, connection: Connection) -> None:
        """See to it that no other transaction changes the index until this one ends."""
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))

    def insert(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Index texts."""
        connection.exec_driver_sql(
            "INSERT INTO search_texts (id, case_number, seq, item, words) "
            "VALUES (%s, %s, %s, %s, %s::tsvector)",
            [(row.id, row.case_number, row.seq, row.item, _vector(row)) for row in rows],
        )

    def remove(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Do nothing: the words go with the rows, from the disk with the next VACUUM."""

    def wipe(self, connection: Connection) -> None:
        """Do nothing: the words go with the rows."""

    def newest(
        self, connection: Connection, query: Query, scope: Scope, limit: int
    ) -> list[tuple[int, int, int, int]]:
        """Return id, case number, seq and item of the newest hits, the newest first."""
        match = _match(query, scope)
        # Few hits are in the index; of many, the newest are soon found from the end.
        rows = connection.exec_driver_sql(f"{_FOUND} LIMIT %s", (match, limit)).all()
        if len(rows) == limit:
            newest = f"{_FOUND} ORDER BY id DESC LIMIT %s"
            rows = connection.exec_driver_sql(newest, (match, limit)).all()
        found = [(row[0], row[1], row[2], row[3]) for row in rows]
        return sorted(found, reverse=True)

    def best(self, connection: Connection, query: Query, scope: Scope) -> list[int] | None:
        """Return ids, the best first (cover density)."""
        asked = (_match(query, scope), _expression(query))
        return [row[0] for row in connection.exec_driver_sql(_BEST, asked).all()]


def _vector(row: Row) -> str:
    """Return the text form of a vector (PostgreSQL 15, section 8.11.1)."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(row.text.words, start=1):
        places.setdefault(word, []).append(str(place))
    marks = [f"'{mark}'" for mark in row.marks]
    return " ".join((*marks, *(f"'{word}':{','.join(at)}" for word, at in places.items())))


def _match(query: Query, scope: Scope) -> str:
    """Return a query in the text form of a ``tsquery`` (PostgreSQL 15, section 8.11.2)."""
    parts = [_expression(query)]
    if scope.case_number is not None:
        parts.append(f"'{case_mark(scope.case_number)}'")
    if scope.kinds is not None:
        kinds = " | ".join(f"'{kind_mark(kind)}'" for kind in sorted(scope.kinds))
        parts.append(f"({kinds})")
    return " & ".join(parts)


def _expression(query: Query) -> str:
    # Words hold letters and digits alone: no apostrophe can stand in them.
    if isinstance(query, Phrase):
        quoted = " <-> ".join(f"'{word}'" for word in query.words)
        return f"({quoted}{':*' if query.prefix else ''})"
    if isinstance(query, Any):
        return f"({' | '.join(_expression(one) for one in query.options)})"
    must = " & ".join(_expression(one) for one in query.must)
    return f"({must}{''.join(f' & !{_expression(one)}' for one in query.without)})"
