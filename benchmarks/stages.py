"""How long each stage takes on one case, in one warm process.

python -m benchmarks.stages --data examples/pilot-station/reports --repeat 5
"""

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.cold_run import EXAMPLE
from whence.model.case import Case
from whence.run import pipeline, registry
from whence.run.config import Config
from whence.run.stream import decode, encode
from whence.run.watch import Silent
from whence.run.world import World

AT = "2000-01-01T00:00:00+00:00"
Step = Callable[[Case], Case]


def steps(config: Config) -> dict[str, Step]:
    """Return the stages after ingest by name, in their order, and the stream between them."""
    return {
        "extract": partial(
            pipeline.extracted,
            chosen=registry.reader(config.run.reader),
            config=config,
            watcher=Silent(),
        ),
        "trace": partial(pipeline.traced, config=config),
        "fuse": partial(pipeline.fused, config=config),
        "weigh": partial(pipeline.weighed, config=config),
        "stream": lambda case: decode(encode(case), "memory", case.run),
    }


def timed(data: Path, config: Config) -> dict[str, float]:
    """Return the seconds of every stage in one pass over the data."""
    seconds: dict[str, float] = {}
    started = time.perf_counter()
    case = pipeline.ingested([str(data)], config, World(at=AT))
    seconds["ingest"] = time.perf_counter() - started
    for name, step in steps(config).items():
        started = time.perf_counter()
        case = step(case)
        seconds[name] = time.perf_counter() - started
    return seconds | {"documents": float(len(case.documents))}


def main() -> None:
    """Measure and print the table; the first pass warms caches and is not counted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=EXAMPLE, help="folder of reports")
    parser.add_argument("--repeat", type=int, default=5)
    asked = parser.parse_args()
    timed(asked.data, Config())
    passes = [timed(asked.data, Config()) for _ in range(asked.repeat)]
    documents = passes[0].pop("documents")
    print(f"{'stage':10} {'ms':>8} {'ms/document':>12}   ({documents:.0f} documents)")
    for name in passes[0]:
        middle = 1000 * statistics.median(taken[name] for taken in passes)
        print(f"{name:10} {middle:8.1f} {middle / documents:12.2f}")


if __name__ == "__main__":
    main()
