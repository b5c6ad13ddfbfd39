"""How fast the workbench answers, with a library of 1,000 cases and one case of 300 reports.

    python -m benchmarks.serving --folder /tmp/served
    python -m benchmarks.serving --library mine.db --case "Pilot station" --seconds 5

The real server is started on a free port of this machine, over a copy of the library. Each page
is asked for some twenty times, one answer after the other, its first answer counted apart; then
fifty readers ask for pages at random, each for the next once it has one. Times are what a client on
the same machine sees, which takes some of the processor itself.
"""

import argparse
import re
import shutil
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import httpx
from msgspec import Struct
from tests.browser.served import Served, served
from tests.web.walk import walked

from benchmarks.serving_library import LARGE, fill
from benchmarks.serving_load import Times, crowd, memory, timed
from whence.store.sqlite import open_sqlite

_LIMITS = {"page": 150.0, "whatif": 300.0, "crowd": 1000.0, "memory": 400.0, "start": 2.0}
"""Milliseconds of a page, a supposition and one of many answers; megabytes; seconds."""

_FILES = ("export",)
"""Files to be taken away: made anew for each who asks, and no pages."""

_EACH = 5
_ORIGINS = 8
_SETS = 60
_PIECE = {"HX-Request": "true"}


class Line(Struct, frozen=True):
    """A figure of the table, and the limit that it has to keep."""

    name: str
    figure: float
    limit: float
    more: str = ""

    def __str__(self) -> str:
        """Return the line as it is printed."""
        told = f"{self.name:<34} {self.figure:>9.1f}"
        if self.limit == inf:
            return f"{told} {'':>13}  {self.more}"
        verdict = "PASS" if self.figure <= self.limit else "FAIL"
        return f"{told} {self.limit:>7.0f}  {verdict}  {self.more}"


def prepared(given: argparse.Namespace, folder: Path) -> Path:
    """Return a library of as many cases as wanted, of which nobody else knows."""
    file = folder / "library.db"
    if given.library:
        shutil.copy(given.library, file)
    store = open_sqlite(file)
    try:
        print(f"filling a library with {given.cases:,} cases", file=sys.stderr, flush=True)
        fill(store, folder, given.cases, 0 if given.library else given.reports)
    finally:
        store.close()
    return file


def found(running: Served, case: str) -> dict[str, list[str]]:
    """Return some addresses of each page, of the one case where they are of a case."""
    with httpx.Client(base_url=running.base, timeout=60) as client:

        def get(address: str) -> str:
            answer = client.get(address)
            html = answer.headers.get("content-type", "").startswith("text/html")
            return answer.text if html and answer.is_success else ""

        listed = get(f"/?name={case}&order=name")
        start = next(link for link in listed.split('"') if link.startswith("/cases/"))

        def of_case(address: str) -> str:
            other = address.startswith("/cases/") and not address.startswith(start)
            return "" if other else get(address)

        pages = walked(of_case, start, each=_EACH)
    pages.pop("", None)
    mine = {name: [at for at in some if _mine(at, start)] for name, some in pages.items()}
    return {name: some for name, some in mine.items() if some}


def _mine(address: str, start: str) -> bool:
    return not address.startswith("/cases/") or address.startswith(start)


def supposed(running: Served, whatif: str) -> list[str]:
    """Return addresses of suppositions, no two alike: one to three origins left out."""
    page = httpx.get(f"{running.base}{whatif.partition('?')[0]}", timeout=60).text
    origins = re.findall(r'name="without" value="([^"]+)"', page)[:_ORIGINS]
    sets = [chosen for size in (1, 2, 3) for chosen in combinations(origins, size)]
    queries = (urlencode([("without", key) for key in chosen]) for chosen in sets[:_SETS])
    return [f"{whatif.partition('?')[0]}?{query}" for query in queries]


def started(library: Path) -> tuple[float, float]:
    """Return the seconds until a new server answers, and the megabytes it holds then."""
    begun = time.perf_counter()
    with served(library) as running:
        httpx.get(f"{running.base}/", timeout=60).raise_for_status()
        seconds = time.perf_counter() - begun
        return seconds, memory(running.process.pid)


def measured(given: argparse.Namespace, library: Path) -> Iterator[Line]:
    """Yield every figure, as soon as it is known."""
    starts = [started(library) for _ in range(3)]
    middle = sorted(seconds for seconds, _ in starts)[1]
    yield Line("start to first answer, s", middle, _LIMITS["start"])
    yield Line("memory then, MB", starts[-1][1], _LIMITS["memory"])
    with served(library) as running:
        pages = found(running, given.case)
    with served(library) as running:
        files = {name: pages.pop(name) for name in _FILES if name in pages}
        for name, addresses in pages.items():
            times = timed(running.base, addresses, given.rounds)
            yield Line(f"{name}, p95 ms", times.most, _LIMITS["page"], _told(times))
        if "whatif" in pages:
            times = timed(running.base, supposed(running, pages["whatif"][0]), 0, _PIECE)
            yield Line("another supposition, p95 ms", times.most, _LIMITS["whatif"], _told(times))
        yield Line("memory after these, MB", memory(running.process.pid), inf)
        times = crowd(running.base, pages, given.readers, given.seconds)
        yield Line(f"{given.readers} readers, p95 ms", times.most, _LIMITS["crowd"], _told(times))
        yield Line("answers that failed", times.errors, 0)
        yield Line("memory after that, MB", memory(running.process.pid), inf)
        for name, addresses in files.items():
            times = timed(running.base, addresses, 0)
            yield Line(f"{name} (a file), p95 ms", times.most, inf, _told(times))


def _told(times: Times) -> str:
    size = f", {times.bytes / 1000:.0f} kB" if times.bytes else f", {times.count:,} answers"
    failed = f", {times.errors} FAILED" if times.errors else ""
    return f"half {times.half:.0f}, first {times.first:.0f}{size}{failed}"


def main() -> int:
    """Measure, print the table, and return 1 where a limit was not kept."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--library", type=Path, help="an SQLite library to copy, not an invented one"
    )
    parser.add_argument("--case", default=LARGE, help="the name of the case that is read")
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--reports", type=int, default=300, help="of the large case")
    parser.add_argument("--rounds", type=int, default=20, help="answers a page")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30, help="of many readers")
    parser.add_argument("--folder", type=Path, help="keep the library in this folder")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="whence-serving-") as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        library = prepared(given, folder)
        kept = True
        print(f"{'':<34} {'measured':>9} {'limit':>7}")
        for line in measured(given, library):
            print(line, flush=True)
            kept = kept and line.figure <= line.limit
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
