"""``whence case head``, ``sign``, ``stamp`` and ``witnesses``."""

import sys
from pathlib import Path

import click

from whence.cli.console import clean_line
from whence.cli.library import json_option, library_options, opened_case
from whence.cli.ties import user


@click.command()
@click.argument("case")
@library_options
def head(case: str, library: str | None, config_file: Path | None) -> None:
    """Print a case's head, one line to be kept elsewhere: it proves later that nothing went.

    \b
    Examples:
      whence case head harbour >> heads.jsonl
      whence verify --head heads.jsonl
    """
    import msgspec

    with opened_case(case, library, config_file) as ledger:
        sys.stdout.buffer.write(msgspec.json.encode(ledger.head()) + b"\n")
        sys.stdout.buffer.flush()


@click.command()
@click.argument("case")
@click.option(
    "--key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="A private Ed25519 key, such as ~/.ssh/id_ed25519.",
)
@click.option("--locked", is_flag=True, help="The key has a passphrase: ask for it.")
@library_options
def sign(case: str, key: Path, locked: bool, library: str | None, config_file: Path | None) -> None:
    """Sign a case's head with your key: you vouch for every entry up to it.

    Needs the extra 'custody'. Whoever knows your public key can check it; exports carry it along.

    \b
    Examples:
      whence case sign harbour --key ~/.ssh/id_ed25519 --locked
      whence case witnesses harbour
    """
    from whence.run.case.witnessing import Key
    from whence.run.case.witnessing import sign as put
    from whence.run.clock import now

    phrase = click.prompt("Passphrase", hide_input=True).encode() if locked else None
    with opened_case(case, library, config_file) as ledger:
        seq, signed = put(ledger, Key(raw=key.read_bytes(), passphrase=phrase), user(), now())
        click.echo(f"#{seq}: #{signed.seq} ({signed.hash[:16]}) is signed.")


@click.command()
@click.argument("case")
@click.option("--authority", required=True, metavar="URL", help="The address of a TSA (RFC 3161).")
@library_options
def stamp(case: str, authority: str, library: str | None, config_file: Path | None) -> None:
    """Have a time-stamp authority vouch that the case stood so at this time.

    Needs the extra 'custody'. Only a hash leaves this machine. The stamp is an entry of the case,
    and holds after the library is gone from your hands.

    \b
    Examples:
      whence case stamp harbour --authority https://tsa.example/tsr
      whence case witnesses harbour --root tsa-root.pem
    """
    from whence.run.case.witnessing import stamp as put
    from whence.run.clock import now

    with opened_case(case, library, config_file) as ledger:
        seq, stamped = put(ledger, authority, user(), now)
        click.echo(f"#{seq}: #{stamped.seq} ({stamped.hash[:16]}) is stamped.")


@click.command()
@click.argument("case")
@click.option(
    "--root",
    "roots",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="The certificate (PEM) of an authority that you trust. Repeatable.",
)
@json_option
@library_options
def witnesses(
    case: str,
    roots: tuple[Path, ...],
    as_json: bool,
    library: str | None,
    config_file: Path | None,
) -> None:
    """Check every signature and time-stamp of a case, and say what each is worth.

    \b
    Examples:
      whence case witnesses harbour
      whence case witnesses harbour --root tsa-root.pem --json | jq 'select(.holds)'
    """
    from whence.cli.query import print_json
    from whence.run.case.witnessing import witnesses as found

    with opened_case(case, library, config_file) as ledger:
        rows = list(found(ledger, [root.read_bytes() for root in roots]))
    if as_json:
        print_json(rows)
        return
    for row in rows:
        worth = "holds" if row.holds else f"proves nothing: {row.reason}"
        at = f", {row.at}" if row.at else ""
        of = f" of #1 to #{row.of} by {clean_line(row.by)}" if row.of else ""
        click.echo(f"#{row.seq} {row.kind}{of}{at}: {worth}")
    if not rows:
        click.echo(f"Nobody has signed or stamped the case {case}.")
