"""``whence explain``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from whence.cli.deciding import Deciding, asking_options
from whence.cli.query import case_argument, open_case, output_options, print_json, terminal
from whence.cli.settings import as_of_option, load_config

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.model.claim import Role
    from whence.publish.index import Index


_WHAT_IF = "to see what would be"


class Asked(NamedTuple):
    """What is to be shown of a case, and where: ``picture`` is the file of the drawing."""

    role: "Role | None" = None
    matrix: bool = False
    history: bool = False
    as_json: bool = False
    picture: Path | None = None


@click.command()
@case_argument
@click.option(
    "--role", type=click.Choice(["executor", "sponsor"]), help="Only this question, not both."
)
@click.option("--matrix", is_flag=True, help="Evidence against answers, the most telling first.")
@click.option("--history", is_flag=True, help="Every past moment: what came, what it changed.")
@as_of_option
@asking_options
@output_options
def explain(case: str, as_of: str | None, config_file: Path | None, **options: Any) -> None:
    """Explain who is held to be behind it: why, how firmly, and what would change it.

    CASE is the folder of a run, its case.json, a stream of stages (stdin when left out), or the
    name of a case in the library.
    Per question: the verdict or what it lacks, every answer before and after the evidence, the
    way there step by step, what rests on one origin alone, what would settle it, what changed.
    With --as-of, --without, --set, --unset or --add it is weighed anew to see what would be; the
    case stays as it is ('whence weigh --save' keeps a decision).

    \b
    Examples:
      whence explain whence-report
      whence explain whence-report --role executor --matrix
      whence explain whence-report --history
      whence explain whence-report --without "transport ministry"
      whence explain whence-report --set "Seventh Tide Brigade=5%" --set claim=3
      whence explain whence-report --svg way.svg            the steps as a picture
      whence explain whence-report --history --svg past.svg
      whence explain whence-report --json | jq 'select(.row == "step")'
    """
    asked = Asked(**{name: options.pop(name) for name in Asked._fields})
    del options["library"]  # read_case knows of it
    if asked.matrix and asked.history:
        raise click.UsageError("--matrix and --history are two views: give one of them")
    if asked.matrix and asked.picture is not None:
        raise click.UsageError("there is no picture of the matrix: leave out --matrix or --svg")
    found = open_case(case).case
    deciding = Deciding(**{**options, "reason": options["reason"] or _WHAT_IF})
    decided = len(found.judgements)
    if deciding.any or as_of is not None:
        found = deciding.weighed(found, load_config(config_file, {"weigh.as_of": as_of}))
    if not asked.as_json and asked.picture is None:
        _tell_decisions(found, slice(decided), "Set by hand, and kept in the case")
        _tell_decisions(found, slice(decided, None), "WHAT IF, not the case as it stands")
    show(found, asked)


def _tell_decisions(case: "Case", which: slice, heading: str) -> None:
    """Say before everything else what a person set, since no report says so."""
    from whence.publish.texts import clean
    from whence.run.overrides import told_in_lines

    answers = case.assessment.answers if case.assessment is not None else ()
    labels = {one.id: one.label for answer in answers for one in answer.hypotheses}
    told = told_in_lines(case.judgements[which], labels)
    if told:
        console = terminal()
        for line in (f"{heading}:", *(f"  {clean(line)}" for line in told), ""):
            console.print(line, highlight=False, markup=False)


def show(case: "Case", asked: Asked) -> None:
    """Print or draw the explanation of a case that was weighed.

    Raises:
        NothingRead: when the case was not weighed, or there is nothing to draw.
        OutputError: when the picture cannot be written.
    """
    from whence.publish.index import Index
    from whence.publish.queries import explained, explained_text, matrix, moments

    _require_weighed(case)
    index = Index(case)
    if asked.picture is not None:
        _draw(index, asked, asked.picture)
    if asked.as_json:
        if asked.matrix:
            print_json(matrix(index, asked.role))
        elif asked.history:
            print_json(moments(index, asked.role))
        else:
            print_json(explained(index, asked.role))
    elif asked.picture is None:
        if asked.matrix:
            explained_text.print_matrix(matrix(index, asked.role), terminal())
        elif asked.history:
            explained_text.print_moments(moments(index, asked.role), terminal())
        else:
            explained_text.print_explained(explained(index, asked.role), terminal())


def _require_weighed(case: "Case") -> None:
    from whence.errors import NothingRead

    if case.assessment is not None:
        return
    if case.incident is not None and case.incident.empty:
        raise NothingRead("no incident was found in the reports", "there is nothing to weigh")
    raise NothingRead("the case was not weighed", "run 'whence weigh' before")


def _draw(index: "Index", asked: Asked, path: Path) -> None:
    from whence.errors import NothingRead
    from whence.publish.svg import standalone
    from whence.publish.views.past import pasts
    from whence.publish.views.way import ways
    from whence.run.outputs import write

    role: Role = asked.role or "executor"
    if asked.history:
        past = pasts(index).get(role)
        drawn = standalone.draw_past(past) if past else None
    else:
        way = ways(index).get(role)
        drawn = standalone.draw_way(way) if way else None
    if drawn is None:
        raise NothingRead(
            f"there is nothing to draw of the {role}",
            "it takes more than one moment" if asked.history else "no evidence bears on it",
        )
    (written,) = write(path.parent, {path.name: drawn})
    click.echo(f"The picture: {written}", err=True)
