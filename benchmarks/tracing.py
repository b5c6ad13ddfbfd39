"""How long tracing takes for many invented documents of mixed incidents, and how it grows.

    python -m benchmarks.tracing --sizes 1000 10000 100000 --plot benchmarks/pictures/tracing.svg

Each size is traced in a process of its own; the seconds are processor time of one core, the memory
is the peak of the process with the documents in it. The last column tells how much longer a
document took than in the smallest size (1 is linear). The invented vocabulary is small and its
sentences have few shapes, so that lines agree by chance far oftener than in news, and the oftener
the more there are.
"""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.growth import plot
from benchmarks.invented import documents
from whence.trace import Options, trace


def once(size: int) -> tuple[float, int, int]:
    """Return seconds, peak memory in MiB and the number of origins for so many documents."""
    pairs = list(documents(size))
    given, reports = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    started = time.process_time()
    found = trace(given, reports, Options())
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return seconds, peak, len(found.origins)


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
    print(f"{'documents':>10} {'seconds':>9} {'peak MiB':>9} {'origins':>8} {'growth':>7}")
    first, points = 0.0, []
    for size in given.sizes:
        command = [sys.executable, "-m", "benchmarks.tracing", "--one", str(size)]
        row = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        seconds = float(row[0])
        first = first or seconds / size
        points.append((size, seconds))
        growth = seconds / size / first
        print(f"{size:>10,} {seconds:>9.1f} {row[1]:>9} {row[2]:>8} {growth:>7.2f}", flush=True)
    if given.plot:
        given.plot.write_text(plot("Tracing invented reports", points), "utf-8")


if __name__ == "__main__":
    main()
