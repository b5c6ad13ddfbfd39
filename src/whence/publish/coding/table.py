"""Rows as CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import StringIO

from whence.publish.texts import clean, squeeze

Cell = str | int | float | date | None
Row = Mapping[str, Cell]

_FORMULA = ("=", "+", "-", "@")


def render(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return a table in UTF-8 with a head line and CRLF line ends; None is an empty cell.

    Raises:
        KeyError: when a row lacks a column.
        ValueError: when it has one more.
    """
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        if extra := set(row) - set(columns):
            raise ValueError(f"no such column: {', '.join(sorted(extra))}")
        writer.writerow([_cell(row[column]) for column in columns])
    return out.getvalue().encode("utf-8")


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return defused(clean(squeeze(value)))
    return value.isoformat() if isinstance(value, date) else f"{value}"


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: a quote goes before what looks like one.

    Numbers are no text and stay as they are. See OWASP, "CSV Injection".
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
