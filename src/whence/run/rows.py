"""Tables that people fill in: CSV with a header, or JSON lines, each row with its place."""

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from math import isfinite

import msgspec

from whence.errors import MalformedRecord

_SEPARATORS = ",;\t"
_SAVE = "save it as CSV in UTF-8 with a header line, or as JSON lines"
_NUMBER = "write a number from 0 to 1 such as 0.6, or 60%"
_decoder = msgspec.json.Decoder(dict[str, str | int | float | bool | None])


@dataclass(frozen=True)
class Row:
    """One row: where it stands ("panel.csv, line 3") and its cells by lower-case column name."""

    location: str
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return a cell on one line, "" when it is empty or there is no such column."""
        return " ".join(self.cells.get(column, "").split())

    def needed(self, column: str) -> str:
        """Return a cell that must be filled in.

        Raises:
            MalformedRecord: when it is empty.
        """
        if told := self.text(column):
            return told
        raise MalformedRecord(self.location, f"no {column} is given", f"fill in {column!r}")

    def probability(self, column: str) -> float:
        """Return a cell as a probability: "0.6", ".6" or "60%".

        Raises:
            MalformedRecord: when it is empty, no number, or not from 0 to 1.
        """
        told = self.needed(column)
        bare = told.removesuffix("%")
        try:
            value = float(bare) / (1 if bare == told else 100)
        except ValueError as error:
            raise MalformedRecord(self.location, f"{told!r} is no number", _NUMBER) from error
        if not isfinite(value) or not 0 <= value <= 1:
            raise MalformedRecord(self.location, f"{told} is no probability", _NUMBER)
        return value


def read_rows(raw: bytes, location: str, columns: Collection[str]) -> tuple[Row, ...]:
    """Return all rows; a first line that starts with "{" means JSON lines. Blank lines are none.

    Raises:
        MalformedRecord: naming the line, when one is no row, or when one of ``columns`` is missing.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise MalformedRecord(f"{location}, line {line}", "this is not UTF-8", _SAVE) from error
    if text.lstrip().startswith("{"):
        return tuple(_json_rows(text, location, columns))
    return tuple(_csv_rows(text, location, columns))


def _json_rows(text: str, location: str, columns: Collection[str]) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        place = f"{location}, line {number}"
        try:
            told = _decoder.decode(line.encode())
        except (msgspec.DecodeError, RecursionError) as error:
            hint = f"a line is an object such as {{{', '.join(map(repr, columns))}: ...}}"
            raise MalformedRecord(place, str(error), hint) from error
        cells = {_name(key): "" if value is None else str(value) for key, value in told.items()}
        _check(cells, columns, place)
        yield Row(place, cells)


def _csv_rows(text: str, location: str, columns: Collection[str]) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            place = f"{location}, line {reader.line_num}"
            if not names:
                names = [_name(cell) for cell in cells]
                _check(names, columns, place)
            elif len(cells) > len(names):
                reason = f"{len(cells)} cells under {len(names)} columns"
                hint = f'put text that holds "{separator}" into double quotes'
                raise MalformedRecord(place, reason, hint)
            else:
                yield Row(place, dict(zip(names, cells, strict=False)))
    except csv.Error as error:
        raise MalformedRecord(f"{location}, line {reader.line_num}", str(error), _SAVE) from error


def _name(column: str) -> str:
    return column.strip().casefold()


def _check(names: Collection[str], columns: Collection[str], place: str) -> None:
    missing = [column for column in columns if column not in names]
    if missing:
        reason = f"there is no column {', '.join(map(repr, missing))}"
        raise MalformedRecord(place, reason, f"columns are: {', '.join(columns)}")
