"""``whence ingest``."""

from pathlib import Path

import click

from whence.cli.piping import surroundings, write_case
from whence.cli.settings import config_option, load_config


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@config_option
@click.option("--jobs", type=click.IntRange(1, 256), help="How many processes read (run.jobs).")
@click.pass_context
def ingest(
    ctx: click.Context, reports: tuple[str, ...], config_file: Path | None, jobs: int | None
) -> None:
    """Find the article in each page; start of a pipe.

    REPORT is a file, a folder, a pattern or an address.

    \b
    Examples:
      whence ingest report.html
      whence ingest 'reports/*.html' notes.txt > documents.jsonl
    """
    from whence.cli.console import Console
    from whence.run import pipeline

    config = load_config(config_file, {"run.jobs": jobs})
    console = Console()
    with console, surroundings(config, console) as world:
        write_case(pipeline.ingested(reports, config, world))
    ctx.exit(console.exit_code)
