"""What sourcing adds to reading: speakers resolved, statements nested, chains built.

    python -m benchmarks.sourcing --data FOLDER --repeat 5

Reads every report of a folder (the example's when left out) with the default reader, and sources
what it saw. Seconds are processor time, in turns, so that a busy machine slows both.
"""

import argparse
import statistics
import time
from pathlib import Path

from benchmarks.cold_run import EXAMPLE, machine
from whence.extract.prose import prose
from whence.extract.speech.attribute import attribute
from whence.model.document import Document
from whence.model.reading import Reader
from whence.run import pipeline, registry
from whence.run.config import Config
from whence.run.world import World

_BUDGET = 0.30
"""What sourcing may take, as a share of the reader's own time."""


def documents(folder: Path) -> tuple[Document, ...]:
    """Return the documents of a folder."""
    world = World(at="2000-01-01T00:00:00+00:00")
    return pipeline.ingested([str(folder)], Config(), world).documents


def once(reader: Reader, given: tuple[Document, ...]) -> tuple[float, float]:
    """Return the seconds of reading and of sourcing all documents once."""
    reading = sourcing = 0.0
    for document in given:
        started = time.process_time()
        seen = reader.read(document)
        read = time.process_time()
        attribute(prose(document), seen)
        reading += read - started
        sourcing += time.process_time() - read
    return reading, sourcing


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, default=EXAMPLE, help="folder of reports")
    parser.add_argument("--repeat", type=int, default=5, help="passes over the folder")
    given = parser.parse_args()
    reports = documents(given.data)
    reader = registry.reader(Config().run.reader)
    once(reader, reports[:1])
    passes = [once(reader, reports) for _ in range(given.repeat)]
    reading, sourcing = (statistics.median(one) for one in zip(*passes, strict=True))
    words = sum(len(document.text.split()) for document in reports)
    print(machine())
    print(f"{len(reports)} reports, {words} words, {given.repeat} passes")
    print(f"reading {reading:.2f} s, sourcing {sourcing:.2f} s: {sourcing / reading:.1%} ", end="")
    print(f"(at most {_BUDGET:.0%})")


if __name__ == "__main__":
    main()
