"""Inputs made to be slow or to break what reads them: they would have taken hours."""

import httpx
import pytest

from tests.ingest.web.test_fetch import Site, fetcher
from whence.errors import FetchError, ForbiddenAddress
from whence.ingest import Capture, Metadata, formats, ingest
from whence.model.document import Document, Failure

NEWS = "A bomb killed three people at the mill in Harrow on Sunday, the police there said."


def read(raw: bytes, location: str) -> Document | Failure:
    return ingest(Capture(location=location, raw=raw, metadata=Metadata()))


@pytest.mark.parametrize("comments", [b"<!---->" * 60, b"<!-- -->\n" * 60, b"<!-- a -- > " * 60])
def test_a_row_of_comments_is_skipped_once(comments: bytes) -> None:
    assert formats.sniff(comments + b"x") == "plain"
    assert formats.sniff(b"<!-- a -->" * 60 + b"<!doctype html><p>a") == "page"


def test_comments_within_comments_of_an_address_tell_no_sender() -> None:
    document = read(b"From: " + b"(" * 5000 + b"\n\n" + NEWS.encode(), "a.eml")
    assert isinstance(document, Document)
    assert NEWS in document.text


def test_the_form_of_a_mail_is_looked_through_once() -> None:
    form = b'Content-Type: text/plain; charset="' + b";" * 500_000
    document = read(
        b"From: Ana Ruiz <ana@mill.example>\n" + form + b"\n\n" + NEWS.encode(), "a.eml"
    )
    assert isinstance(document, Document)
    assert NEWS in document.text


def test_lists_within_lists_without_end_are_no_article() -> None:
    page = b"<html><body><article>" + b"<ul><li>a b c d" * 700 + b"<p>" + NEWS.encode()
    failure = read(page, "a.html")
    assert isinstance(failure, Failure)
    assert "nested too deeply" in failure.reason


@pytest.mark.parametrize("host", ["☃.example", "xn--.example", "xn--"])
def test_a_host_name_that_is_none_is_a_failure_of_that_address(host: str) -> None:
    with pytest.raises((FetchError, ForbiddenAddress)):
        fetcher(Site()).fetch(f"http://{host}/")


def test_a_host_name_that_is_none_behind_a_redirect() -> None:
    site = Site(boats=lambda _: httpx.Response(302, headers={"location": "http://xn--/"}))
    with pytest.raises((FetchError, ForbiddenAddress)):
        fetcher(site).fetch("https://courier.example/boats")
