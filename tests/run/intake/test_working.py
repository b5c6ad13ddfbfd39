"""One order worked off, in this process: what is kept, told, left out, and gone on with."""

import gzip
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace

from tests.cli.pages import FIRST, GERMAN, SECOND
from tests.run.case.kept import RULES, kinds, opened
from tests.run.intake.giving import AT, report, upload
from whence.errors import CaseRefused, FetchError, NothingRead
from whence.extract.rules.reader import RulesReader
from whence.ingest import Capture
from whence.model.document import Document
from whence.model.ledger import Closed
from whence.model.reading import Reader, Reading
from whence.run import maker
from whence.run.case.state import state_of
from whence.run.case.withdrawing import Word, redact
from whence.run.config import Config
from whence.run.intake.filling import limits_of
from whence.run.intake.messages import Added, Began, Failed, InHand, Noted, ToDesk, Work
from whence.run.intake.orders import ENDED, Given, Kind, Order, Paste, Upload
from whence.run.intake.spool import Spool
from whence.run.intake.telling import Halted, Teller
from whence.run.intake.working import Means, names_of, worked_off
from whence.run.reading import TOO_SLOW
from whence.store.ledger import Ledger
from whence.store.sealing import Draft

T = TypeVar("T")

ADDRESS = "https://quay.example/barge"


class Pages:
    """Brings pages by their addresses, and counts how often it was asked."""

    def __init__(self, **pages: str) -> None:
        self.pages = {f"https://quay.example/{name}": page for name, page in pages.items()}
        self.asked: list[str] = []

    def fetch(self, url: str) -> Capture:
        self.asked.append(url)
        if url not in self.pages:
            raise FetchError(url, "the host answered 404", status=404)
        return Capture(
            location=url, raw=self.pages[url].encode(), url=url, media_type="text/html",
            retrieved_at=AT,
        )  # fmt: skip


class Bench:
    """A case, a spool, and what was told."""

    def __init__(self, folder: Path, config: Config = RULES) -> None:
        self.ledger = opened()
        self.config = config
        self.spool = Spool(folder, limits_of(config))
        self.pages = Pages()
        self.told: list[ToDesk] = []
        self.halted: Callable[[], bool] = lambda: False
        self.loaded: list[str] = []
        self.reader: Reader = RulesReader()

    def order(self, *files: Upload, kind: Kind = "add", addresses: tuple[str, ...] = ()) -> Order:
        return self.spool.put(
            Given(
                case_id=self.ledger.case_id, author="Bo", at=AT, kind=kind, files=files,
                addresses=addresses,
            )
        )  # fmt: skip

    def work(self, order: Order, *, resumed: bool = False, skip: tuple[str, ...] = ()) -> None:
        folder = self.spool.folder(order.id)
        work = Work(id=order.id, folder=str(folder), resumed=resumed, skip=skip)
        teller = Teller(self.told.append, self.halted, names_of(order, folder))
        means = Means(config=self.config, now=lambda: AT, fetcher=self.pages, reader=self._load)
        worked_off(order, work, self.ledger, teller, means)

    def _load(self, name: str) -> Reader:
        self.loaded.append(name)
        return self.reader

    def heard(self, kind: type[T]) -> list[T]:
        return [one for one in self.told if isinstance(one, kind)]

    def stages(self) -> list[str]:
        return [one.stage for one in self.heard(Began)]

    def failures(self) -> dict[str, str]:
        return {one.failure.location: one.failure.kind for one in self.heard(Failed)}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def locations(ledger: Ledger) -> list[str]:
    return [document.location for document in state_of(ledger).documents.values()]


def test_an_order_is_kept_under_the_names_that_were_given(bench: Bench) -> None:
    order = bench.order(upload("desk/first.html", FIRST), upload("second.html", SECOND))
    bench.work(order)
    assert kinds(bench.ledger) == [
        "opened", "capture", "document", "capture", "document", "extraction", "extraction",
        "assessment",
    ]  # fmt: skip
    assert locations(bench.ledger) == ["desk/first.html", "second.html"]
    assert {sealed.entry.author for sealed in bench.ledger.read(after=1)} == {"Bo"}
    words = b"".join(sealed.payload or b"" for sealed in bench.ledger.read())
    assert str(bench.spool.folder("")).encode() not in words
    state = state_of(bench.ledger)
    assert state.current
    assert state.snapshot is not None
    assert state.snapshot.assessment is not None
    assert bench.stages() == ["ingest", "load", "extract", "trace", "fuse", "weigh", "history"]
    assert len(bench.heard(Added)) == 2


def test_what_was_refused_or_not_read_is_kept_and_told_with_the_shown_name(bench: Bench) -> None:
    order = bench.order(
        upload("a.txt", report(1)),
        upload("b.docx", "x"),
        upload("empty.txt", ""),
        upload("kahn.html", GERMAN),
        addresses=("https://quay.example/missing", "file:///etc/passwd"),
    )
    bench.work(order)
    kept = {one.location: one.kind for one in state_of(bench.ledger).failures}
    assert kept == {
        "b.docx": "unsupported",
        "file:///etc/passwd": "forbidden",
        "empty.txt": "unreadable",
        "https://quay.example/missing": "fetch",
        "kahn.html": "language",
    }
    refused = {failure.location for failure in order.failures}
    assert set(bench.failures()) == set(kept) - refused
    assert locations(bench.ledger) == ["a.txt", "kahn.html"]


def test_the_pages_of_an_archive_are_named_within_it_and_have_an_end(tmp_path: Path) -> None:
    config = replace(RULES, intake=replace(RULES.intake, pages=2))
    bench = Bench(tmp_path, config)
    lines = "".join(f'{{"text": "Barge {n} burned at Lower Quay."}}\n' for n in range(4))
    bench.work(bench.order(upload("many.jsonl.gz", gzip.compress(lines.encode()))))
    assert locations(bench.ledger) == ["many.jsonl.gz:1", "many.jsonl.gz:2"]
    assert bench.failures() == {"many.jsonl.gz": "too_large"}


def test_nothing_is_done_twice_when_an_order_is_begun_again(bench: Bench) -> None:
    bench.pages = Pages(barge=FIRST)
    order = bench.order(
        upload("a.txt", report(1)), upload("b.txt", report(2)), addresses=(ADDRESS,)
    )

    def halt() -> bool:
        return len(bench.heard(InHand)) == 5  # the second of three is read

    bench.halted = halt
    with pytest.raises(Halted):
        bench.work(order)
    assert kinds(bench.ledger).count("extraction") == 2
    bench.halted = lambda: False
    bench.pages.pages[ADDRESS] = SECOND  # the page has changed since
    bench.told.clear()
    bench.work(order, resumed=True)
    assert bench.pages.asked == [ADDRESS]
    assert locations(bench.ledger) == ["a.txt", "b.txt", ADDRESS]
    assert kinds(bench.ledger).count("extraction") == 3
    assert len(bench.heard(Added)) == 2  # the files were taken in by this order, as it is told
    head = bench.ledger.head()
    bench.work(order, resumed=True)
    assert bench.ledger.head() == head


def test_a_halt_is_heard_after_the_document_in_hand(bench: Bench) -> None:
    order = bench.order(*(upload(f"{n}.txt", report(n)) for n in range(3)))
    bench.halted = lambda: len(bench.heard(Added)) == 2
    with pytest.raises(Halted):
        bench.work(order)
    assert kinds(bench.ledger) == ["opened", "capture", "document", "capture", "document"]


def test_what_the_case_has_already_is_said(bench: Bench) -> None:
    bench.work(bench.order(upload("a.txt", report(1))))
    bench.told.clear()
    bench.work(bench.order(upload("a.txt", report(1)), upload("copy.txt", report(1))))
    assert [one.text for one in bench.heard(Noted)] == [
        "a.txt is in the case already",
        "copy.txt is the same text as a.txt: kept once",
    ]
    assert bench.heard(Added) == []


def test_an_input_on_which_the_process_ended_twice_is_left_out(bench: Bench) -> None:
    order = bench.order(upload("bad.txt", report(1)), upload("good.txt", report(2)))
    bench.work(order, resumed=True, skip=("bad.txt",))
    assert locations(bench.ledger) == ["good.txt"]
    assert bench.failures() == {"bad.txt": ENDED}


class Fatal(RulesReader):
    """Ends, in its way, whenever it reads of barge 1."""

    def read(self, document: Document) -> Reading:
        if "Barge 1 " in document.text:
            raise KeyboardInterrupt
        return super().read(document)


def test_a_document_on_which_the_process_ended_twice_is_never_read_again(bench: Bench) -> None:
    bench.reader = Fatal()
    order = bench.order(upload("bad.txt", report(1)), upload("good.txt", report(2)))
    with pytest.raises(KeyboardInterrupt):
        bench.work(order)
    fatal = bench.heard(InHand)[-1].key
    bench.work(order, resumed=True, skip=(fatal,))
    bench.work(bench.order(upload("more.txt", report(3))))
    state = state_of(bench.ledger)
    assert [one.location for one in state.documents.values()] == ["bad.txt", "good.txt", "more.txt"]
    assert [(one.location, one.kind) for one in state.failures] == [("bad.txt", ENDED)]
    assert len(state.extractions) == 2
    assert state.current


class Slow(RulesReader):
    """Takes a second over barge 1, and counts what it reads."""

    def __init__(self) -> None:
        self.read_of: list[str] = []

    def read(self, document: Document) -> Reading:
        self.read_of.append(document.location)
        if "Barge 1 " in document.text:
            until = time.process_time() + 1
            while time.process_time() < until:
                pass
        return super().read(document)


def test_what_took_too_long_is_not_read_again_until_it_may_take_longer(bench: Bench) -> None:
    bench.config = replace(RULES, run=replace(RULES.run, document_seconds=0.5))
    bench.reader = slow = Slow()
    bench.work(bench.order(upload("bad.txt", report(1)), upload("good.txt", report(2))))
    bench.work(bench.order(upload("more.txt", report(3))))
    assert slow.read_of == ["bad.txt", "good.txt", "more.txt"]
    assert bench.failures() == {"bad.txt": TOO_SLOW}
    bench.config = RULES
    bench.work(bench.order(kind="weigh"))
    assert slow.read_of[3:] == ["bad.txt"]
    assert len(state_of(bench.ledger).extractions) == 3


def test_what_took_too_long_is_tried_again_by_another_whence(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.config = replace(RULES, run=replace(RULES.run, document_seconds=0.5))
    bench.reader = slow = Slow()
    bench.work(bench.order(upload("bad.txt", report(1)), upload("good.txt", report(2))))
    for _ in range(2):
        monkeypatch.setattr(maker, "of_readings", lambda: "0.1.0+later")
        bench.work(bench.order(kind="weigh"))
        assert slow.read_of.count("bad.txt") == 2
        assert bench.failures() == {"bad.txt": TOO_SLOW}


def test_weighing_anew_reads_only_what_was_not_read(bench: Bench) -> None:
    bench.work(bench.order(upload("a.txt", report(1)), upload("kahn.html", GERMAN)))
    bench.told.clear()
    head = bench.ledger.head()
    bench.work(bench.order(kind="weigh"))
    assert bench.loaded == ["rules"]
    assert bench.stages() == ["trace", "fuse", "weigh", "history"]
    assert bench.ledger.head() == head  # it comes to the same
    halted = bench.order(upload("b.txt", report(2)))
    bench.halted = lambda: len(bench.heard(Added)) == 1
    with pytest.raises(Halted):
        bench.work(halted)
    bench.halted = lambda: False
    bench.work(bench.order(kind="weigh"))
    assert kinds(bench.ledger)[-2:] == ["extraction", "assessment"]


def test_a_document_that_is_taken_out_meanwhile_is_not_weighed(bench: Bench) -> None:
    bench.work(bench.order(upload("a.txt", report(1)), upload("b.txt", report(2))))

    class Interrupted(RulesReader):
        def read(self, document: Document) -> Reading:
            seq = state_of(bench.ledger).seqs[gone]
            redact(bench.ledger, seq, Word(author="Lee", at=AT, reason="a court order"))
            return super().read(document)

    gone = next(iter(state_of(bench.ledger).documents))
    bench.reader = Interrupted()
    bench.work(bench.order(upload("c.txt", report(3))))
    state = state_of(bench.ledger)
    assert locations(bench.ledger) == ["b.txt", "c.txt"]
    assert state.current
    assert state.snapshot is not None
    assert set(state.snapshot.document_ids) == set(state.documents)


def test_a_closed_case_takes_nothing(bench: Bench) -> None:
    closed = Draft(kind="closed", author="Lee", at=AT, payload=Closed(reason="done"))
    bench.ledger.append([closed])
    with pytest.raises(CaseRefused, match="closed"):
        bench.work(bench.order(upload("a.txt", report(1))))


def test_where_nothing_can_be_read_it_is_said(bench: Bench) -> None:
    with pytest.raises(NothingRead, match="none of the inputs"):
        bench.work(bench.order(upload("a.docx", "x"), upload("empty.txt", "")))
    with pytest.raises(NothingRead, match="holds no report"):
        bench.work(bench.order(kind="weigh"))


def test_what_is_said_of_files_holds_for_those_that_tell_none_themselves(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.pages = Pages(barge=f"<article><p>{report(8)}</p></article>")
    own = upload("own.html", FIRST)
    given = Given(
        case_id=bench.ledger.case_id, author="Bo", at=AT, outlet=" Reed  Post ",
        published="2031-03-08", files=(own, upload("bare.txt", report(1))),
        texts=(Paste(text=report(2)),), addresses=(ADDRESS,),
    )  # fmt: skip
    bench.work(bench.spool.put(given))
    held = {one.location: one for one in state_of(bench.ledger).documents.values()}
    bare = held["bare.txt"]
    assert (bare.outlet, bare.published) == ("Reed Post", "2031-03-08")
    assert bare.id == Document.identify(bare.text, "Reed Post")
    others = [one for one in held.values() if one is not bare]
    assert len(others) == 3
    assert {one.outlet for one in others}.isdisjoint({"Reed Post"})
    assert all(one.published != "2031-03-08" for one in others)
