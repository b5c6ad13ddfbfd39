"""How long the weighing takes and how much memory it needs, by hypotheses, facts and reports.

    python -m benchmarks.weighing
    python -m benchmarks.weighing --sizes 20x150x300 18x10000x10000

A size is hypotheses x facts x reports: that many parties besides the reserves, half of the facts
findings of an analyst and half statements, and that many first hands who report them, each one fact
at least. Each size runs twice in processes of its own, with and without leaving out every first
hand in turn: the seconds are processor time of one core, the memory is the peak of the process.
Growth tells how much longer a report took than in the first size (1 is linear). The last columns
show that the work was done: rows of sensitivity, and the sum of the executor's shares.
"""

import argparse
import resource
import subprocess
import sys
import time
from contextlib import nullcontext
from unittest.mock import patch

from whence.model.incident import Incident, Party, Statement
from whence.model.origin import Origin, Trace
from whence.weigh import Finding, Options, weigh

_STANDINGS = ("accused", "accused_by_authority", "found", "speculated", "reported_as_fact")
_FACTS = ("forensic_link", "capability", "motive", "modus_operandi", "arrest", "access")
_RESERVES = 2


def world(parties: int, facts: int, reports: int) -> tuple[Incident, Trace, Options]:
    """Return an invented incident of this size: statements have a hand each, findings the rest."""
    findings = facts // 2 if facts < reports else 0
    said = facts - findings
    keys = [f"party-{n}" for n in range(parties - _RESERVES)]
    incident = Incident(
        id="incident",
        kind="drone_attack",
        headline="Drones over Port Selim",
        report_ids=tuple(f"report-{n}" for n in range(reports)),
        slots=(),
        parties=tuple(Party(id=key, name=key, kind="group") for key in keys),
        statements=tuple(_statement(n, keys[n % len(keys)]) for n in range(said)),
    )
    trace = Trace(origins=tuple(_origin(n) for n in range(reports)))
    hands = [f"origin-{n}" for n in range(said, reports)]
    found = tuple(
        Finding(
            kind=_FACTS[n % len(_FACTS)],
            party_id=keys[n % len(keys)],
            origin_ids=tuple(hands[n::findings]),
            reason=f"reason {n}",
        )
        for n in range(findings)
    )
    return incident, trace, Options(findings=found)


def _statement(number: int, party: str) -> Statement:
    standing = _STANDINGS[number % len(_STANDINGS)]
    return Statement(
        id=f"statement-{number}",
        party_id=party,
        role="sponsor" if number % 4 == 3 else "executor",
        predicate="ordered" if number % 4 == 3 else "carried_out",
        origin_id=f"origin-{number}",
        origin_name=f"origin {number}",
        stake="neutral",
        standing=standing,  # type: ignore[arg-type]
        act="accuse",
        polarity=True,
        hedge=3,
        claim_ids=(),
        document_ids=(),
        spans=(),
    )


def _origin(number: int) -> Origin:
    return Origin(
        id=f"origin-{number}",
        name=f"origin {number}",
        kind="office" if number % 2 else "person",
        anonymity="named",
        chain_ids=(),
        document_ids=(),
    )


def once(size: str, leaving: bool) -> tuple[float, int, int, float]:
    """Return seconds, peak MiB, rows of sensitivity and the sum of the executor's shares."""
    incident, trace, options = world(*(int(part) for part in size.split("x")))
    weigh(incident, trace, Options(draws=1))  # tables are read and compiled once for all
    with nullcontext() if leaving else patch("whence.weigh.evaluating.leave_one_out", _nothing):
        started = time.process_time()
        result = weigh(incident, trace, options)
        seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    shares = sum(row.mean for row in result.answer("executor").posterior)
    return seconds, peak, len(result.sensitivity), shares


def _nothing(*_: object) -> tuple[()]:
    return ()


def main() -> None:
    """Measure every size in processes of its own and print a row each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    sizes = ["20x150x300", "20x300x600", "20x600x1200", "40x150x300"]
    parser.add_argument("--sizes", nargs="+", default=sizes, metavar="HxFxR")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(*once(given.one[0], given.one[1] == "leaving"))
        return
    names = ("weighing s", "peak MiB", "leaving s", "peak MiB", "rows", "shares", "growth")
    print(f"{'size':>16} " + " ".join(f"{name:>10}" for name in names))
    first = 0.0
    for size in given.sizes:
        plain, left = ([float(cell) for cell in _run(size, mode)] for mode in ("plain", "leaving"))
        each = plain[0] / int(size.split("x")[2])
        first = first or each
        cells = (plain[0], plain[1], left[0] - plain[0], left[1], left[2], left[3], each / first)
        print(f"{size:>16} " + " ".join(f"{cell:>10,.2f}" for cell in cells), flush=True)


def _run(size: str, mode: str) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.weighing", "--one", size, mode]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


if __name__ == "__main__":
    main()
