"""The library of cases as the command line opens it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

import click

from whence.cli.settings import config_option, load_config
from whence.cli.ties import user

if TYPE_CHECKING:
    from whence.run.case.withdrawing import Word
    from whence.run.config import Config
    from whence.store.ledger import Ledger
    from whence.store.protocol import Store

F = TypeVar("F", bound=Callable[..., object])
NAMED = "case:"
"""What stands before a name where a file could be meant as well."""


def library_option(command: F) -> F:
    """Add ``--library``, a file or the address of a database, to a command."""
    return click.option(
        "--library",
        metavar="FILE|URL",
        help="Where cases are kept (setting store.library): a file, or postgresql://...",
    )(command)


def library_options(command: F) -> F:
    """Add ``--library`` and ``--config`` to a command."""
    return library_option(config_option(command))


def reason_option(command: F) -> F:
    """Add ``--reason``, which must be given."""
    return click.option("--reason", required=True, help="Why; kept in the case's history.")(command)


def json_option(command: F) -> F:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON lines, one row each.")(
        command
    )


def at_option(command: F) -> F:
    """Add ``--at``, a moment of the case file's own life."""
    return click.option(
        "--at",
        metavar="TIME|#SEQ",
        callback=_moment,
        help="As the case file stood then: a time (UTC, or its beginning) or an entry.",
    )(command)


def _moment(_ctx: click.Context, _parameter: click.Parameter, at: str | None) -> str | None:
    """Refuse what is neither a time nor an entry: compared as text it would mean anything."""
    from whence.model.iso import is_prefix

    if at is None or re.fullmatch(r"#\d{1,9}", at, re.ASCII):
        return at
    time = re.sub(r"(Z|\+00:00)$", "", at).replace(" ", "T")
    # A time that is not in UTC, or a part of a second, is not told from the times of entries.
    if re.fullmatch(r"[\d-]+(T[\d:]+)?", time, re.ASCII) and is_prefix(time):
        return time
    raise click.BadParameter("write 2031, 2031-05, 2031-05-06, 2031-05-06T14:30 (UTC) or '#12'")


def configured(library: str | None, config_file: Path | None) -> "Config":
    """Return the configuration with the library that the command names."""
    return load_config(config_file, {"store.library": library})


@contextmanager
def opened_library(config: "Config", *, made: bool = False) -> "Iterator[Store]":
    """Give the library, and close it afterwards; with ``made`` a missing one is made.

    Raises:
        UnknownCase: when there is none yet and none is to be made.
        StoreError: when it cannot be opened.
    """
    from whence.run.library import open_library

    store = open_library(config, made=made)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def opened_case(case: str, library: str | None, config_file: Path | None) -> "Iterator[Ledger]":
    """Give a case of the library by its name or id, and close the library afterwards.

    Raises:
        UnknownCase: when the library has no such case; the nearest name is told.
        StoreError: when the library cannot be opened.
    """
    with opened_library(configured(library, config_file)) as store:
        yield named(store, case)


def at_entry(ledger: "Ledger", at: str | None) -> str | None:
    """Return the moment that was asked for, once it is sure that the case has such an entry.

    Raises:
        UnknownId: when it is an entry that the case has not yet.
    """
    from whence.errors import UnknownId

    last = ledger.head().seq
    if at is not None and at.startswith("#") and not 1 <= int(at[1:]) <= last:
        reason = f"the case {ledger.name} has no entry {at}: its entries are #1 to #{last}"
        raise UnknownId(reason, f"'whence log {quote(ledger.name)}' lists them")
    return at


def named(store: "Store", name: str) -> "Ledger":
    """Return a case by its name or id; ``case:NAME`` means it too, and blanks around say nothing.

    Raises:
        UnknownCase: when the library has no such case; the nearest name is told.
    """
    from whence.errors import UnknownCase
    from whence.store.ledger import open_case

    bare = name.strip()
    try:
        return open_case(store, bare)
    except UnknownCase:
        if not bare.startswith(NAMED):
            raise
        return open_case(store, bare.removeprefix(NAMED).strip())


def word(reason: str) -> "Word":
    """Return who runs the command, now, and why."""
    from whence.run.case.withdrawing import Word
    from whence.run.clock import now

    return Word(author=user(), at=now(), reason=reason)


def append(ledger: "Ledger", kind: str, payload: Any) -> int:
    """Append one entry by the user who runs the command, now, and return its seq."""
    from whence.run.clock import now
    from whence.store.sealing import Draft

    draft = Draft(kind=kind, author=user(), at=now(), payload=payload)
    return ledger.append([draft])[0].seq
