"""The tables of a library, alike on SQLite and PostgreSQL."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, MetaData, Table, Text

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

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),
    Column("password", Text, nullable=False),
    Column("password_number", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", Text, nullable=False),
)
"""A team's people; ``password`` is an argon2 hash, and the number says how often it was set."""

LINKS = Table(
    "account_links",
    METADATA,
    Column("token_sha256", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("account_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)
"""Open invitations and password resets; what was used or replaced is taken out."""

SESSIONS = Table(
    "account_sessions",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("token_sha256", Text, nullable=False, unique=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("began_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
)
"""Who is logged in, from where, and when they were last heard of."""

TOKENS = Table(
    "account_tokens",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("token_sha256", Text, nullable=False, unique=True),
    Column("account_id", Text, nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("role_cap", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("last_used_at", Text),
)
"""What programs log in with, never with more than ``role_cap``."""

TRIES = Table(
    "account_tries",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
"""Failed logins in a row, by the hash of a name or of an address."""

AUDIT = Table(
    "account_audit",
    METADATA,
    Column("id", Integer().with_variant(BigInteger, "postgresql"), primary_key=True),
    Column("at", Text, nullable=False),
    Column("account_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("outcome", Text, nullable=False),
)
"""Who did what to accounts, from where: rows are added and never changed."""

SEEN = Table(
    "account_seen",
    METADATA,
    Column("account_id", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", Text, nullable=False),
)
"""The last entry of each case that a person has looked at."""
