"""Archives of the auto-archiver: their pages, posts and media, and what is wrong with them."""

from collections.abc import Iterable
from hashlib import sha3_512, sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.archives.test_packages import PAGES, package
from tests.ingest.made_archives import (
    TAKEN,
    TITLE,
    URL,
    WHEN,
    json_file,
    media,
    metadata,
    own_page,
    stored,
    table,
)
from tests.ingest.made_media import saved, scene, sound
from tests.ingest.pages import page
from tests.ingest.test_sources import TEXT, captures, failure
from whence.ingest import Capture, expand, ingest
from whence.ingest.archives.archiver import Archived, archived_media
from whence.model.document import Document, Failure

PICTURE = saved(scene(1, 200, 150))
STILL = saved(scene(2, 200, 150), "JPEG")
HTML = page().encode()


def archive(tmp_path: Path, *told: str) -> Path:
    """Make an archive of a page, a picture with a thumbnail and a package, told in these ways."""
    thumbnail = media(STILL, stored(tmp_path, STILL, ".jpg"), id="thumbnail_0")
    wacz = package({"archive/data.warc.gz": PAGES})
    files = [
        media(HTML, stored(tmp_path, HTML, ".html"), id="html_source_code"),
        media(
            PICTURE,
            stored(tmp_path, PICTURE, ".png"),
            src="https://courier.example/quay.png",
            pdq_hash="ab" * 31,
            thumbnails=[thumbnail],
        ),
        media(wacz, stored(tmp_path, wacz, ".wacz"), id="browsertrix"),
        media(b"hashes", stored(tmp_path, b"hashes", ".txt"), id="timestamped_hashes"),
    ]
    about = metadata(content="Two boats burned.\nNobody was hurt.")
    shown = own_page(about, files)
    if "page" in told:
        final = media(shown, stored(tmp_path, shown, ".html"), id="_final_media")
        files.append(final)
    if "json" in told:
        stored(tmp_path, json_file(about, files), ".json")
    if "table" in told:
        table(tmp_path / "db.csv", [(about, files)])
    return tmp_path


def media_of(found: Iterable[Archived | Failure]) -> list[Archived]:
    listed = list(found)
    assert all(isinstance(one, Archived) for one in listed), listed
    return [one for one in listed if isinstance(one, Archived)]


WAYS = [("table",), ("page",), ("table", "page", "json")]


@pytest.mark.parametrize("told", WAYS, ids="+".join)
def test_the_pages_of_an_archive_are_read_with_what_is_told_of_them(
    tmp_path: Path, told: tuple[str, ...]
) -> None:
    found = captures(expand([str(archive(tmp_path, *told))]))
    assert [one.location.rsplit(".", 1)[1] for one in found] == ["html", "gz#1", "gz#3"]
    saved_page, first, second = found
    assert saved_page.raw == HTML
    for one in (saved_page, first):
        assert (one.url, one.metadata.title) == (URL, TITLE)
        assert one.metadata.published == WHEN.isoformat()
    assert saved_page.retrieved_at == TAKEN.isoformat(timespec="seconds")
    assert second.metadata.title is None
    document = ingest(saved_page)
    assert isinstance(document, Document)
    assert document.title == TITLE


@pytest.mark.parametrize("told", [*WAYS, ("json",)], ids="+".join)
def test_the_media_of_an_archive_come_once_with_their_source(
    tmp_path: Path, told: tuple[str, ...]
) -> None:
    picture, still = media_of(archived_media(archive(tmp_path, *told)))
    assert picture.raw == PICTURE
    assert picture.media.url == "https://courier.example/quay.png"
    assert picture.media.retrieved_at == TAKEN.isoformat(timespec="seconds")
    details = dict(picture.media.details)
    assert details["archiver hash"] == f"SHA-256:{sha256(PICTURE).hexdigest()}"
    assert details["archiver pdq_hash"] == "00" + "ab" * 31
    assert details["archived for"] == URL
    assert (still.raw, still.media.url) == (STILL, URL)
    assert still.item.title == TITLE
    assert still.media.width == 200


def test_the_table_alone_is_enough(tmp_path: Path) -> None:
    path = archive(tmp_path, "table") / "db.csv"
    assert len(captures(expand([str(path)]))) == 3
    assert len(media_of(archived_media(path))) == 2


def test_a_folder_stored_by_address_and_moved_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "moved" / "courier-example-boats"
    folder.mkdir(parents=True)
    (tmp_path / "moved" / "other").mkdir()
    (folder / "a.png").write_bytes(PICTURE)
    (tmp_path / "moved" / "other" / "a.png").write_bytes(STILL)
    files = [media(PICTURE, "/srv/archive/courier-example-boats/a.png")]
    table(tmp_path / "moved" / "db.csv", [(metadata(), files)])
    (found,) = media_of(archived_media(tmp_path / "moved"))
    assert found.raw == PICTURE


def test_a_post_without_a_page_is_its_words(tmp_path: Path) -> None:
    files = [media(PICTURE, stored(tmp_path, PICTURE, ".png"))]
    about = metadata(content=TEXT)
    shown = own_page(about, files)
    stored(tmp_path, shown, ".html")
    path = table(tmp_path / "db.csv", [(about, files)])
    (found,) = captures(expand([str(tmp_path)]))
    assert (found.location, found.url) == (f"{path}:2", URL)
    document = ingest(found)
    assert isinstance(document, Document)
    assert (document.text, document.title) == (TEXT.strip(), TITLE)
    assert document.published == WHEN.isoformat()


def test_reports_beside_an_archive_are_read_too(tmp_path: Path) -> None:
    archive(tmp_path, "table", "page")
    (tmp_path / "note.txt").write_text(TEXT)
    found = captures(expand([str(tmp_path)]))
    assert [Path(one.location).name for one in found][3:] == ["note.txt"]


@pytest.mark.parametrize("algorithm", ["SHA-256", "SHA3-512"])
def test_a_file_with_another_hash_than_the_recorded_is_told_and_not_read(
    tmp_path: Path, algorithm: str
) -> None:
    hashes = {"SHA-256": sha256, "SHA3-512": sha3_512}
    hashed = f"{algorithm}:{hashes[algorithm](PICTURE).hexdigest()}"
    files = [
        media(PICTURE, stored(tmp_path, STILL, ".png"), hash=hashed),
        media(b"x", stored(tmp_path, HTML, ".html")),
    ]
    path = table(tmp_path / "db.csv", [(metadata(), files)])
    (told,) = archived_media(path)
    assert isinstance(told, Failure)
    assert algorithm in told.reason
    assert "recorded" in told.reason
    assert failure(expand([str(path)])).kind == "bad_archive"
    (tmp_path / files[0]["_key"]).write_bytes(PICTURE)
    assert media_of(archived_media(path))[0].raw == PICTURE


def test_what_is_missing_or_leads_away_is_told(tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes(PICTURE)
    inside = tmp_path / "archive"
    inside.mkdir()
    (inside / "linked.png").symlink_to(outside)
    keys = ["gone.png", "../outside.png", "linked.png", "a/../../outside.png"]
    path = table(inside / "db.csv", [(metadata(), [media(PICTURE, key) for key in keys])])
    told = list(archived_media(path))
    assert [one.kind for one in told if isinstance(one, Failure)] == [
        "missing",
        "bad_archive",
        "missing",
        "bad_archive",
    ]


def test_limits_hold_and_sounds_are_media(tmp_path: Path) -> None:
    files = [media(one, stored(tmp_path, one, ".wav")) for one in (sound(0.1), sound(9.0))]
    path = table(tmp_path / "db.csv", [(metadata(), files)])
    first, second = archived_media(path, max_bytes=10_000)
    assert isinstance(first, Archived)
    assert first.media.seconds == 0.1
    assert isinstance(second, Failure)
    assert second.kind == "too_large"


def test_broken_rows_are_told_and_the_others_read(tmp_path: Path) -> None:
    path = table(tmp_path / "db.csv", [(metadata(content=TEXT), [])])
    with path.open("a", encoding="utf-8") as stream:
        stream.write("x,\"{'url': <object>}\",[]\nx,[],[]\nx,y\n\n")
        stream.write("\"x\",\"{'url': 'https://b.example/', 'content': 'Boats sank.'}\",[]\n")
    found = list(expand([str(path)]))
    assert [one.kind if isinstance(one, Failure) else one.url for one in found] == [
        URL,
        "malformed",
        "malformed",
        "malformed",
        "https://b.example/",
    ]


def test_tables_and_folders_of_others_are_none(tmp_path: Path) -> None:
    (tmp_path / "db.csv").write_text("name,place\n")
    (tmp_path / "a.html").write_text(page())
    assert failure(expand([str(tmp_path / "db.csv")])).kind == "unsupported"
    read, told = expand([str(tmp_path)])
    assert (read.location, told.location) == (str(tmp_path / "a.html"), str(tmp_path / "db.csv"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=300), tail=st.sampled_from([b"", b'x,"{', b"x,{},[{'_key': 1}]\n"]))
def test_any_table_and_any_page_is_read_or_told(tmp_path: Path, raw: bytes, tail: bytes) -> None:
    (tmp_path / "db.csv").write_bytes(b"status,metadata,media\n" + tail + raw)
    (tmp_path / "a.html").write_bytes(own_page(metadata(), [])[:3_000] + raw)
    (tmp_path / "b.json").write_bytes(b'{"status": 1, "metadata": {}, "media": [' + raw)
    for one in expand([str(tmp_path)]):
        assert isinstance(one, Failure | Capture)
    assert all(isinstance(one, Failure) for one in archived_media(tmp_path))
