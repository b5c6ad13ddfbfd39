"""``whence serve``."""

from pathlib import Path

import click

from whence.cli.library import library_options
from whence.cli.settings import load_config
from whence.cli.ties import user


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8421, show_default=True,
              help="The port; 0 takes a free one.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@library_options
def serve(
    host: str, port: int, no_browser: bool, library: str | None, config_file: Path | None
) -> None:
    """Open the workbench: read, judge and publish cases in the browser.

    It serves the case library to this machine alone, without a login. Everything that is entered
    is kept in the library at once; stop it with Ctrl-C at any time.

    \b
    Examples:
      whence serve                         your own library
      whence serve --library harbour.db    another one
    """
    from whence.run.library import open_library
    from whence.web.serving import Bound
    from whence.web.serving import serve as run

    config = load_config(config_file, {"store.library": library})
    store = open_library(config)
    try:
        bound = Bound(host=host, port=port, browser=not no_browser)
        run(config, store, user(), bound, lambda address: click.echo(f"The workbench: {address}"))
    finally:
        store.close()
