"""Full-text search: what is indexed, and the words; all of it can be made anew from the entries."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_GIN = "CREATE INDEX search_words ON search_texts USING gin (words) WITH (fastupdate = off)"
"""Without a list of what is still to be indexed, which every search would have to read through."""

_FTS5 = """
CREATE VIRTUAL TABLE search_words USING fts5(place, folded, content='', tokenize='ascii')
"""
"""Without a copy of the texts; they come folded, so that nothing but blanks parts their words."""


def upgrade() -> None:
    """Make the tables of the index, empty."""
    op.create_table(
        "search_cases",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("case_id", sa.Text, nullable=False, unique=True),
        sa.Column("through", sa.Integer, nullable=False),
        sa.Column("rules", sa.Text, nullable=False),
    )
    op.create_table(
        "search_texts",
        sa.Column("id", sa.Integer().with_variant(sa.BigInteger, "postgresql"), primary_key=True),
        sa.Column("case_number", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("item", sa.Integer, nullable=False),
    )
    op.create_table(
        "search_retracted",
        sa.Column("case_number", sa.Integer, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE search_texts ADD COLUMN words tsvector NOT NULL")
        op.execute(_GIN)
    else:
        op.execute(_FTS5)
