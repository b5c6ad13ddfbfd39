"""``whence case new``, ``list``, ``show``, ``close`` and ``reopen``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whence.cli.console import clean_line
from whence.cli.library import (
    at_option,
    configured,
    json_option,
    library_options,
    opened_case,
    opened_library,
    reason_option,
    word,
)
from whence.cli.ties import user

if TYPE_CHECKING:
    from rich.console import Console

    from whence.model.assessment import Assessment
    from whence.model.ledger import Head
    from whence.run.case.state import CaseState
    from whence.store.protocol import Store


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

    with opened_library(configured(library, config_file)) as store:
        heads = store.heads()
        if as_json:
            print_json(heads)
            return
        if not heads:
            click.echo(f"No case yet in {store.place}.")
            return
        _tabulate(store, heads, terminal())


def _tabulate(store: "Store", heads: "tuple[Head, ...]", console: "Console") -> None:
    from rich.table import Table
    from rich.text import Text

    from whence.run.case.state import folded
    from whence.store.ledger import Ledger

    table = Table(box=None, pad_edge=False)
    for title in ("case", "entries", "documents", "last change", "concluded"):
        table.add_column(title, justify="right" if title in ("entries", "documents") else "left")
    for head in heads:
        state = folded(Ledger(store, head.case_id, head.name).read(kinds=_TELLING))
        snapshot = state.snapshot
        found = snapshot.assessment if snapshot else None
        worded = _briefly(found) if found else "nothing weighed"
        if snapshot and head.seq > state.snapshot_seq:
            worded += f" ({head.seq - state.snapshot_seq} entries since)"
        documents = str(len(snapshot.document_ids)) if snapshot else "-"
        closed = " (closed)" if state.closed else ""
        cells = (f"{head.name}{closed}", str(head.seq), documents)
        table.add_row(*map(Text, (*cells, head.at[:16].replace("T", " "), clean_line(worded))))
    console.print(table, highlight=False)


_TELLING = ("assessment", "retraction", "closed", "reopened")
"""What a list is made of: a library of many cases is not read whole for it."""


def _briefly(found: "Assessment") -> str:
    """Return the first sentence on each question."""
    firsts = (answer.wording.partition(". ")[0].rstrip(".") for answer in found.answers)
    return ". ".join(firsts) + "."


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
    from rich.console import Console

    from whence.publish import json as case_json
    from whence.publish import terminal
    from whence.run.case.deriving import case_of, fresh
    from whence.run.case.state import state_of
    from whence.run.clock import now

    config = configured(library, config_file)
    with opened_case(case, library, config_file) as ledger:
        state = state_of(ledger, at)
        found = case_of(state, config, now())
        if as_json:
            sys.stdout.buffer.write(case_json.render(found))
            return
        terminal.render(found, Console())
        click.echo("")
        stood = f" as of entry #{state.last.seq}" if at and state.last else ""
        click.echo(
            f"The case {ledger.name}{stood}: {len(state.documents)} documents,"
            f" {len(state.judgements)} judgements, {len(state.media)} media,"
            f" {len(state.comments)} comments{', closed' if state.closed else ''}."
        )
        if fresh(state, config):
            click.echo(f"Shown as entry #{state.snapshot_seq} has it.")
        else:
            click.echo(f"Derived anew: {_why_anew(state)}.")


def _why_anew(state: "CaseState") -> str:
    from whence import __version__

    if state.snapshot is None:
        return "the case holds no snapshot"
    if not state.current:
        return f"entries were added since #{state.snapshot_seq}"
    if state.snapshot.whence != __version__:
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
