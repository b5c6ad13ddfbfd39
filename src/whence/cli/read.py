"""``whence read``."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.piping import surroundings
from whence.cli.printing import printer
from whence.cli.settings import config_option, load_config

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.cli.console import Console
    from whence.publish.views.seen import View
    from whence.run.reading import Look

    Looks = Sequence[Look]


@dataclass(frozen=True, kw_only=True)
class Order:
    """What was asked for on the command line."""

    reports: tuple[str, ...]
    show: bool
    page: Path | None
    as_json: bool
    reader: str | None
    config_file: Path | None


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--show/--no-show", default=True, help="Print the text with all that was seen in it, or not."
)
@click.option(
    "--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write a page instead."
)
@click.option("--json", "as_json", is_flag=True, help="Print the readings as JSON lines.")
@click.option("--reader", metavar="NAME", help="Which reader reads (setting run.reader).")
@config_option
@click.pass_context
def read(ctx: click.Context, /, **options: Any) -> None:
    """Show what the reader sees in a report, to check it.

    FILE is a file, a folder, a pattern or an address. Nothing is concluded yet: no
    speaker is identified, nothing is compared with another report.

    \b
    What is marked:
      source       who says it              loaded       loaded language
      cue          the word that tells so   insinuation  a hint that accuses nobody
      content      what is said             place, date, person, ...: names and numbers
    Parts of one statement share its number. A pipe gets brackets instead of
    styles: [source 1: the police] [cue 1: said] [content 1: ...].

    \b
    Examples:
      whence read report.html
      whence read report.html --no-show           the statements alone
      whence read reports/ --html check.html      a page to read and pass on
      whence read report.html --reader rules --json | jq .attributed
    """
    ctx.exit(_carry_out(Order(**options)))


def _carry_out(order: Order) -> int:
    from whence.cli.console import Console
    from whence.errors import NothingRead
    from whence.run import pipeline, registry
    from whence.run.outputs import check

    config = load_config(order.config_file, {"run.reader": order.reader})
    if order.page is not None:
        check(order.page.parent)  # before the work, so that none is lost
    console = Console()
    with console, surroundings(config, console) as world:
        chosen = registry.reader(config.run.reader)
        case = pipeline.ingested(order.reports, config, world)
        looks = list(pipeline.seen(case, chosen, config, console))
    if not looks:
        raise NothingRead("no document could be read for what it says")
    if order.page is not None:
        _write(order.page, looks)
    if order.as_json:
        _json(looks, console)
    elif order.page is None:
        _print(looks, order.show)
    return console.exit_code


def _view(look: "Look") -> "View":
    from whence.publish.views.seen import view

    return view(look.document, look.reading, look.notices)


def _write(page: Path, looks: "Looks") -> None:
    from whence import __version__
    from whence.publish import seen_html
    from whence.run.outputs import write

    html = seen_html.render([_view(look) for look in looks], __version__)
    (written,) = write(page.parent, {page.name: html.encode("utf-8", "replace")})
    click.echo(f"What was read: {written}", err=True)


def _json(looks: "Looks", console: "Console") -> None:
    import msgspec

    for look in looks:
        for notice in look.notices:
            console.noted(f"{look.document.location}: {notice}")
        sys.stdout.buffer.write(msgspec.json.encode(look.reading) + b"\n")
    sys.stdout.buffer.flush()


def _print(looks: "Looks", show: bool) -> None:
    from whence.publish import seen_text

    terminal = printer()
    if not terminal.is_terminal:
        terminal.width = seen_text.PLAIN_WIDTH
    for at, look in enumerate(looks):
        if at:
            terminal.print()
        seen_text.render(_view(look), terminal, text=show)
