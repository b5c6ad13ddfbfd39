"""Names, first bytes and addresses, as anyone may have written them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import ForbiddenAddress, UnsupportedInput
from whence.run.intake.admitting import address, admitted, file_name, shown_name

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
ZIP = b"PK\x03\x04" + bytes(26) + b"word/document.xml"
WACZ = b"PK\x03\x04" + bytes(26) + b"archive/data.warc.gz"
GZIP = b"\x1f\x8b\x08" + bytes(20)


@pytest.mark.parametrize(
    ("name", "shown", "stored"),
    [
        ("page.html", "page.html", "page.html"),
        ("../../etc/passwd", "etc/passwd", "passwd"),
        ("/etc/cron.d/job.txt", "etc/cron.d/job.txt", "job.txt"),
        ("C:\\Users\\ana\\story.TXT", "Users/ana/story.TXT", "story.txt"),
        ("..", "unnamed", "unnamed"),
        ("", "unnamed", "unnamed"),
        ("a\x00b\n.html", "a b .html", "a b.html"),
        ("gpj.\u202etxt.html", "gpj. txt.html", "gpj. txt.html"),
        (".htaccess", ".htaccess", "htaccess"),
        ("con.txt", "con.txt", "_con.txt"),
        ("Sturm über Ägypten?.html", "Sturm über Ägypten?.html", "Sturm über Ägypten_.html"),
        ("-rf *.txt", "-rf *.txt", "-rf _.txt"),
        ("dump.warc.gz", "dump.warc.gz", "dump.warc.gz"),
        ("half \udcff.txt", "half ?.txt", "half _.txt"),
        ("desk/2031/page.html", "desk/2031/page.html", "page.html"),
    ],
)
def test_names_are_shown_and_stored_without_harm(name: str, shown: str, stored: str) -> None:
    assert shown_name(name) == shown
    assert file_name(shown) == stored


@given(st.text(), st.sampled_from(["", ".html", ".warc.gz", "/..", "\\"]))
def test_no_name_leads_out_of_its_folder(stem: str, ending: str) -> None:
    shown = shown_name(stem + ending)
    stored = file_name(shown)
    assert shown.isprintable()
    assert not shown.startswith("/")
    assert ".." not in shown.split("/")
    assert len(stored.encode()) <= 140
    assert stored.strip(" .") == stored
    assert not set(stored) & set('/\\:*?"<>|\x00')


@given(st.text(min_size=200, max_size=400))
def test_a_long_name_keeps_its_ending(stem: str) -> None:
    assert file_name(shown_name(stem + "x.warc.gz")).endswith(".warc.gz")


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("page.html", b"<p>x", "page"),
        ("page.html.gz", GZIP, "page"),
        ("note", b"<!doctype html><p>x", "page"),
        ("note", b"The police said", "plain"),
        ("dump.warc.gz", GZIP, "warc"),
        ("dump.wacz", WACZ, "wacz"),
        ("package", WACZ, "wacz"),
        ("records.jsonl", b'{"text": "x"}', "jsonl"),
    ],
)
def test_what_is_read_is_admitted(name: str, head: bytes, kind: str) -> None:
    assert admitted(name, name, head) == kind


@pytest.mark.parametrize(
    ("name", "head", "reason"),
    [
        ("page.html", PNG, "it is a PNG picture"),
        ("page.txt", ZIP, "it is a ZIP archive"),
        ("page", ZIP, "it is a ZIP archive"),
        ("page.html", GZIP, "it is a gzip archive"),
        ("page.eml", b"MZ\x90\x00", "it is a program"),
        ("report.docx", ZIP, "files of type '.docx' are not read"),
        ("shell.php", b"<?php", "files of type '.php' are not read"),
        ("dump.warc", PNG, "it is a PNG picture"),
    ],
)
def test_what_is_not_read_is_told(name: str, head: bytes, reason: str) -> None:
    with pytest.raises(UnsupportedInput) as told:
        admitted(name, name, head)
    assert told.value.reason.startswith(reason)
    assert told.value.hint


def test_addresses_are_addresses() -> None:
    assert address(" HTTPS://news.example/a?b=c \n") == "HTTPS://news.example/a?b=c"


@pytest.mark.parametrize(
    "given_",
    [
        "/etc/passwd", "-", "*.html", "file:///etc/passwd", "ftp://news.example/a", "", "https://",
        "news.example/a", "https://a b", "https://a\x00b", "https://news.example/" + "a" * 5000,
        "javascript:alert(1)", "https://a\u202eb/",
    ],
)  # fmt: skip
def test_nothing_else_is_looked_for_on_this_machine(given_: str) -> None:
    with pytest.raises(ForbiddenAddress) as told:
        address(given_)
    assert len(told.value.location) <= 300
