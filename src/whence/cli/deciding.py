"""Options by which a person changes what is weighed: numbers, hypotheses, origins left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from whence.cli.ties import user

if TYPE_CHECKING:
    from whence.model.case import Case
    from whence.run.config import Config
    from whence.run.overrides import Decision

F = TypeVar("F", bound=Callable[..., object])


def deciding_options(command: F) -> F:
    """Add ``--without``, ``--set``, ``--unset``, ``--add`` and ``--reason`` to a command."""
    return _options(command, kept=" To be kept it needs --reason.")


def asking_options(command: F) -> F:
    """Add the same options to a command that keeps nothing: it shows what would be."""
    return _options(command, why="Why; shown with what is set.")


def judging_options(command: F) -> F:
    """Add the same options to a command that keeps what it is given: it asks no questions.

    ``--without`` is one; it is taken, to be told where to ask it, but not offered.
    """
    return _options(command, kept=" It needs --reason.", asks=False)


def _options(
    command: F, kept: str = "", why: str = "Why; kept with what you decide.", asks: bool = True
) -> F:
    for option in reversed(
        (
            click.option(
                "--without",
                multiple=True,
                metavar="ORIGIN",
                hidden=not asks,
                help="Leave out what this origin says, to see what rests on it. Repeatable.",
            ),
            click.option(
                "--set",
                "numbers",
                multiple=True,
                metavar="NAME=VALUE",
                help="The prior probability of a hypothesis, or the ratio of an item or a kind of "
                f"evidence.{kept} Repeatable.",
            ),
            click.option(
                "--unset",
                multiple=True,
                metavar="NAME",
                help=f"What was set or added before no longer holds.{kept}",
            ),
            click.option(
                "--add",
                multiple=True,
                metavar="PARTY",
                help=f"Weigh this party as well, though no report accuses it.{kept}",
            ),
            click.option("--reason", default="", help=why),
        )
    ):
        command = option(command)
    return command


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What these options say; ``by`` is whose decision it is, where not the user's own."""

    without: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    add: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""

    @property
    def any(self) -> bool:
        """Whether anything is to be weighed otherwise than it stands in the case."""
        return bool(self.without or self.numbers or self.unset or self.add)

    def weighed(self, case: "Case", config: "Config") -> "Case":
        """Return the case weighed anew with the decisions among its judgements.

        Raises:
            ConfigError: when a decision lacks its reason, or fits nothing in the case.
        """
        from msgspec.structs import replace

        from whence.run import pipeline
        from whence.run.overrides import decide

        if self.numbers and case.assessment is None:
            # Names of hypotheses and of items are known once something was weighed.
            case = pipeline.weighed(case, config)
        case = decide(case, self._decisions(case, config))
        options = replace(config.weigh, without=(*config.weigh.without, *self.without))
        return pipeline.weighed(case, replace(config, weigh=options))

    def _decisions(self, case: "Case", config: "Config") -> "Iterator[Decision]":
        from whence.model.verdicts import WITHDRAWN
        from whence.run.clock import now
        from whence.run.overrides import LISTED, Decision, party_of, set_by_hand, subject_of

        # What is decided now outweighs all before it, whatever the clocks of others told.
        by, at = self.by.strip() or user(), max((now(), *(one.at for one in case.judgements)))
        told = []
        for name, value in map(_split, self.numbers):
            subject, kind = subject_of(case, name)
            told.append((name, subject, f"{kind} {value:g}"))
        told += [
            (name, one, WITHDRAWN)
            for name in self.unset
            for one in set_by_hand(case, name, config.weigh)
        ]
        parties = case.incident.parties if case.incident is not None else ()
        told += [(one, party_of(one, parties), f"{LISTED} executor") for one in self.add]
        for name, subject, verdict in told:
            yield Decision(
                subject=subject, verdict=verdict, by=by, at=at, reason=self.reason, called=name
            )


def _split(entry: str) -> tuple[str, float]:
    """Read "NAME=VALUE"; a value may be written as a percentage."""
    from whence.errors import ConfigError

    name, sign, text = entry.rpartition("=")
    hint = "write --set 'somebody not named=0.4' or --set claim=3"
    if not sign or not name.strip():
        raise ConfigError(f"--set {entry!r} sets nothing", hint)
    try:
        value = float(text.strip().removesuffix("%"))
    except ValueError as error:
        raise ConfigError(f"--set {entry!r}: {text.strip()!r} is no number", hint) from error
    return name.strip(), value / 100 if text.strip().endswith("%") else value
