"""The command line that all measurements share."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation.harness.bootstrap import SEED
from evaluation.harness.corpus import DataAbsentError, root
from evaluation.harness.error_page import page
from evaluation.harness.scores import Outcome, table
from evaluation.readers.predictions import READERS

ABSENT = 2
"""Exit code when the data, or the reader that was asked for, is not there."""


class Option(Struct, frozen=True, kw_only=True):
    """An option that one measurement has beside the shared ones: ``--name VALUE``."""

    name: str
    metavar: str
    help: str


class Request(Struct, frozen=True, kw_only=True):
    """What to measure: the data folder, its split, at most how many documents, and the seed.

    ``reader`` names who reads ("rules", "encoder"); ``options`` holds what was given for a
    measurement's own options, by their names.
    """

    data: Path
    split: str = "dev"
    limit: int | None = None
    seed: int = SEED
    reader: str = READERS[0]
    options: Mapping[str, str] = {}


def main(
    measure: Callable[[Request], Outcome],
    argv: Sequence[str] | None = None,
    own: Sequence[Option] = (),
    needs_data: bool = True,
) -> int:
    """Parse the command line, measure, print the table, write JSON; return the exit code.

    ``own`` are options of this measurement alone. One that does without third-party data
    (``needs_data`` False) gets the current folder when no other is named.
    """
    given = _parser(measure.__doc__ or "", own).parse_args(argv)
    options = {
        option.name: value for option in own if (value := getattr(given, option.name)) is not None
    }
    try:
        request = Request(
            data=root(given.data) if needs_data or given.data else Path(),
            split=given.split,
            limit=given.limit,
            seed=given.seed,
            reader=given.reader,
            options=options,
        )
        outcome = measure(request)
    except DataAbsentError as absent:
        print(f"{absent.what} absent: {absent}", file=sys.stderr)
        return ABSENT
    print(table(outcome))
    if given.errors:
        print(listing(outcome))
    if given.json:
        given.json.write_bytes(msgspec.json.format(msgspec.json.encode(outcome), indent=1))
    if given.html:
        given.html.write_text(page(outcome), encoding="utf-8")
    return 0


def listing(outcome: Outcome) -> str:
    """Return the misreadings as lines, grouped by their kind."""
    ordered = sorted(outcome.misreadings, key=lambda one: (one.kind, one.where))
    return "\n".join(
        f"{one.kind} | {one.where} | expected: {one.expected} | got: {one.got}" for one in ordered
    )


def _parser(description: str, own: Sequence[Option]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=description.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--data", type=Path, help="folder of the data (or set WHENCE_DATA)")
    parser.add_argument("--split", default="dev", help="which part of the data (default: dev)")
    parser.add_argument("--limit", type=int, help="read at most so many documents")
    parser.add_argument("--seed", type=int, default=SEED, help="seed of the bootstrap")
    parser.add_argument("--reader", choices=READERS, default=READERS[0], help="who reads")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write scores and errors here")
    parser.add_argument("--errors", action="store_true", help="list every misreading")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write errors as a page to read")
    for option in own:
        parser.add_argument(f"--{option.name}", metavar=option.metavar, help=option.help)
    return parser
