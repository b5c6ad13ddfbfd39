"""Named entities in CoNLL's columns: WNUT17, wikigold, re3d, BTC and UNER EWT.

Which files and labels each corpus has stands in ``entities.yaml``. One token a line, a blank line
between sentences; labels in IOB1 ("I-PER" begins, "B-PER" only parts neighbours) and IOB2 alike: an
"I-" that does not go on with its label begins an entity. Lines that start with "-DOCSTART-" are
no sentences; in files with several columns those with "# " are comments.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct

from evaluation.corpora.folds import split_of
from evaluation.corpora.spacing import covering, joined
from evaluation.harness.corpus import require
from evaluation.readers.predictions import Named

KINDS = (
    "person", "organisation", "place", "armed_group", "facility", "weapon", "date", "number",
    "other",
)  # fmt: skip
_MAPPING = Path(__file__).with_name("entities.yaml")

Labelled = tuple[int, int, str]
"""An entity as tokens: first, one past the last, label."""


class Columns(Struct, frozen=True):
    """In which columns tokens and labels stand; -1 is the last."""

    token: int = 0
    label: int = -1


class Corpus(Struct, frozen=True, kw_only=True):
    """Where a corpus lies, and its labels as kinds of ours."""

    labels: dict[str, str]
    folds: dict[str, str] = {}
    splits: dict[str, tuple[str, ...]] = {}
    whole: tuple[str, ...] = ()
    columns: Columns = Columns()

    @property
    def annotated(self) -> frozenset[str]:
        """Which of our kinds the corpus has as kinds of their own."""
        return frozenset(self.labels.values()) - {"other"}

    def folded(self, kind: str) -> str | None:
        """Return the kind under which the corpus has one of ours; None when it has it nowhere."""
        kind = self.folds.get(kind, kind)
        return kind if kind in self.annotated else None


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence with its entities in our kinds, and the corpus that it comes from."""

    corpus: str
    text: str
    entities: tuple[Named, ...]


def corpora() -> dict[str, Corpus]:
    """Return all corpora by name."""
    return msgspec.convert(yaml.safe_load(_MAPPING.read_bytes()), type=dict[str, Corpus])


def sentences(data: Path, split: str) -> tuple[list[Sentence], list[Path]]:
    """Return the sentences of a split of all corpora that have it, and the files.

    Raises:
        DataAbsentError: when a file is not there.
    """
    base = data if (data / "WNUT17").exists() else require(data / "data" / "ner")
    found: list[Sentence] = []
    files: list[Path] = []
    for name, corpus in corpora().items():
        own = corpus.splits.get(split, ())
        for relative in own or corpus.whole:
            path = require(base / relative)
            files.append(path)
            mine = read(path, name, corpus)
            found.extend(one for one in mine if own or split_of(one.text) == split)
    return found, files


def read(path: Path, name: str, corpus: Corpus) -> Iterator[Sentence]:
    """Yield the sentences of one file."""
    for rows in _blocks(path):
        tokens = [row[corpus.columns.token] for row in rows]
        text, places = joined(tokens)
        entities = tuple(
            Named(kind=corpus.labels[label], span=covering(places, start, end))
            for start, end, label in spans([row[corpus.columns.label] for row in rows])
            if label in corpus.labels
        )
        yield Sentence(corpus=name, text=text, entities=entities)


def spans(labels: Sequence[str]) -> list[Labelled]:
    """Return the entities of a sequence of labels in IOB1 or IOB2."""
    found: list[Labelled] = []
    start, current = 0, ""
    for n, label in enumerate([*labels, "O"]):
        prefix, _, kind = label.partition("-")
        if current and (prefix != "I" or kind != current):
            found.append((start, n, current))
            current = ""
        if prefix in ("B", "I") and not current:
            start, current = n, kind
    return found


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8-sig").split("\n"), ""]:
        if not line.strip():
            if rows:
                yield rows
            rows = []
        elif line.startswith("-DOCSTART-") or (line.startswith("# ") and "\t" not in line):
            continue
        else:
            rows.append(line.split("\t") if "\t" in line else line.split())
