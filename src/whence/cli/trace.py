"""``whence trace``."""

from pathlib import Path

import click

from whence.cli.piping import read_case, stream_argument, write_case
from whence.cli.settings import config_option, load_config


@click.command()
@stream_argument
@config_option
def trace(records: str, config_file: Path | None) -> None:
    """Add the trace: copies and independent origins.

    RECORDS is a JSON-lines file, or stdin.

    \b
    Example:
      whence trace reports.jsonl | jq 'select(.trace) | .trace.origins | length'
    """
    from whence.run import pipeline

    write_case(pipeline.traced(read_case(records), load_config(config_file)))
