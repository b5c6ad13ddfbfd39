"""``whence origins``."""

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
@click.option(
    "--claim",
    metavar="WORDS",
    help="Only this claim, with all origins and words: an id or words of its name.",
)
@output_options
def origins(
    case: str, claim: str | None, as_json: bool, picture: Path | None, **_library: Any
) -> None:
    """Count the independent origins behind each claim.

    CASE is the folder of a run, its case.json, a stream of stages (stdin when left out), or the
    name of a case in the library.
    Claims are the values of facts ("launched=3") and how suspicions stand ("Seventh Tide
    Brigade=denied"). Twelve reports that print one spokesman's words have one origin.

    \b
    Examples:
      whence origins whence-report                         all claims, one line each
      whence origins whence-report --claim launched        one fact, with every hand and word
      whence origins whence-report --claim "tide brigade" --svg brigade.svg
      whence origins whence-report --json | jq 'select(.origins == 1) | .claim'
    """
    from whence.publish.queries import about, backings, text

    index = open_case(case)
    found = backings(index)
    chosen = found if claim is None else about(found, claim)
    if picture is not None:
        drawn = None if claim is None else {key for one in chosen for key in one.value_ids}
        title = (
            "Whose hands it came through"
            if claim is None
            else "; ".join(one.claim for one in chosen)
        )
        write_picture(index, picture, title, drawn)
    if as_json:
        print_json(chosen)
    elif picture is None and claim is None:
        text.print_backings(chosen, terminal())
    elif picture is None:
        text.print_support(chosen, terminal())
