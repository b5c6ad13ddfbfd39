"""``whence search``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.console import clean_line
from whence.cli.library import configured, json_option, library_options, named, opened_library
from whence.run.case.wording import counted

if TYPE_CHECKING:
    from whence.run.config import Config
    from whence.store.fulltext.search import Found, Hit

_KINDS = ("document", "claim", "fact", "judgement", "comment", "description")


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--case", metavar="NAME", help="Only in this case.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only these texts.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, help="How many to print.")
@click.option("--retracted", is_flag=True, help="What no longer holds as well, marked.")
@json_option
@library_options
@click.pass_context
def search(
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    library: str | None,
    config_file: Path | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Find words in the documents, claims, facts, judgements and comments of all cases.

    All WORDS must be in a text; "several words" are a phrase; a OR b; -word or NOT word leaves
    out; word* is a beginning; brackets group. Accents and capitals do not matter.
    Where nothing is found the exit code is 1.

    \b
    Examples:
      whence search pilot station
      whence search '"pilot station" -boat' --case harbour
      whence search 'drone* OR missile*' --kind claim --json | jq -r .ref
    """
    config = configured(library, config_file)
    found = _found(config, " ".join(words), options)
    if as_json:
        from whence.cli.query import print_json

        print_json(found.hits)
        return
    for hit in found.hits:
        _print(hit)
    _count(found)
    if not found.hits:
        ctx.exit(1)


def _found(config: "Config", words: str, options: dict[str, Any]) -> "Found":
    from whence.errors import StoreReadOnly
    from whence.store.fulltext.search import Search, catch_up, index_of
    from whence.store.fulltext.search import search as find

    with opened_library(config) as store:
        case_id = named(store, options["case"]).case_id if options["case"] is not None else None
        index = index_of(store)
        try:
            catch_up(store, index, _progress)
        except StoreReadOnly:
            click.echo("note: the library may only be read; its latest entries may be missing",
                       err=True)  # fmt: skip
        wanted: Search = Search(
            text=words, case_id=case_id, kinds=options["kinds"] or None,
            limit=options["limit"], retracted=options["retracted"],
        )  # fmt: skip
        return find(store, index, wanted)


def _progress(done: int, total: int) -> None:
    """Tell how far the index is, where somebody looks and it takes a while."""
    if total > 5_000 and sys.stderr.isatty():
        end = "\n" if done == total else "\r"
        click.echo(f"indexing: {done:,} of {total:,} entries{end}", err=True, nl=False)


def _print(hit: "Hit") -> None:
    parts, last = [], 0
    for start, end in hit.marks:
        parts += [clean_text(hit.snippet[last:start]), _marked(hit.snippet[start:end])]
        last = end
    parts.append(clean_text(hit.snippet[last:]))
    text = ("…" if hit.before else "") + "".join(parts) + ("…" if hit.after else "")
    mark = " [no longer holds]" if hit.retracted else ""
    click.echo(f"{clean_line(hit.case)} #{hit.seq} {hit.kind}{mark} {clean_line(hit.ref)}")
    click.echo(f"    {text}")


def _marked(text: str) -> str:
    return click.style(clean_text(text), bold=True)


def clean_text(text: str) -> str:
    """Return a piece of a line without controls; its blanks stay."""
    return "".join(c if c.isprintable() else " " for c in text)


def _count(found: "Found") -> None:
    if not found.hits:
        click.echo("nothing found", err=True)
    elif found.more:
        click.echo(f"more than {found.total:,} found; the newest are shown", err=True)
    elif found.total > len(found.hits):
        click.echo(f"{len(found.hits)} of {found.total:,}; more with --limit", err=True)
    if found.unindexed:
        click.echo(f"not indexed yet: {counted(found.unindexed, 'entry', 'entries')}", err=True)
