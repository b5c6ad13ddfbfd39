"""The last entry of each case that a person has looked at, to tell what is new since then."""

from sqlalchemy import select, text

from whence.store.accounts.moments import whole
from whence.store.protocol import LAST, refuse_unfit
from whence.store.sql import SqlStore
from whence.store.tables import SEEN

_MARKED = text(
    "INSERT INTO account_seen (account_id, case_id, seq, at) VALUES (:account, :case, :seq, :at) "
    "ON CONFLICT (account_id, case_id) DO UPDATE SET seq = excluded.seq, at = excluded.at "
    "WHERE excluded.seq > account_seen.seq "
    "OR (excluded.seq = account_seen.seq AND excluded.at > account_seen.at)"
)


class Seen:
    """What the people of one library have looked at; "" is whoever works in it alone."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def mark(self, account_id: str, case_id: str, seq: int, at: str) -> None:
        """Keep that a case was looked at up to an entry; what was seen before stays seen.

        Raises:
            CaseRefused: when the case's id can be none.
        """
        refuse_unfit(account_id, case_id)
        row = {"account": account_id, "case": case_id, "seq": min(seq, LAST), "at": whole(at)}
        with self._store.writing() as connection:
            connection.execute(_MARKED, row)

    def of(self, account_id: str) -> dict[str, tuple[int, str]]:
        """Return, for each case that a person has looked at, the last entry seen and when."""
        wanted = select(SEEN).where(SEEN.c.account_id == account_id)
        with self._store.reading() as connection:
            return {row.case_id: (row.seq, row.at) for row in connection.execute(wanted)}
