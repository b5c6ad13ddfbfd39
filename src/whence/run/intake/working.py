"""One order worked off: taken in, read, derived, kept. Every step of it can be done again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from whence.errors import CaseRefused, NothingRead
from whence.ingest import Fetcher
from whence.ingest.capture import Metadata
from whence.ingest.dates import iso_prefix
from whence.model.case import Case
from whence.model.document import Document, Failure
from whence.model.reading import Reader
from whence.run import pipeline
from whence.run.case.deriving import gathered, outdated
from whence.run.config import Config
from whence.run.intake.filling import TEXTS
from whence.run.intake.messages import InHand, Stepped, Work
from whence.run.intake.orders import ENDED, Order
from whence.run.intake.telling import HaltingReader, IntakeKeeper, Teller, TooManyPages
from whence.run.reading import LANGUAGES, too_slow
from whence.run.world import World
from whence.store.ledger import Ledger


@dataclass(frozen=True, kw_only=True)
class Means:
    """What an order is worked off with: settings, time, the way to pages, the reader by name."""

    config: Config
    now: Callable[[], str]
    fetcher: Fetcher
    reader: Callable[[str], Reader]


def names_of(order: Order, folder: Path) -> dict[str, str]:
    """Return what is shown in place of the path of each file, longest paths first."""
    named = {str(folder / one.path): one.location for one in order.files}
    return dict(sorted(named.items(), key=lambda pair: -len(pair[0])))


def worked_off(order: Order, work: Work, ledger: Ledger, teller: Teller, means: Means) -> None:
    """Work an order off, as ``whence case add`` would; what was done before is not done again.

    Raises:
        CaseRefused: when the case is closed.
        NothingRead: when nothing in the case, old or new, could be read.
        StoreError: when the library cannot be written.
        Halted: between two documents or stages, when the order is to end.
    """
    keeper = IntakeKeeper(ledger, order.author, means.now, teller, work.resumed)
    _Bench(order, work, keeper, teller, means).run()


class _Bench:
    def __init__(
        self, order: Order, work: Work, keeper: IntakeKeeper, teller: Teller, means: Means
    ) -> None:
        self._order = order
        self._work = work
        self._keeper = keeper
        self._teller = teller
        self._means = means

    def run(self) -> None:
        for failure in self._order.failures:  # told when they were given
            self._keeper.failed(failure)
        if self._order.kind == "add":
            self._take_in()
        if not self._keeper.state.documents:
            if self._order.kind == "weigh":
                raise NothingRead("the case holds no report", "add reports to it")
            raise NothingRead("none of the inputs could be read", "each has its reason")
        case = self._read()
        try:
            self._keeper.keep(self._derived(case), self._means.config)
        except CaseRefused:
            # A document was taken out meanwhile: what is left says something else. Or the case was
            # closed, and then the new keeper says so.
            order, work = self._order, self._work
            ledger, now = self._keeper.ledger, self._means.now
            self._keeper = IntakeKeeper(ledger, order.author, now, self._teller, work.resumed)
            self._keeper.keep(self._derived(self._read()), self._means.config)

    def _take_in(self) -> None:
        inputs = self._inputs()
        self._teller.began("ingest", len(inputs))
        world = World(
            at=self._means.now(),
            watcher=self._teller,
            keeper=self._keeper,
            fetcher=self._means.fetcher,
        )
        for given in inputs:
            self._teller.pause()
            self._input(given, world)
            self._teller.tell(Stepped())

    def _inputs(self) -> list[str]:
        """Return what is to be taken in; addresses that were fetched since are not fetched again.

        A page may say something else the next time, and would be a second document then.
        """
        fetched = {
            document.location
            for document in self._keeper.state.documents.values()
            if document.retrieved_at is not None and document.retrieved_at >= self._order.at
        }
        folder = Path(self._work.folder)
        files = [str(folder / one.path) for one in self._order.files]
        return [*files, *(one for one in self._order.addresses if one not in fetched)]

    def _input(self, given: str, world: World) -> None:
        location = self._teller.shown(given)
        if location in self._work.skip:
            self._fail(_ended(location, "ingest"))
            return
        self._teller.tell(InHand(key=location, location=location))
        most = self._means.config.intake.pages
        self._keeper.open_input(most, self._said_of(given))
        try:
            pipeline.ingested([given], self._means.config, world)
        except NothingRead:
            pass  # the reasons were told
        except TooManyPages:
            reason = f"it holds more than {most:,} pages: the rest was not taken"
            hint = "give it in parts, or raise [intake] pages in whence.toml"
            self._fail(
                Failure(
                    location=location, stage="ingest", kind="too_large", reason=reason, hint=hint
                )
            )

    def _said_of(self, given: str) -> Metadata:
        """Return what is said of an input that tells less itself: of files that were uploaded."""
        order, folder = self._order, Path(self._work.folder)
        if not any(given == str(folder / one.path) for one in order.files):
            return Metadata()
        if Path(given).parent == folder / TEXTS:
            return Metadata()  # what was said of a pasted text lies beside it
        published = iso_prefix(order.published) if order.published else None
        return Metadata(outlet=order.outlet or None, published=published)

    def _fail(self, failure: Failure) -> None:
        self._keeper.failed(failure)
        self._teller.failed(failure)

    def _read(self) -> Case:
        """Return the case with everything read that can be, by what was read before if it was."""
        case = gathered(self._keeper.state, self._means.now())
        readable = [one for one in case.documents if not self._shunned(one)]
        if self._order.kind == "weigh" and not self._unread(readable):
            return case
        config = self._means.config
        self._teller.began("load")
        chosen = HaltingReader(self._means.reader(config.run.reader), self._teller)
        part = replace(case, documents=tuple(readable))
        read = pipeline.extracted(part, chosen, config, self._teller, self._keeper)
        return replace(read, documents=case.documents)

    def _unread(self, documents: Sequence[Document]) -> bool:
        state = self._keeper.state
        known = state.extractions.keys() - outdated(state)
        return any(one.id not in known and one.language in (None, *LANGUAGES) for one in documents)

    def _shunned(self, document: Document) -> bool:
        """Tell whether the process ended on a document before, and keep that it did.

        Or whether it took too long already, with the limit as it is set now. Only what was tried
        by this Whence counts: another may read it.
        """
        state = self._keeper.state
        failures = [one for one in state.failures if one not in state.earlier]
        seconds = self._means.config.run.document_seconds
        if too_slow(document.location, "extract", seconds) in failures:
            return True
        if any(one.kind == ENDED and document.id in one.reason for one in failures):
            return True
        if document.id in self._work.skip:
            self._fail(_ended(document.location, "extract", f" ({document.id})"))
            return True
        return False

    def _derived(self, case: Case) -> Case:
        config, teller = self._means.config, self._teller
        teller.began("trace")
        case = pipeline.traced(case, config)
        teller.began("fuse")
        case = pipeline.fused(case, config)
        case = pipeline.weighed(case, config, teller)
        teller.pause()
        return case


def _ended(location: str, stage: str, which: str = "") -> Failure:
    return Failure(
        location=location,
        stage="ingest" if stage == "ingest" else "extract",
        kind=ENDED,
        reason=f"the process that reads ended on it twice{which}: it is left out",
        hint="it may need more memory than there is; cut it to the article and give that",
    )
