"""Archives made to do harm, or broken on the way: refused, with a reason."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.archive.archives import AT, bytes_of, capture, case, forged, good_export, refused
from whence.errors import MissingInput
from whence.model.ledger import START, Captured, Head
from whence.store.archive.exporting import export
from whence.store.archive.lines import from_line, to_line
from whence.store.archive.manifest import MANIFEST, Manifest, understood, written
from whence.store.archive.reading import read_archive
from whence.store.archive.taking import take
from whence.store.archive.unpacking import Limits
from whence.store.archive.warc import write
from whence.store.memory import MemoryStore
from whence.store.protocol import Sealed
from whence.store.sealing import Draft, digest, hashed, seal

Change = Callable[[Path], object]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good export as a folder; its zip lies beside it."""
    return good_export(tmp_path_factory.mktemp("good"))


def lines(change: Callable[[list[bytes]], list[bytes]]) -> Change:
    def apply(folder: Path) -> None:
        path = folder / "entries.jsonl"
        path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))

    return apply


def replaced(old: bytes, new: bytes) -> Change:
    return lines(lambda all_: [line.replace(old, new) for line in all_])


def warc_of(*raws: bytes) -> Change:
    def apply(folder: Path) -> None:
        items = [
            (msgspec.structs.replace(capture(raw), url=f"https://example.org/{n}"), AT, raw)
            for n, raw in enumerate(raws)
        ]
        with (folder / "captures.warc").open("wb") as stream:
            write(stream, items)

    return apply


PAGE, FILM = b"<p>The port burns.</p>", b"\x00film\xff"

FORGED: list[tuple[Change, str]] = [
    (replaced(b"claim-1", b"claim-2"), "entry 4: its payload was changed"),
    (replaced(b'"author":"Ada"', b'"author":"Eve"'), "entry 1: the entry was changed"),
    (lines(lambda all_: all_[:3] + all_[4:]), "entry 4: it does not follow"),
    (lines(lambda all_: all_[:4] + all_[3:]), "entry 5: the number 4 is given twice"),
    (lines(lambda all_: all_[:-1]), "its last entry is not the one"),
    (lines(lambda all_: []), "its last entry is not the one"),
    (lines(lambda all_: all_[1:]), "entry 1: it does not follow"),
    (lines(lambda all_: [*all_[:-1], all_[-1][:-1]]), "entry 12: its line was cut off"),
    (lines(lambda all_: [*all_[:2], all_[2][:60] + b"\n", *all_[3:]]), "entry 3: "),
    (lines(lambda all_: [b"not JSON\n", *all_]), "entry 1: JSON is malformed"),
    (lines(lambda all_: [b"\n", *all_]), "entry 1: "),
    (lines(lambda all_: [b"[" * 200_000 + b"\n", *all_]), "entry 1: "),
    (replaced(b'"seq":2,', b'"seq": 2,'), "entry 2: it is not written as Whence writes it"),
    (replaced(b'"seq":2,', b'"seq":9,"seq":2,'), "entry 2: it is not written"),
    (replaced(b'"seq":2,', b'"seq":2,"extra":2,'), "entry 2: it is not written"),
    (replaced(b'"verdict":"same"', b'"verdict":"s\xffme"'), "entry 4: "),
    (warc_of(PAGE), f"the capture {digest(FILM)} is missing"),
    (warc_of(PAGE, FILM, b"contraband"), "no entry speaks of the capture"),
    (warc_of(PAGE, FILM, b"secret"), "no entry speaks of the capture"),
    (warc_of(PAGE, FILM, PAGE), "twice"),
    (lambda folder: (folder / "captures.warc").write_bytes(b"no WARC"), ""),
    (lambda folder: (folder / "signatures.jsonl").write_bytes(b""), "other signatures"),
    (lambda folder: (folder / "captures.warc").unlink(), "captures.warc is missing"),
    (lambda folder: (folder / "run.sh").write_bytes(b"x"), "'run.sh', which is no part"),
    (lambda folder: (folder / "kept").mkdir(), "'kept' is no plain file"),
]


@pytest.mark.parametrize(("change", "reason"), FORGED)
def test_forged_export_is_refused_with_its_reason(
    tmp_path: Path, good: Path, change: Change, reason: str
) -> None:
    assert reason in refused(forged(good, tmp_path / "case", change))


def swap(**changes: object) -> Callable[[Manifest], Manifest]:
    return lambda manifest: msgspec.structs.replace(manifest, **changes)


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (swap(case_id="case-2"), "it belongs to another case ('case-1')"),
        (swap(case_id="../case"), "is no id of a case"),
        (swap(name="Po\x1b[31mrt"), "is no name for a case"),
        (swap(name=" Port"), "is no name for a case"),
        (swap(name=""), "is no name for a case"),
        (swap(hash=START), "its last entry is not the one"),
        (swap(seq=13), "its last entry is not the one"),
        (swap(entries=11), "counts other entries"),
        (swap(captures=3), "counts other entries"),
        (swap(signatures=0), "counts other entries"),
        (lambda manifest: swap(files=manifest.files[:3])(manifest), "lists other files"),
        (swap(format="whence.export/2"), "a newer version of Whence wrote it (whence.export/2"),
        (swap(format="tar/1"), "it is no exported case"),
    ],
)
def test_manifest_of_something_else_is_refused(
    tmp_path: Path, good: Path, told: Callable[[Manifest], Manifest], reason: str
) -> None:
    assert reason in refused(forged(good, tmp_path / "case", lambda folder: None, told))


@pytest.mark.parametrize("raw", [b"", b"[]", b"{" * 100_000, b'{"format":"whence.export/1"}'])
def test_manifest_that_is_none_is_refused(tmp_path: Path, good: Path, raw: bytes) -> None:
    path = forged(good, tmp_path / "case", lambda folder: None)
    (path / MANIFEST).write_bytes(raw)
    assert MANIFEST in refused(path)


def rebuilt(tmp_path: Path, drafts: list[Draft]) -> Path:
    """Return an export of a case that holds these drafts behind its opening, its chain whole."""
    store = MemoryStore()
    ledger = case(store, case_id="case-1")
    export(store, ledger.case_id, tmp_path / "small")
    (opening,) = store.read("case-1")
    return chained(tmp_path, [opening, *seal("case-1", drafts, ledger.head())])


def chained(tmp_path: Path, entries: list[Sealed]) -> Path:
    """Return the export of a small case with these entries instead of its own."""
    last = entries[-1].entry

    def change(folder: Path) -> None:
        (folder / "entries.jsonl").write_bytes(b"".join(to_line(one) for one in entries))

    told = swap(seq=last.seq, hash=last.hash, at=last.at, entries=len(entries))
    return forged(tmp_path / "small", tmp_path / "case", change, told)


def draft(
    kind: str, payload: bytes, author: str = "Ada", at: str = "2031-03-09T09:00:00+00:00"
) -> Draft:
    return Draft(kind=kind, author=author, at=at, payload=msgspec.Raw(payload))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (draft("judgement", b'{"text":"x"}'), "its payload is no judgement"),
        (draft("comment", b"[1]"), "its payload is no JSON object"),
        (draft("comment", b'{"text":"x"}', at="9 o'clock"), "is no time"),
        (draft("comment", b'{"text":"x"}', at="2031-03-09Tlate"), "is no time"),
        (draft("comment", b'{"text":"x"}', at="9999-12-31T23:00:00-05:00"), "is no time"),
        (draft("comment", b'{"text":"x"}', at="2031-03-09T09:00:00+02:00"), "is no time"),
        (draft("comment", b'{"text":"x"}', at="2031-03-09 09:00:00"), "is no time"),
        (draft("opened", b'{"name":"Port","format":"whence.ledger/2"}'), "of the form"),
        (draft("future", b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"), "nested too deeply"),
        (
            draft("capture", msgspec.json.encode(Captured(sha256="0" * 64, size=1, location="a"))),
            "is missing",
        ),
    ],
)
def test_whole_chain_of_what_cannot_be_is_refused(tmp_path: Path, bad: Draft, reason: str) -> None:
    assert reason in refused(rebuilt(tmp_path, [bad]))


def test_chain_rebuilt_with_good_entries_is_taken(tmp_path: Path) -> None:
    path = rebuilt(tmp_path, [draft("comment", b'{"text":"x"}'), draft("future", b'{"a":1}')])
    with read_archive(path) as exported:
        assert take(MemoryStore(), exported).seq == 3


def test_payload_left_out_without_a_redaction_is_refused(tmp_path: Path, good: Path) -> None:
    def blank(all_: list[bytes]) -> list[bytes]:
        return [*all_[:3], all_[3].partition(b'"payload":')[0] + b'"payload":null}\n', *all_[4:]]

    reason = refused(forged(good, tmp_path / "case", lines(blank)))
    assert reason == "entry 4 has no payload, and no redaction tells why"


def test_payload_put_back_after_a_redaction_is_refused(tmp_path: Path, good: Path) -> None:
    raw = b'{"text":"A name that must go.","subject":""}'
    reason = refused(forged(good, tmp_path / "case", replaced(b"null}\n", raw + b"}\n")))
    assert reason == "entry 7 was taken out, and yet has its payload"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_link_in_a_folder_is_refused(tmp_path: Path, good: Path) -> None:
    path = forged(good, tmp_path / "case", lambda folder: None)
    (path / "README.txt").unlink()
    (path / "README.txt").symlink_to("/etc/hostname")
    assert refused(path) == "'README.txt' is no plain file"


def test_nothing_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_archive(tmp_path / "none.zip")


def test_lines_and_files_are_bounded(good: Path) -> None:
    assert "manifest.json has more than 400 bytes" in refused(good, Limits(line=400))
    assert "more than 2000 bytes" in refused(good, Limits(total=2000))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_flipped_byte_of_a_folder_is_refused(good: Path, data: st.DataObject) -> None:
    files = bytes_of(good)
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(min_value=0, max_value=len(files[name]) - 1))
    bit = data.draw(st.integers(min_value=0, max_value=7))
    raw = bytearray(files[name])
    raw[place] ^= 1 << bit
    with TemporaryDirectory() as folder:
        for other, held in files.items():
            (Path(folder) / other).write_bytes(raw if other == name else held)
        refused(Path(folder))


def test_refused_archive_leaves_nothing_behind(
    tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    refused(forged(good, tmp_path / "case", warc_of(PAGE, FILM, b"contraband")))
    assert list((tmp_path / "temporary").iterdir()) == []
    with read_archive(good) as exported:
        assert exported.capture(digest(PAGE)) == PAGE
        assert exported.capture("../../" + MANIFEST) is None
    assert list((tmp_path / "temporary").iterdir()) == []


def test_manifest_understood_is_the_one_written(good: Path) -> None:
    raw = (good / MANIFEST).read_bytes()
    assert written(understood(raw)) == raw


def test_long_line_is_refused(tmp_path: Path) -> None:
    path = rebuilt(tmp_path, [draft("comment", b'{"text":"' + b"x" * 9000 + b'"}')])
    assert refused(path, Limits(line=5000)) == "entries.jsonl has a line of over 5000 bytes"


@pytest.mark.parametrize(
    "changes",
    [{"author": "A\x00da"}, {"kind": "com\x1bment"}, {"at": "2031-03-08\x07"}],
)
def test_control_characters_that_no_store_would_keep_are_refused(
    tmp_path: Path, changes: dict[str, str]
) -> None:
    rebuilt(tmp_path, [])
    shutil.rmtree(tmp_path / "case")
    opening = from_line((tmp_path / "small" / "entries.jsonl").read_bytes())
    (good,) = seal("case-1", [draft("comment", b'{"text":"x"}')], head_of(opening))
    entry = msgspec.structs.replace(good.entry, **changes)
    entry = msgspec.structs.replace(entry, hash=hashed(entry))
    reason = refused(chained(tmp_path, [opening, Sealed(entry, good.payload)]))
    assert "holds control characters" in reason


def head_of(sealed: Sealed) -> Head:
    entry = sealed.entry
    return Head(case_id=entry.case_id, name="Port", seq=entry.seq, hash=entry.hash, at=entry.at)
