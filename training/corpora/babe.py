"""BABE (Spinde et al. 2021): slanted sentences, and the words that slant them."""

import ast
import csv
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from evaluation.corpus import require

from training.examples import Cut, Example

FIFTHS = 5


def held_out(text: str) -> bool:
    """Tell whether a sentence belongs to the fifth that is never trained on."""
    key = " ".join(re.findall(r"\w+", text.lower()))
    return int(sha256(key.encode()).hexdigest(), 16) % FIFTHS == 0


def examples(data: Path) -> list[Example]:
    """Return the sentences to train on, each once."""
    found: dict[str, Example] = {}
    for name in ("final_labels_SG2.csv", "final_labels_SG1.csv"):
        for row in _rows(require(data / "data" / "babe" / name)):
            text = row["text"].strip()
            if held_out(text) or text in found or row["label_bias"] not in {"Biased", "Non-biased"}:
                continue
            cut = Cut(text)
            if cut.words:
                found[text] = Example(
                    name=f"babe:{len(found)}",
                    words=cut.words,
                    scalars={"loaded": tuple(_loaded(cut, row["biased_words"]))},
                    pooled={"biased": float(row["label_bias"] == "Biased")},
                )
    return list(found.values())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")


def _loaded(cut: Cut, listed: str) -> Iterator[tuple[int, float]]:
    phrases = [
        re.findall(r"\w+|[^\w\s]", str(one).lower()) for one in ast.literal_eval(listed or "[]")
    ]
    lowered = [word.lower() for word in cut.words]
    marked: set[int] = set()
    for phrase in filter(None, phrases):
        for at in range(len(lowered) - len(phrase) + 1):
            if lowered[at : at + len(phrase)] == phrase:
                marked.update(range(at, at + len(phrase)))
    for at in range(len(lowered)):
        yield at, float(at in marked)
