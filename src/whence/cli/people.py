"""``whence people``: a team's accounts, for whoever runs the workbench on the library's machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whence.cli.in_order import InOrder
from whence.cli.library import configured, json_option, library_options, opened_library

if TYPE_CHECKING:
    from whence.model.account import Account, Role
    from whence.store.accounts.accounts import Accounts
    from whence.store.accounts.audit import Act

ROLES = ("reader", "analyst", "editor", "admin")
"""Those of ``model.account``, which help alone need not wait for; a test compares them."""

_ADDRESS = click.option(
    "--address",
    default="http://127.0.0.1:8421",
    show_default=True,
    metavar="URL",
    help="Where people find the workbench: the link begins with it.",
)


@click.group(cls=InOrder)
def people() -> None:
    """Manage the accounts of a team: who may come into the library, and as what.

    Accounts lie in the library's own database and are used by 'whence serve --team'. Whoever can
    run this can read and write the library anyway: nobody is asked for a password. Everything
    that is done stands in the log that administrators see in the browser.

    \b
    Examples:
      whence people list
      whence people invite "Ada Brook" --role editor --address https://desk.example
      whence people reset "Ada Brook" --address https://desk.example
      whence people deactivate "Ada Brook"
    """


@people.command("list")
@json_option
@library_options
def list_people(as_json: bool, library: str | None, config_file: Path | None) -> None:
    """List everybody: name, role, since when, and whether they are let in.

    \b
    Examples:
      whence people list
      whence people list --json | jq -r 'select(.role == "admin") | .name'
    """
    import msgspec

    with _accounts(library, config_file) as accounts:
        found = accounts.people.people()
    if not found and not as_json:
        click.echo("nobody has an account yet: 'whence people invite NAME --role admin'", err=True)
    for one in found:
        if as_json:
            click.echo(msgspec.json.encode(one))
        else:
            told = "" if one.active else "  (not let in)"
            click.echo(f"{one.name}  {one.role}  since {one.created_at[:10]}{told}")


@people.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="analyst", show_default=True,
              help="What the person may do.")  # fmt: skip
@_ADDRESS
@library_options
def invite(
    name: str, role: "Role", address: str, library: str | None, config_file: Path | None
) -> None:
    """Print a link with which NAME makes an account; it works once, for a week.

    \b
    Examples:
      whence people invite Ben
      whence people invite "Ada Brook" --role admin --address https://desk.example
    """
    with _accounts(library, config_file) as accounts:
        click.echo(_link(address, accounts.links.invite(name, role, _act())))


@people.command()
@click.argument("name")
@_ADDRESS
@library_options
def reset(name: str, address: str, library: str | None, config_file: Path | None) -> None:
    """Print a link with which NAME sets a new password; it works once, for a day.

    \b
    Examples:
      whence people reset Ben --address https://desk.example
    """
    with _accounts(library, config_file) as accounts:
        raw = accounts.links.reset(_named(accounts, name).id, _act())
        click.echo(_link(address, raw))


@people.command()
@click.argument("name")
@library_options
def deactivate(name: str, library: str | None, config_file: Path | None) -> None:
    """Let NAME in no more; what NAME entered stays, with the name.

    \b
    Examples:
      whence people deactivate Ben
    """
    with _accounts(library, config_file) as accounts:
        account = accounts.people.deactivate(_named(accounts, name).id, _act())
    click.echo(f"{account.name} is not let in any more.")


@people.command()
@click.argument("name")
@library_options
def activate(name: str, library: str | None, config_file: Path | None) -> None:
    """Let NAME in again, with the role and the password of before.

    \b
    Examples:
      whence people activate Ben
    """
    with _accounts(library, config_file) as accounts:
        account = accounts.people.activate(_named(accounts, name).id, _act())
    click.echo(f"{account.name} is let in again.")


@contextmanager
def _accounts(library: str | None, config_file: Path | None) -> "Iterator[Accounts]":
    from whence.errors import ConfigError
    from whence.store.accounts.accounts import accounts_of
    from whence.store.sql import SqlStore

    with opened_library(configured(library, config_file), made=True) as store:
        if not isinstance(store, SqlStore):
            raise ConfigError("a team's library is a file or a database")
        yield accounts_of(store)


def _named(accounts: "Accounts", name: str) -> "Account":
    from whence.errors import UnknownId

    found = accounts.people.named(name)
    if found is None:
        raise UnknownId(f"nobody is called {name!r}", "'whence people list' shows everybody")
    return found


def _act() -> "Act":
    from whence.run.clock import now
    from whence.store.accounts.audit import Act

    return Act(by="", at=now())


def _link(address: str, raw: str) -> str:
    return f"{address.rstrip('/')}/accept/{raw}"
