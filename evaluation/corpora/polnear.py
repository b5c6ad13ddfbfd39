"""PolNeAR's stand-off annotation: attributions of source, cue and content spans.

PolNeAR (Newell et al. 2018) follows PARC3; offsets are code points, ends exclusive, and several
spans of one element are written ``381 507;601 662``.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from evaluation.harness.corpus import require

Range = tuple[int, int]
_ROLES = {
    "Source": "source", "Cue": "cue", "Content": "content", "Content2": "content"
}  # fmt: skip


class Relation(Struct, frozen=True, kw_only=True):
    """One attribution as an annotator marked it; an element that is missing is empty."""

    source: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    content: tuple[Range, ...] = ()


class Annotated(Struct, frozen=True, kw_only=True):
    """A text with the relations of one annotator."""

    name: str
    text: str
    relations: tuple[Relation, ...]


def folder(data: Path) -> Path:
    """Return PolNeAR's folder: ``data`` itself when it holds the splits, or else data/polnear.

    Raises:
        DataAbsentError: when neither exists.
    """
    own = data / "dev" / "attributions"
    return data if own.exists() else require(data / "data" / "polnear")


def split_files(data: Path, split: str) -> list[tuple[Path, Path]]:
    """Return the text and the first annotator's file of every document of a split, by name.

    Raises:
        DataAbsentError: when the split is not there.
    """
    base = require(folder(data) / split)
    first: dict[str, Path] = {}
    for path in sorted((base / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    return [
        (base / "text" / f"{stem}.txt", annotation)
        for stem, annotation in sorted(first.items())
        if (base / "text" / f"{stem}.txt").exists()
    ]


def read(text_path: Path, annotation_path: Path) -> Annotated:
    """Read one document with its annotation."""
    text = text_path.read_bytes().decode("utf-8")
    lines = annotation_path.read_bytes().decode("utf-8").split("\n")
    relations = tuple(_relations(lines))
    return Annotated(name=text_path.stem, text=text, relations=relations)


def _relations(lines: list[str]) -> Iterator[Relation]:
    spans: dict[str, tuple[Range, ...]] = {}
    events: list[str] = []
    for line in lines:
        if "\t" not in line:
            continue  # a text that broke over the line
        if line.startswith("T"):
            identifier, kind_and_offsets, *_ = line.split("\t")
            spans[identifier] = _ranges(kind_and_offsets)
        elif line.startswith("E"):
            events.append(line.split("\t")[1])
    for event in events:
        relation = _relation(event, spans)
        if relation.content:
            yield relation


def _ranges(kind_and_offsets: str) -> tuple[Range, ...]:
    _, offsets = kind_and_offsets.split(" ", 1)
    pairs = (part.split() for part in offsets.split(";"))
    return tuple((int(start), int(end)) for start, end in pairs)


def _relation(event: str, spans: dict[str, tuple[Range, ...]]) -> Relation:
    trigger, *arguments = event.split()
    held: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    if not trigger.startswith("Attribution"):
        return Relation()
    for argument in arguments:
        role, identifier = argument.split(":")
        if role in _ROLES:
            held[_ROLES[role]].extend(spans.get(identifier, ()))
    return Relation(**{name: tuple(sorted(set(found))) for name, found in held.items()})
