"""Web archives in a zip (WACZ): read whole, by hash, and never where they would do harm."""

import gzip
import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.pages import page
from tests.ingest.test_records import archive, response
from tests.ingest.test_sources import captures, failure
from whence.ingest import Capture, Options, expand, ingest
from whence.model.document import Document, Failure

URL = "https://courier.example/boats"
PAGES = archive(
    response(URL, page().encode(), "text/html; charset=utf-8"),
    response("https://courier.example/x.png", b"\x89PNG\r\n\x1a\n", "image/png"),
    response("https://courier.example/2", page().encode(), "text/html"),
    packed=True,
)
NO_PAGE = archive(response("https://courier.example/x.png", b"\x89PNG", "image/png"))


def listing(members: dict[str, bytes], **changes: str) -> bytes:
    """Return datapackage.json for members, some hashes changed."""
    hashes = {name: f"sha256:{sha256(raw).hexdigest()}" for name, raw in members.items()}
    hashes |= changes
    resources = [
        {"name": name.rsplit("/", 1)[-1], "path": name, "hash": hashed, "bytes": 1}
        for name, hashed in hashes.items()
    ]
    return json.dumps(
        {"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}
    ).encode()


def package(
    members: dict[str, bytes], manifest: bytes | None = None, packed: bool = False
) -> bytes:
    buffer = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(buffer, "w", kind) as written:
        for name, raw in members.items():
            written.writestr(name, raw)
        written.writestr("datapackage.json", listing(members) if manifest is None else manifest)
    return buffer.getvalue()


def at(tmp_path: Path, raw: bytes, name: str = "pages.wacz") -> str:
    path = tmp_path / name
    path.write_bytes(raw)
    return str(path)


def test_a_package_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    members = {
        "archive/data.warc.gz": PAGES,
        "archive/screens.warc": NO_PAGE,
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
    }
    where = at(tmp_path, package(members))
    first, second = captures(expand([where]))
    assert first.location == f"{where}/archive/data.warc.gz#1"
    assert second.location == f"{where}/archive/data.warc.gz#3"
    assert (first.url, first.retrieved_at, first.status) == (URL, "2031-11-09T10:00:00Z", 200)
    document = ingest(first)
    assert isinstance(document, Document)
    assert document.title == "Boats burn in Port Amel"


@pytest.mark.parametrize("first", ["archive/data.warc.gz", "datapackage.json"])
def test_a_package_is_known_without_its_name_and_read_from_a_pipe(first: str) -> None:
    members = {"archive/data.warc.gz": PAGES}
    raw = package(members)
    if first == "datapackage.json":
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as written:
            written.writestr("datapackage.json", listing(members))
            written.writestr("archive/data.warc.gz", PAGES)
        raw = buffer.getvalue()

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation

    found = captures(expand(["-"], stdin=Pipe(raw)))
    assert [one.url for one in found] == [URL, "https://courier.example/2"]


def test_a_folder_with_a_package_is_read(tmp_path: Path) -> None:
    at(tmp_path, package({"archive/data.warc.gz": PAGES}))
    assert len(captures(expand([str(tmp_path)]))) == 2


def test_a_member_that_was_changed_is_told_and_not_read(tmp_path: Path) -> None:
    members = {"archive/a.warc.gz": PAGES, "archive/b.warc.gz": PAGES}
    changed = listing(members, **{"archive/a.warc.gz": f"sha256:{'0' * 64}"})
    found = list(expand([at(tmp_path, package(members, changed))]))
    told = [one for one in found if isinstance(one, Failure)]
    assert [one.location.rsplit("/", 1)[1] for one in told] == ["a.warc.gz"]
    assert "SHA-256" in told[0].reason
    read = [one for one in found if isinstance(one, Capture)]
    assert {one.location.rsplit("/", 1)[1] for one in read} == {"b.warc.gz#1", "b.warc.gz#3"}


@pytest.mark.parametrize(
    ("name", "hashed", "reason"),
    [
        ("archive/../../a.warc.gz", None, "outside"),
        ("/archive/a.warc.gz", None, "outside"),
        ("other/a.warc.gz", None, "outside"),
        ("archive/./a.warc.gz", None, "outside"),
        ("archive\\a.warc.gz", None, "outside"),
        ("archive/a.warc.gz", "md5:d41d8cd98f00b204e9800998ecf8427e", "no SHA-256"),
    ],
)
def test_members_that_are_not_read(
    tmp_path: Path, name: str, hashed: str | None, reason: str
) -> None:
    members = {name: PAGES}
    manifest = listing(members, **{name: hashed} if hashed else {})
    assert reason in failure(expand([at(tmp_path, package(members, manifest))])).reason


def test_members_that_the_list_leaves_out_or_invents_are_told(tmp_path: Path) -> None:
    members = {"archive/a.warc.gz": PAGES}
    manifest = listing({"archive/b.warc.gz": PAGES})
    told = list(expand([at(tmp_path, package(members, manifest))]))
    assert [one.reason for one in told if isinstance(one, Failure)] == [
        "datapackage.json does not list it",
        "datapackage.json lists it, but it is not there",
    ]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    bomb = {"archive/a.warc": b"\x00" * 5_000_000, "archive/b.warc.gz": PAGES}
    raw = package(bomb, packed=True)
    assert len(raw) < 20_000
    assert "unpacks to more" in failure(expand([at(tmp_path, raw)])).reason
    hidden = bomb | {"pages/noise": bytes(range(256)) * 400}
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w") as written:
            written.writestr("pages/noise", hidden["pages/noise"])
            written.writestr("archive/a.warc", bomb["archive/a.warc"], zipfile.ZIP_DEFLATED)
            written.writestr("datapackage.json", listing(hidden))
        raw = buffer.getvalue()
    told = [one for one in expand([at(tmp_path, raw)]) if isinstance(one, Failure)]
    assert "100 times its size" in told[0].reason


def test_encrypted_and_oddly_packed_members_are_not_read(tmp_path: Path) -> None:
    raw = bytearray(package({"archive/a.warc.gz": PAGES}))
    head = raw.index(b"PK\x01\x02")
    raw[head + 8] |= 1  # the flag of encryption in the list of members
    assert "encrypted" in failure(expand([at(tmp_path, bytes(raw))])).reason
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as written:
        written.writestr("archive/a.warc.gz", PAGES)
        written.writestr(
            "datapackage.json", listing({"archive/a.warc.gz": PAGES}), zipfile.ZIP_STORED
        )
    assert "packed in a way" in failure(expand([at(tmp_path, buffer.getvalue())])).reason


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_with_one_name_the_second_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        written.writestr("archive/a.warc.gz", PAGES)
        written.writestr("archive/a.warc.gz", PAGES)
        written.writestr("datapackage.json", listing({"archive/a.warc.gz": PAGES}))
    found = list(expand([at(tmp_path, buffer.getvalue())]))
    assert [isinstance(one, Capture) for one in found] == [True, True, False]


def test_the_list_itself_is_held_to_its_digest(tmp_path: Path) -> None:
    members = {"archive/a.warc.gz": PAGES}
    manifest = listing(members)
    for hashed, kinds in ((sha256(manifest).hexdigest(), {Capture}), ("0" * 64, {Failure})):
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashed}"}
        told = members | {"datapackage-digest.json": json.dumps(digest).encode()}
        found = list(expand([at(tmp_path, package(told, manifest))]))
        assert {type(one) for one in found} == kinds


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b'{"resources": 1}',
        b'{"resources": [1]}',
        b'{"resources": [{"path": 1}]}',
        b'{"resources": [{"path": "a"}, {"path": "a"}]}',
        b"[" * 100_000,
    ],
)
def test_lists_that_are_none(tmp_path: Path, manifest: bytes) -> None:
    raw = package({"archive/a.warc.gz": PAGES}, manifest)
    assert failure(expand([at(tmp_path, raw)])).kind == "bad_archive"


def test_what_is_no_package(tmp_path: Path) -> None:
    assert failure(expand([at(tmp_path, b"no zip at all")])).kind == "bad_archive"
    assert failure(expand([at(tmp_path, package({})[:-30])])).kind == "bad_archive"
    assert failure(expand([at(tmp_path, package({}))])).reason == "the package holds no pages"
    assert failure(expand([at(tmp_path, gzip.compress(package({})), "a.wacz.gz")])).hint
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        written.writestr("archive/a.warc.gz", PAGES)
    assert "no datapackage.json" in failure(expand([at(tmp_path, buffer.getvalue())])).reason


def test_a_list_of_members_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as written:
        for number in range(80):
            written.writestr(f"pages/{number}{'x' * 60_000}", b"")
    assert "more members" in failure(expand([at(tmp_path, buffer.getvalue())])).reason


def test_one_page_over_the_limit_is_told(tmp_path: Path) -> None:
    where = at(tmp_path, package({"archive/a.warc.gz": PAGES}))
    found = list(expand([where], Options(max_bytes=100)))
    assert [one.kind for one in found if isinstance(one, Failure)] == ["too_large"] * 2


WHOLE = package({"archive/data.warc.gz": PAGES})


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.integers(0, len(WHOLE) - 1),
    value=st.integers(0, 255),
    cut=st.integers(0, len(WHOLE)) | st.none(),
)
def test_a_damaged_package_gives_the_true_pages_or_says_why(
    tmp_path: Path, where: int, value: int, cut: int | None
) -> None:
    raw = bytearray(WHOLE)
    raw[where] = value
    for one in expand([at(tmp_path, bytes(raw[:cut]))]):
        assert isinstance(one, Failure) or one.raw == page().encode()
