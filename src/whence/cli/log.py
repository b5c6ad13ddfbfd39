"""``whence log``."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.console import clean_line
from whence.cli.library import at_entry, at_option, json_option, library_options, opened_case

if TYPE_CHECKING:
    from whence.run.case.history import Line
    from whence.store.ledger import Ledger

_SHOWN = ("opened", "document", "failure", "judgement", "override", "estimate", "assessment",
          "media", "description", "comment", "retraction", "redaction", "merge", "stamp",
          "signature", "closed", "reopened")  # fmt: skip


@click.command()
@click.argument("case")
@click.option("--all", "everything", is_flag=True, help="Captures and extractions as well.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind. Repeatable.")
@click.option("--author", metavar="NAME", help="Only what this person entered.")
@at_option
@click.option("--reverse", is_flag=True, help="The latest first.")
@json_option
@library_options
def log(case: str, library: str | None, config_file: Path | None, **options: Any) -> None:
    """Read the history of a case: who entered what, when.

    Left out, unless --all or --kind asks for them, are captures (each stands behind its document)
    and extractions. What was retracted is marked, and what was taken out is named as such.

    \b
    Examples:
      whence log harbour
      whence log harbour --kind judgement --kind override
      whence log harbour --at 2031-05-06 --author anna
      whence log harbour --all --json | jq -r 'select(.holds | not)'
    """
    wanted = _Wanted(**options)
    with opened_case(case, library, config_file) as ledger:
        at_entry(ledger, wanted.at)
        _print(wanted.of(ledger), as_json=wanted.as_json)


@dataclass(frozen=True, kw_only=True)
class _Wanted:
    """Which entries are shown, and how."""

    everything: bool
    kinds: tuple[str, ...]
    author: str | None
    at: str | None
    reverse: bool
    as_json: bool

    def of(self, ledger: "Ledger") -> "Sequence[Line]":
        from whence.run.case.history import lines

        kinds = set(self.kinds) or (None if self.everything else set(_SHOWN))
        read = list(lines(ledger.read(at=self.at)))
        self._check({line.kind for line in read})
        found = [
            line
            for line in read
            if (kinds is None or line.kind in kinds) and self.author in (None, line.author)
        ]
        if not found:
            click.echo("no such entry" if read else "the case was not there yet", err=True)
        return found[::-1] if self.reverse else found

    def _check(self, held: set[str]) -> None:
        """Refuse a kind that neither this version nor the case knows."""
        from whence.model.ledger import PAYLOADS

        for kind in self.kinds:
            if kind not in PAYLOADS and kind not in held:
                raise click.BadParameter(
                    f"{kind!r} is none of {', '.join(PAYLOADS)}", param_hint="--kind"
                )


def _print(found: "Sequence[Line]", *, as_json: bool) -> None:
    from whence.cli.query import print_json

    if as_json:
        print_json(found)
        return
    width = len(str(max((line.seq for line in found), default=0))) + 1
    for line in found:
        number = f"#{line.seq}".rjust(width)
        mark = "" if line.holds else " [no longer holds]"
        said = clean_line(f"{line.kind}{mark}: {line.text}")
        author = clean_line(line.author)
        click.echo(f"{number}  {line.at[:16].replace('T', ' ')}  {author}  {said}")
