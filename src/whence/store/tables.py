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

SEARCH_CASES = Table(
    "search_cases",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("case_id", Text, nullable=False, unique=True),
    Column("through", Integer, nullable=False),
    Column("rules", Text, nullable=False),
)
"""Up to which seq the words of each case are indexed, by which rules, and the number it has."""

SEARCH_TEXTS = Table(
    "search_texts",
    METADATA,
    Column("id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True),
    Column("case_number", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("item", Integer, nullable=False),
)
"""Where each indexed text stands; on PostgreSQL with its ``words``, on SQLite FTS5 has them."""

SEARCH_RETRACTED = Table(
    "search_retracted",
    METADATA,
    Column("case_number", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
)
"""Entries that do not hold."""
