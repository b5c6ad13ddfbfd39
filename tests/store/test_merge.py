"""What holds in another case taken over: once, from wherever it came, and nothing that went."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from tests.store.archive.archives import (
    AT,
    STEPS,
    Step,
    capture,
    case,
    comment,
    document,
    judgement,
    made,
    put,
    redact,
    retract,
    rich,
)
from whence.errors import CaseRefused
from whence.model.ledger import Comment, Extraction, Media, Merge
from whence.model.report import Report
from whence.store.archive.exporting import export
from whence.store.archive.lines import flaws
from whence.store.archive.reading import read_archive
from whence.store.ledger import Ledger, decoded
from whence.store.memory import MemoryStore
from whence.store.merging import MERGED, merge
from whence.store.sealing import digest
from whence.store.standing import holding
from whence.store.verify import verify


def kinds(ledger: Ledger) -> list[str]:
    return [sealed.entry.kind for sealed in ledger.read()]


def two() -> tuple[Ledger, Ledger]:
    """Return a case, and one of another library to be merged into it."""
    return case(MemoryStore(), "Here"), case(MemoryStore(), "There")


def merges(ledger: Ledger) -> list[Merge]:
    found = [decoded(sealed) for sealed in ledger.read(kinds=("merge",))]
    return [one for one in found if isinstance(one, Merge)]


def texts(ledger: Ledger) -> list[tuple[str, str]]:
    found = [decoded(sealed) for sealed in ledger.read(kinds=("comment",))]
    return [(one.text, one.subject) for one in found if isinstance(one, Comment)]


def test_what_holds_is_taken_over_behind_an_entry_that_says_where_from() -> None:
    here, _ = two()
    there = rich(MemoryStore(), "There")
    done = merge(here, there, "Bo", "2031-04-01T09:00:00+00:00")
    assert kinds(here) == ["opened", "merge", "capture", "document", "media", "comment"]
    assert done.seqs == (2, 3, 4, 5, 6)
    (said,) = merges(here)
    assert (said.case_id, said.name, said.head) == (there.case_id, "There", there.head().hash)
    assert [(taken.seq, taken.author, taken.at) for taken in said.taken] == [
        (seq, "Ada", AT) for seq in (2, 3, 6, 8)
    ]
    assert {sealed.entry.author for sealed in here.read(after=1)} == {"Bo"}
    assert [raw for _, raw in here.store.captures(here.case_id)] == [
        raw for _, raw in there.store.captures(there.case_id)
    ]


def test_merging_twice_takes_only_what_is_new() -> None:
    here, _ = two()
    there = rich(MemoryStore(), "There")
    merge(here, there, "Bo", AT)
    again = merge(here, there, "Bo", AT)
    assert (again.seqs, again.passed) == ((), 4)
    assert here.head().seq == 6
    put(there, "comment", comment("More."))
    assert merge(here, there, "Bo", AT).seqs == (7, 8)


def test_merging_there_and_back_brings_nothing_back() -> None:
    here, there = two()
    put(here, "comment", comment("Mine."))
    put(there, "comment", comment("Yours."))
    merge(here, there, "Bo", AT)
    assert len(merge(there, here, "Ada", AT).seqs) == 2
    assert merge(here, there, "Bo", AT).seqs == ()


def test_what_came_by_another_way_is_known_and_keeps_its_author() -> None:
    here, there = two()
    third = case(MemoryStore(), "Third")
    put(there, "comment", comment("Seen by me."), author="Cleo")
    merge(third, there, "Bo", AT)
    merge(here, third, "Dan", AT)
    assert merges(here)[0].taken[0].author == "Cleo"
    assert merge(here, there, "Dan", AT).seqs == ()


def test_documents_and_captures_that_are_here_are_passed_over() -> None:
    here, there = two()
    for ledger in (here, there):
        put(ledger, "comment", comment(ledger.name))
        put(ledger, "capture", capture(b"<p>", f"{ledger.name}.html"), b"<p>")
        put(ledger, "document", msgspec.structs.replace(document("Text."), byline=ledger.name))
    assert (merge(here, there, "Bo", AT).seqs, kinds(here)[4:]) == ((5, 6), ["merge", "comment"])


def test_reading_of_a_document_is_taken_only_where_it_was_not_read() -> None:
    here, there = two()
    first, second = document("First."), document("Second.")
    for ledger, reader in ((here, "rules"), (there, "model")):
        put(ledger, "document", first)
        if ledger is there:
            put(ledger, "document", second)
        for read in (first,) if ledger is here else (first, second):
            report = Report(id=f"report-{read.id}", document_id=read.id)
            put(ledger, "extraction", Extraction(report=report, reader=reader, whence="1"))
    merge(here, there, "Bo", AT)
    assert kinds(here)[3:] == ["merge", "document", "extraction"]


def test_subjects_get_the_number_that_the_entry_has_here() -> None:
    here, there = two()
    put(here, "document", document("Known."))
    put(here, "comment", comment("First here."))
    put(there, "comment", comment("Gone."))
    put(there, "document", document("Known."))
    put(there, "comment", comment("On a document.", "#3"))
    put(there, "comment", comment("On a comment.", "#4"))
    put(there, "judgement", judgement("#5"))
    put(there, "comment", comment("On what is gone.", "#2"))
    put(there, "comment", comment("On an id.", "claim-1"))
    retract(there, 2)
    merge(here, there, "Bo", AT)
    assert texts(here)[1:] == [
        ("On a document.", "#2"),
        ("On a comment.", "#5"),
        ("On what is gone.", f"{there.case_id}#2"),
        ("On an id.", "claim-1"),
    ]
    (judged,) = here.read(kinds=("judgement",))
    assert b'"subject":"#6"' in (judged.payload or b"")


def test_subjects_still_fit_when_the_second_merge_brings_the_remark() -> None:
    here, there = two()
    put(there, "comment", comment("First."))
    merge(here, there, "Bo", AT)
    put(there, "comment", comment("On it.", "#2"))
    merge(here, there, "Bo", AT)
    assert texts(here) == [("First.", ""), ("On it.", "#3")]


def test_bytes_taken_out_here_or_there_are_not_brought_in() -> None:
    here, there = two()
    for raw in (b"out here", b"out there", b"kept"):
        put(there, "capture", capture(raw), raw)
    film = Media(sha256=digest(b"film"), size=4, media_type="video/mp4", location="f.mp4")
    put(there, "media", film, b"film")
    put(here, "capture", capture(b"out here"), b"out here")
    redact(here, seqs=(2,), captures=(digest(b"out here"), digest(b"film")))
    redact(there, captures=(digest(b"out there"),))
    merge(here, there, "Bo", AT)
    assert [raw for _, raw in here.store.captures(here.case_id)] == [b"kept"]
    assert kinds(here)[3:] == ["merge", "capture"]


def test_document_taken_out_here_does_not_come_back_with_what_was_read_in_it() -> None:
    here, there = two()
    raw = b"the page"
    for ledger, words in ((here, "The page."), (there, "The page, as another reads it.")):
        page = document(words, raw)
        put(ledger, "capture", capture(raw), raw)
        put(ledger, "document", page)
        report = Report(id="report-1", document_id=page.id)
        put(ledger, "extraction", Extraction(report=report, reader="rules@1", whence="0.9"))
    redact(here, seqs=(2, 3, 4), captures=(digest(raw),))
    before = here.head()
    assert merge(here, there, "Bo", AT).seqs == ()
    assert here.head() == before


def test_what_was_taken_back_here_does_not_return() -> None:
    here, there = two()
    put(there, "judgement", judgement("claim-1"))
    merge(here, there, "Bo", AT)
    retract(here, 3)
    assert merge(here, there, "Bo", AT).seqs == ()


def test_same_remark_of_two_people_stays_two() -> None:
    here, there = two()
    put(here, "comment", comment("I agree."), author="Ada")
    put(there, "comment", comment("I agree."), author="Bo")
    assert len(merge(here, there, "Bo", AT).seqs) == 2


def test_case_merged_with_itself_takes_nothing() -> None:
    ledger = rich(MemoryStore())
    assert merge(ledger, ledger, "Ada", AT).seqs == ()


def test_copies_of_a_case_that_went_two_ways_come_together(tmp_path: Path) -> None:
    there = rich(MemoryStore(), case_id="case-1")
    here = rich(MemoryStore(), case_id="case-1")
    put(here, "comment", comment("Here."))
    put(there, "comment", comment("There."))
    export(there.store, "case-1", tmp_path / "case.zip")
    with read_archive(tmp_path / "case.zip") as exported:
        assert merge(here, exported, "Bo", AT).seqs == (14, 15)
    assert [text for text, _ in texts(here)][-2:] == ["Here.", "There."]


def test_export_and_case_are_merged_alike(tmp_path: Path) -> None:
    one, other = case(MemoryStore(), "Here", "case-2"), case(MemoryStore(), "Here", "case-2")
    there = rich(MemoryStore(), "There")
    export(there.store, there.case_id, tmp_path / "case")
    merge(one, there, "Bo", AT)
    with read_archive(tmp_path / "case") as exported:
        merge(other, exported, "Bo", AT)
    assert list(one.read()) == list(other.read())
    assert list(one.store.captures("case-2")) == list(other.store.captures("case-2"))


class Vanishing(MemoryStore):
    """A library whose captures are there when they are looked for and gone when they are read."""

    looked = 0

    def capture(self, case_id: str, sha256: str) -> bytes | None:
        """Return captured bytes once."""
        self.looked += 1
        return super().capture(case_id, sha256) if self.looked == 1 else None


def test_capture_taken_out_during_a_merge_is_told() -> None:
    here, there = case(MemoryStore(), "Here"), case(Vanishing(), "There")
    put(there, "capture", capture(b"<p>"), b"<p>")
    with pytest.raises(CaseRefused, match="taken out meanwhile"):
        merge(here, there, "Bo", AT)
    assert kinds(here) == ["opened"]


@settings(max_examples=60, deadline=None)
@given(STEPS, STEPS)
def test_any_two_cases_merge_once_into_a_chain_that_holds(
    mine: list[Step], yours: list[Step]
) -> None:
    here, there = made(MemoryStore(), mine, "Here"), made(MemoryStore(), yours, "There")
    before, found = list(here.read()), verify(here).findings
    done = merge(here, there, "Bo", AT)
    after = list(here.read())
    assert after[: len(before)] == before
    assert len(after) == len(before) + len(done.seqs)
    previous = None
    for sealed in after:
        assert list(flaws(sealed, previous)) == []
        previous = sealed.entry
    assert verify(here).findings == found
    wanted = [
        sealed for sealed in holding(there.read())
        if sealed.entry.kind in MERGED and sealed.payload is not None
    ]  # fmt: skip
    assert max(len(done.seqs) - 1, 0) + done.passed <= len(wanted)
    assert merge(here, there, "Bo", AT).seqs == ()
