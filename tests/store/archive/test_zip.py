"""Zips made to do harm, or broken on the way: refused, with a reason."""

import stat
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.archive.archives import bytes_of, contents, good_export, refused
from whence.errors import BadArchive
from whence.store.archive.manifest import MANIFEST
from whence.store.archive.reading import read_archive
from whence.store.archive.taking import take
from whence.store.memory import MemoryStore


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good export as a folder; its zip lies beside it."""
    return good_export(tmp_path_factory.mktemp("good"))


def packed(
    path: Path, good: Path, change: Callable[[zipfile.ZipFile], None], skip: str = ""
) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in bytes_of(good).items():
            if name != skip:
                archive.writestr(name, raw)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of names given twice
            change(archive)
    return path


def link(archive: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("README.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


def bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("README.txt", b"0" * 3_000_000, zipfile.ZIP_DEFLATED)


@pytest.mark.parametrize(
    ("change", "skip", "reason"),
    [
        (lambda archive: archive.writestr("../evil", "x"), "", "a name that leads out of it"),
        (lambda archive: archive.writestr("a\\..\\evil", "x"), "", "a name that leads out of it"),
        (lambda archive: archive.writestr("/etc/evil", "x"), "", "an absolute name"),
        (lambda archive: archive.writestr("C:\\evil", "x"), "", "an absolute name"),
        (lambda archive: archive.writestr("evil\x1b", "x"), "", "control characters"),
        (lambda archive: archive.writestr("evil.py", "x"), "", "'evil.py', which is no part"),
        (lambda archive: archive.writestr("folder/", ""), "", "is no plain file"),
        (lambda archive: archive.writestr("README.txt", "x"), "", "'README.txt' twice"),
        (link, "README.txt", "is no plain file"),
        (bomb, "README.txt", "more than 200 times its size"),
        (lambda archive: None, "README.txt", "README.txt is missing"),
        (lambda archive: None, MANIFEST, "manifest.json is missing"),
        (
            lambda archive: archive.writestr("README.txt", "x", zipfile.ZIP_BZIP2),
            "README.txt",
            "packed in a way that is not read",
        ),
        (
            lambda archive: [archive.writestr(f"{n:080}", "") for n in range(9000)],
            "",
            "its directory is too long",
        ),
    ],
)
def test_hostile_zip_is_refused_with_its_reason(
    tmp_path: Path, good: Path, change: Callable[[zipfile.ZipFile], None], skip: str, reason: str
) -> None:
    assert reason in refused(packed(tmp_path / "case.zip", good, change, skip))


def test_zip_packed_again_with_compression_is_taken(tmp_path: Path, good: Path) -> None:
    with zipfile.ZipFile(tmp_path / "case.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in bytes_of(good).items():
            archive.writestr(name, raw)
    with read_archive(tmp_path / "case.zip") as exported:
        assert take(MemoryStore(), exported).seq == 12


def test_encrypted_zip_is_refused(tmp_path: Path, good: Path) -> None:
    raw = bytearray(good.with_suffix(".zip").read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "case.zip").write_bytes(raw)
    assert refused(tmp_path / "case.zip") == "'README.txt' is encrypted"


def test_zip_that_declares_less_than_it_holds_is_refused(tmp_path: Path, good: Path) -> None:
    raw = bytearray(good.with_suffix(".zip").read_bytes())
    place = raw.index(b"PK\x01\x02") + 24
    raw[place : place + 4] = (5).to_bytes(4, "little")
    (tmp_path / "case.zip").write_bytes(raw)
    assert refused(tmp_path / "case.zip").startswith("README.txt cannot be read (Bad CRC-32")


@pytest.mark.parametrize("cut", [0, 1, 100, 3000])
def test_zip_cut_off_is_refused(tmp_path: Path, good: Path, cut: int) -> None:
    (tmp_path / "case.zip").write_bytes(good.with_suffix(".zip").read_bytes()[:cut])
    assert "it is no whole folder or zip" in refused(tmp_path / "case.zip")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_flipped_byte_of_a_zip_is_refused_or_changes_nothing(
    good: Path, data: st.DataObject
) -> None:
    raw = bytearray(good.with_suffix(".zip").read_bytes())
    # Half of the draws in the directory at the end, which is small.
    first = data.draw(st.sampled_from([0, raw.index(b"PK\x01\x02")]))
    place = data.draw(st.integers(min_value=first, max_value=len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(min_value=0, max_value=7))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.zip"
        path.write_bytes(raw)
        try:
            exported = read_archive(path)
        except BadArchive:
            return
        store = MemoryStore()
        with exported, read_archive(good) as meant:
            take(store, exported)
            reference = MemoryStore()
            take(reference, meant)
        assert contents(store, "case-1") == contents(reference, "case-1")
        assert store.heads() == reference.heads()
