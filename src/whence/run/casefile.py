"""A case file as a run sees it: what it takes in is appended, what was read is not read again."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from whence import __version__
from whence.errors import CaseRefused, NothingRead
from whence.ingest import Capture
from whence.model.case import Case, Judgement, Run
from whence.model.document import Document, Failure
from whence.model.ledger import Captured, Entry, Extraction, Opened, Snapshot
from whence.model.panel import Estimate
from whence.model.report import Report
from whence.run import pipeline, registry
from whence.run.config import Config
from whence.run.overrides import LISTED, PRIOR, RATIO, WITHDRAWN
from whence.run.panel import polled
from whence.run.state import CaseState, state_of
from whence.run.stream import identify
from whence.run.world import World
from whence.store.ledger import Beside, Ledger, decoded, new_case
from whence.store.protocol import Store
from whence.store.sealing import Draft, digest

T = TypeVar("T", Judgement, Estimate)
_OVERRIDES = (PRIOR, RATIO, LISTED, WITHDRAWN)


@dataclass(frozen=True)
class Home:
    """Under which name a run is kept, and by what the next run finds its case again.

    ``source`` is the SHA-256 of a place on this machine; "" when a case was named.
    """

    name: str
    source: str = ""


def home_of(named: str | None, out: Path | None, inputs: Sequence[str]) -> Home:
    """Return where a run is kept: in the case that was named, or in that of its folder.

    Runs that write to one folder make one case; a run that writes to none (``-`` or only JSON) goes
    by the folder that its inputs lie in.
    """
    if named is not None:
        return Home(named)
    if out is None or out == Path("-"):
        files = [Path(name).absolute() for name in inputs if "://" not in name and name != "-"]
        place = Path(os.path.commonpath(files)) if files else Path.cwd()
    else:
        place = out.absolute()
    name = "".join(c for c in place.name if c.isprintable()) or "case"
    return Home(name, digest(os.fsencode(place)))


def case_for(store: Store, home: Home, author: str, at: str) -> Ledger:
    """Return the case of a home, opened when it is missing.

    Where another folder's case has the name already, the new one gets a number behind it.

    Raises:
        CaseRefused: when the name is none.
    """
    taken: set[str] = set()
    for head in store.heads():
        ledger = Ledger(store, head.case_id, head.name)
        if not home.source and home.name in (head.name, head.case_id):
            return ledger
        taken.add(head.name)
        if home.source and _source(ledger) == home.source:
            return ledger
    names = chain((home.name,), (f"{home.name} {number}" for number in count(2)))
    name = next(name for name in names if name not in taken)
    return new_case(store, Opened(name=name, source=home.source), author, at)


def _source(ledger: Ledger) -> str:
    """Return what the first entry of a case says of where it comes from."""
    for sealed in ledger.store.read(ledger.case_id, through=1):
        said = decoded(sealed)
        return said.source if isinstance(said, Opened) else ""
    return ""


class CaseKeeper:
    """Appends to a case what a run takes in, each document by itself, as soon as it is read.

    ``now`` gives the time of each entry. A run that is stopped has lost nothing that was kept, and
    the next one goes on from there.

    Raises:
        CaseRefused: when the case is closed.
    """

    def __init__(self, ledger: Ledger, author: str, now: Callable[[], str]) -> None:
        self.ledger = ledger
        self.state = state_of(ledger)
        self._author = author
        self._now = now
        self._before = frozenset(self.state.documents)
        self.added = 0
        refuse_closed(self.state, ledger.name)

    def took(self, capture: Capture, document: Document) -> Document | Failure:
        """Keep a capture and its document, unless the case has them or they were taken out."""
        held = self.state.documents.get(document.id)
        if held is not None:
            return held
        if document.raw_sha256 in self.state.redacted:
            return Failure(
                location=document.location,
                stage="ingest",
                kind="redacted",
                reason="it was taken out of this case, and stays out",
                hint=f"'whence log {self.ledger.name} --kind redaction' tells why",
            )
        drafts = [self.draft("capture", captured(capture)), self.draft("document", document)]
        beside = Beside(captures={document.raw_sha256: capture.raw})
        entries = self.ledger.append(drafts, beside)
        self.state.documents[document.id] = document
        self.state.seqs[document.id] = entries[-1].seq
        self.added += 1
        return document

    def read_before(self, document: Document, reader: str) -> Report | None:
        """Return what this reader of this version made of the document earlier, if it did."""
        held = self.state.extractions.get(document.id)
        if held is None or (held.reader, held.whence) != (reader, __version__):
            return None
        return held.report

    def made(self, report: Report, reader: str) -> None:
        """Keep what was read in a document."""
        extraction = Extraction(report=report, reader=reader, whence=__version__)
        self.ledger.append([self.draft("extraction", extraction)])
        self.state.extractions[report.document_id] = extraction

    def failed(self, failure: Failure) -> None:
        """Keep that something could not be read, once for each reason."""
        if failure not in self.state.failures:
            self.ledger.append([self.draft("failure", failure)])
            self.state.failures.append(failure)

    def decided(self, documents: Sequence[Document]) -> tuple[Judgement, ...]:
        """Return the case's judgements, where it held one of the documents before this run.

        A run of other documents asks another question, for which nobody judged anything.
        """
        if not any(document.id in self._before for document in documents):
            return ()
        return tuple(self.state.judgements)

    def draft(self, kind: str, payload: msgspec.Struct) -> Draft:
        """Return an entry-to-be by this keeper's author, now."""
        return Draft(kind=kind, author=self._author, at=self._now(), payload=payload)

    def keep(self, case: Case, config: Config) -> Entry | None:
        """Append what people decided in ``case`` and what was derived in it.

        Returns the snapshot's entry, None when the last snapshot says the same already.
        """
        drafts = [
            *(self.draft(_kind(one), one) for one in _new(case.judgements, self.state.judgements)),
            *(self.draft("estimate", one) for one in _new(case.panel, self.state.estimates)),
        ]
        entries = self.ledger.append(drafts)
        through = entries[-1].seq if entries else self.ledger.head().seq
        made = _snapshot(case, config, through)
        before = self.state.snapshot
        if before is not None and replace(made, through=before.through) == before and not entries:
            return None
        return self.ledger.append([self.draft("assessment", made)])[0]


def refuse_closed(state: CaseState, name: str) -> None:
    """Raise CaseRefused for a closed case: it takes nothing new."""
    if state.closed:
        hint = f"open it again: whence case reopen {name} --reason TEXT"
        raise CaseRefused(f"the case {name} is closed", hint)


def captured(capture: Capture) -> Captured:
    """Return what the ledger says of a capture."""
    return Captured(
        sha256=digest(capture.raw),
        size=len(capture.raw),
        location=capture.location,
        url=capture.url,
        media_type=capture.media_type,
        retrieved_at=capture.retrieved_at,
        status=capture.status,
        headers=capture.headers,
    )


def case_of(state: CaseState, config: Config, at: str) -> Case:
    """Return the whole case of what holds: as the snapshot has it, or derived anew.

    ``at`` is the time of the run that this counts as. Documents that were not read yet stay
    unread.

    Raises:
        NothingRead: when the case holds no document that was read.
    """
    case = gathered(state, at)
    if not case.reports:
        hint = f"add reports: whence case add {state.name} FILE..."
        raise NothingRead(f"the case {state.name} holds nothing that was read", hint)
    found = state.snapshot
    if found is not None and fresh(state, config):
        return polled(
            replace(
                case,
                run=replace(case.run, as_of=found.as_of),
                trace=found.trace,
                incident=found.incident,
                others=found.others,
                assessment=found.assessment,
            ),
            (),
        )
    return derived(case, config)


def fresh(state: CaseState, config: Config) -> bool:
    """Tell whether deriving anew would give the case's last snapshot again."""
    found = state.snapshot
    return (
        found is not None
        and state.current
        and found.whence == __version__
        and found.settings == settings_of(config)
        and set(found.document_ids) == set(state.documents)
    )


def grown(keeper: CaseKeeper, inputs: Sequence[str], config: Config, world: World) -> Case:
    """Add inputs to the keeper's case, read what was not read yet, and derive the whole anew.

    Raises:
        NothingRead: when nothing in the case, old or new, could be read.
    """
    chosen = registry.reader(config.run.reader)
    try:
        failures = pipeline.ingested(inputs, config, world).failures
    except NothingRead:
        if not keeper.state.documents:
            raise
        failures = ()
    case = replace(gathered(keeper.state, world.at), failures=failures)
    case = pipeline.extracted(case, chosen, config, world.watcher, keeper)
    return derived(case, config)


def derived(case: Case, config: Config) -> Case:
    """Return a case with its origins, incident and assessment derived from its reports."""
    return pipeline.weighed(pipeline.fused(pipeline.traced(case, config), config), config)


def gathered(state: CaseState, at: str) -> Case:
    """Return what holds as a case of which nothing is derived yet."""
    documents = tuple(state.documents.values())
    readers = {read.reader: None for read in state.extractions.values()}
    read = {one.location for one in documents if one.id in state.extractions}
    return Case(
        id=identify(documents),
        run=Run(
            at=at,
            whence=__version__,
            reader=", ".join(readers),
            inputs=tuple(document.location for document in documents),
        ),
        documents=documents,
        failures=tuple(one for one in state.failures if one.location not in read),
        reports=tuple(
            state.extractions[document.id].report
            for document in documents
            if document.id in state.extractions
        ),
        judgements=tuple(state.judgements),
        panel=tuple(state.estimates),
    )


def settings_of(config: Config) -> str:
    """Return the SHA-256 of the settings that bear on what is derived."""
    bearing = (config.extract, config.trace, config.fuse, config.weigh)
    return sha256(msgspec.json.encode(bearing, order="deterministic")).hexdigest()


def _snapshot(case: Case, config: Config, through: int) -> Snapshot:
    return Snapshot(
        through=through,
        whence=__version__,
        reader=case.run.reader,
        settings=settings_of(config),
        document_ids=tuple(document.id for document in case.documents),
        as_of=case.run.as_of,
        trace=case.trace,
        incident=case.incident,
        others=case.others,
        assessment=case.assessment,
        pooled=case.pooled,
    )


def _kind(judgement: Judgement) -> str:
    return "override" if judgement.verdict.partition(" ")[0] in _OVERRIDES else "judgement"


def _new(given: Sequence[T], held: Sequence[T]) -> list[T]:
    return [one for one in given if one not in held]
