"""``whence case judge``, ``comment``, ``retract`` and ``redact``."""

import re
from pathlib import Path
from typing import Any

import click

from whence.cli.deciding import Deciding, deciding_options
from whence.cli.library import (
    append,
    configured,
    library_options,
    opened_case,
    reason_option,
    word,
)
from whence.cli.ties import Grouping, tie_options, user
from whence.run.case.wording import counted


@click.command()
@click.argument("case")
@tie_options
@deciding_options
@library_options
def judge(case: str, library: str | None, config_file: Path | None, **options: Any) -> None:
    """Judge: which reports belong together, which numbers hold, who is weighed as well.

    Every judgement is kept with your name, the time and your --reason, and binds whenever the case
    is weighed. The case is weighed anew at once.

    \b
    Examples:
      whence case judge harbour --same a.html b.html --reason "one night, one quay"
      whence case judge harbour --set "somebody not named=40%" --reason "many groups"
      whence case judge harbour --unset "somebody not named" --reason "agreed otherwise"
    """
    from whence.run.case.deriving import case_of
    from whence.run.case.keeper import CaseKeeper
    from whence.run.clock import now
    from whence.run.judging import judged
    from whence.run.pipeline import fused

    reason = options["reason"]
    ties = Grouping(same=options.pop("same"), apart=options.pop("apart"), reason=reason).ties()
    deciding = Deciding(**options)
    if not ties and not deciding.any:
        raise click.UsageError("nothing to judge: give --same, --apart, --set, --unset or --add")
    if not reason.strip():
        raise click.UsageError("say why: --reason TEXT")
    if deciding.without:
        raise click.UsageError("--without is a question, not a judgement: ask 'whence explain'")
    config = configured(library, config_file)
    with opened_case(case, library, config_file) as ledger:
        keeper = CaseKeeper(ledger, user(), now)
        found = judged(case_of(keeper.state, config, now()), ties)
        found = deciding.weighed(fused(found, config) if ties else found, config)
        entry = keeper.keep(found, config)
        click.echo(f"#{entry.seq}: weighed anew." if entry else "Nothing new.")
        if found.assessment is not None:
            for answer in found.assessment.answers:
                click.echo(f"{answer.role}: {answer.wording}")


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

    ENTRY is its number ('#12'), or a document by its file, address, outlet or id. Retracting a
    retraction makes what it took back hold again.

    \b
    Examples:
      whence case retract harbour '#12' --reason "the page was a parody"
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
@click.confirmation_option(
    prompt="The words and bytes are gone for good; only their hashes stay. Go on?"
)
@library_options
def redact(
    case: str, entry: str, reason: str, library: str | None, config_file: Path | None
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
        seq = withdrawing.entry_of(state_of(ledger), entry)
        gone = withdrawing.redact(ledger, seq, word(reason))
        told = ", ".join(f"#{number}" for number in gone.seqs)
        files = counted(len(gone.captures), "captured file", "captured files")
        click.echo(f"Taken out: {told}{f'; {files}' if gone.captures else ''}.")
