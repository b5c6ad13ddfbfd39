"""``whence calibrate``."""

import sys
from pathlib import Path

import click

from whence.cli.query import output_options, print_json, terminal


@click.command()
@click.argument("data")
@output_options
def calibrate(data: str, as_json: bool, picture: Path | None) -> None:
    """Score forecasts of who was behind resolved cases.

    DATA is a CSV file with a header, a file of JSON lines, or - for stdin. A line is one
    probability: case, judge, hypothesis, probability, and outcome (1: it turned out true, 0: it did
    not) or resolution (the name of the true hypothesis); at, a date, where a judge gave several
    estimates: the latest counts. Cases without an outcome are left out.

    Each judge is scored, all people together ("pooled"), and the inference where its forecasts
    stand under the judge "whence". Shares are first brought to sum to 1; what a judge leaves over
    is for "none of these", whatever others name. No word is said for calibration unless the
    intervals bear it.

    \b
    DATA looks like this:
      case,judge,hypothesis,probability,outcome
      harbour,Ada,Reed League,60%,1
      harbour,Ada,Tidewatch,30%,0
      harbour,whence,Reed League,0.45,1

    \b
    Examples:
      whence calibrate forecasts.csv                       a table, one line a judge
      whence calibrate forecasts.csv --svg calibration.svg
      whence calibrate forecasts.csv --json | jq '[.judge, .brier.value, .finding]'
      whence calibrate - < forecasts.jsonl
    """
    from whence.errors import MissingInput
    from whence.publish.queries.scores import print_scores
    from whence.publish.svg import calibration
    from whence.run.forecasts import read_forecasts
    from whence.run.outputs import write
    from whence.weigh.forecasts.scorecard import scorecards

    try:
        raw = sys.stdin.buffer.read() if data == "-" else Path(data).read_bytes()
    except OSError as error:
        raise MissingInput(data, error.strerror or str(error)) from error
    found = read_forecasts(raw, "stdin" if data == "-" else data)
    if found.open:
        click.echo(f"Left out, not resolved yet: {found.open} of {found.cases} cases", err=True)
    cards = scorecards(found.forecasts, found.resolutions)
    if picture is not None:
        drawn = calibration.draw(cards, "What came true of what was said")
        (written,) = write(picture.parent, {picture.name: drawn})
        click.echo(f"The picture: {written}", err=True)
    if as_json:
        print_json(cards)
    elif picture is None:
        print_scores(cards, terminal())
