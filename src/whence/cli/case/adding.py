"""``whence case add``."""

from typing import TYPE_CHECKING, Any

import click

from whence.cli.library import library_options, opened_case
from whence.cli.printing import printer
from whence.cli.ties import user
from whence.run.case.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.cli.console import Console
    from whence.model.document import Failure
    from whence.run.case.keeper import CaseKeeper
    from whence.run.config import Config


@click.command()
@click.argument("case")
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--quiet", is_flag=True, help="No summary, no progress; failures are still told.")
@click.option("--reader", metavar="NAME", help="Which reader reads (setting run.reader).")
@click.option("--jobs", type=click.IntRange(1, 256), help="How many processes read (run.jobs).")
@library_options
@click.pass_context
def add(
    ctx: click.Context, /, case: str, reports: tuple[str, ...], quiet: bool, **options: Any
) -> None:
    """Add reports to a case, read them and weigh the whole case anew.

    REPORT is what 'whence run' takes: a file, a folder, a pattern, an address, a web archive
    (.warc, .wacz), a folder of Bellingcat's auto-archiver (its pictures and films are added as
    evidence). Every report is kept as soon as it is read: stop at any time and repeat the
    command, it goes on where it stopped. What the case holds already is passed over, unless it
    was read by earlier rules, or another reader: it is read again. Without a REPORT only that is
    done. Judgements stay.

    \b
    Examples:
      whence case add harbour reports/
      whence case add harbour https://news.example/pilot-station
      whence case add harbour pages.wacz --jobs 4
    """
    from whence.cli.console import Console
    from whence.cli.settings import load_config

    library, config_file = options["library"], options["config_file"]
    settings = {
        "store.library": library,
        "run.reader": options["reader"],
        "run.jobs": options["jobs"],
    }
    config = load_config(config_file, settings)
    console = Console(quiet=quiet)
    with opened_case(case, library, config_file) as ledger:
        from whence.run.case.keeper import CaseKeeper
        from whence.run.clock import now

        keeper = CaseKeeper(ledger, user(), now)
        _take(keeper, reports, config, console)
        if not quiet:
            _tell(keeper, config)
    ctx.exit(console.exit_code)


def _take(
    keeper: "CaseKeeper", reports: "Sequence[str]", config: "Config", console: "Console"
) -> None:
    from whence.cli.piping import surroundings
    from whence.run.case.evidence import Told, add_archived
    from whence.run.case.keeper import grown
    from whence.run.clock import now

    def failed(failure: "Failure") -> None:
        console.failed(failure)
        keeper.failed(failure)

    with console, surroundings(config, console, keeper) as world:
        told = Told(author=user(), at=now())
        if kept := add_archived(keeper.ledger, reports, told, failed):
            what = counted(kept, "picture, film or sound", "pictures, films or sounds")
            console.noted(f"added as evidence: {what}")
        keeper.keep(grown(keeper, reports, config, world), config)


def _tell(keeper: "CaseKeeper", config: "Config") -> None:
    from whence.publish import terminal
    from whence.run.case.deriving import case_of
    from whence.run.case.state import state_of
    from whence.run.clock import now

    state = state_of(keeper.ledger)
    terminal.render(case_of(state, config, now()), printer())
    name = keeper.ledger.name
    held = counted(len(state.documents), "document", "documents")
    click.echo(f"\nThe case {name}: {keeper.added} added, {held} in all.")
