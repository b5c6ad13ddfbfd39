"""What is told of an order while it is worked off, under the names that a person knows."""

import traceback
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from whence.ingest import Capture
from whence.ingest.capture import Metadata
from whence.model.document import Document, Failure
from whence.model.reading import Reader, Reading
from whence.run.case.keeper import CaseKeeper
from whence.run.intake.messages import (
    Added,
    Began,
    Broke,
    Failed,
    InHand,
    Noted,
    Stepped,
    ToDesk,
)
from whence.store.ledger import Ledger


class Halted(BaseException):
    """The order is to end here: what was kept is kept, and the next time goes on from it."""


class TooManyPages(Exception):  # noqa: N818 - always caught
    """One input gave more pages than an order may bring."""


class Teller:
    """Tells the desk of an order as it goes on, and ends it between two documents when asked to.

    ``names`` maps the paths of spooled files to the locations that are shown in their place. What
    the pipeline says of taking in is left out: there the order's own inputs are counted.
    """

    def __init__(
        self, tell: Callable[[ToDesk], None], halted: Callable[[], bool], names: Mapping[str, str]
    ) -> None:
        self.tell = tell
        self._halted = halted
        self._names = names
        self._stage = ""

    def shown(self, text: str) -> str:
        """Return a text with the shown locations in place of paths."""
        for path, location in self._names.items():
            text = text.replace(path, location)
        return text

    def named(self, failure: Failure) -> Failure:
        """Return a failure with the shown location."""
        return replace(
            failure, location=self.shown(failure.location), reason=self.shown(failure.reason)
        )

    def pause(self) -> None:
        """Raise Halted when the order is to end."""
        if self._halted():
            raise Halted

    def began(self, stage: str, total: int | None = None) -> None:
        """Tell of a stage of the order."""
        self.pause()
        self._stage = stage
        self.tell(Began(stage=stage, total=total))

    def started(self, stage: str, total: int | None) -> None:
        """Tell of a stage of the pipeline."""
        if stage != "ingest":
            self.began(stage, total)

    def advanced(self) -> None:
        """Tell of a step."""
        if self._stage != "ingest":
            self.tell(Stepped())

    def failed(self, failure: Failure) -> None:
        """Tell of what could not be read."""
        self.tell(Failed(failure=self.named(failure)))

    def noted(self, text: str) -> None:
        """Pass a note on."""
        self.tell(Noted(text=self.shown(text)))

    def crashed(self, location: str, error: Exception) -> None:
        """Tell of a defect; the order goes on without the document."""
        told = "".join(traceback.format_exception(error))
        self.tell(Broke(location=self.shown(location), traceback=told))


class IntakeKeeper(CaseKeeper):
    """Keeps what an order brings, under shown locations; ``added`` is told as it grows.

    ``resumed`` is set when documents of this order may be in the case already.

    Raises:
        CaseRefused: when the case is closed.
    """

    def __init__(
        self, ledger: Ledger, author: str, now: Callable[[], str], teller: Teller, resumed: bool
    ) -> None:
        super().__init__(ledger, author, now)
        self._teller = teller
        self._resumed = resumed
        self._pages = 0
        self._most = 0
        self._said = Metadata()

    def open_input(self, most: int, said: Metadata) -> None:
        """Begin to count the pages of one input, of which ``most`` are taken.

        What is ``said`` of them holds where a page does not tell it itself.
        """
        self._pages, self._most, self._said = 0, most, said

    def took(self, capture: Capture, document: Document) -> Document | Failure:
        """Keep a document under its shown location, and tell whether it is new.

        Raises:
            TooManyPages: when the input has given enough.
            Halted: once it is kept, when the order is to end.
        """
        self._pages += 1
        if self._pages > self._most:
            raise TooManyPages
        teller, before = self._teller, self.added
        location = teller.shown(document.location)
        kept = super().took(
            replace(capture, location=teller.shown(capture.location)),
            replace(self._with_said(document), location=location),
        )
        if isinstance(kept, Document):
            ours = self._resumed and kept.location == location
            if self.added > before or ours:
                teller.tell(Added())
            elif kept.location == location:
                teller.noted(f"{location} is in the case already")
            else:
                teller.noted(f"{location} is the same text as {kept.location}: kept once")
        teller.pause()
        return kept

    def _with_said(self, document: Document) -> Document:
        outlet = document.outlet or self._said.outlet
        published = document.published or self._said.published
        if (outlet, published) == (document.outlet, document.published):
            return document
        known = document.url or document.outlet
        key = document.id if known else Document.identify(document.text, outlet)
        return replace(document, id=key, outlet=outlet, published=published)

    def failed(self, failure: Failure) -> None:
        """Keep a failure under its shown location."""
        super().failed(self._teller.named(failure))


class HaltingReader:
    """A reader that tells what it takes in hand, and ends between two documents when asked to."""

    def __init__(self, reader: Reader, teller: Teller) -> None:
        self._reader = reader
        self._teller = teller
        self.name = reader.name

    def read(self, document: Document) -> Reading:
        """Read one document."""
        self._teller.pause()
        self._teller.tell(InHand(key=document.id, location=document.location))
        return self._reader.read(document)
