"""Named entities of Wikinews articles, annotated by hand for Whence.

``wikinews_entities.yaml`` holds ranges only and says how articles were chosen and annotated; the
texts come from ``wikinews_2019.csv`` and ``wikinews_2020.csv`` (columns url, date, title, text).
An article is known by the hash of its text, so that a range never falls on other words than it was
set on. Each article, cut where annotation ended, is one unit of the split "test".
"""

import csv
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
import yaml
from msgspec import Meta, Struct

from evaluation.corpora.conll import Sentence, corpora
from evaluation.harness.corpus import DataAbsentError, require
from evaluation.readers.predictions import Named

NAME = "wikinews"
FILES = ("wikinews_2019.csv", "wikinews_2020.csv")
SPLIT = "test"
GOLD = Path(__file__).with_name("wikinews_entities.yaml")
_DIGITS = 12

Hash = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{{_DIGITS}}}$")]
"""The first hexadecimal digits of the SHA-256 of a text in UTF-8."""


class Annotation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was annotated in an article: kind, start and end of each entity in its first ``chars``.

    ``article`` is the hash of the whole text, ``cut`` that of the part that was read.
    """

    article: Hash
    chars: Annotated[int, Meta(gt=0)]
    cut: Hash
    entities: tuple[tuple[str, int, int], ...]


def annotations(gold: Path = GOLD) -> list[Annotation]:
    """Return the annotations of a file.

    Raises:
        ValueError: when it does not have their form (``msgspec.ValidationError``).
    """
    return msgspec.convert(yaml.safe_load(gold.read_bytes()), type=list[Annotation])


def articles(
    data: Path, split: str, gold: Path = GOLD, labels: Mapping[str, str] | None = None
) -> tuple[list[Sentence], list[Path]]:
    """Return the annotated articles of a split, and the files; all are of the split "test".

    ``labels`` are the kinds that the file's kinds stand for, by default those of the measurement.

    Raises:
        DataAbsentError: when a file, or an annotated article in it, is not there.
        ValueError: when an annotation does not fit its article.
    """
    if split != SPLIT:
        return [], []
    near = (data, data.parent / NAME)  # the second where ``data`` is the folder of the other sets
    base = next((one for one in near if (one / FILES[0]).exists()), data / "data" / NAME)
    files = [require(base / name) for name in FILES]
    texts = {digits(text): text for path in files for text in _texts(path)}
    known = labels or corpora()[NAME].labels
    found = [_read(one, texts, known) for one in annotations(gold)]
    return found, [*files, gold]


def digits(text: str) -> str:
    """Return the digits by which a text is known."""
    return sha256(text.encode()).hexdigest()[:_DIGITS]


def _texts(path: Path) -> Iterable[str]:
    # Line ends inside of a text are part of what was hashed: they are left as they stand.
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (row["text"] for row in csv.DictReader(lines))


def _read(annotation: Annotation, texts: Mapping[str, str], labels: Mapping[str, str]) -> Sentence:
    whole = texts.get(annotation.article)
    if whole is None:
        raise DataAbsentError(
            f"no article of {' and '.join(FILES)} has the hash {annotation.article}"
        )
    text = whole[: annotation.chars]
    if digits(text) != annotation.cut:
        raise ValueError(f"{annotation.article}: its first {annotation.chars} characters differ")
    end = 0
    for kind, *span in annotation.entities:
        if kind not in labels or not end <= span[0] < span[1] <= len(text):
            raise ValueError(f"{annotation.article}: no entity can be {[kind, *span]}")
        end = span[1]
    return Sentence(
        corpus=NAME,
        text=text,
        entities=tuple(
            Named(kind=labels[kind], span=(start, end)) for kind, start, end in annotation.entities
        ),
    )
