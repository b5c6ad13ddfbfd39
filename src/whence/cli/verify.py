"""``whence verify``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from whence.cli.library import configured, json_option, library_options, opened_library
from whence.run.case.wording import counted

if TYPE_CHECKING:
    from whence.model.ledger import Head
    from whence.store.verify import Proof


@click.command()
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@click.option(
    "--head",
    "heads",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Heads that were saved before ('whence verify --json > FILE', or 'whence case head').",
)
@json_option
@library_options
def verify(
    cases: tuple[str, ...],
    heads: Path | None,
    as_json: bool,
    library: str | None,
    config_file: Path | None,
) -> None:
    """Prove that nothing in a case was touched, or say what was; all cases when none is named.

    Every entry, payload and captured file is hashed anew and compared along the chain. That proves
    that nothing changed behind the head; that the head itself is the one that stood there takes
    one that was saved elsewhere: keep what 'whence case head CASE' prints, and give it with --head.

    \b
    Examples:
      whence verify harbour
      whence case head harbour >> heads.jsonl      and later: whence verify --head heads.jsonl
      whence verify --json | jq 'select(.findings != [])'
    """
    from whence.cli.query import print_json
    from whence.errors import Touched
    from whence.run.case.proving import prove, saved_heads

    saved = saved_heads(heads.read_bytes(), str(heads)) if heads is not None else ()
    with opened_library(configured(library, config_file)) as store:
        proofs = list(prove(store, cases, saved))
    if as_json:
        print_json(proofs)
    else:
        for proof in proofs:
            _tell(proof)
    if heads is not None:
        held = {head.case_id for head in saved}
        for proof in proofs:
            if proof.case_id not in held:
                click.echo(f"note: {heads} holds no saved head of {proof.name}", err=True)
    touched = [proof.name for proof in proofs if proof.findings]
    if touched:
        raise Touched(f"touched: {', '.join(touched)}")


def _tell(proof: "Proof") -> None:
    if not proof.findings:
        click.echo(
            f"{proof.name}: whole. {_counted(proof)}, head #{proof.head.seq} {_short(proof.head)}"
        )
        return
    click.echo(f"{proof.name}: TOUCHED. {_counted(proof)}")
    for finding in proof.findings:
        where = f"#{finding.seq}" if finding.seq is not None else "the library"
        capture = f" (capture {finding.sha256})" if finding.sha256 else ""
        click.echo(f"  {where}{capture}: {finding.what}")


def _counted(proof: "Proof") -> str:
    told = counted(proof.entries, "entry", "entries")
    told += f", {counted(proof.captures, 'capture', 'captures')}"
    gone = len(proof.redacted) + len(proof.redacted_captures)
    return f"{told}, {gone} taken out with a reason" if gone else told


def _short(head: "Head") -> str:
    return head.hash[:16]
