"""The JSON schema of the case file."""

from typing import Any

import msgspec

from whence.model.case import SCHEMA, Case

SCHEMA_ID = f"urn:whence:schema:{SCHEMA.removeprefix('whence.').replace('/', ':')}"
"""Identifier of the schema; it names a version and needs no network."""


def schema() -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of case.json, described by the model's docstrings."""
    body = msgspec.json.schema(Case)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Whence case file",
        "description": "One question with its documents, readings, origins, incident, assessment.",
        **body,
    }
