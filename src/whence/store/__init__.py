"""The case file: an append-only, verifiable ledger on SQLite or PostgreSQL."""
