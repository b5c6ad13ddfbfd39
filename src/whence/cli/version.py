"""``whence version``."""

import click


@click.command()
def version() -> None:
    """Print the versions of Whence, Python and the schema."""
    import platform

    from whence import __version__
    from whence.model.case import SCHEMA

    click.echo(f"whence {__version__} ({SCHEMA}, Python {platform.python_version()})")
