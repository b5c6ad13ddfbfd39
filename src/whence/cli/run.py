"""``whence run``."""

import shlex
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.issue import Issue, format_option, issue, out_option
from whence.cli.library import library_option
from whence.cli.piping import surroundings
from whence.cli.settings import as_of_option, config_option, load_config
from whence.cli.ties import Grouping, grouping_options, user

if TYPE_CHECKING:
    from whence.run.case.keeper import CaseKeeper
    from whence.run.config import Config


@dataclass(frozen=True, kw_only=True)
class Order:
    """What was asked for on the command line."""

    reports: tuple[str, ...]
    out: Path | None
    formats: tuple[str, ...]
    as_json: bool
    quiet: bool
    as_of: str | None
    reader: str | None
    jobs: int | None
    keep_going: bool
    config_file: Path | None
    grouping: Grouping
    case: str | None
    no_case: bool
    library: str | None


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@out_option
@format_option
@click.option("--json", "as_json", is_flag=True, help="Print the case as JSON, and no summary.")
@click.option("--quiet", is_flag=True, help="No summary, no progress; failures are still told.")
@as_of_option
@click.option("--reader", metavar="NAME", help="Which reader reads (setting run.reader).")
@click.option("--jobs", type=click.IntRange(1, 256), help="How many processes read (run.jobs).")
@click.option(
    "--keep-going/--stop",
    default=True,
    help="After a defect of Whence on one report: go on without it, or stop with the traceback.",
)
@click.option("--case", metavar="NAME", help="Keep it in this case, which is opened when missing.")
@click.option("--no-case", is_flag=True, help="Keep no case file.")
@library_option
@grouping_options
@config_option
@click.pass_context
def run(ctx: click.Context, /, **options: Any) -> None:
    """Read reports of one incident and write the case: all stages.

    With --several the reports may tell of many: Whence finds out which belong together, and the
    question is about the incident that most of them tell of, or the one of --about.

    REPORT is a file, a folder, a pattern or an address. The folder DIR receives report.html,
    report.md, case.json, incident.json, acled.csv, ucdp.csv and places.geojson; it is
    ./whence-report when neither --out nor --json says otherwise. What could not be read is told
    on stderr, and the rest is still read.

    What is taken in, read and concluded is kept in a case of the library as well, under the name of
    the folder DIR, or of the one that the reports lie in where no --out names it: stop at any time
    and run it again, what was read is not read twice, and what you judged there binds. 'whence log
    NAME' has its history, 'whence case --help' the rest.

    \b
    Examples:
      whence run reports/
      whence run reports/*.html --out attack --as-of 2024-05-03
      whence run reports/ --json --quiet > case.json
      whence run reports/ --format md --jobs 4
      whence run feed/ --several --about feed/harbour.html
    """
    names = [field.name for field in fields(Grouping)]
    grouping = Grouping(**{name: options.pop(name) for name in names})
    ctx.exit(_carry_out(Order(grouping=grouping, **options)))


def _carry_out(order: Order) -> int:
    from whence.cli.console import Console
    from whence.run.outputs import check
    from whence.run.pipeline import run_pipeline

    settings = {"run.reader": order.reader, "run.jobs": order.jobs, "weigh.as_of": order.as_of}
    settings["fuse.as_of"] = order.as_of
    settings["store.library"] = order.library
    config = load_config(order.config_file, settings | order.grouping.settings())
    wanted = Issue(order.out, order.formats, order.as_json, order.quiet)
    wanted.check()
    if wanted.folder is not None:
        check(wanted.folder)  # before the work, so that none is lost
    console = Console(quiet=order.quiet, keep_going=order.keep_going)
    with _kept(order, config) as keeper:
        with console, surroundings(config, console, keeper) as world:
            case = run_pipeline(order.reports, config, world, order.grouping.ties())
        if keeper is not None:
            keeper.keep(case, config)
        issue(case, config, wanted)
        if keeper is not None and not (order.as_json or order.quiet or wanted.piped):
            click.echo(f"The case file: whence log {shlex.quote(keeper.ledger.name)}")
    return console.exit_code


@contextmanager
def _kept(order: Order, config: "Config") -> "Iterator[CaseKeeper | None]":
    """Give the keeper of the run's case, None when none is to be kept.

    Raises:
        StoreError: when the library cannot be opened; told how to do without.
    """
    if order.no_case:
        yield None
        return
    from whence.cli.library import opened_library
    from whence.errors import StoreError
    from whence.run.case.home import case_for, find_case, home_of
    from whence.run.case.keeper import CaseKeeper
    from whence.run.clock import now

    home = home_of(order.case, order.out, order.reports)
    with ExitStack() as stack:
        try:
            store = stack.enter_context(opened_library(config, made=True))
            opens = partial(case_for, store, home, user(), now())
            keeper = CaseKeeper(find_case(store, home) or opens, user(), now)
        except StoreError as error:
            error.hint = f"{error.hint}; or keep none: --no-case"
            raise
        try:
            yield keeper
        except KeyboardInterrupt:
            # The standard input is gone: there the same command does not go on by itself.
            if keeper.state.documents and "-" not in order.reports and not order.quiet:
                name = shlex.quote(keeper.ledger.name)
                click.echo(f"\nStopped. What was read so far is kept: whence log {name}", err=True)
                click.echo("The same command goes on from there.", err=True)
            raise
