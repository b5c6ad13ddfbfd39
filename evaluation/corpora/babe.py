"""BABE: news sentences that experts judged loaded or not, with the loaded words.

BABE (Spinde et al. 2021) comes as two files parted by semicolons, SG1 and SG2; SG2 has nearly all
of SG1's sentences again, judged by other annotators. A sentence counts once, with SG2's judgement
where both have it. Sentences on which the annotators did not agree are left out. Files start with
a byte order mark, double the quotation marks within quoted fields, and write the loaded words as
a list in Python's manner; a word is looked up as a whole word in any case, and one that does not
stand in its sentence is dropped.

``split`` is the fixed division: the fifth of sentences whose hash is 0 is "test" and is never
trained on, the next is "dev", the rest "train". Doubles always lie on the same side.
"""

import ast
import csv
import io
import re
from pathlib import Path

from msgspec import Struct

from evaluation.corpora.folds import bare, fifth, split_of
from evaluation.harness.corpus import require
from evaluation.passages import Range

FILES = ("final_labels_SG1.csv", "final_labels_SG2.csv")
_LOADED = {"Biased": True, "Non-biased": False}

__all__ = ["FILES", "Judged", "fifth", "places", "read", "sentences", "split_of"]


class Judged(Struct, frozen=True, kw_only=True):
    """A sentence, whether it is loaded, and where its loaded words stand."""

    text: str
    loaded: bool
    words: tuple[Range, ...]
    outlet: str = ""


def sentences(data: Path, split: str) -> tuple[list[Judged], list[Path]]:
    """Return the sentences of "train", "dev", "test" or "all", and the files they come from.

    Raises:
        DataAbsentError: when the files are not there.
    """
    base = data if (data / FILES[0]).exists() else require(data / "data" / "babe")
    files = [require(base / name) for name in FILES]
    chosen: dict[str, Judged] = {}
    for path in files:
        for one in read(path):
            chosen[bare(one.text)] = one
    return [one for one in chosen.values() if split in ("all", split_of(one.text))], files


def read(path: Path) -> list[Judged]:
    """Return the sentences of one file on which its annotators agreed."""
    text = path.read_bytes().decode("utf-8-sig")
    return [
        Judged(
            text=row["text"],
            loaded=_LOADED[row["label_bias"]],
            words=places(row["text"], row["biased_words"]),
            outlet=row["outlet"],
        )
        for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        if row["label_bias"] in _LOADED
    ]


def places(text: str, words: str) -> tuple[Range, ...]:
    """Return where the listed words stand in a sentence, every occurrence, in order.

    Raises:
        ValueError: when ``words`` is no list of strings.
    """
    listed = ast.literal_eval(words or "[]")
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise ValueError(f"not a list of words: {words!r}")
    found = {
        one.span()
        for word in listed
        if word.strip()
        for one in re.finditer(rf"(?<!\w){re.escape(word.strip())}(?!\w)", text, re.IGNORECASE)
    }
    return tuple(sorted(found))
