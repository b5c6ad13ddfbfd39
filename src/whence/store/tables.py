"""The tables of a library, alike on SQLite and PostgreSQL."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

CASES = Table(
    "cases",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""One row a case, with its head: whoever appends swaps ``hash``, or finds that it has moved."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("case_id", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("payload_sha256", Text, nullable=False),
    Column("payload_size", BigInteger, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("payload", LargeBinary),
)
"""The chain of every case; ``payload`` is null where it was taken out."""

CAPTURES = Table(
    "captures",
    METADATA,
    Column("case_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)
"""Captured bytes, each once in a case."""
