"""Our own annotated passages: read, checked, and their quoted words found in the text.

The format and what each field means stand in passages/GUIDE.md.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec
import yaml
from msgspec import Struct

from whence.model.claim import Standing

Range = tuple[int, int]
FOLDER = Path(__file__).parents[1] / "passages"

Act = Literal[
    "say", "claim_responsibility", "accuse", "deny_involvement", "reject_accusation", "condemn",
    "confirm", "speculate", "correct", "retract", "decline", "call_for", "offer",
]  # fmt: skip
How = Literal["says", "quotes", "cites", "translates", "reposts"]
Layer = Literal["statements", "suspects", "insinuations", "loaded", "incident", "entities", "dates"]
Speaker = Literal["named", "role", "anonymous", "collective", "document", "social", "unknown"]
_PLACE = re.compile(r"@(\d+)$")


class Hop(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One pair of hands between the outlet and the source."""

    who: str
    how: How
    cue: str = ""


class Statement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One attribution with its act, its negation and what kind of speaker it has."""

    content: tuple[str, ...]
    cue: str = ""
    source: str = ""
    via: tuple[Hop, ...] = ()
    act: Act
    negated: bool = False
    speaker: Speaker
    certainty: int


class Suspect(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party under suspicion, and how the suspicion stands."""

    who: str
    standing: Standing


class Incident(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that tell of the main incident, by role."""

    trigger: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    victim: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    place: tuple[str, ...] = ()


class Entities(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words that name something, by kind."""

    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    armed_group: tuple[str, ...] = ()
    facility: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    number: tuple[str, ...] = ()


class Dated(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression of time with its value as an ISO prefix."""

    words: str
    value: str


class Passage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One passage with everything that was annotated in it.

    ``marked`` names what was annotated; of the rest nothing is known, whether it is there or not.
    """

    id: str
    manner: str
    published: str = ""
    text: str
    marked: tuple[Layer, ...] = get_args(Layer)
    statements: tuple[Statement, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    insinuations: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    incident: Incident = Incident()
    entities: Entities = Entities()
    dates: tuple[Dated, ...] = ()

    def find(self, quoted: str) -> Range:
        """Return where quoted words stand in the text ("said@2": the second place).

        Raises:
            ValueError: when they do not stand there as whole words.
        """
        place = _PLACE.search(quoted)
        words = quoted[: place.start()] if place else quoted
        nth = int(place.group(1)) if place else 1
        pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words else "(?!)"
        found = list(re.finditer(pattern, self.text))
        if nth > len(found):
            raise ValueError(f"{self.id}: {quoted!r} does not stand in the text")
        return found[nth - 1].span()

    def quoted(self) -> Iterator[str]:
        """Yield every string that is to stand in the text."""
        for statement in self.statements:
            yield from statement.content
            yield from filter(None, (statement.cue, statement.source))
            for hop in statement.via:
                yield from filter(None, (hop.who, hop.cue))
        yield from (suspect.who for suspect in self.suspects)
        yield from (*self.insinuations, *self.loaded)
        for table in (self.incident, self.entities):
            for field in table.__struct_fields__:
                yield from getattr(table, field)
        yield from (dated.words for dated in self.dates)


_NONE = (Incident(), Entities())


def common(some: Sequence[Range], others: Sequence[Range]) -> int:
    """Return how many characters or words the ranges of two things have in common."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


class _File(Struct, forbid_unknown_fields=True):
    passages: tuple[Passage, ...]


def read(path: Path) -> tuple[Passage, ...]:
    """Read one file of passages.

    Raises:
        msgspec.ValidationError: when a field is missing, unknown or of the wrong kind.
        ValueError: when quoted words do not stand in their text.
    """
    plain = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506 - makes only strings
    passages = msgspec.convert(plain, type=_File, strict=False).passages
    wrong = list(problems(passages))
    if wrong:
        raise ValueError("\n".join(f"{path.name}: {line}" for line in wrong))
    return passages


def part(name: str, folder: Path = FOLDER) -> tuple[Passage, ...]:
    """Return all passages of one part ("train", "test"), files in the order of their names."""
    return tuple(one for path in sorted((folder / name).glob("*.yaml")) for one in read(path))


def problems(passages: tuple[Passage, ...]) -> Iterator[str]:
    """Say what is wrong with passages: words not in the text, repeated ids, wild certainties."""
    seen: set[str] = set()
    for passage in passages:
        if passage.id in seen:
            yield f"{passage.id}: this id stands twice"
        seen.add(passage.id)
        for quoted in passage.quoted():
            try:
                passage.find(quoted)
            except ValueError as error:
                yield str(error)
        for layer in get_args(Layer):
            if layer not in passage.marked and getattr(passage, layer) not in ((), *_NONE):
                yield f"{passage.id}: {layer} are given, but not named under marked"
        for statement in passage.statements:
            if not statement.content:
                yield f"{passage.id}: a statement without content"
            if not -3 <= statement.certainty <= 3:
                yield f"{passage.id}: certainty {statement.certainty} is off the scale -3..3"


def main(argv: Sequence[str] | None = None) -> int:
    """Check files of passages; return 1 where one is not well-formed."""
    parser = argparse.ArgumentParser(description="Check files of annotated passages.")
    parser.add_argument("check", choices=["check"], help="the one thing that can be done")
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="as in passages/train")
    failed = 0
    for path in parser.parse_args(argv).files:
        try:
            told = f"{path}: {len(read(path))} passages, well-formed"
        except (OSError, ValueError, msgspec.MsgspecError, yaml.YAMLError) as error:
            told, failed = str(error), 1
        print(told)
    return failed


if __name__ == "__main__":
    sys.exit(main())
