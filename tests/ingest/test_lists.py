"""Newsletters: their sender is an outlet, and their imprint is no part of the report."""

import pytest

from whence.ingest import Capture, ingest
from whence.ingest.dates import dateline_date
from whence.model.document import Document

LETTER = (
    b'From: "The Harbour Note" <note@harbour.example>\r\n'
    b"Subject: A fire on the pier\r\n"
    b"List-Unsubscribe: <https://harbour.example/u/1>\r\n"
    b"Date: Thu, 13 Mar 2025 06:30:00 +0200\r\n"
    b'Content-Type: text/plain; charset="utf-8"\r\n\r\n'
    b"View this e-mail in your browser: https://harbour.example/1\r\n\r\n"
    b"A fire destroyed the northern pier on Wednesday, the port authority said.\r\n\r\n"
    b"Nobody was hurt, and the cause of the fire is still being looked into.\r\n\r\n"
    b"Enjoying the Harbour Note? Forward it to a friend.\r\n\r\n"
    b"You receive this e-mail because you signed up at harbour.example.\r\n"
    b"Unsubscribe: https://harbour.example/u/1\r\n"
    b"The Harbour Note, 7 Quay Street, Port Velan\r\n"
)


UNLISTED = LETTER.replace(b"List-Unsubscribe: <https://harbour.example/u/1>\r\n", b"")


def read(raw: bytes) -> Document:
    made = ingest(Capture(location="note.eml", raw=raw))
    assert isinstance(made, Document), made
    return made


def test_a_list_is_an_outlet_and_loses_its_imprint() -> None:
    letter = read(LETTER)
    assert letter.outlet == "The Harbour Note"
    assert letter.byline is None
    assert [letter.text[block.start : block.end][:7] for block in letter.blocks] == [
        "A fire ",
        "Nobody ",
    ]
    assert len(letter.removed) >= 4


def test_a_person_who_writes_is_no_outlet() -> None:
    letter = read(UNLISTED.replace(b"The Harbour Note", b"Thea Holm"))
    assert letter.outlet is None
    assert letter.byline == "Thea Holm"


def test_who_writes_under_the_name_of_a_paper_is_an_outlet_without_a_list_too() -> None:
    letter = read(UNLISTED)
    assert letter.outlet == "The Harbour Note"
    assert letter.byline is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("PORT VELAN, Selva, March 11, 2025 (Norra) - Two boats burned.", "2025-03-11"),
        ("PORT VELAN, 11 March 2025 — Two boats burned.", "2025-03-11"),
        ("PORT VELAN, March 11 (Norra) - Two boats burned.", None),
        ("On March 11, 2025, two boats burned.", None),
    ],
)
def test_a_dateline_dates_the_report(text: str, date: str | None) -> None:
    assert dateline_date(text) == date
