"""A case run from a cold start: wall seconds, peak memory, and the time of ``--help``.

    python -m benchmarks.cold_run --data examples/pilot-station/reports

Each figure is the median of ``--repeat`` fresh processes. Machines differ, so every time is also
given in processor seconds and as a multiple of a yardstick: ``python -c "import trafilatura"``.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from whence import __version__

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "pilot-station" / "reports"


@dataclass(frozen=True)
class Sample:
    """One process: wall and processor time in seconds, peak resident memory in MiB, exit code."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    code: int


@dataclass(frozen=True)
class Row:
    """Median of several processes; ``ratio`` is the processor time in yardsticks.

    Processor time, because a busy machine stretches wall time and leaves this alone.
    """

    what: str
    seconds: float
    cpu_seconds: float
    spread: float
    peak_mib: float
    ratio: float
    codes: tuple[int, ...]


def measure(command: Sequence[str]) -> Sample:
    """Run a command once. The peak is the largest of the process and those it waited for."""
    # wait4 gives the usage of just this child; children of the child are counted when it waits.
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    unit = 1 if platform.system() == "Darwin" else 1024
    cpu = usage.ru_utime + usage.ru_stime
    return Sample(seconds, cpu, usage.ru_maxrss * unit / 2**20, child.returncode)


def rows(commands: dict[str, Sequence[str]], repeat: int) -> list[Row]:
    """Measure every command ``repeat`` times in turns; the first is the yardstick."""
    samples: dict[str, list[Sample]] = {what: [] for what in commands}
    for _ in range(repeat):
        for what, command in commands.items():
            samples[what].append(measure(command))
    medians = {
        what: statistics.median(sample.cpu_seconds for sample in taken)
        for what, taken in samples.items()
    }
    yardstick = next(iter(medians.values()))
    return [
        Row(
            what=what,
            seconds=statistics.median(s.seconds for s in taken),
            cpu_seconds=medians[what],
            spread=max(s.seconds for s in taken) - min(s.seconds for s in taken),
            peak_mib=max(s.peak_mib for s in taken),
            ratio=medians[what] / yardstick,
            codes=tuple(sorted({s.code for s in taken})),
        )
        for what, taken in samples.items()
    ]


def machine() -> dict[str, object]:
    """Describe the machine as far as the figures depend on it."""
    return {
        "whence": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def main() -> None:
    """Measure, print the table, and print or write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=EXAMPLE, help="folder of reports")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    asked = parser.parse_args()
    whence = [sys.executable, "-m", "whence"]
    with tempfile.TemporaryDirectory() as out:
        run = [*whence, "run", str(asked.data), "--out", out, "--jobs", str(asked.jobs)]
        commands: dict[str, Sequence[str]] = {
            "python -c 'import trafilatura'": [sys.executable, "-c", "import trafilatura"],
            "whence --help": [*whence, "--help"],
            f"whence run {asked.data.name}": [*run, "--quiet"],
        }
        measured = rows(commands, asked.repeat)
    print(f"{'':34} {'wall s':>8} {'spread':>7} {'cpu s':>6} {'ratio':>6} {'peak MiB':>9}  exit")
    for row in measured:
        times = f"{row.seconds:8.2f} {row.spread:7.2f} {row.cpu_seconds:6.2f} {row.ratio:6.2f}"
        print(f"{row.what:34} {times} {row.peak_mib:9.0f}  {','.join(map(str, row.codes))}")
    record = json.dumps({"machine": machine(), "rows": [asdict(row) for row in measured]}, indent=1)
    if asked.json:
        asked.json.write_text(record + "\n", encoding="utf-8")
    else:
        print(record)


if __name__ == "__main__":
    main()
