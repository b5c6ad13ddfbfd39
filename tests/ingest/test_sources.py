"""Inputs expanded: files, folders, patterns, streams, side-cars, and everything that is wrong."""

import errno
import gzip
import io
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.ingest.pages import page
from whence.errors import FetchError
from whence.ingest import Capture, Metadata, Options, expand, ingest
from whence.model.document import Document, Failure

TEXT = "Two boats burned in the harbour of Port Amel on Tuesday night, the coast guard said.\n"


def captures(found: Iterable[Capture | Failure]) -> list[Capture]:
    listed = list(found)
    assert all(isinstance(one, Capture) for one in listed), listed
    return [one for one in listed if isinstance(one, Capture)]


def failure(found: Iterable[Capture | Failure]) -> Failure:
    (one,) = found
    assert isinstance(one, Failure)
    assert one.stage == "ingest"
    assert one.hint
    return one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "sub" / "c.md").write_text("# Boats burn\n\n" + TEXT)
    (tmp_path / ".hidden" / "d.txt").write_text(TEXT)
    (tmp_path / "b.json").write_text('{"outlet": "The Amel Courier / AP"}')
    return tmp_path


def names(found: Iterable[Capture | Failure]) -> list[str]:
    return [Path(one.location).name for one in found]


def test_a_folder_is_read_recursively_in_order_known_types_only(folder: Path) -> None:
    assert names(captures(expand([str(folder)]))) == ["a.html", "b.txt", "c.md"]


def test_patterns_are_expanded_here_too_and_each_file_is_read_once(folder: Path) -> None:
    assert names(captures(expand([str(folder / "*")]))) == ["a.html", "b.txt", "c.md"]
    assert names(captures(expand([str(folder / "**" / "*.md")]))) == ["c.md"]
    twice = [str(folder / "b.txt"), str(folder), str(folder / "sub" / ".." / "b.txt")]
    assert names(captures(expand(twice))) == ["b.txt", "a.html", "c.md"]


def test_a_sidecar_is_metadata_and_never_a_report(folder: Path) -> None:
    given = [str(folder / "b.json"), str(folder / "b.txt")]
    (capture,) = captures(expand(given))
    document = ingest(capture)
    assert isinstance(document, Document)
    assert (document.outlet, document.credits) == ("The Amel Courier", ("AP",))


def test_all_keys_of_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(TEXT)
    fields = {
        "url": "https://courier.example/1",
        "outlet": " The  Amel Courier ",
        "title": "Boats burn",
        "byline": "Mara Ilves",
        "publication_date": "2031-11 (undated in extract)",
        "language": "en",
        "credits": ["AP", 3, " "],
        "words": 20,
        "licence": {"text": "none"},
    }
    (tmp_path / "r.json").write_text(json.dumps(fields))
    (capture,) = captures(expand([str(tmp_path)]))
    assert capture.metadata == Metadata(
        url="https://courier.example/1",
        outlet="The Amel Courier",
        title="Boats burn",
        byline="Mara Ilves",
        published="2031-11",
        language="en",
        credits=("AP",),
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"publication_date": "not shown (after 2031-11-08)"}, Metadata()),
        ({"published": "2031-11-09", "publication_date": "2030"}, Metadata(published="2031-11-09")),
        ({"url": "(corpus document) 17"}, Metadata()),
        ({"url": "https://courier.example/ (front page)"}, Metadata()),
        ({"url": "file:///etc/passwd", "title": 7, "outlet": None}, Metadata()),
        ({"credits": "AP, Reuters"}, Metadata(credits=("AP", "Reuters"))),
    ],
)
def test_sidecars_take_only_what_is_stated(
    tmp_path: Path, fields: dict[str, object], expected: Metadata
) -> None:
    (tmp_path / "r.txt").write_text(TEXT)
    (tmp_path / "r.json").write_text(json.dumps(fields))
    (capture,) = captures(expand([str(tmp_path / "r.txt")]))
    assert capture.metadata == expected


@pytest.mark.parametrize("raw", ["{broken", "[1]", "", "[" * 10_000, "\xff"])
def test_a_broken_sidecar_is_told_and_its_report_read_all_the_same(
    tmp_path: Path, raw: str
) -> None:
    (tmp_path / "r.txt").write_text(TEXT)
    (tmp_path / "r.json").write_text(raw, encoding="latin-1")
    told, capture = expand([str(tmp_path / "r.txt")])
    assert isinstance(told, Failure)
    assert told.kind == "malformed"
    assert isinstance(capture, Capture)
    assert capture.metadata == Metadata()


def test_what_is_wrong_becomes_a_row_and_the_rest_is_read(folder: Path) -> None:
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    given = [
        str(folder / "missing.txt"),
        str(folder / "none*.txt"),
        str(folder / "notes.docx"),
        str(folder / "b.txt"),
    ]
    found = list(expand(given))
    kinds = [one.kind if isinstance(one, Failure) else "read" for one in found]
    assert kinds == ["missing", "missing", "unsupported", "read"]


def test_folders_without_reports_links_to_nothing_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no reports" in failure(expand([str(tmp_path / "empty")])).reason
    (tmp_path / "loose.txt").symlink_to(tmp_path / "nowhere")
    assert failure(expand([str(tmp_path / "loose.txt")])).kind == "missing"
    os.mkfifo(tmp_path / "pipe.txt")
    assert failure(expand([str(tmp_path / "pipe.txt")])).kind == "unsupported"
    (tmp_path / "lone.json").write_text("{}")
    assert failure(expand([str(tmp_path / "lone.json")])).kind == "unsupported"
    assert failure(expand(["nul\x00l.txt"])).kind == "missing"
    assert failure(expand([""])).kind == "missing"


def test_a_folder_that_is_named_like_a_file_is_read_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site.html").mkdir()
    (tmp_path / "site.html" / "a.txt").write_text(TEXT)
    assert names(captures(expand([str(tmp_path)]))) == ["a.txt"]
    assert names(captures(expand([str(tmp_path / "site.html")]))) == ["a.txt"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission" in failure(expand([str(tmp_path / "a.txt")])).reason


def test_large_files_are_refused_without_being_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as stream:
        stream.truncate(60_000_000)
    started = time.process_time()
    assert failure(expand([str(large)])).kind == "too_large"
    assert time.process_time() - started < 1


def test_the_limit_counts_unpacked_bytes(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"a" * 3_000_000))
    assert failure(expand([str(bomb)], Options(max_bytes=1_000_000))).kind == "too_large"


def test_packed_and_broken_archives(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:30])
    (tmp_path / "c.txt.gz").write_bytes(b"no gzip at all")
    first, second, third = expand([str(tmp_path)])
    assert isinstance(first, Capture)
    assert first.raw == TEXT.encode()
    for broken in (second, third):
        assert isinstance(broken, Failure)
        assert "gzip" in broken.reason


@pytest.mark.parametrize(
    ("raw", "media_type"),
    [
        (TEXT.encode(), "text/plain"),
        (page().encode(), "text/html"),
        (b"\xef\xbb\xbf  <html><p>Boats burn.", "text/html"),
        (b"From: Mara <m@courier.example>\nSubject: Boats\n\nBoats burn.", "message/rfc822"),
    ],
)
def test_standard_input_is_read_by_its_looks(raw: bytes, media_type: str) -> None:
    (capture,) = captures(expand(["-"], stdin=io.BytesIO(raw)))
    assert (capture.media_type, capture.raw) == (media_type, raw)


def test_standard_input_may_be_json_lines_or_absent() -> None:
    lines = io.BytesIO(b'{"text": "Boats burn."}\n{"text": "Boats sink."}\n')
    assert [one.raw for one in captures(expand(["-"], stdin=lines))] == [
        b"Boats burn.",
        b"Boats sink.",
    ]
    assert failure(expand(["-"])).kind == "missing"


def test_a_file_without_a_suffix_is_read_by_its_looks(tmp_path: Path) -> None:
    (tmp_path / "saved").write_text(page())
    (capture,) = captures(expand([str(tmp_path / "saved")]))
    assert capture.media_type == "text/html"


def test_addresses_need_a_fetcher_and_http() -> None:
    assert failure(expand(["https://courier.example/1"])).kind == "fetch"
    assert failure(expand(["file:///etc/passwd"])).kind == "forbidden"
    assert failure(expand(["gopher://courier.example/"])).kind == "forbidden"


class Shelf:
    """A fetcher that has pages at hand."""

    def __init__(self, pages: dict[str, Capture]) -> None:
        self.pages = pages

    def fetch(self, url: str) -> Capture:
        if url not in self.pages:
            raise FetchError(url, "the host answered 404", status=404)
        return self.pages[url]


def test_addresses_are_fetched_and_feeds_among_them_expanded() -> None:
    article = "https://courier.example/1"
    feed = (
        f'<rss version="2.0"><channel><title>C</title><item><link>{article}</link></item></channel>'
        "</rss>"
    )
    shelf = Shelf(
        {
            article: Capture(location=article, raw=page().encode(), url=article),
            "https://courier.example/rss": Capture(
                location="f", raw=feed.encode(), media_type="application/rss+xml"
            ),
            "https://courier.example/xml": Capture(
                location="f", raw=feed.encode(), media_type="text/xml"
            ),
        }
    )
    given = [article, "https://courier.example/rss", "https://courier.example/xml"]
    found = captures(expand(given, fetcher=shelf))
    assert [one.url for one in found] == [article] * 3
    assert [one.location for one in found][1:] == [f"{url}#1" for url in given[1:]]
    assert failure(expand(["https://courier.example/2"], fetcher=shelf)).kind == "fetch"


def test_expanding_is_lazy(folder: Path) -> None:
    found = expand([str(folder / "b.txt"), str(folder / "later.txt")])
    next(found)
    (folder / "later.txt").write_text(TEXT)
    assert isinstance(next(found), Capture)


def test_text_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    book = TEXT * 30
    for name, words in {
        "book.txt": book,
        "book.md": book,
        "book.html": page().replace("<p>", f"<p>{book}", 1),
        "book.eml": f"From: desk@amel.example\n\n{book}",
    }.items():
        path = tmp_path / name
        path.write_text(words)
        (capture,) = captures(expand([str(path)]))
        assert isinstance(ingest(capture), Document)
        refused = ingest(capture, Options(max_characters=len(book) - 2))
        assert isinstance(refused, Failure), name
        assert refused.kind == "too_large"
        assert "max_characters" in refused.hint


def test_mail_of_data_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "data.eml"
    path.write_bytes(b"From: desk@amel.example\n\n" + bytes(range(256)) * 40)
    (capture,) = captures(expand([str(path)]))
    refused = ingest(capture)
    assert isinstance(refused, Failure)
    assert refused.reason == "it holds data, not text"


@pytest.mark.parametrize("name", ["none.jsonl", "none.rss", "none.xml", "none.ndjson"])
def test_empty_stream_is_a_failure(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\n \n" if name.endswith("jsonl") else b"")
    assert failure(expand([str(path)])).reason == "it is empty"


def test_stream_that_is_a_picture_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "picture.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\n\x00" * 50)
    assert "a PNG picture" in failure(expand([str(path)])).reason


def test_record_that_is_none_says_what_a_record_is(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("[]\n")
    assert '{"text": ...}' in failure(expand([str(path)])).hint


def test_half_a_surrogate_pair_costs_one_character(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    record = {"text": f"{TEXT} cut \ud83d", "title": "half \udfff", "outlet": "whole \U0001f525"}
    path.write_text(json.dumps(record) + "\n")
    (capture,) = captures(expand([str(path)]))
    assert capture.raw.decode().endswith("cut \ufffd")
    assert capture.metadata.title == "half \ufffd"
    assert capture.metadata.outlet == "whole \U0001f525"
    path.write_text('{"text": "\\ud83d", "title": }\n')
    assert failure(expand([str(path)])).kind == "malformed"


def test_standard_input_is_read_once_and_unpacked() -> None:
    packed = io.BytesIO(gzip.compress(page().encode()))
    (capture,) = captures(expand(["-", "-"], stdin=packed))
    assert capture.media_type == "text/html"
    assert capture.raw == page().encode()


@pytest.mark.parametrize("charset", ["utf-16", "utf-8-sig"])
def test_marked_page_on_standard_input_is_a_page(charset: str) -> None:
    (capture,) = captures(expand(["-"], stdin=io.BytesIO(page().encode(charset))))
    assert capture.media_type == "text/html"


def test_folders_that_may_not_be_opened_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut, whole_listing, whole_state = folder / "sub", os.scandir, os.lstat

    def scandir(path: str) -> object:  # a superuser, as in containers, may open everything
        if Path(path) == shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole_listing(path)

    def lstat(path: str, **options: object) -> object:
        if Path(path).parent == shut:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole_state(path)

    monkeypatch.setattr("os.scandir", scandir)
    monkeypatch.setattr("os.lstat", lstat)
    *read, told = expand([str(folder)])
    assert names(read) == ["a.html", "b.txt"]
    assert isinstance(told, Failure)
    assert (told.location, told.reason) == (str(shut), "it may not be read (permission denied)")
    assert failure(expand([str(shut)])).reason == told.reason
    assert failure(expand([str(shut / "c.md")])).reason == told.reason


def test_links_that_lead_nowhere_or_out_of_a_folder_and_pipes_are_told(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "in", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "round.txt").symlink_to("trip.txt")
    (folder / "trip.txt").symlink_to("round.txt")
    (folder / "up").symlink_to(folder)
    (folder / "out").symlink_to(elsewhere)
    os.mkfifo(folder / "pipe.txt")
    found = list(expand([str(folder)]))
    assert [one.location for one in found if isinstance(one, Capture)] == [str(folder / "a.txt")]
    failures = {Path(one.location).name: one for one in found if isinstance(one, Failure)}
    assert set(failures) == {"round.txt", "trip.txt", "out", "pipe.txt"}
    assert failures["round.txt"].reason == "it is a link to nothing"
    assert "take the link away" in failures["round.txt"].hint
    assert "not followed" in failures["out"].reason
