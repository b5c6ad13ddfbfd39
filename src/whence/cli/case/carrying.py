"""``whence case export``, ``import``, ``merge``, ``backup`` and ``tables``."""

import re
from pathlib import Path
from typing import Any

import click

from whence.cli.library import (
    at_entry,
    at_option,
    configured,
    library_options,
    named,
    opened_case,
    opened_library,
)
from whence.cli.ties import user
from whence.run.case.wording import counted


@click.command("export")
@click.argument("case")
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR|FILE.zip")
@click.option("--overwrite", is_flag=True, help="Replace an older export of the same case.")
@library_options
def export_case(
    case: str, target: Path, overwrite: bool, library: str | None, config_file: Path | None
) -> None:
    """Write a case to one folder, or one zip: entries, captured pages (WARC), stamps, a manifest.

    The same case gives the same bytes. Whoever receives it can check it with 'whence case import',
    or without Whence: README.txt in it tells how. It holds the places that files were read from,
    the names of authors, and every page whole: mind to whom you give it.

    \b
    Examples:
      whence case export harbour harbour.zip
      whence case export harbour harbour-export/ --overwrite
    """
    from whence.store.archive.exporting import export

    with opened_case(case, library, config_file) as ledger:
        manifest = export(ledger.store, ledger.case_id, target, overwrite=overwrite)
        head = manifest.head
        click.echo(f"{target}: {counted(head.seq, 'entry', 'entries')}, head {head.hash}")


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path), metavar="DIR|FILE.zip")
@click.option("--name", default="", help="The name that the case gets here.")
@library_options
def import_case(source: Path, name: str, library: str | None, config_file: Path | None) -> None:
    """Take in a case that was exported, once everything in it is proven whole.

    A case that is here already is brought up to date; one that went another way since is refused
    ('whence case merge' takes over what it holds). Nothing is ever taken half. What it concludes is
    derived anew, and where its entries give something else, that is appended and said.

    \b
    Examples:
      whence case import harbour.zip
      whence case import harbour.zip --name "harbour (Ana)"
    """
    from whence.run.case.believing import believed
    from whence.run.clock import now
    from whence.store.archive.reading import read_archive
    from whence.store.archive.taking import take
    from whence.store.ledger import Ledger

    config = configured(library, config_file)
    with read_archive(source) as exported, opened_library(config, made=True) as store:
        head = take(store, exported, name)
        if name and name.strip() != head.name:
            click.echo(f"note: the case is here already, as {head.name}", err=True)
        click.echo(f"{head.name}: {counted(head.seq, 'entry', 'entries')}, head {head.hash}")
        if made := believed(Ledger(store, head.case_id, head.name), config, user(), now):
            told = "what it concludes does not come out of its entries"
            click.echo(f"note: {told}; #{made.seq} is what they give here", err=True)


@click.command()
@click.argument("case")
@click.argument("other", metavar="OTHER|DIR|FILE.zip")
@library_options
def merge(case: str, other: str, library: str | None, config_file: Path | None) -> None:
    """Take over into CASE what holds in another case, or in an export of one.

    Reports that CASE has already are passed over; every entry taken over tells where it stood, who
    made it there, and when. Merging again takes over only what is new.

    \b
    Examples:
      whence case merge harbour harbour-of-bo
      whence case merge harbour harbour.zip
    """
    from whence.run.case.keeper import refuse_closed
    from whence.run.case.state import state_of
    from whence.run.clock import now
    from whence.store.archive.reading import read_archive
    from whence.store.merging import merge as take_over

    with opened_case(case, library, config_file) as ledger:
        refuse_closed(state_of(ledger), ledger.name)
        if Path(other).exists():
            with read_archive(Path(other)) as exported:
                merged = take_over(ledger, exported, user(), now())
        else:
            merged = take_over(ledger, named(ledger.store, other), user(), now())
        taken = max(0, len(merged.seqs) - 1)
        told = f"{ledger.name}: {counted(taken, 'entry', 'entries')} taken over"
        click.echo(f"{told}, {counted(merged.passed, 'was', 'were')} here.")


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE")
@library_options
def backup(target: Path, library: str | None, config_file: Path | None) -> None:
    """Copy the whole library, of whatever kind, to an SQLite file, and prove the copy whole.

    Others may go on writing meanwhile. A FILE that holds an earlier backup is brought up to date.
    Where the copy cannot be finished no new file is left; an earlier backup stays a whole library.
    To go back to it, name it as the library: --library FILE, or for good the setting store.library
    (WHENCE_STORE__LIBRARY=FILE, or library = "FILE" under [store] in whence.toml).

    \b
    Examples:
      whence case backup /media/stick/cases.db
      whence case list --library /media/stick/cases.db
    """
    from whence.errors import OutputError
    from whence.run.case.proving import prove
    from whence.run.library import open_library
    from whence.store.copying import copy_library
    from whence.store.sqlite import backup_file

    if re.match(r"[a-z+]+:/", str(target)):  # an address, of which a path keeps one slash
        raise click.BadParameter("a backup is a file", param_hint="FILE")
    source = open_library(configured(library, config_file), made=False)
    try:
        if target.exists() and Path(source.place).exists() and target.samefile(source.place):
            hint = "name another file, on another disk if there is one"
            raise OutputError(f"{target} is the library itself, and no backup of it", hint)
        with backup_file(target) as copy:
            copied = copy_library(source, copy)
            touched = [proof.name for proof in prove(copy, (), source.heads()) if proof.findings]
    finally:
        source.close()
    if touched:
        from whence.errors import Touched

        raise Touched(f"{target}: the copy is not whole: {', '.join(touched)}")
    told = f"{target}: {counted(copied.cases, 'case', 'cases')} brought up to date"
    click.echo(f"{told}, {counted(copied.entries, 'entry', 'entries')} new.")


@click.command()
@click.argument("case")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "jsonl"]),
    default="parquet",
    show_default=True,
    help="Parquet needs the extra 'analysis'.",
)
@at_option
@library_options
def tables(case: str, folder: Path, form: str, at: str | None, **options: Any) -> None:
    """Write a case as tables, for DuckDB, pandas or R.

    There is one of documents, claims, facts, judgements and entries each; ids join them.

    \b
    Examples:
      whence case tables harbour harbour-tables/
      duckdb -c "SELECT standing, count(*) FROM 'harbour-tables/claims.parquet' GROUP BY ALL"
      whence case tables harbour harbour-tables/ --format jsonl
    """
    from whence.run.case import tables as made
    from whence.run.outputs import check, write

    check(folder)
    with opened_case(case, options["library"], options["config_file"]) as ledger:
        rows = made.tables(ledger, at_entry(ledger, at))
        made.check_held(rows, ledger.name)
    files = made.as_parquet(rows) if form == "parquet" else made.as_jsonl(rows)
    for path in write(folder, files):
        click.echo(f"{path}: {counted(len(rows[path.stem]), 'row', 'rows')}")
