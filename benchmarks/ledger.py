"""How fast a library takes entries, opens, searches and looks back, at any size.

    python -m benchmarks.ledger --folder /tmp/library
    python -m benchmarks.ledger --documents 5000 --cases 20 --postgres postgresql://me@/empty

Documents are made, sealed and appended, some at a time, in one SQLite file; in between the same
bytes (payloads and pages, ready made) go into a table of one column with the sqlite3 module alone,
with the same pragmas and in transactions of the same size. Making them counts for neither;
encoding, hashing and reading the head count for the ledger alone. Then the words are indexed, the
library is opened by new processes, and a fixed mix of queries is asked, each once and without a
break. What is printed as needed are the limits set for 100,000 documents of 20 claims.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import mkdtemp

from msgspec import Struct

from benchmarks.ledger_pictures import draw
from benchmarks.ledger_queries import Timing, asked
from benchmarks.library import Made, Sizes, documents, moment
from whence.model.ledger import Opened
from whence.store.fulltext.search import catch_up, index_of
from whence.store.ledger import Beside, Ledger, decoded, new_case, open_case
from whence.store.postgres import open_postgres
from whence.store.protocol import Store
from whence.store.sealing import encoded
from whence.store.sqlite import open_sqlite

_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
_BATCH = 10
_OPENED = 15
_NEEDED = {"open": 0.3, "as of": 0.5, "query": 0.1, "share": 0.5}


class Step(Struct, frozen=True):
    """So many documents taken: seconds and bytes by then, of the ledger and of raw inserts."""

    documents: int
    ours: float
    raw: float


class Raw:
    """The same bytes into a table, by the sqlite3 module alone."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.executescript(_PRAGMAS + "CREATE TABLE rows (bytes BLOB NOT NULL)")

    def take(self, rows: Sequence[tuple[bytes]]) -> float:
        """Insert rows in one transaction and return the seconds it took."""
        started = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("INSERT INTO rows VALUES (?)", rows)
        self._connection.execute("COMMIT")
        return time.perf_counter() - started

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def fill(store: Store, sizes: Sizes, raw: Raw | None) -> Iterator[Step]:
    """Append every document and yield how far it is; raw inserts take their turns in between."""
    done, ours, theirs = 0, 0.0, 0.0
    for case in range(sizes.cases):
        ledger = new_case(store, Opened(name=f"case {case}"), "Ana", moment(0))
        for some in _batched(documents(sizes, case)):
            rows = [
                (one,)
                for made in some
                for one in (*(encoded(draft.payload) for draft in made.drafts), made.page)
            ]
            # Whoever comes second may have to wait for the first one's pages: they take turns.
            first = done // _BATCH % 2
            if raw is not None and first:
                theirs += raw.take(rows)
            ours += _taken(ledger, some)
            if raw is not None and not first:
                theirs += raw.take(rows)
            done += len(some)
        yield Step(done, ours, theirs)


def _batched(made: Iterator[Made]) -> Iterator[list[Made]]:
    while some := list(islice(made, _BATCH)):
        yield some


def _taken(ledger: Ledger, some: Sequence[Made]) -> float:
    drafts = [draft for made in some for draft in made.drafts]
    beside = Beside(captures={made.sha256: made.page for made in some})
    started = time.perf_counter()
    ledger.append(drafts, beside)
    return time.perf_counter() - started


def index(store: Store) -> float:
    """Index everything and return the seconds it took."""
    started = time.perf_counter()
    catch_up(store, index_of(store))
    return time.perf_counter() - started


def opened(path: Path) -> Timing:
    """Return how long a new process takes to open the library and read a case's head."""
    command = [sys.executable, "-m", "benchmarks.ledger", "--open", str(path)]
    seconds = []
    for _ in range(_OPENED):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds.append(float(done.stdout))
    return Timing.of("opening a case in a new process", seconds)


def _open(path: Path) -> None:
    started = time.perf_counter()
    store = open_sqlite(path)
    open_case(store, "case 0").head()
    print(time.perf_counter() - started)
    store.close()


def looked_back(store: Store, sizes: Sizes) -> Timing:
    """Return how long it takes to read and decode the first case as it stood half-way."""
    at = moment(sizes.of_case(0) // 2)
    ledger, seconds = open_case(store, "case 0"), []
    for _ in range(5):
        started = time.perf_counter()
        read = [decoded(sealed) for sealed in ledger.read(at=at)]
        seconds.append(time.perf_counter() - started)
    return Timing.of(f"case of {sizes.of_case(0)} as of half-way ({len(read)} entries)", seconds)


def _told(name: str, figure: str, needed: str = "") -> None:
    print(f"{name:<52} {figure:>22}  {needed}", flush=True)


def measure(store: Store, sizes: Sizes, folder: Path | None) -> tuple[list[Step], list[Timing]]:
    """Measure one library, print its table, and return what pictures are drawn of."""
    raw = None if folder is None else Raw(folder / "raw.db")
    steps = []
    for step in fill(store, sizes, raw):
        steps.append(step)
        if len(steps) % 20 == 0:
            print(f"  {step.documents:,} documents", file=sys.stderr, flush=True)
    last = steps[-1]
    _told("documents, claims", f"{last.documents:,}, {last.documents * sizes.claims:,}")
    _told("appended", f"{last.documents / last.ours:,.0f} documents/s")
    if raw is not None and folder is not None:
        raw.close()
        _told("raw inserts of the same bytes", f"{last.documents / last.raw:,.0f} documents/s")
        _told("share of the raw rate", f"{last.raw / last.ours:.2f}", f">= {_NEEDED['share']}")
        size = (folder / "library.db").stat().st_size
        _told("file a document, not indexed", f"{size / last.documents:,.0f} bytes")
        _told("raw file a document", f"{_size(folder, 'raw') / last.documents:,.0f} bytes")
    seconds = index(store)
    texts = last.documents * (sizes.claims + 2)
    _told(
        "indexed", f"{last.documents / seconds:,.0f} documents/s", f"{texts / seconds:,.0f} texts/s"
    )
    return steps, look(store, sizes, folder)


def look(store: Store, sizes: Sizes, folder: Path | None) -> list[Timing]:
    """Measure what a full library takes to be opened, asked and looked back into."""
    if folder is not None:
        size = _size(folder, "library")
        _told("file a document, indexed", f"{size / sizes.documents:,.0f} bytes")
        timing = opened(folder / "library.db")
        _told(timing.name, timing.figures, f"< {_NEEDED['open']} s")
    timing = looked_back(store, sizes)
    _told(timing.name, timing.figures, f"< {_NEEDED['as of']} s")
    timings = []
    for timing in asked(store, sizes):
        timings.append(timing)
        whole = timing.name.startswith("all")
        more = f"< {_NEEDED['query']} s" if whole else f"{timing.hits:,.0f} hits"
        _told(timing.name, timing.figures, more)
    return timings


def _size(folder: Path, name: str) -> int:
    return sum(path.stat().st_size for path in folder.glob(f"{name}.db*"))


def main() -> None:
    """Measure SQLite, and PostgreSQL where one is named; print tables and draw pictures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=20, help="claims a document")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--reports", type=int, default=300, help="documents of the first case")
    parser.add_argument("--folder", type=Path, help="keep the files in this folder")
    parser.add_argument("--postgres", metavar="ADDRESS", help="measure an empty database instead")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="draw pictures there")
    parser.add_argument("--again", action="store_true", help="only ask what lies in the folder")
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.open:
        _open(given.open)
        return
    sizes = Sizes(
        documents=given.documents, claims=given.claims, cases=given.cases, reports=given.reports
    )
    if given.postgres:
        store = open_postgres(given.postgres)
        measure(store, sizes, None)
        store.close()
        return
    folder = given.folder or Path(mkdtemp(prefix="whence-ledger-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        store = open_sqlite(folder / "library.db")
        if given.again:
            steps, timings = list[Step](), look(store, sizes, folder)
        else:
            steps, timings = measure(store, sizes, folder)
        store.close()
    finally:
        if not given.folder:
            shutil.rmtree(folder)
    if given.pictures:
        draw(given.pictures, [(one.documents, one.ours, one.raw) for one in steps], timings)


if __name__ == "__main__":
    main()
