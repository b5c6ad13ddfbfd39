from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.pages import FIRST, GERMAN, SECOND, put
from tests.run.case.kept import AT, RULES, add, keeper, opened, pages
from whence import __version__
from whence.errors import CaseRefused, NothingRead, UnknownId
from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.ledger import Captured, Comment, Snapshot
from whence.run import pipeline, reading
from whence.run.case import deriving, withdrawing
from whence.run.case.deriving import case_of, fresh, gathered
from whence.run.case.home import Home, case_for, home_of
from whence.run.case.keeper import CaseKeeper, grown
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word, entry_of
from whence.run.pipeline import run_pipeline
from whence.run.world import World
from whence.store.ledger import Ledger, decoded
from whence.store.memory import MemoryStore
from whence.store.protocol import Batch
from whence.store.sealing import Draft, digest
from whence.store.verify import verify

WHY = Word(author="Bo", at=AT, reason="for a test")


def kinds(ledger: Ledger) -> list[str]:
    return [sealed.entry.kind for sealed in ledger.read()]


def test_each_document_is_kept_with_its_bytes_before_the_next_is_read(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    assert kinds(ledger) == [
        "opened", "capture", "document", "capture", "document", "extraction", "extraction",
        "assessment",
    ]  # fmt: skip
    for sealed in ledger.read(kinds={"capture"}):
        said = decoded(sealed)
        assert isinstance(said, Captured)
        raw = ledger.store.capture(ledger.case_id, said.sha256)
        assert raw is not None
        assert digest(raw) == said.sha256
        assert Path(said.location).read_bytes() == raw
    assert verify(ledger).findings == ()


def test_the_same_reports_again_add_nothing(tmp_path: Path) -> None:
    ledger = opened()
    first = add(ledger, pages(tmp_path))
    before = ledger.head()
    second = add(ledger, pages(tmp_path))
    assert ledger.head() == before
    assert second.assessment == first.assessment


def test_what_a_stopped_run_had_read_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = opened()
    read: list[str] = []
    real = reading.read_one

    def stop(document: Document, reader: object, options: object) -> object:
        if read:
            raise KeyboardInterrupt
        read.append(document.id)
        return real(document, reader, options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_one", stop)
    with pytest.raises(KeyboardInterrupt):
        add(ledger, pages(tmp_path))
    assert kinds(ledger).count("extraction") == 1

    def note(document: Document, reader: object, options: object) -> object:
        read.append(document.id)
        return real(document, reader, options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_one", note)
    case = add(ledger, pages(tmp_path))
    assert len(read) == len(set(read)) == len(case.reports) == 2


def test_a_case_grows_and_is_weighed_whole(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, str(put(tmp_path / "a", first_html=FIRST)))
    case = add(ledger, str(put(tmp_path / "b", second_html=SECOND)))
    assert len(case.reports) == 2
    state = state_of(ledger)
    assert state.current
    assert case_of(state, RULES, AT).assessment == case.assessment


def test_kept_and_derived_anew_are_the_same(tmp_path: Path) -> None:
    ledger = opened()
    made = add(ledger, pages(tmp_path))
    state = state_of(ledger)
    assert fresh(state, RULES)
    kept = case_of(state, RULES, AT)
    anew = deriving.derived(gathered(state, AT), RULES)
    assert kept == replace(anew, run=kept.run)
    assert (kept.trace, kept.incident) == (made.trace, made.incident)


@pytest.mark.parametrize("change", ["entry", "settings", "version"])
def test_a_snapshot_that_no_longer_fits_is_not_shown(
    tmp_path: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, config = opened(), RULES
    add(ledger, pages(tmp_path))
    if change == "entry":
        withdrawing.retract(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    elif change == "settings":
        config = replace(config, weigh=replace(config.weigh, seed=config.weigh.seed + 1))
    else:
        monkeypatch.setattr(deriving, "__version__", __version__ + "+later")
    assert not fresh(state_of(ledger), config)


def test_a_comment_leaves_the_snapshot_current(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    draft = Draft(kind="comment", author="Bo", at=AT, payload=Comment(text="seen"))
    ledger.append([draft])
    assert fresh(state_of(ledger), RULES)


def test_a_retracted_report_counts_no_more_and_counts_again(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    gone = withdrawing.retract(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    assert len(case_of(state_of(ledger), RULES, AT).reports) == 1
    withdrawing.retract(ledger, gone.seq, WHY)
    assert len(case_of(state_of(ledger), RULES, AT).reports) == 2


def test_as_of_is_the_case_as_it_stood(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, str(put(tmp_path / "a", first_html=FIRST)))
    then = ledger.head()
    add(ledger, str(put(tmp_path / "b", second_html=SECOND)))
    withdrawing.retract(ledger, entry_of(state_of(ledger), "first.html"), WHY)
    stood = state_of(ledger, f"#{then.seq}")
    assert [Path(one.location).name for one in stood.documents.values()] == ["first.html"]
    assert fresh(stood, RULES)
    now = state_of(ledger)
    assert [Path(one.location).name for one in now.documents.values()] == ["second.html"]


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


def test_a_case_that_was_not_there_yet_is_told_as_such() -> None:
    with pytest.raises(NothingRead, match="not there yet"):
        case_of(state_of(opened(), "2001"), RULES, AT)


def test_blanks_around_a_name_do_not_make_another_case(tmp_path: Path) -> None:
    store = MemoryStore()
    for home in (home_of(" quay ", None, ()), home_of(None, tmp_path / " pier ", ())):
        first = case_for(store, home, "Ana", AT)
        assert case_for(store, home, "Ana", AT).case_id == first.case_id
    assert {head.name for head in store.heads()} == {"quay", "pier"}
    with pytest.raises(CaseRefused, match="no name"):
        home_of("a/b", None, ())


def test_two_that_add_the_same_reports_at_once_keep_them_once(tmp_path: Path) -> None:
    ledger = opened()
    slow = keeper(ledger)
    add(ledger, pages(tmp_path))
    case = grown(slow, [pages(tmp_path)], RULES, World(at=AT, keeper=slow))
    slow.keep(case, RULES)
    assert len(case.documents) == 2
    assert slow.added == 0
    assert kinds(ledger).count("document") == kinds(ledger).count("capture") == 2


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


def test_judgements_bind_runs_over_the_same_documents_alone(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path / "a"))
    kept = keeper(ledger)
    said = Judgement(
        subject="executor:unnamed", verdict="prior 0.4", by="Bo", at=AT, reason="many groups"
    )
    kept.keep(replace(case, judgements=(said,)), RULES)
    again = keeper(ledger)
    assert again.decided(case.documents) == (said,)
    folder = put(tmp_path / "b", other_html=GERMAN)
    other = pipeline.ingested([str(folder)], RULES, World(at=AT)).documents
    assert again.decided(other) == ()
    run = run_pipeline([pages(tmp_path / "a")], RULES, World(at=AT, keeper=again))
    assert run.judgements == (said,)
    assert "override" in kinds(ledger)


def test_failures_are_kept_once_and_forgotten_when_the_report_is_read(tmp_path: Path) -> None:
    ledger = opened()
    folder = pages(tmp_path, broken_html="")
    add(ledger, folder)
    add(ledger, folder)
    assert kinds(ledger).count("failure") == 1
    assert [Path(one.location).name for one in gathered(state_of(ledger), AT).failures] == [
        "broken.html"
    ]
    put(tmp_path, broken_html=FIRST.replace("quay", "jetty").replace("Quay", "Jetty"))
    assert add(ledger, folder).failures == ()


def test_nothing_read_is_told_with_the_way_on(tmp_path: Path) -> None:
    ledger = opened()
    with pytest.raises(NothingRead, match="quay"):
        case_of(state_of(ledger), RULES, AT)
    with pytest.raises(NothingRead):
        add(ledger, str(put(tmp_path, broken_html="")))
    assert kinds(ledger) == ["opened", "failure"]


def test_snapshots_say_with_which_versions(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    snapshot = state_of(ledger).snapshot
    assert isinstance(snapshot, Snapshot)
    assert snapshot.whence == __version__
    assert snapshot.reader.startswith("rules")
    assert snapshot.through == ledger.head().seq - 1


@pytest.mark.parametrize("reference", ["#99", "0", "nothing.html"])
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


def test_runs_to_one_folder_are_one_case(tmp_path: Path) -> None:
    store = MemoryStore()
    home = home_of(None, tmp_path / "attack", ("a.html",))
    first = case_for(store, home, "Ana", AT)
    assert first.name == "attack"
    assert case_for(store, home, "Ana", AT).case_id == first.case_id
    elsewhere = home_of(None, tmp_path / "other" / "attack", ("a.html",))
    second = case_for(store, elsewhere, "Ana", AT)
    assert second.name == "attack 2"
    assert case_for(store, elsewhere, "Ana", AT).case_id == second.case_id
    assert case_for(store, Home("attack 2"), "Ana", AT).case_id == second.case_id


def test_without_a_folder_a_run_goes_by_where_its_inputs_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = home_of(None, None, (str(tmp_path / "in" / "a"), str(tmp_path / "in" / "b")))
    assert folder.name == "in"
    assert home_of(None, Path("-"), ("https://news.example/a", "-")).name == tmp_path.name
    assert home_of("harbour", None, ("a",)) == Home("harbour")


def test_inputs_that_lead_to_nothing_leave_no_case(tmp_path: Path) -> None:
    store = MemoryStore()
    kept = CaseKeeper(partial(case_for, store, Home("quay"), "Ana", AT), "Ana", lambda: AT)
    world = World(at=AT, keeper=kept)
    with pytest.raises(NothingRead):
        run_pipeline([str(put(tmp_path, broken_html=""))], RULES, world)
    assert store.heads() == ()
    case = run_pipeline([pages(tmp_path)], RULES, world)
    kept.keep(case, RULES)
    assert kinds(kept.ledger)[:3] == ["opened", "failure", "capture"]


def test_two_runs_that_open_cases_of_one_name_at_once_both_get_one(tmp_path: Path) -> None:
    class Late(MemoryStore):
        """A library in which somebody else opens a case between a look and an append."""

        late = True

        def append(self, batch: Batch) -> None:
            if self.late:
                self.late = False
                case_for(self, Home("quay", "elsewhere"), "Bo", AT)
            super().append(batch)

    store = Late()
    mine = case_for(store, Home("quay", "here"), "Ana", AT)
    assert mine.name == "quay 2"
    with pytest.raises(CaseRefused):
        case_for(store, Home("a/b"), "Ana", AT)
