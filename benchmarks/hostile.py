"""Texts that nobody would write: how time and memory grow with their length.

    python -m benchmarks.hostile --sizes 25k 100k 400k 1M

One process reads one text with every head; the seconds are processor time, the memory
is the peak of the process, and the last column tells how much longer a character took in the
largest text than in the smallest (1 is linear, below 1 the start weighs less).
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable

_MANY = {"k": 1_000, "M": 1_000_000}


def _repeated(part: str) -> Callable[[int], str]:
    """Return a function that repeats a part up to a length."""
    return lambda size: (part * (size // len(part) + 1))[:size]


def _counted(size: int) -> str:
    """Return words that are all different."""
    return "".join(f"w{number:x} " for number in range(size // 3 + 1))[:size]


SORTS: dict[str, Callable[[int], str]] = {
    "news": _repeated(
        "The harbour police said on Tuesday that two deckhands were wounded. “We had no part in "
        "it,” the Lantern Brotherhood said in a statement, according to an official.\n"
    ),
    "no spaces": _repeated("nospaceatall"),
    "long words": _repeated("x" * 99_999 + " "),
    "hundred letters": _repeated("fighterless" * 9 + "x "),
    "only spaces": _repeated(" "),
    "only newlines": _repeated("\n"),
    "only full stops": _repeated("."),
    "punctuation": _repeated("?!,;:—()[]“”…'\"-"),
    "control characters": _repeated("".join(map(chr, range(32))) + "\x7f\x85\u2028\ufeff"),
    "NULs": _repeated("\x00"),
    "right-to-left": _repeated("قال المتحدث باسم الوزارة إن \u202eהמשטרה\u202c "),
    "emoji": _repeated("🔥👩‍👩‍👧🇺🇳"),
    "combining marks": _repeated("e" + "\u0301" * 30 + " "),
    "ideographs": _repeated("警察は火曜日に発表した。"),
    "lone surrogates": _repeated("\ud800a\udfff "),
    "one letter": _repeated("a "),
    "quotation marks": _repeated("“he said ” "),
    "no two alike": _counted,
}
"""Sorts of text by name: each makes a text of a given length."""


def length(text: str) -> int:
    """Return the number that a size such as 25k or 1M names."""
    return int(text[:-1]) * _MANY[text[-1]] if text[-1] in _MANY else int(text)


def read(sort: str, size: int) -> tuple[float, float, int]:
    """Read one text in this process; return seconds, peak MiB and the number of words."""
    from benchmarks.reading import read as read_all  # noqa: PLC0415 - in this process alone
    from whence.infer.model import load  # noqa: PLC0415

    model, text = load(), SORTS[sort](size)
    started = time.process_time()
    words = read_all(model, text)
    seconds = time.process_time() - started
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20, words


def main() -> None:
    """Read every sort in every size, each in a process of its own, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", nargs="+", type=length, default=[25_000, 100_000, 400_000])
    parser.add_argument("--sorts", nargs="+", choices=SORTS, default=list(SORTS), metavar="SORT")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(*read(asked.sorts[0], asked.sizes[0]))
        return
    print(f"{'sort':20}", *(f"{size:>12,}" for size in asked.sizes), "peak MiB   words   growth")
    for sort in asked.sorts:
        rows = []
        for size in asked.sizes:
            command = [sys.executable, "-m", "benchmarks.hostile", "--one", "--sorts", sort]
            done = subprocess.run(
                [*command, "--sizes", str(size)], capture_output=True, text=True, check=True
            )
            rows.append([float(one) for one in done.stdout.split()])
            print(f"{sort:20}" if len(rows) == 1 else "", f"{rows[-1][0]:10.2f} s", end="")
        sys.stdout.flush()
        rates = [row[0] / size for row, size in zip(rows, asked.sizes, strict=True)]
        growth = rates[-1] / rates[0] if rates[0] else 1.0
        print(f" {max(row[1] for row in rows):8.0f} {rows[-1][2]:7.0f} {growth:8.2f}", flush=True)


if __name__ == "__main__":
    main()
