"""``whence fuse``."""

from pathlib import Path
from typing import Any

import click

from whence.cli.piping import read_case, stream_argument, write_case
from whence.cli.settings import as_of_option, config_option, load_config
from whence.cli.ties import Grouping, grouping_options


@click.command()
@stream_argument
@grouping_options
@as_of_option
@config_option
def fuse(records: str, config_file: Path | None, as_of: str | None, **options: Any) -> None:
    """Add the incident: the reports together, rivals kept.

    RECORDS is a JSON-lines file, stdin, a case.json or the folder of a run, whose judgements bind
    again.

    \b
    Examples:
      whence fuse traced.jsonl | jq 'select(.incident) | .incident.slots'
      whence fuse traced.jsonl --several --about harbour.html
      whence fuse whence-report --as-of 2025-03-12 | jq 'select(.incident) | .incident.headline'
      whence fuse whence-report --apart 06-morning-note.eml 07-wide-awake.html --reason "two nights"
    """
    from whence.run import pipeline
    from whence.run.judging import judged

    grouping = Grouping(**options)
    config = load_config(config_file, {"fuse.as_of": as_of, **grouping.settings()})
    write_case(pipeline.fused(judged(read_case(records), grouping.ties()), config))
