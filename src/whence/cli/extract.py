"""``whence extract``."""

from pathlib import Path

import click

from whence.cli.piping import read_case, stream_argument, write_case
from whence.cli.settings import config_option, load_config


@click.command()
@stream_argument
@config_option
@click.option("--reader", metavar="NAME", help="Which reader reads (setting run.reader).")
@click.option("--jobs", type=click.IntRange(1, 256), help="How many processes read (run.jobs).")
@click.pass_context
def extract(
    ctx: click.Context, records: str, config_file: Path | None, reader: str | None, jobs: int | None
) -> None:
    """Add a report for each document: who says what.

    RECORDS is a JSON-lines file, or stdin.

    \b
    Example:
      whence ingest reports/ | whence extract > reports.jsonl
    """
    from whence.cli.console import Console
    from whence.run import pipeline, registry

    config = load_config(config_file, {"run.reader": reader, "run.jobs": jobs})
    with Console() as console:
        chosen = registry.reader(config.run.reader)
        write_case(pipeline.extracted(read_case(records), chosen, config, console))
    ctx.exit(console.exit_code)
