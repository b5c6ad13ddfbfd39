"""Options by which a person says which reports belong together."""

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from whence.run.judging import Tie

F = TypeVar("F", bound=Callable[..., object])
Pairs = tuple[tuple[str, str], ...]


def grouping_options(command: F) -> F:
    """Add ``--several``, ``--about``, ``--same``, ``--apart`` and ``--reason`` to a command."""
    for option in reversed(
        (
            click.option(
                "--several",
                is_flag=True,
                help="The reports tell of several incidents: find out which belong together.",
            ),
            click.option(
                "--about",
                metavar="REPORT",
                help="The question is about the incident that this report tells of.",
            ),
            click.option("--reason", default="", help="Why, to be kept with --same and --apart."),
        )
    ):
        command = option(command)
    return tie_options(command)


def tie_options(command: F) -> F:
    """Add ``--same`` and ``--apart`` to a command, which has a ``--reason`` already."""
    for option in reversed(
        (
            click.option(
                "--same",
                nargs=2,
                multiple=True,
                metavar="A B",
                help="Your judgement: these two reports tell of one incident. Repeatable.",
            ),
            click.option(
                "--apart",
                nargs=2,
                multiple=True,
                metavar="A B",
                help="Your judgement: these two tell of different incidents. Repeatable.",
            ),
        )
    ):
        command = option(command)
    return command


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """What these options say."""

    several: bool = False
    about: str | None = None
    same: Pairs = ()
    apart: Pairs = ()
    reason: str = ""

    def settings(self) -> dict[str, object]:
        """Return the settings that the options stand for; what was not given is None."""
        return {"fuse.grouping": "found" if self.several else None, "fuse.about": self.about}

    def ties(self, by: str = "") -> "Sequence[Tie]":
        """Return the judgements that were given, now; ``by`` the user where nobody is named."""
        from whence.run.clock import now
        from whence.run.judging import Tie

        if not self.same and not self.apart:
            return ()
        by, at = by.strip() or user(), now()
        return [
            Tie(one=one, other=other, same=together, by=by, at=at, reason=self.reason)
            for pairs, together in ((self.same, True), (self.apart, False))
            for one, other in pairs
        ]


def user() -> str:
    """Return the name under which the command runs: the setting store.author, or the account's."""
    from whence.cli.settings import load_config

    if author := load_config(None).store.author.strip():
        return author
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in bare containers
        return "unknown"
