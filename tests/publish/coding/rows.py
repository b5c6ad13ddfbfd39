"""Tables read back the way a coder's program reads them."""

import csv
from io import StringIO


def only_row(raw: bytes) -> dict[str, str]:
    """Return the one row of a table by column."""
    (row,) = csv.DictReader(StringIO(raw.decode("utf-8"), newline=""), strict=True)
    assert None not in row
    assert None not in row.values()
    return row
