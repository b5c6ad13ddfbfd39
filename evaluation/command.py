"""The command line that all measurements share."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.bootstrap import SEED
from evaluation.corpus import DataAbsentError, root
from evaluation.scores import Outcome, table

ABSENT = 2
"""Exit code when the data is not there."""


class Request(Struct, frozen=True, kw_only=True):
    """What to measure: the data folder, its split, at most how many documents, and the seed."""

    data: Path
    split: str = "dev"
    limit: int | None = None
    seed: int = SEED


def main(measure: Callable[[Request], Outcome], argv: Sequence[str] | None = None) -> int:
    """Parse the command line, measure, print the table, write JSON; return the exit code."""
    given = _parser(measure.__doc__ or "").parse_args(argv)
    try:
        request = Request(
            data=root(given.data), split=given.split, limit=given.limit, seed=given.seed
        )
        outcome = measure(request)
    except DataAbsentError as absent:
        print(f"data absent: {absent}", file=sys.stderr)
        return ABSENT
    print(table(outcome))
    if given.errors:
        print(listing(outcome))
    if given.json:
        given.json.write_bytes(msgspec.json.format(msgspec.json.encode(outcome), indent=1))
    return 0


def listing(outcome: Outcome) -> str:
    """Return the misreadings as lines, grouped by their kind."""
    ordered = sorted(outcome.misreadings, key=lambda one: (one.kind, one.where))
    return "\n".join(
        f"{one.kind} | {one.where} | expected: {one.expected} | got: {one.got}" for one in ordered
    )


def _parser(description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, help="folder of the data (or set WHENCE_DATA)")
    parser.add_argument("--split", default="dev", help="which part of the data (default: dev)")
    parser.add_argument("--limit", type=int, help="read at most so many documents")
    parser.add_argument("--seed", type=int, default=SEED, help="seed of the bootstrap")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write scores and errors here")
    parser.add_argument("--errors", action="store_true", help="list every misreading")
    return parser
