"""``whence publish``."""

from pathlib import Path
from typing import Any

import click

from whence.cli.issue import Issue, format_option, issue, out_option
from whence.cli.library import configured, library_options
from whence.cli.piping import read_case, stream_argument


@click.command()
@stream_argument
@out_option
@format_option
@click.option("--json", "as_json", is_flag=True, help="Print the case as JSON, and no summary.")
@click.option("--quiet", is_flag=True, help="No summary on stdout.")
@library_options
def publish(records: str, library: str | None, config_file: Path | None, **options: Any) -> None:
    """Write the report files and print the summary.

    RECORDS is a JSON-lines file, the folder of a run, its case.json, stdin, or the name of a case.
    The files are report.html, report.md, case.json, incident.json (the record without the texts),
    acled.csv and ucdp.csv (rows for conflict data), and places.geojson.

    \b
    Examples:
      whence publish weighed.jsonl --out attack
      whence publish whence-report --format csv-acled --out - > acled.csv
      whence publish whence-report --format geojson --out - | jq '.features[0].geometry'
    """
    from whence.errors import NothingRead

    wanted = Issue(**options)
    wanted.check()
    case = read_case(records)
    if not case.documents:  # an empty report would replace the one of an earlier run
        raise NothingRead("there is no document to report on", "run 'whence ingest' before")
    issue(case, configured(library, config_file), wanted)
