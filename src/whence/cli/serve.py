"""``whence serve``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from whence.cli.library import library_options
from whence.cli.settings import load_config
from whence.cli.ties import user

if TYPE_CHECKING:
    from whence.web.listening import Team

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8421, show_default=True,
              help="The port; 0 takes a free one.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@click.option("--team", is_flag=True, help="For several people, who log in.")
@click.option("--name", multiple=True, metavar="HOST",
              help="With --team: the name under which people ask for it. Repeatable.")  # fmt: skip
@click.option("--behind-proxy", multiple=True, metavar="ADDRESS",
              help="With --team: the address of the proxy that speaks TLS before it. "
              "Repeatable.")  # fmt: skip
@click.option("--certificate", type=_FILE, help="With --team: a TLS certificate (PEM).")
@click.option("--key", type=_FILE, help="With --team: the certificate's key (PEM).")
@library_options
def serve(library: str | None, config_file: Path | None, **options: Any) -> None:
    """Open the workbench: read, judge and publish cases in the browser.

    It serves the case library to this machine alone, without a login. Everything that is entered
    is kept in the library at once; stop it with Ctrl-C at any time.

    With --team people log in, with accounts in the library's database ('whence people'). Where
    there is no account yet, a link is printed with which the first administrator makes one.
    Beyond this machine it is served by TLS alone: its own, or that of a proxy.

    \b
    Examples:
      whence serve                         your own library
      whence serve --library harbour.db    another one
      whence serve --team --name desk.example --behind-proxy 127.0.0.1
      whence serve --team --host 0.0.0.0 --port 443 --name desk.example \\
          --certificate chain.pem --key key.pem
    """
    from whence.run.library import open_library
    from whence.web.listening import Bound
    from whence.web.serving import serve as run

    team = _team(options)
    browser = not options["no_browser"] and team is None
    bound = Bound(host=options["host"], port=options["port"], browser=browser, team=team)
    config = load_config(config_file, {"store.library": library})
    store = open_library(config)
    try:
        run(config, store, user(), bound, click.echo)
    finally:
        store.close()


def _team(options: dict[str, Any]) -> "Team | None":
    from whence.web.listening import Team

    if options["team"]:
        return Team(
            names=tuple(name.lower() for name in options["name"]),
            proxies=options["behind_proxy"],
            certificate=options["certificate"],
            key=options["key"],
        )
    for name in ("name", "behind_proxy", "certificate", "key"):
        if options[name]:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with --team")
    return None
