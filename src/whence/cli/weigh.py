"""``whence weigh``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.deciding import Deciding, deciding_options
from whence.cli.library import library_options
from whence.cli.piping import in_library, read_case, stream_argument, write_case
from whence.cli.settings import as_of_option, load_config
from whence.cli.ties import user

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.model.ledger import Entry
    from whence.run.config import Config


@click.command()
@stream_argument
@as_of_option
@deciding_options
@click.option(
    "--panel",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="People's own estimates (CSV or JSON lines), to be kept beside the assessment.",
)
@click.option(
    "--save",
    is_flag=True,
    help="Write the result back: into the folder of a run, its report made anew, or into the "
    "case of that name.",
)
@library_options
def weigh(
    records: str,
    as_of: str | None,
    library: str | None,
    config_file: Path | None,
    panel: Path | None,
    save: bool,
    **options: Any,
) -> None:
    """Add the assessment: who was behind it, now and as of every moment before.

    RECORDS is a JSON-lines file, stdin, a case.json, the folder of a run or the name of a case.
    What you decide (--set, --unset, --add) is kept among the judgements of the case, with your
    name, the time and your reason, and binds when the case is weighed again. With --save, reports
    of a case of the library that earlier rules read are read again before.

    \b
    Examples:
      whence weigh fused.jsonl | jq 'select(.assessment) | .assessment.answers[].wording'
      whence weigh whence-report --as-of 2025-03-12 | whence explain
      whence weigh whence-report --without "transport ministry" | whence explain
      whence weigh whence-report --set "somebody not named=40%" --reason "many groups" --save
      whence weigh whence-report --add "Tidewall Brigade" --reason "attacked the pier before" --save
      whence weigh whence-report --panel estimates.csv --save
    """
    from whence.cli.issue import Issue, issue

    config = load_config(config_file, {"weigh.as_of": as_of, "store.library": library})
    folder = Path(records)
    kept = in_library(records)
    if save and not kept and (records == "-" or folder.is_file()):
        raise click.UsageError("--save needs the folder of a run, or the name of a case, as CASE")
    case = read_case(records)
    again = _read_again(records, config) if save and kept else None
    case = Deciding(**options).weighed(read_case(records) if again else case, config)
    if panel is not None:
        case = _polled(case, panel)
    if not save:
        write_case(case)
    elif kept:
        _keep(case, records, config, again)
    else:
        issue(case, config, Issue(folder, (), False, False))


def _read_again(name: str, config: "Config") -> "Entry | None":
    """Read again what earlier rules read in a case of the library, and keep it; None if nothing."""
    from whence.cli.console import Console
    from whence.cli.library import named, opened_library
    from whence.cli.piping import surroundings
    from whence.run.case.deriving import outdated
    from whence.run.case.keeper import CaseKeeper, grown
    from whence.run.case.state import state_of
    from whence.run.clock import now

    with opened_library(config) as store:
        ledger = named(store, name)
        if not outdated(state_of(ledger)):
            return None
        keeper, console = CaseKeeper(ledger, user(), now), Console()
        with console, surroundings(config, console, keeper) as world:
            return keeper.keep(grown(keeper, (), config, world), config)


def _keep(case: "Case", name: str, config: "Config", again: "Entry | None") -> None:
    from whence.cli.library import named, opened_library
    from whence.run.case.keeper import CaseKeeper
    from whence.run.clock import now

    with opened_library(config) as store:
        entry = CaseKeeper(named(store, name), user(), now).keep(case, config) or again
        click.echo(f"#{entry.seq}: weighed anew." if entry else "Nothing new.")


def _polled(case: "Case", file: Path) -> "Case":
    from whence.errors import MissingInput
    from whence.run.clock import now
    from whence.run.panel import polled, read_estimates

    try:
        raw = file.read_bytes()
    except OSError as error:
        raise MissingInput(str(file), error.strerror or str(error)) from error
    return polled(case, read_estimates(raw, str(file), now()))
