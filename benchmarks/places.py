"""The gazetteer: how long it takes to load, what it holds in memory, how fast names are found.

    python -m benchmarks.places --repeat 5

Half of the names looked up are in it, half are not; the cache of look-ups is left out.
"""

import argparse
import statistics
import time
import tracemalloc
from importlib.resources import files

from benchmarks.cold_run import machine
from whence.extract.lexicon import LEXICON
from whence.extract.place.atlas import Atlas

_NAMES = 2_000
_BUDGET = 0.5
"""Seconds that loading may take."""


def loaded() -> Atlas:
    """Load the gazetteer anew."""
    return Atlas((files(LEXICON) / "gazetteer.bin").read_bytes())


def load_time() -> float:
    """Return the processor seconds of loading."""
    started = time.process_time()
    loaded()
    return time.process_time() - started


def memory() -> float:
    """Return the MB that the loaded gazetteer holds."""
    tracemalloc.start()
    kept = loaded()
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return size if kept.places else 0.0


def per_second(atlas: Atlas) -> float:
    """Return the look-ups per second."""
    step = atlas.places // _NAMES
    names = [atlas.place(row * step).name for row in range(_NAMES)]
    started = time.process_time()
    for name in names:
        atlas.find(name)
        atlas.find(f"{name} Qx")
    return 2 * _NAMES / (time.process_time() - started)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeat", type=int, default=5, help="passes")
    repeat = parser.parse_args().repeat
    atlas = loaded()
    seconds = statistics.median(load_time() for _ in range(repeat))
    speed = statistics.median(per_second(atlas) for _ in range(repeat))
    print(machine())
    print(f"places    {atlas.places:,}")
    print(f"load      {seconds:.3f} s of {_BUDGET} s")
    print(f"memory    {memory():.1f} MB")
    print(f"look-ups  {speed:,.0f} per second")


if __name__ == "__main__":
    main()
