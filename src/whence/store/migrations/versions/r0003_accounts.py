"""Team accounts: people, how they log in, what was done to accounts, what each has looked at."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables of accounts, empty: until somebody is invited nobody has to log in."""
    _people()
    _ways_in()
    op.create_table(
        "account_audit",
        sa.Column("id", sa.Integer().with_variant(sa.BigInteger, "postgresql"), primary_key=True),
        *_texts("at", "account_id", "name", "address", "action", "subject", "outcome"),
    )
    op.create_table(
        "account_seen",
        sa.Column("account_id", sa.Text, primary_key=True),
        sa.Column("case_id", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False, unique=True),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("password_number", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
    )
    op.create_table(
        "account_links",
        sa.Column("token_sha256", sa.Text, primary_key=True),
        *_texts("kind", "account_id", "name", "folded", "role"),
        *_texts("made_by", "made_at", "expires_at"),
    )


def _ways_in() -> None:
    op.create_table(
        "account_sessions",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("token_sha256", sa.Text, nullable=False, unique=True),
        sa.Column("account_id", sa.Text, nullable=False, index=True),
        *_texts("address", "began_at", "seen_at"),
    )
    op.create_table(
        "account_tokens",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("token_sha256", sa.Text, nullable=False, unique=True),
        sa.Column("account_id", sa.Text, nullable=False, index=True),
        *_texts("label", "role_cap", "created_at", "expires_at"),
        sa.Column("last_used_at", sa.Text),
    )
    op.create_table(
        "account_tries",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )
