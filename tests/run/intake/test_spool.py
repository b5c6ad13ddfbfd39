"""What is given lies in the spool, whole, bounded and with its failures told."""

import io
import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.pages import FIRST
from tests.run.intake.giving import AT, report, upload
from whence.errors import OutputError, StoreLocked
from whence.run.config import Config
from whence.run.intake import disk
from whence.run.intake.filling import Limits, limits_of
from whence.run.intake.orders import Given, Mark, Order, Paste, Upload, job_of
from whence.run.intake.spool import Spool

LIMITS = Limits(file_bytes=1000, max_bytes=5000, files=3, addresses=2, texts=2, results=2)
DAY_LATER = "2031-05-07T10:00:01+00:00"


def put(
    folder: Path,
    *files: Upload,
    addresses: tuple[str, ...] = (),
    texts: tuple[Paste, ...] = (),
    limits: Limits = LIMITS,
) -> tuple[Spool, Order]:
    spool = Spool(folder, limits)
    order = Given(
        case_id="case-1", author="Bo", at=AT, files=files, addresses=addresses, texts=texts
    )
    return spool, spool.put(order)


def stored(spool: Spool, order: Order) -> dict[str, bytes]:
    """Return what lies in the spool, by the location that is shown."""
    folder = spool.folder(order.id)
    return {one.location: (folder / one.path).read_bytes() for one in order.files}


def reasons(order: Order) -> dict[str, str]:
    return {failure.location: failure.reason for failure in order.failures}


def test_files_lie_there_as_they_were_given_and_are_found_again(tmp_path: Path) -> None:
    spool, order = put(tmp_path, upload("a/page.html", FIRST[:900]), upload("../b.txt", "word"))
    assert stored(spool, order) == {"a/page.html": FIRST[:900].encode(), "b.txt": b"word"}
    assert order.failures == ()
    assert Spool(tmp_path, LIMITS).orders() == (order,)
    paths = [path.resolve() for path in spool.folder(order.id).rglob("*")]
    assert all(path.is_relative_to(tmp_path.resolve()) for path in paths)
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600, 0o700}


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    spool, order = put(
        tmp_path, upload("p.txt", "one"), upload("p.txt", "two"), upload("x/P.TXT", "three")
    )
    assert stored(spool, order) == {"p.txt": b"one", "p.txt (2)": b"two", "x/P.TXT": b"three"}
    assert len({one.path.casefold() for one in order.files}) == 3


def test_a_side_car_lies_beside_its_report_alone(tmp_path: Path) -> None:
    spool, order = put(
        tmp_path,
        upload("a/story.json", '{"outlet": "Quay News"}'),
        upload("b/story.json", "{}"),
        upload("a/story.txt", "word"),
    )
    (one,) = order.files
    path = spool.folder(order.id) / one.path
    assert path.with_suffix(".json").read_bytes() == b'{"outlet": "Quay News"}'
    assert list(reasons(order)) == ["b/story.json"]


def test_limits_refuse_what_is_over_them_and_nothing_else(tmp_path: Path) -> None:
    _, order = put(
        tmp_path,
        upload("large.txt", b"x" * 1001),
        upload("just.txt", b"x" * 1000),
        upload("picture.png", b"\x89PNG\r\n\x1a\n"),
        upload("fourth.txt", "word"),
        addresses=("https://a.example", "https://a.example", "https://b.example", "/etc/passwd",
                   "https://c.example"),
    )  # fmt: skip
    assert [one.location for one in order.files] == ["just.txt"]
    assert order.addresses == ("https://a.example", "https://b.example")
    assert reasons(order) == {
        "large.txt": "it is larger than 1,000 bytes",
        "picture.png": "files of type '.png' are not read",
        "fourth.txt": "more than 3 files came at once",
        "/etc/passwd": "it is no http or https address",
        "https://c.example": "more than 2 addresses came at once",
    }
    assert all(failure.hint for failure in order.failures)


def test_archives_may_be_as_large_as_an_order_and_no_larger(tmp_path: Path) -> None:
    warc = b"WARC/1.1\r\n"
    _, order = put(
        tmp_path,
        upload("a.warc", warc + bytes(3000)),
        upload("b.warc", warc + bytes(3000)),
        upload("c.txt", b"x" * 900),
    )
    assert [one.location for one in order.files] == ["a.warc", "c.txt"]
    assert reasons(order) == {"b.warc": "with it, more than 5,000 bytes came at once"}


class Endless(io.RawIOBase):
    """A stream without end, that counts what was read of it."""

    given = 0

    def read(self, size: int = -1) -> bytes:
        assert 0 < size <= 1 << 20
        self.given += min(size, 700)
        return b"word " * (min(size, 700) // 5)


def test_a_stream_without_end_is_left_at_the_limit(tmp_path: Path) -> None:
    stream = Endless()
    _, order = put(tmp_path, Upload(name="endless.txt", stream=stream))  # type: ignore[arg-type]
    assert reasons(order) == {"endless.txt": "it is larger than 1,000 bytes"}
    assert stream.given < 10_000
    assert [path.name for path in tmp_path.rglob("endless*")] == []


def test_pasted_texts_keep_what_is_said_of_them(tmp_path: Path) -> None:
    said = Paste(text="The police said", outlet="Quay News", published="2031-05-06")
    spool, order = put(
        tmp_path, texts=(said, Paste(text="  \n"), Paste(text="third")), limits=LIMITS
    )
    (one,) = order.files
    path = spool.folder(order.id) / one.path
    assert one.location == f"text 1 pasted {AT}"
    assert path.read_text() == "The police said"
    assert path.with_suffix(".json").read_bytes() == (
        b'{"outlet":"Quay News","published":"2031-05-06"}'
    )
    assert list(reasons(order).values()) == ["it is empty", "more than 2 texts came at once"]


class Broken(io.RawIOBase):
    """A browser that goes away in the middle."""

    def __init__(self) -> None:
        self._pieces = [b"word " * 900, b"more"]

    def read(self, size: int = -1) -> bytes:
        if not self._pieces:
            raise ConnectionResetError("gone")
        return self._pieces.pop(0)


def test_nothing_stays_of_an_order_that_did_not_come_whole(tmp_path: Path) -> None:
    whole = upload("whole.txt", "word")
    limits = replace(LIMITS, file_bytes=10_000, max_bytes=10_000)
    with pytest.raises(OutputError):
        put(tmp_path, whole, Upload(name="b.txt", stream=Broken()), limits=limits)  # type: ignore[arg-type]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert Spool(tmp_path, LIMITS).orders() == ()


def test_half_an_order_is_no_order_and_goes_at_the_next_start(tmp_path: Path) -> None:
    spool, order = put(tmp_path, upload("a.txt", report(1)))
    half = tmp_path / "new" / "half"
    half.mkdir()
    (half / "order.json").write_text("{")
    again = Spool(tmp_path, LIMITS)
    again.clean()
    assert again.orders() == (order,)
    assert not half.exists()
    assert stored(spool, order) == {"a.txt": report(1).encode()}


def test_marks_add_up_and_an_order_worked_off_leaves_its_result(tmp_path: Path) -> None:
    spool, order = put(tmp_path, upload("a.txt", "word"))
    spool.note(order.id, begun=True)
    spool.note(order.id, crashes=("a.txt",))
    assert spool.mark(order.id) == Mark(begun=True, crashes=("a.txt",))
    job = replace(job_of(order), state="done", ended_at=AT)
    spool.finish(job)
    spool.note(order.id, begun=True)  # too late, and no trouble
    assert not spool.folder(order.id).exists()
    assert Spool(tmp_path, LIMITS).results() == (job,)
    assert Spool(tmp_path, LIMITS).orders() == ()


def test_results_go_after_a_day_or_when_they_are_many_and_failed_orders_stay(
    tmp_path: Path,
) -> None:
    spool = Spool(tmp_path, LIMITS)
    for number in range(4):
        order = spool.put(Given(case_id="c", author="Bo", at=AT, files=[upload("a.txt", "word")]))
        job = job_of(order)
        if number:
            spool.finish(replace(job, state="done", ended_at=AT))
        else:
            spool.finish(replace(job, state="failed", ended_at=AT), keep=True)
    spool.prune(AT)
    assert [job.number for job in spool.results()] == [1, 3, 4]
    spool.prune(DAY_LATER)
    assert [job.number for job in spool.results()] == [1]
    spool.clean()
    assert [order.number for order in spool.orders()] == [1]
    assert Spool(tmp_path, LIMITS).put(Given(case_id="c", author="Bo", at=AT)).number == 2


def test_a_folder_is_one_process_s_alone_until_it_lets_go(tmp_path: Path) -> None:
    lock = disk.Lock(tmp_path)
    with pytest.raises(StoreLocked, match="another workbench"):
        disk.Lock(tmp_path)
    lock.release()
    disk.Lock(tmp_path).release()


def test_the_settings_give_the_limits() -> None:
    config = Config()
    limits = limits_of(replace(config, ingest=replace(config.ingest, max_bytes=7)))
    assert (limits.file_bytes, limits.max_bytes, limits.files) == (7, 300_000_000, 200)
