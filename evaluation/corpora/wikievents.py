"""WikiEvents: events of whole documents with their arguments, from either of its two forms.

The development file has the published form: entity mentions with token offsets, arguments that
point to them, sentences with characters' offsets that give the spaces between tokens. The training
file is a shortened one: types of two parts, arguments as words without a place, sentences broken
at every full stop. There an argument is placed at the occurrence of its words nearest to the
trigger (``placed`` is False), good enough to train on and not to be scored; triggers that are
empty are left out, and wrongly bounded ones ("went of") take the words of their tokens.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct, field

from evaluation.corpora.spacing import covering, joined
from evaluation.harness.corpus import require
from evaluation.passages import Range

_MAPPING = Path(__file__).with_suffix(".yaml")


class EventClass(Struct, frozen=True, kw_only=True):
    """A class of events that is scored: its name and its roles as ours."""

    name: str
    roles: dict[str, str]


class Mapping(Struct, frozen=True, kw_only=True):
    """Which types of events are scored, how, and which are neither right nor wrong."""

    classes: dict[str, EventClass]
    finer: dict[str, str]
    ignored: tuple[str, ...]

    def event_class(self, event_type: str) -> EventClass | None:
        """Return the class of a type of two or three parts, None for one that is not scored."""
        return self.classes.get(_two_parts(event_type))

    def label(self, event_type: str) -> str:
        """Return the finest name there is of a scored type."""
        known = self.event_class(event_type)
        return self.finer.get(event_type, known.name if known else "")

    def is_ignored(self, event_type: str) -> bool:
        """Tell whether predictions on this event are neither right nor wrong."""
        return _two_parts(event_type) in self.ignored


class Argument(Struct, frozen=True, kw_only=True):
    """What fills a role, under the corpus's name of it; ``span`` is None when it is nowhere."""

    role: str
    span: Range | None
    placed: bool = True


class Event(Struct, frozen=True, kw_only=True):
    """One event with its type as the file has it, of two or of three parts."""

    type: str
    trigger: Range
    arguments: tuple[Argument, ...]


class Story(Struct, frozen=True, kw_only=True):
    """One document with its events."""

    id: str
    text: str
    events: tuple[Event, ...]


class _Mention(Struct):
    id: str
    start: int
    end: int


class _Trigger(Struct):
    start: int | None = None
    end: int | None = None
    start_idx: int | None = None
    end_idx: int | None = None

    @property
    def tokens(self) -> Range:
        first = self.start if self.start is not None else self.start_idx
        last = self.end if self.end is not None else self.end_idx
        return first or 0, last or 0


class _Argument(Struct):
    role: str
    text: str
    entity_id: str | None = None


class _Event(Struct):
    event_type: str
    trigger: _Trigger
    arguments: list[_Argument]


class _Line(Struct):
    tokens: list[str]
    event_mentions: list[_Event]
    sentences: list[msgspec.Raw] = field(default_factory=list)
    entity_mentions: list[_Mention] | None = None
    doc_id: str = ""
    docid: str = ""


def mapping() -> Mapping:
    """Return which events and roles are scored, and as what."""
    return msgspec.convert(yaml.safe_load(_MAPPING.read_bytes()), type=Mapping)


def stories(data: Path, split: str) -> tuple[list[Story], list[Path]]:
    """Return the documents of a split (train, dev) and the files they come from.

    Raises:
        DataAbsentError: when the split is not there.
    """
    own = data / f"{split}.jsonl"
    path = own if own.exists() else require(data / "data" / "wikievents" / f"{split}.jsonl")
    lines = path.read_bytes().splitlines()
    return [_story(msgspec.json.decode(line, type=_Line)) for line in lines], [path]


def _story(line: _Line) -> Story:
    text, places = _text(line)
    events = []
    for event in line.event_mentions:
        start, end = event.trigger.tokens
        if start >= end:
            continue
        arguments = tuple(_argument(one, start, line, places) for one in event.arguments)
        trigger = covering(places, start, end)
        events.append(Event(type=event.event_type, trigger=trigger, arguments=arguments))
    return Story(id=line.doc_id or line.docid, text=text, events=tuple(events))


def _argument(one: _Argument, trigger: int, line: _Line, places: Sequence[Range]) -> Argument:
    for mention in line.entity_mentions or ():
        if mention.id == one.entity_id:
            return Argument(role=one.role, span=covering(places, mention.start, mention.end))
    words = one.text.split()
    starts = [
        n
        for n in range(len(line.tokens) - len(words) + 1)
        if words and line.tokens[n : n + len(words)] == words
    ]
    nearest = min(starts, key=lambda n: abs(n - trigger), default=None)
    span = None if nearest is None else covering(places, nearest, nearest + len(words))
    return Argument(role=one.role, span=span, placed=False)


def _text(line: _Line) -> tuple[str, tuple[Range, ...]]:
    """Put the tokens together: sentence by sentence by their offsets, or else by rule."""
    if line.entity_mentions is None:
        return joined(line.tokens)
    text = ""
    places: list[Range] = []
    for raw in line.sentences:
        tokens, _ = msgspec.json.decode(raw, type=tuple[list[tuple[str, int, int]], str])
        text += "\n" if text else ""
        before: int | None = None
        for token, start, end in tokens:
            text += " " if before is not None and start > before else ""
            places.append((len(text), len(text) + len(token)))
            text += token
            before = end
    return text, tuple(places)


def _two_parts(event_type: str) -> str:
    return ".".join(event_type.split(".")[:2])
