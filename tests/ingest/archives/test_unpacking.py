"""gzip that is whole, in several members, padded, broken or cut off."""

import gzip
import io
import time
import zlib
from pathlib import Path

import pytest

from whence.ingest import Capture, expand
from whence.ingest.archives.unpacking import Unpacked, ends_within, until_cut
from whence.model.document import Failure

TEXT = "".join(f"Boat {n} burnt at pier {n * n}, the harbour police said. " for n in range(900))
RAW = TEXT.encode()
PACKED = gzip.compress(RAW)
MOST = 1_000_000


def read(packed: bytes, most: int = MOST) -> tuple[bytes, bool]:
    return until_cut(io.BufferedReader(Unpacked(io.BytesIO(packed))), most)


@pytest.mark.parametrize(
    "packed",
    [
        PACKED,
        PACKED + b"\x00" * 100_000,
        gzip.compress(RAW[:5]) + gzip.compress(b"") * 50 + b"\x00\x00" + gzip.compress(RAW[5:]),
    ],
)
def test_all_members_are_unpacked(packed: bytes) -> None:
    assert read(packed) == (RAW, False)


@pytest.mark.parametrize("lost", [1, 4, 8, 100, 5_000])
def test_all_that_lies_before_a_cut_is_given(lost: int) -> None:
    rest, cut = read(PACKED[:-lost])
    assert cut
    assert rest == zlib.decompressobj(31).decompress(PACKED[:-lost])


@pytest.mark.parametrize("left", [1, 9, 10])
def test_a_cut_that_leaves_nothing_is_an_error(left: int) -> None:
    with pytest.raises(EOFError):
        read(PACKED[:left])


def test_nothing_packed_is_nothing() -> None:
    assert read(b"") == (b"", False)


def test_what_is_broken_otherwise_is_no_text() -> None:
    for broken in (b"no gzip", PACKED[:-6] + b"\x01" + PACKED[-5:], PACKED + b"something else"):
        with pytest.raises(zlib.error):
            read(broken)


def test_no_more_is_unpacked_than_is_asked_for() -> None:
    started = time.process_time()
    assert read(gzip.compress(b"a" * 50_000_000), 1000) == (b"a" * 1000, False)
    assert read(gzip.compress(b"") * 50_000) == (b"", False)
    assert time.process_time() - started < 3


def test_where_a_body_ends_is_told_for_gzip_and_zlib() -> None:
    for whole in (PACKED, zlib.compress(RAW)):
        assert not ends_within(io.BytesIO(whole), MOST)
        assert ends_within(io.BytesIO(whole[:-1]), MOST)
        assert ends_within(io.BytesIO(whole[:3]), MOST)
    assert not ends_within(io.BytesIO(b"neither of them"), MOST)


@pytest.mark.parametrize("given", ["a.txt.gz", "-"])
def test_the_beginning_of_a_file_is_kept_and_the_cut_told(given: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(PACKED[:-8])
    stdin = io.BytesIO(file.read_bytes())
    page, cut = expand([str(file) if given == file.name else "-"], stdin=stdin)
    assert isinstance(page, Capture)
    assert page.raw == RAW
    assert isinstance(cut, Failure)
    assert "cut off: only its beginning is read" in cut.reason
    assert cut.location == page.location
