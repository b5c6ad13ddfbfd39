"""The configuration as the command line sees it: its files, the environment, its options."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.errors import ConfigError

if TYPE_CHECKING:
    from whence.run.config import Config, Setting

F = TypeVar("F", bound=Callable[..., object])


def config_option(command: F) -> F:
    """Add ``--config FILE`` to a command."""
    return click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Read this file instead of ./whence.toml.",
    )(command)


def as_of_option(command: F) -> F:
    """Add ``--as-of DATE`` to a command."""
    return click.option(
        "--as-of",
        metavar="DATE",
        help="Know what was published up to this date (2024, 2024-05, 2024-05-03T12:00).",
    )(command)


def asked(option: str) -> Any:
    """Return what the running command was given for one of its options; None if nothing.

    Who works for every command, as does who tells the user's name, must not overlook it.
    """
    context = click.get_current_context(silent=True)
    return context.params.get(option) if context is not None else None


def load_settings(
    config_file: Path | None, options: Mapping[str, object] | None = None
) -> "tuple[Config, tuple[Setting, ...]]":
    """Read the user's file, then ``config_file`` or ./whence.toml, the variables, the options.

    Without ``config_file`` it is the one that the running command was given, if any.

    Raises:
        ConfigError: when a named file is missing or a setting is wrong.
    """
    import os

    from platformdirs import user_config_path

    from whence.run.config import FILE_NAME, Sources, load

    config_file = config_file or asked("config_file")
    if config_file is not None and not config_file.is_file():
        raise ConfigError(f"{config_file}: no such file", "check the path given to --config")
    files = (user_config_path("whence") / FILE_NAME, config_file or Path(FILE_NAME))
    found = tuple(path for path in files if path.is_file())
    return load(Sources(files=found, variables=os.environ, options=options))


def load_config(config_file: Path | None, options: Mapping[str, object] | None = None) -> "Config":
    """Return the configuration alone; raises as ``load_settings`` does."""
    return load_settings(config_file, options)[0]
