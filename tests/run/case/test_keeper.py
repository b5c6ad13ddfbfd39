"""What a run keeps, and what it finds kept."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.cli.pages import FIRST, GERMAN, SECOND, put
from tests.run.case.kept import AT, RULES, add, keeper, kinds, opened, pages
from whence.errors import NothingRead
from whence.model.case import Judgement
from whence.model.document import Document
from whence.model.ledger import Captured, Comment, Snapshot
from whence.run import maker, pipeline, reading
from whence.run.case import deriving, withdrawing
from whence.run.case.deriving import case_of, fresh, gathered, outdated
from whence.run.case.home import Home, case_for
from whence.run.case.keeper import CaseKeeper, grown
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word, entry_of
from whence.run.pipeline import run_pipeline
from whence.run.reading import too_slow
from whence.run.watch import Silent
from whence.run.world import World
from whence.store.ledger import decoded
from whence.store.memory import MemoryStore
from whence.store.sealing import Draft, digest
from whence.store.verify import verify

WHY = Word(author="Bo", at=AT, reason="for a test")
SAID = Judgement(
    subject="executor:unnamed", verdict="prior 0.4", by="Bo", at=AT, reason="many groups"
)


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

    def stop(document: Document, reader: object, options: object, **_: object) -> object:
        if read:
            raise KeyboardInterrupt
        read.append(document.id)
        return real(document, reader, options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_one", stop)
    with pytest.raises(KeyboardInterrupt):
        add(ledger, pages(tmp_path))
    assert kinds(ledger).count("extraction") == 1

    def note(document: Document, reader: object, options: object, **_: object) -> object:
        read.append(document.id)
        return real(document, reader, options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_one", note)
    case = add(ledger, pages(tmp_path))
    assert len(read) == len(set(read)) == len(case.reports) == 2


@pytest.mark.parametrize("made", ["0.1.0", "0.1.0+earlier"])
def test_what_other_rules_read_is_read_again_and_judgements_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: str
) -> None:
    ledger, given = opened(), pages(tmp_path)
    with monkeypatch.context() as earlier:
        earlier.setattr(maker, "of_readings", lambda: made)
        case = add(ledger, given)
        judged = Judgement(
            subject=case.reports[0].claims[0].id, verdict="rejected", by="Ana", at=AT,
            reason="misread",
        )  # fmt: skip
        ledger.append([Draft(kind="judgement", author="Ana", at=AT, payload=judged)])
        assert not outdated(state_of(ledger))
    state = state_of(ledger)
    assert set(outdated(state)) == set(state.documents)
    assert not fresh(state, RULES)

    notes: list[str] = []
    monkeypatch.setattr(Silent, "noted", lambda _, text: notes.append(text))
    keeper = CaseKeeper(ledger, "Ana", lambda: AT)
    keeper.keep(grown(keeper, (), RULES, World(at=AT, keeper=keeper)), RULES)
    assert notes == ["2 reports that were read by another reader, or by other rules: read again"]
    state = state_of(ledger)
    assert not outdated(state)
    assert fresh(state, RULES)
    assert state.judgements == [judged]
    assert [one.whence for one in state.extractions.values()] == [maker.of_readings()] * 2


def test_what_can_be_read_no_more_stays_as_it_was_read(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    state = state_of(ledger)
    key, held = next(iter(state.extractions.items()))
    state.extractions[key] = replace(held, whence="0.1.0")
    assert outdated(state) == (key,)
    location = state.documents[key].location
    state.failures.append(too_slow(location, "extract", 600))
    assert outdated(state) == ()


def test_what_an_earlier_whence_could_not_read_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = opened()
    with monkeypatch.context() as earlier:
        earlier.setattr(maker, "of_readings", lambda: "0.1.0+first")
        add(ledger, pages(tmp_path))
    key, document = next(iter(state_of(ledger).documents.items()))
    slow = too_slow(document.location, "extract", 600)
    for made in ("0.1.0+second", "0.1.0+third"):
        with monkeypatch.context() as later:
            later.setattr(maker, "of_readings", lambda made=made: made)
            assert key in outdated(state_of(ledger))
            keeper = CaseKeeper(ledger, "Ana", lambda: AT)
            keeper.failed(slow)
            keeper.failed(slow)
            state = state_of(ledger)
            assert key not in outdated(state)  # tried by these very rules
            assert state.failures == keeper.state.failures == [slow]
    assert key in outdated(state_of(ledger))
    assert kinds(ledger).count("failure") == 2  # once for each that tried


def test_failures_that_tell_no_rules_are_an_earlier_whences(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    slow = too_slow(next(iter(state_of(ledger).documents.values())).location, "extract", 600)
    missing = replace(slow, stage="ingest")
    ledger.append(
        [Draft(kind="failure", author="Ana", at=AT, payload=one) for one in (slow, missing)]
    )
    state = state_of(ledger)
    assert state.failures == [slow, missing]
    assert state.earlier == {slow}


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
        monkeypatch.setattr(maker, "of_snapshots", lambda: "0.1.0+later")
    assert not fresh(state_of(ledger), config)


def test_a_comment_leaves_the_snapshot_current(tmp_path: Path) -> None:
    ledger = opened()
    add(ledger, pages(tmp_path))
    draft = Draft(kind="comment", author="Bo", at=AT, payload=Comment(text="seen"))
    ledger.append([draft])
    assert fresh(state_of(ledger), RULES)


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


def test_a_case_that_was_not_there_yet_is_told_as_such() -> None:
    with pytest.raises(NothingRead, match="not there yet"):
        case_of(state_of(opened(), "2001"), RULES, AT)


@pytest.mark.parametrize("kind", ["judgement", "comment"])
def test_a_snapshot_knows_only_what_its_run_knew(tmp_path: Path, kind: str) -> None:
    ledger = opened()
    running = keeper(ledger)
    case = grown(running, [pages(tmp_path)], RULES, World(at=AT, keeper=running))
    said = SAID if kind == "judgement" else Comment(text="seen")
    ledger.append([Draft(kind=kind, author="Bo", at=AT, payload=said)])
    running.keep(case, RULES)
    assert fresh(state_of(ledger), RULES) == (kind == "comment")


def test_judgements_bind_runs_over_the_same_documents_alone(tmp_path: Path) -> None:
    ledger = opened()
    case = add(ledger, pages(tmp_path / "a"))
    kept = keeper(ledger)
    kept.keep(replace(case, judgements=(SAID,)), RULES)
    again = keeper(ledger)
    assert again.decided(case.documents) == (SAID,)
    folder = put(tmp_path / "b", other_html=GERMAN)
    other = pipeline.ingested([str(folder)], RULES, World(at=AT)).documents
    assert again.decided(other) == ()
    run = run_pipeline([pages(tmp_path / "a")], RULES, World(at=AT, keeper=again))
    assert run.judgements == (SAID,)
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
    assert snapshot.whence == maker.of_snapshots()
    assert snapshot.reader.startswith("rules")
    assert snapshot.through == ledger.head().seq - 1


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


def test_two_that_add_the_same_reports_at_once_keep_them_once(tmp_path: Path) -> None:
    ledger = opened()
    slow = keeper(ledger)
    add(ledger, pages(tmp_path))
    case = grown(slow, [pages(tmp_path)], RULES, World(at=AT, keeper=slow))
    slow.keep(case, RULES)
    assert len(case.documents) == 2
    assert slow.added == 0
    assert kinds(ledger).count("document") == kinds(ledger).count("capture") == 2
