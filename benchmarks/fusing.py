"""How long it takes to find the incidents in many invented reports and to fuse each of them.

    python -m benchmarks.fusing --sizes 1000 10000 100000 --plot docs/pictures/fusing.svg

Each size runs in a process of its own: the seconds are processor time of one core, for finding
which reports belong together, for fusing, and for adding one report more; the memory is the peak of
the process with all documents in it. Every chain is an origin of its own here: tracing is measured
by ``benchmarks.tracing``. Growth tells how much longer a report took than in the smallest size (1
is linear). B-cubed F1 against the incidents as they were made is printed to show that the work was
done.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.growth import plot
from benchmarks.newslike import reports as invented
from whence.fuse import Options, incidents
from whence.fuse.grouping import found, signature
from whence.model.document import Document
from whence.model.origin import Origin, Trace
from whence.model.report import Report


def once(size: int) -> tuple[float, float, float, int, int, float]:
    """Return seconds for grouping, in all and for one more, peak MiB, incidents and B-cubed F1."""
    rows = list(invented(size + 1))
    _, last_document, last_report = rows.pop()
    texts, reports = [row[1] for row in rows], [row[2] for row in rows]
    traced = Trace(origins=tuple(_origin(text, report) for _, text, report in rows))
    started = time.process_time()
    groups = found(texts, reports)
    grouped = time.process_time() - started
    started = time.process_time()
    groups.add(signature(last_document, last_report))
    more = time.process_time() - started
    made = {document.id: name for name, document, _ in rows}
    right = bcubed([list(group) for group in groups.groups()], made)
    del groups
    started = time.process_time()
    fused = incidents(texts, reports, traced, options=Options(grouping="found"))
    whole = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return grouped, whole, more, peak, 1 + len(fused.others), right


def _origin(document: Document, report: Report) -> Origin:
    return Origin(
        id=f"origin-{document.id}",
        name=document.name,
        kind="outlet",
        anonymity="organisation",
        chain_ids=tuple(chain.id for chain in report.chains),
        document_ids=(document.id,),
    )


def bcubed(groups: list[list[str]], made: dict[str, str]) -> float:
    """Return B-cubed F1 of groups of documents against what each was made of."""
    whole = Counter(made.values())
    precision = recall = 0.0
    for group in groups:
        inside = Counter(made[one] for one in group if one in made)
        for key, number in inside.items():
            precision += number * number / len(group)
            recall += number * number / whole[key]
    return 2 * precision * recall / (precision + recall) / len(made) if made else 0.0


def main() -> None:
    """Measure every size in a process of its own, print a row each and draw the growth."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the growth to this SVG")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(*once(given.one))
        return
    names = ("grouping s", "whole s", "one more s", "peak MiB", "incidents", "B-cubed")
    print(f"{'reports':>10} " + " ".join(f"{name:>10}" for name in names) + f" {'growth':>7}")
    first, points = 0.0, []
    for size in given.sizes:
        command = [sys.executable, "-m", "benchmarks.fusing", "--one", str(size)]
        row = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        seconds = float(row[1])
        first = first or seconds / size
        points.append((size, seconds))
        cells = " ".join(f"{float(cell):>10,.2f}" for cell in row)
        print(f"{size:>10,} {cells} {seconds / size / first:>7.2f}", flush=True)
    if given.plot:
        given.plot.write_text(plot("Fusing invented reports", points), "utf-8")


if __name__ == "__main__":
    main()
