"""``whence case comment``, ``retract`` and ``redact``."""

import re
from pathlib import Path

import click

from whence.cli.library import (
    append,
    library_options,
    opened_case,
    reason_option,
    word,
)
from whence.run.case.wording import counted


@click.command()
@click.argument("case")
@click.argument("text")
@click.option("--on", "subject", default="", metavar="ID", help="An id, or '#SEQ' of an entry.")
@library_options
def comment(
    case: str, text: str, subject: str, library: str | None, config_file: Path | None
) -> None:
    """Leave a remark in the case, or on one of its entries.

    \b
    Examples:
      whence case comment harbour "the harbour master is away until Monday"
      whence case comment harbour "who translated this?" --on '#31'
    """
    from whence.model.ledger import Comment
    from whence.run.case.state import state_of
    from whence.run.case.withdrawing import entry_of

    if not text.strip():
        raise click.UsageError("the comment is empty")
    with opened_case(case, library, config_file) as ledger:
        if re.fullmatch(r"#?[0-9]+", subject):
            subject = f"#{entry_of(state_of(ledger), subject)}"
        click.echo(f"#{append(ledger, 'comment', Comment(text=text, subject=subject))}: kept.")


@click.command()
@click.argument("case")
@click.argument("entry")
@reason_option
@library_options
def retract(
    case: str, entry: str, reason: str, library: str | None, config_file: Path | None
) -> None:
    """Say that an entry no longer holds; it stays readable in the history.

    ENTRY is its number ('#11'), or a document by its file, address, outlet or id. Retracting a
    retraction makes what it took back hold again.

    \b
    Examples:
      whence case retract harbour '#11' --reason "the page was a parody"
      whence case retract harbour 05-radio.html --reason "withdrawn by the outlet"
    """
    from whence.run.case import withdrawing
    from whence.run.case.state import state_of

    with opened_case(case, library, config_file) as ledger:
        state = state_of(ledger)
        seq = withdrawing.entry_of(state, entry)
        made = withdrawing.retract(ledger, seq, word(reason))
        again = "".join(
            f"; #{old} holds again" for old, by in state.taken_back.items() if by == seq
        )
        click.echo(f"#{made.seq}: #{seq} no longer holds{again}.")
        before = {number: key for key, number in state.seqs.items()}
        if seq in before and (other := state_of(ledger).seqs.get(before[seq])) is not None:
            click.echo(
                f"note: the same stands in #{other}, which holds: take that back too", err=True
            )


@click.command()
@click.argument("case")
@click.argument("entry")
@reason_option
@click.option("--yes", is_flag=True, help="Take it out without asking.")
@library_options
def redact(
    case: str, entry: str, reason: str, yes: bool, library: str | None, config_file: Path | None
) -> None:
    """Take an entry's words and bytes out of the case, for legal reasons.

    Of a document: the captured page, its text, what was read in it and every snapshot that rests
    on it. The hashes stay and the reason is recorded, so that the chain can still be verified.
    Exports and backups made earlier are not changed: see to them yourself.

    \b
    Example:
      whence case redact harbour 05-radio.html --reason "court order of 12 May" --yes
    """
    from whence.run.case import withdrawing
    from whence.run.case.state import state_of

    with opened_case(case, library, config_file) as ledger:
        seq, why = withdrawing.entry_of(state_of(ledger), entry), word(reason)
        meant = withdrawing.redaction(ledger, seq, why.reason)  # refused before anybody is asked
        if not yes:
            number = counted(len(meant.seqs), "entry", "entries")
            asked = f"The words and bytes of {number} are gone for good; only their hashes stay."
            click.confirm(f"#{seq}: {asked} Go on?", abort=True)
        gone = withdrawing.redact(ledger, seq, why)
        told = ", ".join(f"#{number}" for number in gone.seqs)
        files = counted(len(gone.captures), "captured file", "captured files")
        click.echo(f"Taken out: {told}{f'; {files}' if gone.captures else ''}.")
