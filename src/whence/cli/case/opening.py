"""``whence case new``, ``list``, ``show``, ``close`` and ``reopen``."""

import sys
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from whence.cli.console import clean_line
from whence.cli.library import (
    at_entry,
    at_option,
    configured,
    json_option,
    library_options,
    opened_case,
    opened_library,
    reason_option,
    word,
)
from whence.cli.printing import printer
from whence.cli.ties import user
from whence.run.case.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from whence.run.case.listing import Listed
    from whence.run.case.state import CaseState


@click.command()
@click.argument("name")
@click.option("--question", default="", help="What the case is to answer, in your words.")
@library_options
def new(name: str, question: str, library: str | None, config_file: Path | None) -> None:
    """Open a case called NAME.

    \b
    Examples:
      whence case new harbour
      whence case new "Pilot station" --question "Who burnt it, and for whom?"
    """
    from whence.model.ledger import Opened
    from whence.run.clock import now
    from whence.store.ledger import new_case

    with opened_library(configured(library, config_file), made=True) as store:
        ledger = new_case(store, Opened(name=name, question=question), user(), now())
        click.echo(f"The case {ledger.name} is open in {store.place}.")


@click.command("list")
@json_option
@library_options
def list_cases(as_json: bool, library: str | None, config_file: Path | None) -> None:
    """List the cases of the library: entries, documents, last change, what is concluded.

    \b
    Examples:
      whence case list
      whence case list --json | jq -r 'select(.closed | not) | .name'
    """
    from whence.cli.query import print_json, terminal
    from whence.run.case.listing import listed

    with opened_library(configured(library, config_file)) as store:
        rows = tuple(listed(store))
        if as_json:
            print_json(rows)
        elif rows:
            _tabulate(rows, terminal())
        else:
            click.echo(f"No case yet in {store.place}.")


def _tabulate(rows: "Sequence[Listed]", console: "Console") -> None:
    from rich.table import Table
    from rich.text import Text

    from whence.publish.queries.text import NARROW, print_apart

    table = Table(box=None, pad_edge=False)
    for title in ("case", "entries", "documents", "last change", "concluded"):
        table.add_column(title, justify="right" if title in ("entries", "documents") else "left")
    for row in rows:
        worded = row.concluded or "nothing weighed"
        if row.documents is not None and row.since:
            worded += f" ({counted(row.since, 'entry', 'entries')} since)"
        documents = "-" if row.documents is None else str(row.documents)
        name = f"{clean_line(row.name)}{' (closed)' if row.closed else ''}"
        at = row.at[:16].replace("T", " ")
        if console.width < NARROW:
            held = counted(row.seq, "entry", "entries")
            if row.documents is not None:
                held += f", {counted(row.documents, 'document', 'documents')}"
            print_apart(name, f"{held}, last change {at}\n{clean_line(worded)}", console)
        table.add_row(*map(Text, (name, str(row.seq), documents, at, clean_line(worded))))
    if console.width >= NARROW:
        console.print(table, highlight=False)


@click.command()
@click.argument("case")
@at_option
@click.option("--json", "as_json", is_flag=True, help="Print the case as JSON.")
@library_options
def show(
    case: str, at: str | None, as_json: bool, library: str | None, config_file: Path | None
) -> None:
    """Show a case: the four questions, and how it was kept.

    What is shown is what the case's last snapshot says, when nothing was added since and this
    version made it with these settings; otherwise it is derived anew, and said so.

    \b
    Examples:
      whence case show harbour
      whence case show harbour --at 2031-05-06      as it stood at the end of that day
      whence case show harbour --at '#40' --json | jq .assessment.answers
      whence publish harbour --out attack           the whole report
    """
    from whence.publish import json as case_json
    from whence.publish import terminal
    from whence.run.case.deriving import case_of, fresh, outdated
    from whence.run.case.state import state_of
    from whence.run.clock import now

    config = configured(library, config_file)
    with opened_case(case, library, config_file) as ledger:
        state = state_of(ledger, at_entry(ledger, at))
        found = case_of(state, config, now())
        if as_json:
            sys.stdout.buffer.write(case_json.render(found))
            return
        terminal.render(found, printer())
        click.echo("")
        stood = f" as of entry #{state.last.seq}" if at and state.last else ""
        click.echo(
            f"The case {ledger.name}{stood}:"
            f" {counted(len(state.documents), 'document', 'documents')},"
            f" {counted(len(state.judgements), 'judgement', 'judgements')},"
            f" {len(state.media)} media, {counted(len(state.comments), 'comment', 'comments')}"
            f"{', closed' if state.closed else ''}."
        )
        if fresh(state, config):
            click.echo(f"Shown as entry #{state.snapshot_seq} has it.")
        else:
            click.echo(f"Derived anew: {_why_anew(state)}.")
        if old := outdated(state):
            what = counted(len(old), "report is", "reports are")
            again = f"whence case add {quote(ledger.name)}"
            click.echo(f"{what} shown as read by earlier rules: '{again}' reads anew.")


def _why_anew(state: "CaseState") -> str:
    from whence.run import maker
    from whence.run.case.deriving import outdated

    if state.snapshot is None:
        return "the case holds no snapshot"
    if not state.current:
        return f"entries were added since #{state.snapshot_seq}"
    if outdated(state):
        return "this Whence reads otherwise than the one that read it"
    if state.snapshot.whence != maker.of_snapshots():
        return f"#{state.snapshot_seq} was made by whence {state.snapshot.whence}"
    return f"#{state.snapshot_seq} was made with other settings, or of fewer documents"


@click.command()
@click.argument("case")
@reason_option
@library_options
def close(case: str, reason: str, library: str | None, config_file: Path | None) -> None:
    """Close a case: it takes no new reports until it is opened again.

    \b
    Example:
      whence case close harbour --reason "published on 9 May"
    """
    _end(case, reason, library, config_file, closed=True)


@click.command()
@click.argument("case")
@reason_option
@library_options
def reopen(case: str, reason: str, library: str | None, config_file: Path | None) -> None:
    """Open a closed case again.

    \b
    Example:
      whence case reopen harbour --reason "the inquiry has reported"
    """
    _end(case, reason, library, config_file, closed=False)


def _end(
    case: str, reason: str, library: str | None, config_file: Path | None, *, closed: bool
) -> None:
    from whence.run.case import withdrawing

    with opened_case(case, library, config_file) as ledger:
        entry = withdrawing.close(ledger, word(reason), closed=closed)
        click.echo(f"#{entry.seq}: the case {ledger.name} is {'closed' if closed else 'open'}.")
