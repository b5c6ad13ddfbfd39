import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.publish.coding.table import defused, render


@pytest.mark.parametrize("text", ["=1+1", "+44", "-cmd|' /C calc'!A0", "@SUM(A1)"])
def test_what_looks_like_a_formula_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}"
    ((_,), (cell,)) = csv.reader(StringIO(render(["a"], [{"a": text}]).decode()))
    assert cell == f"'{text}"


def test_a_control_before_a_formula_does_not_hide_it() -> None:
    ((_,), (cell,)) = csv.reader(StringIO(render(["a"], [{"a": "\t=1\r\n+2"}]).decode()))
    assert cell == "'=1 +2"


def test_numbers_and_dates_stay_as_they_are() -> None:
    raw = render(["a", "b", "c", "d"], [{"a": -97.15, "b": 0, "c": date(2031, 3, 4), "d": None}])
    assert raw == b"a,b,c,d\r\n-97.15,0,2031-03-04,\r\n"


def test_hidden_controls_are_shown() -> None:
    assert "\ufffd" in render(["a"], [{"a": "x\u202ey"}]).decode()


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_every_cell_comes_back_on_one_line(texts: list[str]) -> None:
    columns = [f"c{place}" for place in range(len(texts))]
    raw = render(columns, [dict(zip(columns, texts, strict=True))]).decode()
    head, row = csv.reader(StringIO(raw))
    assert head == columns
    assert len(row) == len(texts)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    assert not any("\n" in cell for cell in row)


def test_a_row_has_the_columns_and_no_other() -> None:
    with pytest.raises(KeyError):
        render(["a"], [{}])
    with pytest.raises(ValueError, match="no such column: b"):
        render(["a"], [{"a": 1, "b": 2}])
