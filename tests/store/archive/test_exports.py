"""A case exported and taken in again: the same bytes, all or nothing."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import given, settings

from tests.store.archive.archives import (
    STEPS,
    Step,
    bytes_of,
    capture,
    case,
    comment,
    contents,
    made,
    put,
    redact,
    rich,
)
from whence.errors import CaseRefused, OutputError, Touched, UnknownCase
from whence.model.ledger import Head
from whence.store.archive.exporting import export
from whence.store.archive.reading import read_archive
from whence.store.archive.readme import PROOF
from whence.store.archive.taking import take
from whence.store.ledger import Beside, Ledger
from whence.store.memory import MemoryStore
from whence.store.protocol import Kinds, Sealed, Store
from whence.store.sealing import Draft, digest
from whence.store.verify import verify

FORMS = ("case", "case.zip")


def carried(path: Path, store: MemoryStore, name: str = "") -> Head:
    with read_archive(path) as exported:
        return take(store, exported, name)


@pytest.mark.parametrize("form", FORMS)
def test_export_of_an_import_is_the_same_to_the_byte(tmp_path: Path, form: str) -> None:
    first, second = MemoryStore(), MemoryStore()
    ledger = rich(first)
    export(first, ledger.case_id, tmp_path / form)
    assert carried(tmp_path / form, second) == ledger.head()
    assert contents(second, ledger.case_id) == contents(first, ledger.case_id)
    (tmp_path / "again").mkdir()
    export(second, ledger.case_id, tmp_path / "again" / form)
    assert bytes_of(tmp_path / "again" / form) == bytes_of(tmp_path / form)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["again", form])


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_any_case_comes_back_as_it_was(steps: list[Step]) -> None:
    first = MemoryStore()
    ledger = made(first, steps)
    with TemporaryDirectory() as place:
        for form in FORMS:
            export(first, ledger.case_id, Path(place) / form)
            second = MemoryStore()
            carried(Path(place) / form, second)
            assert contents(second, ledger.case_id)[0] == contents(first, ledger.case_id)[0]
            export(second, ledger.case_id, Path(place) / f"again-{form}")
            assert bytes_of(Path(place) / f"again-{form}") == bytes_of(Path(place) / form)


def test_folder_and_zip_hold_the_same_files(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = rich(store)
    for form in FORMS:
        export(store, ledger.case_id, tmp_path / form)
    with zipfile.ZipFile(tmp_path / "case.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == bytes_of(
            tmp_path / "case"
        )


def test_any_library_takes_an_export_and_gives_it_back(library: Store, tmp_path: Path) -> None:
    first, second = MemoryStore(), library
    ledger = rich(first)
    export(first, ledger.case_id, tmp_path / "one.zip")
    with read_archive(tmp_path / "one.zip") as exported:
        take(second, exported)
    export(second, ledger.case_id, tmp_path / "two.zip")
    assert bytes_of(tmp_path / "one.zip") == bytes_of(tmp_path / "two.zip")


def test_manifest_counts_what_is_there_and_names_what_was_taken_out(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = rich(store)
    manifest = export(store, ledger.case_id, tmp_path / "case")
    assert (manifest.entries, manifest.captures, manifest.signatures) == (12, 2, 1)
    assert manifest.redacted.seqs == (7,)
    assert manifest.redacted.captures == (digest(b"secret"),)
    assert manifest.head == ledger.head()
    assert b"secret" not in (tmp_path / "case" / "captures.warc").read_bytes()


def test_signatures_can_be_read_without_the_entries(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = rich(store)
    export(store, ledger.case_id, tmp_path / "case")
    (line,) = (tmp_path / "case" / "signatures.jsonl").read_text().splitlines()
    found = json.loads(line)
    assert (found["seq"], found["kind"], found["payload"]["token"]) == (11, "stamp", "MAA=")


def test_program_in_the_readme_proves_the_chain_and_finds_a_change(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = rich(store)
    export(store, ledger.case_id, tmp_path / "case")
    (tmp_path / "proof.py").write_text(PROOF)
    assert PROOF in (tmp_path / "case" / "README.txt").read_text()

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(tmp_path / "proof.py")], cwd=tmp_path / "case", check=False,
            capture_output=True, text=True,
        )  # fmt: skip

    assert run().stdout == f"whole, up to {ledger.head().hash}\n"
    entries = tmp_path / "case" / "entries.jsonl"
    entries.write_bytes(entries.read_bytes().replace(b"claim-1", b"claim-2"))
    assert "('changed', 4)" in run().stderr


def test_sums_in_the_readme_are_those_of_the_files(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = rich(store)
    export(store, ledger.case_id, tmp_path / "case")
    files = bytes_of(tmp_path / "case")
    for name in ("entries.jsonl", "captures.warc", "signatures.jsonl"):
        assert f"\n{digest(files[name])}  {name}\n".encode() in files["README.txt"]


@pytest.mark.parametrize("form", FORMS)
def test_older_export_is_replaced_only_when_asked(tmp_path: Path, form: str) -> None:
    store = MemoryStore()
    ledger = rich(store)
    target = tmp_path / form
    export(store, ledger.case_id, target)
    old = bytes_of(target)
    put(ledger, "comment", comment("More."))
    with pytest.raises(CaseRefused, match="is there already"):
        export(store, ledger.case_id, target)
    assert bytes_of(target) == old
    assert export(store, ledger.case_id, target, overwrite=True).entries == 13
    assert carried(target, MemoryStore()).seq == 13
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_an_older_export_is_never_replaced(tmp_path: Path, form: str) -> None:
    store, target = MemoryStore(), tmp_path / form
    other, ledger = case(store, "Bridge"), case(store, "Port")
    export(store, other.case_id, target)
    with pytest.raises(CaseRefused, match="no older export of this case"):
        export(store, ledger.case_id, target, overwrite=True)
    ahead = MemoryStore()
    longer = made(ahead, [Step("comment", "x", 1)], "Port", ledger.case_id)
    export(ahead, longer.case_id, tmp_path / f"ahead-{form}")
    with pytest.raises(CaseRefused, match="no older export of this case"):
        export(store, ledger.case_id, tmp_path / f"ahead-{form}", overwrite=True)


def test_folder_with_something_else_in_it_is_never_replaced(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = case(store)
    export(store, ledger.case_id, tmp_path / "case")
    (tmp_path / "case" / "notes.txt").write_text("mine")
    with pytest.raises(CaseRefused, match="no export of a case"):
        export(store, ledger.case_id, tmp_path / "case", overwrite=True)
    assert (tmp_path / "case" / "notes.txt").read_text() == "mine"


def test_missing_folder_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = case(store)
    with pytest.raises(OutputError, match="cannot be written"):
        export(store, ledger.case_id, tmp_path / "nowhere" / "case")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMS)
def test_failure_on_the_way_leaves_the_old_export_and_no_part_of_a_new_one(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, target = MemoryStore(), tmp_path / form
    ledger = rich(store)
    export(store, ledger.case_id, target)
    old = bytes_of(target)
    put(ledger, "comment", comment("More."))
    real = os.fsync
    calls: list[int] = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 4:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        export(store, ledger.case_id, target, overwrite=True)
    assert bytes_of(target) == old
    assert list(tmp_path.iterdir()) == [target]


def test_unknown_case_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownCase):
        export(MemoryStore(), "case-none", tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


def changed_capture(sha256: str, raw: bytes | None) -> Callable[[MemoryStore], None]:
    def change(store: MemoryStore) -> None:
        captures = store._cases["case-1"].captures
        captures.pop(sha256)
        if raw is not None:
            captures[sha256] = raw

    return change


def changed_payload(payload: bytes | None) -> Callable[[MemoryStore], None]:
    def change(store: MemoryStore) -> None:
        entries = store._cases["case-1"].entries
        entries[2] = Sealed(entries[2].entry, payload)

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (changed_capture(digest(b"<p>"), b"<q>"), "was changed"),
        (changed_capture(digest(b"<p>"), None), "is missing"),
        (changed_payload(b'{"text":"b"}'), "entry 3: its payload was changed"),
        (changed_payload(None), "entry 3 has lost its payload"),
    ],
)
def test_touched_case_is_not_exported(
    tmp_path: Path, change: Callable[[MemoryStore], None], reason: str
) -> None:
    store = MemoryStore()
    ledger = case(store, case_id="case-1")
    put(ledger, "capture", capture(b"<p>"), b"<p>")
    put(ledger, "comment", comment("a"))
    change(store)
    with pytest.raises(Touched, match=reason):
        export(store, ledger.case_id, tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


class Redacting(MemoryStore):
    """A library in which somebody takes a payload out just before the entries are read."""

    strikes = 0

    def read(
        self, case_id: str, *, after: int = 0, through: int | None = None, kinds: Kinds = None
    ) -> Iterator[Sealed]:
        if through is not None and self.strikes:
            self.strikes -= 1
            redact(Ledger(self, case_id, "Port"), seqs=(2,))
        yield from super().read(case_id, after=after, through=through, kinds=kinds)


def test_redaction_during_an_export_is_in_it(tmp_path: Path) -> None:
    store = Redacting()
    ledger = case(store)
    put(ledger, "comment", comment("A name."))
    store.strikes = 1
    manifest = export(store, ledger.case_id, tmp_path / "case")
    assert (manifest.entries, manifest.redacted.seqs) == (3, (2,))
    assert b"A name." not in (tmp_path / "case" / "entries.jsonl").read_bytes()


def test_capture_taken_again_after_it_was_taken_out_is_exported(tmp_path: Path) -> None:
    first, second = MemoryStore(), MemoryStore()
    ledger = case(first)
    put(ledger, "capture", capture(b"<p>"), b"<p>")
    redact(ledger, captures=(digest(b"<p>"),))
    put(ledger, "capture", capture(b"<p>"), b"<p>")
    manifest = export(first, ledger.case_id, tmp_path / "case")
    assert (manifest.captures, manifest.redacted.captures) == (1, ())
    carried(tmp_path / "case", second)
    assert second.capture(ledger.case_id, digest(b"<p>")) == b"<p>"


def test_bytes_that_no_entry_speaks_of_stay_behind(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = case(store)
    said = Draft(kind="comment", author="Ada", at="2031-03-08", payload=comment("Hm."))
    ledger.append([said], Beside(captures={digest(b"x"): b"x"}))
    assert export(store, ledger.case_id, tmp_path / "case").captures == 0


def test_entry_whose_time_is_none_is_told(tmp_path: Path) -> None:
    store = MemoryStore()
    ledger = case(store)
    said = Draft(kind="capture", author="Ada", at="9 o'clock", payload=capture(b"<p>"))
    undated = msgspec.structs.replace(capture(b"<p>"), retrieved_at=None)
    said = msgspec.structs.replace(said, payload=undated)
    ledger.append([said], Beside(captures={digest(b"<p>"): b"<p>"}))
    with pytest.raises(Touched, match="the time of an entry is none"):
        export(store, ledger.case_id, tmp_path / "case")
    assert list(tmp_path.iterdir()) == []


def test_redaction_that_was_itself_taken_out_excuses_nothing(tmp_path: Path) -> None:
    ledger = case(MemoryStore())
    put(ledger, "comment", comment("A name."))
    redact(ledger, seqs=(2,))
    redact(ledger, seqs=(3,))
    assert [finding.seq for finding in verify(ledger).findings] == [2]
    with pytest.raises(Touched, match="entry 2 has lost its payload"):
        export(ledger.store, ledger.case_id, tmp_path / "case")
