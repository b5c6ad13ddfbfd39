"""``whence weigh``."""

from pathlib import Path

import click

from whence.cli.piping import read_case, stream_argument, write_case
from whence.cli.settings import as_of_option, config_option, load_config


@click.command()
@stream_argument
@as_of_option
@config_option
def weigh(records: str, as_of: str | None, config_file: Path | None) -> None:
    """Add the assessment: who was behind it.

    RECORDS is a JSON-lines file, or stdin.

    \b
    Example:
      whence weigh fused.jsonl | jq 'select(.assessment) | .assessment.answers[].wording'
    """
    from whence.run import pipeline

    config = load_config(config_file, {"weigh.as_of": as_of})
    write_case(pipeline.weighed(read_case(records), config))
