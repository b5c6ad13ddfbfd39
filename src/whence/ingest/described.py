"""Metadata written beside a report: side-cars, records of JSON lines."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from whence.errors import MalformedRecord
from whence.ingest.capture import Metadata
from whence.ingest.dates import iso_prefix

_LARGEST = 1_000_000
_SIDECAR_HINT = "a side-car is a JSON object with url, outlet, title, byline, published, credits"
_HALF_PAIR = re.compile("[\ud800-\udfff]")
REPORT_SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".eml")
"""Files that may have a side-car."""


def _text(fields: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _credits(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else str(value or "").split(",")
    return tuple(" ".join(name.split()) for name in names if isinstance(name, str) and name.strip())


def json_object(raw: bytes) -> dict[str, object]:
    """Return a JSON object; half a surrogate pair, as cut-off posts leave it, becomes "\ufffd".

    Raises:
        ValueError: when it is something else, or no JSON.
        RecursionError: when it is nested too deeply.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(raw, type=dict[str, object])
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        if not re.search(rb"\\u[dD][89a-fA-F]", raw):
            raise
        told = json.dumps(json.loads(raw), ensure_ascii=False)
        return msgspec.json.decode(_HALF_PAIR.sub("\ufffd", told), type=dict[str, object])


def metadata_of(fields: Mapping[str, object]) -> Metadata:
    """Return the metadata in a JSON object; keys that mean nothing here are passed over.

    Of a date only an ISO 8601 prefix at its very start is taken, and of an address only one that
    is an http(s) address and nothing else.
    """
    url = _text(fields, "url")
    stated = _text(fields, "published"), _text(fields, "publication_date")
    dates = [date for text in stated if text and (date := iso_prefix(text))]
    return Metadata(
        url=url if url and re.fullmatch(r"https?://\S+", url) else None,
        outlet=_text(fields, "outlet"),
        title=_text(fields, "title"),
        byline=_text(fields, "byline"),
        published=dates[0] if dates else None,
        language=_text(fields, "language"),
        credits=_credits(fields.get("credits")),
    )


def sidecar_of(report: Path) -> Path | None:
    """Return the side-car of a report (``<stem>.json`` beside it), or None when it has none."""
    if report.suffix.lower() not in REPORT_SUFFIXES:
        return None
    beside = report.with_suffix(".json")
    return beside if beside.is_file() else None


def is_sidecar(path: Path) -> bool:
    """Tell whether a file is the side-car of a report beside it."""
    return path.suffix.lower() == ".json" and any(
        path.with_suffix(suffix).is_file() for suffix in REPORT_SUFFIXES
    )


def read_sidecar(path: Path) -> Metadata:
    """Read a side-car.

    Raises:
        MalformedRecord: when it is no JSON object, too large, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise MalformedRecord(str(path), "the side-car is too large", hint=_SIDECAR_HINT)
        return metadata_of(json_object(raw))
    except (ValueError, RecursionError, OSError) as error:
        reason = f"the side-car cannot be read ({error})"
        raise MalformedRecord(str(path), reason, hint=_SIDECAR_HINT) from error
