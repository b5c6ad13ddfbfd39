"""Taken back, taken out, closed: what that does to a case and to runs that go on."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.pages import FIRST, put
from tests.run.case.kept import AT, RULES, add, keeper, kinds, opened, pages
from whence.errors import CaseRefused, UnknownId
from whence.model.case import Judgement
from whence.model.ledger import Entry
from whence.run.case import withdrawing
from whence.run.case.deriving import case_of, fresh, gathered
from whence.run.case.keeper import grown
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word, entry_of
from whence.run.world import World
from whence.store.ledger import Drawn, Ledger, Waiting
from whence.store.verify import verify

WHY = Word(author="Bo", at=AT, reason="for a test")
SAID = Judgement(
    subject="executor:unnamed", verdict="prior 0.4", by="Bo", at=AT, reason="many groups"
)


def test_a_retracted_report_counts_no_more_and_counts_again(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    gone = withdrawing.retract(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    assert len(case_of(state_of(ledger), RULES, AT).reports) == 1
    withdrawing.retract(ledger, gone.seq, WHY)
    assert len(case_of(state_of(ledger), RULES, AT).reports) == 2


def test_taken_out_is_gone_and_stays_out(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    redaction = withdrawing.redact(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    words = b"".join(sealed.payload or b"" for sealed in ledger.read())
    title = case_words(FIRST)
    assert title not in words
    assert all(title not in raw for _, raw in ledger.store.captures(ledger.case_id))
    assert verify(ledger).findings == ()
    assert verify(ledger).redacted == redaction.seqs
    case = add(ledger, pages(tmp_path))
    assert [Path(one.location).name for one in case.documents] == ["second.html"]
    assert [one.kind for one in case.failures] == ["redacted"]


def test_a_retracted_report_is_not_brought_back_by_adding_its_folder_again(tmp_path: Path) -> None:
    ledger = opened("the quay")
    add(ledger, pages(tmp_path))
    gone = withdrawing.retract(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    case = add(ledger, pages(tmp_path))
    assert [Path(one.location).name for one in case.documents] == ["second.html"]
    (told,) = case.failures
    assert told.kind == "retracted"
    assert f"#{gone.seq}" in told.reason
    assert f"whence case retract 'the quay' '#{gone.seq}'" in told.hint
    withdrawing.retract(ledger, gone.seq, WHY)
    again = add(ledger, pages(tmp_path))
    assert len(again.documents) == 2
    assert again.failures == ()


def test_what_was_taken_back_is_not_taken_back_twice(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    seq = entry_of(state_of(ledger), "first.html")
    gone = withdrawing.retract(ledger, seq, WHY)
    with pytest.raises(CaseRefused, match=f"by #{gone.seq}"):
        withdrawing.retract(ledger, seq, WHY)
    withdrawing.retract(ledger, gone.seq, WHY)
    withdrawing.retract(ledger, seq, WHY)
    assert len(state_of(ledger).documents) == 1


def test_what_was_taken_out_is_not_taken_out_twice(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    seq = entry_of(state_of(ledger), "first.html")
    withdrawing.redact(ledger, seq, WHY)
    with pytest.raises(CaseRefused, match="already"):
        withdrawing.redact(ledger, seq, WHY)


def test_what_is_taken_out_while_a_run_goes_on_is_not_written_again(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path))
    running = keeper(ledger)
    withdrawing.redact(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    before = ledger.head()
    running.made(next(r for r in case.reports if r.document_id == case.documents[0].id), "again@1")
    with pytest.raises(CaseRefused, match="taken out"):
        running.keep(replace(case, run=replace(case.run, reader="again@1")), RULES)
    assert ledger.head() == before
    assert case_words(FIRST) not in b"".join(sealed.payload or b"" for sealed in ledger.read())


def test_what_is_written_before_a_redaction_comes_through_is_taken_out_too(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path))
    seq = entry_of(state_of(ledger), "first.html")
    report = next(one for one in case.reports if one.document_id == case.documents[0].id)

    class Late(Ledger):
        """Another run is faster by a moment."""

        def append_behind(self, drawn: Drawn, waiting: Waiting | None = None) -> tuple[Entry, ...]:
            keeper(ledger).made(report, "again@1")
            return super().append_behind(drawn, waiting)

    withdrawing.redact(Late(ledger.store, ledger.case_id, ledger.name), seq, WHY)
    assert report.id.encode() not in b"".join(sealed.payload or b"" for sealed in ledger.read())


def test_a_case_closed_while_a_run_goes_on_takes_nothing_more(tmp_path: Path) -> None:
    ledger = opened()
    running = keeper(ledger)
    withdrawing.close(ledger, WHY, closed=True)
    with pytest.raises(CaseRefused, match="closed"):
        grown(running, [pages(tmp_path)], RULES, World(at=AT, keeper=running))
    assert kinds(ledger) == ["opened", "closed"]


def test_a_judgement_taken_out_leaves_the_snapshot_stale(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path))
    keeper(ledger).keep(replace(case, judgements=(SAID,)), RULES)
    assert fresh(state_of(ledger), RULES)
    (judged,) = ledger.read(kinds={"override"})
    withdrawing.redact(ledger, judged.entry.seq, WHY)
    assert not fresh(state_of(ledger), RULES)


def case_words(page: str) -> bytes:
    return page.split("<h1>")[1].split("</h1>", maxsplit=1)[0].encode()


def test_a_closed_case_takes_nothing_until_it_is_opened_again(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    withdrawing.close(ledger, WHY, closed=True)
    with pytest.raises(CaseRefused, match="closed"):
        keeper(ledger)
    with pytest.raises(CaseRefused, match="already"):
        withdrawing.close(ledger, WHY, closed=True)
    withdrawing.close(ledger, WHY, closed=False)
    assert keeper(ledger).state.documents


@pytest.mark.parametrize("reference", ["#99", "0", "nothing.html", "#" + "9" * 5000])
def test_a_reference_to_nothing_is_told(tmp_path: Path, reference: str) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    with pytest.raises(UnknownId):
        entry_of(state_of(ledger), reference)


def test_a_reference_to_two_things_names_both(tmp_path: Path) -> None:
    ledger = opened()
    add(
        ledger,
        pages(tmp_path / "a"),
        str(put(tmp_path / "b", first_html=FIRST.replace("uay", "ier"))),
    )
    with pytest.raises(UnknownId, match="may be #"):
        entry_of(state_of(ledger), "first.html")


@pytest.mark.parametrize("seq", [1])
def test_what_holds_the_chain_is_neither_retracted_nor_redacted(tmp_path: Path, seq: int) -> None:
    ledger = opened()
    with pytest.raises(CaseRefused):
        withdrawing.retract(ledger, seq, WHY)
    with pytest.raises(CaseRefused):
        withdrawing.redact(ledger, seq, WHY)


def test_a_reason_must_be_given() -> None:
    with pytest.raises(CaseRefused, match="why"):
        Word(author="Bo", at=AT, reason=" ")


def test_what_is_taken_out_while_it_is_read_does_not_come_back(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    slow = keeper(ledger)
    case = gathered(slow.state, AT)
    report = next(one for one in case.reports if one.document_id == case.documents[0].id)
    withdrawing.redact(ledger, slow.state.seqs[report.document_id], WHY)
    slow.made(report, "rules@2")
    with pytest.raises(CaseRefused, match="taken out of the case meanwhile"):
        slow.keep(case, RULES)
    words = b"".join(sealed.payload or b"" for sealed in ledger.read())
    assert case.documents[0].title is not None
    assert case.documents[0].title.encode() not in words
    assert kinds(ledger).count("extraction") == 2


def test_captured_bytes_are_not_taken_back_without_their_document(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    with pytest.raises(CaseRefused, match="captured bytes"):
        withdrawing.retract(ledger, 2, WHY)
