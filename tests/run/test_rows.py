import pytest

from whence.errors import MalformedRecord
from whence.run.rows import Row, read_rows

COLUMNS = ("judge", "probability")


def cells(raw: str) -> list[dict[str, str]]:
    return [row.cells for row in read_rows(raw.encode(), "panel", COLUMNS)]


def test_csv_and_json_lines_read_alike() -> None:
    table = cells("Judge, Probability ,reason\nAda,0.6,\n\nBen,40%,style\n")
    lines = cells(
        '{"judge": "Ada", "probability": 0.6, "reason": null}\n\n'
        '{"judge": "Ben", "probability": "40%", "Reason": "style"}\n'
    )
    assert table == lines
    assert table[1] == {"judge": "Ben", "probability": "40%", "reason": "style"}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separator_quotes_and_byte_order_mark(separator: str) -> None:
    raw = separator.join(("\ufeffjudge", "probability")) + f'\r\n"A{separator} B"{separator}.5\r\n'
    (row,) = read_rows(raw.encode(), "panel", COLUMNS)
    assert row.text("judge") == " ".join(f"A{separator} B".split())
    assert row.location == "panel, line 2"
    assert row.probability("probability") == 0.5


def test_nothing_in_it_is_no_row() -> None:
    assert read_rows(b"", "panel", COLUMNS) == ()
    assert read_rows(b"judge,probability\n", "panel", COLUMNS) == ()


def test_short_rows_have_empty_cells() -> None:
    (row,) = read_rows(b"judge,probability\nAda\n", "panel", COLUMNS)
    with pytest.raises(MalformedRecord, match="panel, line 2: no probability is given"):
        row.probability("probability")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"judge\nAda\n", "panel, line 1: there is no column 'probability'"),
        (b'\n{"judge": "Ada"}\n', "panel, line 2: there is no column 'probability'"),
        (b'{"judge": "Ada", "probability": 1}\n[]\n', "panel, line 2"),
        (b'{"judge": {}, "probability": 1}\n', "panel, line 1"),
        (b"judge,probability\nAda,1,2\n", "panel, line 2: 3 cells under 2 columns"),
        (b'judge,probability\n"Ada,1\n', "panel, line 2"),
        (b"judge,probability\nAda,\xff\n", "panel, line 2: this is not UTF-8"),
    ],
)
def test_what_is_no_table(raw: bytes, words: str) -> None:
    with pytest.raises(MalformedRecord, match=words) as refused:
        read_rows(raw, "panel", COLUMNS)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("told", "value"), [("0", 0.0), ("1", 1.0), (".25", 0.25), ("60%", 0.6), ("60 %", 0.6)]
)
def test_shares_and_per_cents_are_probabilities(told: str, value: float) -> None:
    assert Row("here", {"p": told}).probability("p") == pytest.approx(value)


@pytest.mark.parametrize("told", ["", "likely", "60", "-0.1", "nan", "inf", "101%", "0,6"])
def test_what_is_no_probability_is_refused_with_its_line(told: str) -> None:
    with pytest.raises(MalformedRecord) as refused:
        Row("here", {"p": told}).probability("p")
    assert refused.value.location == "here"
