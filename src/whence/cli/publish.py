"""``whence publish``."""

from pathlib import Path

import click

from whence.cli.issue import Issue, format_option, issue
from whence.cli.piping import read_case, stream_argument
from whence.cli.settings import config_option, load_config


@click.command()
@stream_argument
@click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder to write to.")
@format_option
@click.option("--json", "as_json", is_flag=True, help="Print the case as JSON, and no summary.")
@click.option("--quiet", is_flag=True, help="No summary on stdout.")
@config_option
def publish(
    records: str,
    out: Path | None,
    formats: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    config_file: Path | None,
) -> None:
    """Write the report files and print the summary.

    RECORDS is a JSON-lines file, or stdin.

    \b
    Example:
      whence publish weighed.jsonl --out attack
    """
    from whence.errors import NothingRead

    case = read_case(records)
    if not case.documents:  # an empty report would replace the one of an earlier run
        raise NothingRead("there is no document to report on", "run 'whence ingest' before")
    issue(case, load_config(config_file), Issue(out, formats, as_json, quiet))
