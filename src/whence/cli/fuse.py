"""``whence fuse``."""

from pathlib import Path

import click

from whence.cli.piping import read_case, stream_argument, write_case
from whence.cli.settings import config_option, load_config


@click.command()
@stream_argument
@config_option
def fuse(records: str, config_file: Path | None) -> None:
    """Add the incident: the reports together, rivals kept.

    RECORDS is a JSON-lines file, or stdin.

    \b
    Example:
      whence fuse traced.jsonl | jq 'select(.incident) | .incident.slots'
    """
    from whence.run import pipeline

    write_case(pipeline.fused(read_case(records), load_config(config_file)))
