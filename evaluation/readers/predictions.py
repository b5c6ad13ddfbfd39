"""What a reader under test is asked, and the shapes of its answers.

The measurements know nothing else of a reader: whoever has these methods can be measured, a
trained encoder as well as hand-made predictions in a test. Texts are given as the corpus has
them; ranges are code points of that text, ends exclusive.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from evaluation.corpora.polnear import Relation
from evaluation.harness.corpus import DataAbsentError
from evaluation.passages import Act, Range, Speaker
from evaluation.readers.reading import ReadPage
from whence.model.claim import Standing

READERS = ("rules", "encoder", "together")
"""The readers that can be asked for by name, the default first.

"encoder" is the trained model alone where it has an answer of its own; "together" is the reader
that ships under the name "encoder", in which the rules have a say about attributions as well.
"""

MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
"""MUC-4's roles as GRIT and GTT name them."""

Fillers = Mapping[str, Sequence[str]]
"""Roles (``MUC_ROLES``; one that is missing is empty) with one mention for each entity."""


class ReaderAbsentError(DataAbsentError):
    """The reader that was asked for is not there, or has no answer of the kind measured."""

    what = "reader"


class Template(Struct, frozen=True, kw_only=True):
    """One incident: MUC-4's type in lower case ("attack", "bombing", ...) and its fillers.

    ``sure`` is how probably it is of that type.
    """

    incident: str
    fillers: Fillers
    sure: float = 1.0


class Filler(Struct, frozen=True, kw_only=True):
    """Who or what fills a role of an event (roles of ``corpora/wikievents.yaml``)."""

    role: str
    span: Range


class Happening(Struct, frozen=True, kw_only=True):
    """An event: the words that tell of it and what fills its roles."""

    trigger: Range
    fillers: tuple[Filler, ...] = ()


class Named(Struct, frozen=True, kw_only=True, order=True):
    """Words that name something, with the kind of it (``corpora/entities.yaml``)."""

    kind: str
    span: Range


class Tone(Struct, frozen=True, kw_only=True):
    """Whether a sentence is loaded, and which of its words."""

    loaded: bool
    words: tuple[Range, ...] = ()


class Blame(Struct, frozen=True, kw_only=True):
    """A group, state or body that a report makes a suspect."""

    subject: str
    standing: Standing


class Said(Struct, frozen=True, kw_only=True):
    """One statement of a passage; ``via`` are the hands in between, outermost first, as words."""

    content: tuple[Range, ...]
    cue: Range | None = None
    source: Range | None = None
    via: tuple[str, ...] = ()
    act: Act
    negated: bool = False
    speaker: Speaker


class Suspected(Struct, frozen=True, kw_only=True):
    """A party under suspicion where the text names it, and how the suspicion stands."""

    who: Range
    standing: Standing


class PassageReading(Struct, frozen=True, kw_only=True):
    """Everything that is scored in one of our passages."""

    statements: tuple[Said, ...] = ()
    suspects: tuple[Suspected, ...] = ()
    insinuations: tuple[Range, ...] = ()


class Predictor(Protocol):
    """A reader under test. A method that it has no answer for raises ``ReaderAbsentError``."""

    @property
    def name(self) -> str:
        """Name and version, as it is printed with the figures."""

    def whole(self, text: str) -> ReadPage:
        """Return the document and the report that a run makes of a text."""

    def attributions(self, name: str, text: str) -> Sequence[Relation]:
        """Return who says what in a text, as ranges (PolNeAR); ``name`` tells texts apart."""

    def fillers(self, text: str) -> Fillers:
        """Return the fillers of a report's incidents, one mention for each entity (MUC-4)."""

    def templates(self, text: str) -> Sequence[Template]:
        """Return a report's incidents, each with its fillers (MUC-4)."""

    def standings(self, text: str, parties: Sequence[tuple[str, ...]]) -> Sequence[Standing | None]:
        """Return how the suspicion of each party stands (None: not suspected, or not known).

        ``parties`` holds, for each party, the names under which the report speaks of it.
        """

    def blamed(self, text: str) -> Sequence[Blame]:
        """Return the groups, states and bodies that a report makes suspects, outright."""

    def happenings(self, text: str) -> Sequence[Happening]:
        """Return the violent events of a text (WikiEvents)."""

    def factuality(self, text: str, events: Sequence[Range]) -> Sequence[float]:
        """Return for each event, -3 to 3, how certainly it happened by the text."""

    def entities(self, text: str) -> Sequence[Named]:
        """Return the names and other mentions of a text."""

    def tone(self, text: str) -> Tone:
        """Return whether a sentence is loaded, and which of its words."""

    def passage(self, text: str, published: str) -> PassageReading:
        """Return the statements, suspects and insinuations of one of our passages."""

    def passage_given(
        self, text: str, published: str, given: Sequence[tuple[Range, ...]]
    ) -> Sequence[Said]:
        """Return a statement for each of the given contents, in their order."""


class Silent:
    """A reader that answers nothing: the base of those that answer some questions only."""

    @property
    def name(self) -> str:
        """The name that is printed with the figures."""
        return "silent"

    def whole(self, text: str) -> ReadPage:
        """Have no answer."""
        raise self._absent("whole reports")

    def attributions(self, name: str, text: str) -> Sequence[Relation]:
        """Have no answer."""
        raise self._absent("attributions")

    def fillers(self, text: str) -> Fillers:
        """Have no answer."""
        raise self._absent("fillers of incidents")

    def templates(self, text: str) -> Sequence[Template]:
        """Have no answer."""
        raise self._absent("templates of incidents")

    def standings(self, text: str, parties: Sequence[tuple[str, ...]]) -> Sequence[Standing | None]:
        """Have no answer."""
        raise self._absent("standings of parties")

    def blamed(self, text: str) -> Sequence[Blame]:
        """Have no answer."""
        raise self._absent("blamed parties")

    def happenings(self, text: str) -> Sequence[Happening]:
        """Have no answer."""
        raise self._absent("events")

    def factuality(self, text: str, events: Sequence[Range]) -> Sequence[float]:
        """Have no answer."""
        raise self._absent("factuality")

    def entities(self, text: str) -> Sequence[Named]:
        """Have no answer."""
        raise self._absent("entities")

    def tone(self, text: str) -> Tone:
        """Have no answer."""
        raise self._absent("tone")

    def passage(self, text: str, published: str) -> PassageReading:
        """Have no answer."""
        raise self._absent("readings of passages")

    def passage_given(
        self, text: str, published: str, given: Sequence[tuple[Range, ...]]
    ) -> Sequence[Said]:
        """Have no answer."""
        raise self._absent("statements for given contents")

    def _absent(self, kind: str) -> ReaderAbsentError:
        return ReaderAbsentError(f"{self.name} gives no {kind}")
