"""``whence sources``."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from whence.cli.query import (
    case_argument,
    open_case,
    output_options,
    print_json,
    terminal,
    write_picture,
)


@click.command()
@case_argument
@click.option("--who", metavar="WORDS", help="Only origins with these words in their name.")
@click.option(
    "--act",
    "acts",
    multiple=True,
    metavar="ACT",
    help="Only this act: say, accuse, deny_involvement, condemn, ...; may be repeated.",
)
@output_options
def sources(
    case: str,
    who: str | None,
    acts: tuple[str, ...],
    as_json: bool,
    picture: Path | None,
    **_library: Any,
) -> None:
    """Show who said what, in which words, through whose hands.

    CASE is the folder of a run, its case.json, a stream of stages (stdin when left out), or the
    name of a case in the library.
    Statements stand under their origin, the first hand; the same words in several reports are
    one line. What outlets say in their own voice comes last.

    \b
    Examples:
      whence sources whence-report
      whence sources whence-report --who front --act deny_involvement
      whence sources whence-report --svg sources.svg
      whence sources whence-report --json | jq -r '[.origin, .act, .words] | @tsv'
    """
    from whence.publish.queries import sayings, text

    _check(acts)
    index = open_case(case)
    rows = [
        row
        for row in sayings(index)
        if (who or "").casefold() in row.origin.casefold() and (not acts or row.act in acts)
    ]
    if picture is not None:
        write_picture(index, picture, "Who said what through whose hands")
    if as_json:
        print_json(rows)
    elif picture is None:
        text.print_sayings(rows, terminal())


def _check(acts: Collection[str]) -> None:
    """Refuse an act that there is not, and name those that there are."""
    from typing import get_args

    from whence.model.attribution import Act

    for act in acts:
        if act not in get_args(Act):
            raise click.BadParameter(
                f"'{act}' is none of {', '.join(get_args(Act))}", param_hint="--act"
            )
