"""How rare words are in news: builds the table by which reports are compared.

``python -m training.rarity --data DIR`` counts in how many documents each word stands, in each of
four corpora, and takes the mean of their shares, so that no corpus sets the tone alone: the
development parts of PolNeAR (politics), MUC-4 (terrorism, in capitals), Wikinews and GVA (crime).
What it writes holds words and how rare they are, nothing of the texts.
"""

import argparse
import csv
import lzma
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.corpora import gva, muc4, polnear
from evaluation.harness.corpus import require

from whence.fuse.grouping.rarity import FILE, STEPS, UNKNOWN
from whence.names.spelling import words

OUT = Path(__file__).resolve().parent.parent / "src" / "whence" / "fuse" / "grouping" / FILE
_LEAST = 3
"""Documents in which a word stands at least: fewer is as rare as unknown."""


def shares(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Return in how many texts each word stands, and how many texts there are."""
    found: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        found.update({word for line in text.splitlines() for word in words(line)})
    return found, number


def corpora(data: Path) -> Iterator[Iterator[str]]:
    """Yield the texts of each corpus."""
    yield (text.read_text("utf-8") for text, _ in polnear.split_files(data, "train"))
    yield (report.text for report in muc4.reports(data, "train")[0])
    yield _wikinews(require(data / "data" / "wikinews"))
    yield (
        f"{row.title}\n{row.text}"
        for row in gva.every(data)[0]
        if gva.part(row.incident) == gva.PARTS[0]
    )


def _wikinews(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("wikinews_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield f"{row['title']}\n{row['text']}"


def table(counted: Iterable[tuple[Counter[str], int]]) -> str:
    """Return the table as text: a line for each degree of rarity, with its words."""
    every = list(counted)
    often: Counter[str] = Counter()
    for found, _ in every:
        often.update(found)
    degrees: dict[int, list[str]] = {}
    for word, number in often.items():
        if number >= _LEAST:
            share = sum(found[word] / size for found, size in every) / len(every)
            degree = min(round(-math.log(share) * STEPS), round(UNKNOWN * STEPS))
            degrees.setdefault(degree, []).append(word)
    return "".join(f"{degree}\t{' '.join(sorted(degrees[degree]))}\n" for degree in sorted(degrees))


def main() -> None:
    """Parse the command line, count and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder that holds data/")
    parser.add_argument("--out", type=Path, default=OUT, help="the file to write")
    given = parser.parse_args()
    written = table(shares(texts) for texts in corpora(given.data))
    given.out.write_bytes(lzma.compress(written.encode("ascii"), preset=9))


if __name__ == "__main__":
    main()
