"""Mails, Markdown, languages and kinds of files."""

import pytest

from tests.ingest.pages import LEAD, OWNER, page
from whence.ingest import Capture, Metadata, formats, ingest
from whence.ingest.language import language_code, language_of
from whence.model.document import Document, Failure


def read(raw: bytes, location: str, metadata: Metadata | None = None) -> Document:
    document = ingest(Capture(location=location, raw=raw, metadata=metadata or Metadata()))
    assert isinstance(document, Document), document
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


MAIL = f"""From: =?utf-8?q?Mara_Ilv=C3=A9s?= <mara@courier.example>
Date: Sun, 09 Nov 2031 07:30:00 +0200
Subject: Boats burn in
 Port Amel
Content-Type: text/plain; charset=utf-8

{LEAD}

{OWNER}

On Sat, 8 Nov 2031, Jon Tamm wrote:
> Did the mayor do it?
> I think so.

--{" "}
Mara
Harbour desk
"""


def test_a_mail_is_its_letter_alone() -> None:
    document = read(MAIL.encode(), "a.eml")
    assert blocks(document) == [("paragraph", LEAD), ("paragraph", OWNER)]
    assert document.byline == "Mara Ilvés"
    assert document.title == "Boats burn in Port Amel"
    assert document.published == "2031-11-09T07:30:00+02:00"
    assert {part.reason for part in document.removed} == {"related", "author_box"}
    assert "mayor" not in document.text


def test_a_mail_with_an_html_part_and_an_attachment() -> None:
    mail = (
        "From: mara@courier.example\nSubject: Boats\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        f"{page()}\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; "
        'filename="x.txt"\n\nNot this.\n--b--\n'
    )
    document = read(mail.encode(), "a.eml")
    assert LEAD in document.text
    assert "Not this" not in document.text
    assert (document.title, document.byline) == ("Boats", "mara@courier.example")


def test_a_mail_answered_on_top() -> None:
    mail = f"From: m@c.example\n\n{LEAD}\n\n-----Original Message-----\nFrom: Jon\n\nIt was you.\n"
    assert read(mail.encode(), "a.eml").text == LEAD


@pytest.mark.parametrize(
    "raw", [b"From: a\n\n", b"Subject: =?x?q?a?=\n\n\n", b"From: =?utf-8?b?a?=\n\n", b"From:"]
)
def test_mails_without_words_are_failures(raw: bytes) -> None:
    assert isinstance(ingest(Capture(location="a.eml", raw=raw)), Failure)


def test_parts_within_parts_without_end_are_a_failure() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number)
        for number in range(3_000)
    )
    found = ingest(Capture(location="a.eml", raw=b"From: a\n" + nested + b"\nBoats burn."))
    assert isinstance(found, Failure)
    assert "parts" in found.reason


MARKDOWN = f"""---
title: Boats burn
author: "Mara Ilves"
date: 2031-11-09
url: https://courier.example/boats
weather: fine
---
# Boats burn in Port Amel
{LEAD}

## What is known

- Two boats
- One pier

> {OWNER}
"""


def test_markdown_keeps_its_marks_and_gives_kinds() -> None:
    document = read(MARKDOWN.encode(), "a.md")
    assert blocks(document) == [
        ("title", "# Boats burn in Port Amel"),
        ("paragraph", LEAD),
        ("heading", "## What is known"),
        ("list", "- Two boats"),
        ("list", "- One pier"),
        ("quote", f"> {OWNER}"),
    ]
    assert MARKDOWN.rstrip().endswith(document.text)
    assert (document.title, document.byline) == ("Boats burn", "Mara Ilves")
    assert (document.published, document.url) == ("2031-11-09", "https://courier.example/boats")
    assert document.media_type == "text/markdown"


def test_markdown_without_front_matter_takes_its_first_heading_as_title() -> None:
    assert read(f"# Boats burn #\n\n{LEAD}".encode(), "a.md").title == "Boats burn"
    assert read(f"{LEAD}\n\n# Later".encode(), "a.md").title is None


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        (f"{LEAD} {OWNER}", None, "en"),
        (f"{LEAD} {OWNER}".upper(), "de", "en"),
        (
            "In der Nacht zum Mittwoch sind im Hafen zwei Boote verbrannt, teilte die Küstenwache "
            "am Morgen mit. Verletzt wurde nach Angaben der Polizei niemand.",
            None,
            "de",
        ),
        ("Boats burn.", None, None),
        ("Boats burn.", "en-GB", "en"),
        ("Boats burn.", "english", None),
        ("", "fr_FR", "fr"),
        ("1 2 3 " * 30, "de", "de"),
    ],
)
def test_the_words_tell_the_language_and_else_what_is_declared(
    text: str, declared: str | None, code: str | None
) -> None:
    assert language_of(text, declared) == code


def test_a_language_told_from_outside_stands() -> None:
    known = Metadata(language="de")
    assert read(LEAD.encode() * 3, "a.txt", known).language == "de"
    assert language_code(" EN-us ") == "en"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"<!DOCTYPE html><html>", "page"),
        (b"<!-- saved --><html>", "page"),
        (b"<!---->" * 400 + b"<html>", "page"),
        (b"<!---->" * 400 + b"x", "plain"),  # once took twice as long with each comment
        (b"<rss version='2.0'><channel>", "feed"),
        (b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
        (b"WARC/1.0\r\n", "warc"),
        (b'{"text": ""}', "jsonl"),
        (b"Received: from a by b\n", "mail"),
        (b"Boats burn <b>", "plain"),
        ("<html>".encode("utf-16-le"), "page"),
        (b"", "plain"),
    ],
)
def test_first_bytes_tell_the_kind(raw: bytes, kind: str) -> None:
    assert formats.sniff(raw) == kind


def test_names_and_declared_types_tell_the_kind() -> None:
    assert formats.kind_of_name("a/b.TXT") == "plain"
    assert formats.kind_of_name("a/b.warc.gz") == "warc"
    assert formats.kind_of_name("a/b") is None
    assert formats.kind_of_type("Text/HTML; charset=x") == "page"
    assert formats.kind_of_type("image/png") is None
    assert formats.charset_of('text/html; charset="KOI8-R"') == "KOI8-R"
    assert set(formats.SUFFIXES.values()) == set(formats.MEDIA_TYPES)


def test_a_sender_of_remarks_within_remarks_does_not_lose_the_letter() -> None:
    letter = read(f"From: {'(' * 900}\n\n{LEAD}\n".encode(), "letter.eml")
    assert LEAD in letter.text
    assert letter.byline is None


@pytest.mark.parametrize("middle", [" " * 200_000, "#" * 200_000])
def test_a_long_heading_of_blanks_or_marks_is_read(middle: str) -> None:
    document = read(f"# a{middle}b\n\n{LEAD}\n".encode(), "a.md")
    assert LEAD in document.text
