"""A case file as a run sees it: what it takes in is appended, what was read is not read again."""

from collections.abc import Callable, Sequence
from shlex import quote
from typing import TypeVar

import msgspec
from msgspec import structs
from msgspec.structs import replace

from whence.errors import CaseRefused, NothingRead
from whence.ingest import Capture
from whence.model.case import Case, Judgement
from whence.model.document import Document, Failure
from whence.model.ledger import Captured, Closed, Entry, Extraction, Head, Redaction, Tried
from whence.model.panel import Estimate
from whence.model.report import Report
from whence.model.verdicts import WITHDRAWN
from whence.run import maker, pipeline, registry
from whence.run.case.deriving import derived, gathered, snapshot_of
from whence.run.case.state import BEARING, CaseState, state_of
from whence.run.config import Config
from whence.run.overrides import LISTED, PRIOR, RATIO
from whence.run.world import World
from whence.store.ledger import NOTHING, Beside, Ledger
from whence.store.mentions import said
from whence.store.sealing import Draft, digest

T = TypeVar("T", Judgement, Estimate)
_BINDING = frozenset({"document", "redaction", "closed", "reopened"})
"""Kinds that bind a run although it has begun."""

_OVERRIDES = (PRIOR, RATIO, LISTED, WITHDRAWN)


class CaseKeeper:
    """Appends to a case what a run takes in, each document by itself, as soon as it is read.

    ``now`` gives the time of each entry. A run that is stopped has lost nothing that was kept, and
    the next one goes on from there. Where there is no case yet, ``ledger`` opens one, once there is
    a document to be kept: inputs that lead to nothing leave no case.

    Raises:
        CaseRefused: when the case is closed.
    """

    def __init__(
        self, ledger: Ledger | Callable[[], Ledger], author: str, now: Callable[[], str]
    ) -> None:
        self._ledger = ledger
        self.state = state_of(ledger) if isinstance(ledger, Ledger) else CaseState()
        self._author = author
        self._now = now
        self._before = frozenset(self.state.documents)
        self._waiting: list[Failure] = []
        self._others: dict[str, tuple[int, Document]] = {}
        self._heard = self._through = self.state.last.seq if self.state.last else 0
        self.added = 0
        if isinstance(ledger, Ledger):
            refuse_closed(self.state, ledger.name)

    @property
    def ledger(self) -> Ledger:
        """The case; opened now if there was none."""
        if not isinstance(self._ledger, Ledger):
            self._ledger = self._ledger()
            self.state = state_of(self._ledger)  # another run may have opened it this moment
            self._heard = self._through = self.state.last.seq if self.state.last else 0
            waiting, self._waiting = self._waiting, []
            for failure in waiting:
                self.failed(failure)
        return self._ledger

    def took(self, capture: Capture, document: Document) -> Document | Failure:
        """Keep a capture and its document, unless the case has them or took them back or out."""
        held = self.state.documents.get(document.id)
        if held is not None:
            return held
        if (refused := self._refused(document)) is not None:
            return refused
        drafts = [self.draft("capture", captured(capture)), self.draft("document", document)]
        beside = Beside(captures={document.raw_sha256: capture.raw})
        if entries := self._append(drafts, beside, made_of=(document,), new=document.id):
            self.state.documents[document.id] = document
            self.state.seqs[document.id] = entries[-1].seq
            self.added += 1
            return document
        # Somebody else was faster: with the same report, or in taking it out.
        if (refused := self._refused(document)) is not None:
            return refused
        self.state.seqs[document.id], other = self._others[document.id]
        return self.state.documents.setdefault(document.id, other)

    def _refused(self, document: Document) -> Failure | None:
        """Tell of a document that somebody took out of the case, or took back: it stays so."""
        if document.raw_sha256 in self.state.redacted:
            kind, reason = "redacted", "it was taken out of this case, and stays out"
            hint = f"'whence log {quote(self.ledger.name)} --kind redaction' tells why"
        elif (seq := self.state.withdrawn.get(document.id)) is not None:
            kind, reason = "retracted", f"it was taken back in this case (#{seq})"
            again = f"whence case retract {quote(self.ledger.name)} '#{seq}' --reason TEXT"
            hint = f"to have it again, take that back: {again}"
        else:
            return None
        return Failure(
            location=document.location, stage="ingest", kind=kind, reason=reason, hint=hint
        )

    def read_before(self, document: Document, reader: str) -> Report | None:
        """Return what this reader made of the document earlier, by the rules of this Whence."""
        held = self.state.extractions.get(document.id)
        if held is None or (held.reader, held.whence) != (reader, maker.of_readings()):
            return None
        return held.report

    def outdated(self, documents: Sequence[Document]) -> int:
        """Return how many of these were read earlier, by whatever reader and rules."""
        return sum(one.id in self.state.extractions for one in documents)

    def made(self, report: Report, reader: str) -> None:
        """Keep what was read in a document, unless that was taken out meanwhile."""
        extraction = Extraction(report=report, reader=reader, whence=maker.of_readings())
        document = self.state.documents.get(report.document_id)
        of = () if document is None else (document,)
        self._append([self.draft("extraction", extraction)], made_of=of)
        self.state.extractions[report.document_id] = extraction

    def failed(self, failure: Failure) -> None:
        """Keep that something could not be read, once for each reason and by the same rules."""
        if not isinstance(self._ledger, Ledger):
            self._waiting.append(failure)
        elif failure not in self.state.failures or failure in self.state.earlier:
            tried = Tried(**structs.asdict(failure), whence=maker.of_readings())
            self._append([self.draft("failure", tried)])
            if failure not in self.state.failures:
                self.state.failures.append(failure)
            self.state.earlier.discard(failure)

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

        Returns the snapshot's entry, None when the last snapshot says the same of the case as it
        stands.

        Raises:
            CaseRefused: when a document was taken out, or the case closed, while the run went on.
        """
        before = self.state
        entries = self._append(
            [
                *(self.draft(_kind(one), one) for one in _new(case.judgements, before.judgements)),
                *(self.draft("estimate", one) for one in _new(case.panel, before.estimates)),
            ]
        )
        made = snapshot_of(case, config, self._through)
        last = before.snapshot
        same = last is not None and replace(made, through=last.through) == last
        # Of a case in which something was judged since, that nothing comes of it is told anew.
        if same and before.current and not entries:
            return None
        kept = self._append([self.draft("assessment", made)], made_of=case.documents)
        if not kept:
            hint = "run it again: the rest is read already"
            raise CaseRefused("a document was taken out of the case meanwhile", hint)
        return kept[0]

    def _append(
        self,
        drafts: Sequence[Draft],
        beside: Beside = NOTHING,
        made_of: Sequence[Document] = (),
        new: str = "",
    ) -> tuple[Entry, ...]:
        """Append drafts; none where one of the documents that they tell of was taken out.

        None either where others have kept the document ``new`` by now.
        """
        ledger = self.ledger
        captures = {document.raw_sha256 for document in made_of}

        def drawn(head: Head) -> tuple[Sequence[Draft], Beside]:
            self._hear(ledger, head)
            refuse_closed(self.state, ledger.name)
            out = captures & self.state.redacted or new in self._others
            return ((), NOTHING) if out else (drafts, beside)

        entries = ledger.append_behind(drawn)
        if entries:
            if self._through == self._heard:
                self._through = entries[-1].seq
            self._heard = entries[-1].seq
        bearing = [entry.seq for entry in entries if entry.kind in BEARING]
        self.state.bearing = max([self.state.bearing, *bearing])
        return entries

    def _hear(self, ledger: Ledger, head: Head) -> None:
        """Take note of what others appended up to a head.

        What was taken out, and whether the case was closed, counts at once. All else that bears on
        what is derived is not known to this run, and ``_through`` stays before it.
        """
        if head.seq == self._heard:
            return
        known = self._through == self._heard
        kinds = _BINDING.union(BEARING)
        for sealed in ledger.read(after=self._heard, at=f"#{head.seq}", kinds=kinds):
            known = known and sealed.entry.kind not in BEARING
            found = said(sealed) if sealed.entry.kind in _BINDING else None
            if isinstance(found, Document):
                self._others[found.id] = sealed.entry.seq, found
            elif isinstance(found, Redaction):
                self.state.redacted.update(found.captures)
            elif isinstance(found, Closed):
                self.state.closed = sealed.entry.kind == "closed"
        self._heard = head.seq
        if known:
            self._through = head.seq


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


def refuse_closed(state: CaseState, name: str) -> None:
    """Raise CaseRefused for a closed case: it takes no new reports and no media."""
    if state.closed:
        hint = f"open it again: whence case reopen {quote(name)} --reason TEXT"
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


def _kind(judgement: Judgement) -> str:
    return "override" if judgement.verdict.partition(" ")[0] in _OVERRIDES else "judgement"


def _new(given: Sequence[T], held: Sequence[T]) -> list[T]:
    return [one for one in given if one not in held]
