"""Running the workbench: which library, for whom, and how it ends."""

import logging
import signal
import webbrowser
from collections.abc import Callable
from typing import Final

import uvicorn

from whence.errors import ConfigError
from whence.run.clock import now
from whence.run.config import Config
from whence.run.intake.desk import Intake
from whence.store.accounts.accounts import Accounts, accounts_of
from whence.store.accounts.audit import Act
from whence.store.protocol import Store
from whence.store.sql import SqlStore
from whence.web.allocating import frugal
from whence.web.app import make_app
from whence.web.cards import Cards
from whence.web.desk import Desk
from whence.web.doors import Alone, Door, TeamDoor
from whence.web.listening import Bound, Team, listen, refuse_unsafe
from whence.web.pace import Paces
from whence.web.shelf import Shelf

_GRACE: Final = 10
"""Seconds that open requests may take once the server is told to end."""

_AT_ONCE: Final = 500
"""Connections at once; more are turned away, so that those who hold them open cost no more."""


def serve(
    config: Config, store: Store, author: str, bound: Bound, say: Callable[[str], None]
) -> None:
    """Serve a library until it is told to end: to one analyst on this machine, or to a team.

    ``say`` is given lines for the terminal: the address, once it is listened at, and for a team
    without an account the link that makes the first one.

    Raises:
        ConfigError: when the address cannot be had, others could reach it without a login or
            listen in, or the certificate cannot be used.
    """
    refuse_unsafe(bound)
    frugal()
    door = _door(store, author, bound.team)
    intake = Intake(config)
    desk = Desk(
        config=config,
        store=store,
        shelf=Shelf(store, config),
        cards=Cards(store),
        intake=intake,
        door=door,
        now=now,
        team=bound.team is not None,
        hosts=bound.hosts,
        secure=bound.team is not None and bound.team.secure,
        paces=Paces() if bound.team else None,
    )
    try:
        server = uvicorn.Server(_settings(desk, bound.team))
        listening = listen(bound)
        address = bound.address(listening.getsockname()[1])
        say(f"The workbench: {address}")
        if isinstance(door, TeamDoor) and not door.accounts.people.people():
            say("Nobody has an account yet. An administrator's is made, once, with this link:")
            say(first(door.accounts, author, address))
        if bound.browser:
            webbrowser.open(address)
        intake.start()
        # The server gives a signal back once it has ended: unheard, SIGTERM would end all at once.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        server.run(sockets=[listening])
    finally:
        intake.stop()


def first(accounts: Accounts, name: str, address: str) -> str:
    """Return a link with which the first administrator makes an account, used once.

    Raises:
        AccountRefused: when the name can be none of an account.
    """
    token = accounts.links.invite(name, "admin", Act(by="", at=now()))
    return f"{address}accept/{token}"


def _door(store: Store, author: str, team: Team | None) -> Door:
    if team is None:
        return Alone(author)
    if not isinstance(store, SqlStore):
        raise ConfigError("a team's library is a file or a database", ConfigError.hint)
    return TeamDoor(accounts_of(store))


def _settings(desk: Desk, team: Team | None) -> uvicorn.Config:
    """Return how the server is run; addresses, which may hold a link's token, are not logged."""
    team = team or Team()
    made = uvicorn.Config(
        make_app(desk),
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        limit_concurrency=_AT_ONCE,
        # Nobody's word counts for where a request comes from but that of a proxy that was named.
        proxy_headers=bool(team.proxies),
        forwarded_allow_ips=list(team.proxies),
        ssl_certfile=team.certificate,
        ssl_keyfile=str(team.key) if team.key else None,
    )
    try:
        made.load()
    except OSError as error:
        hint = "both are PEM files, the certificate with those that vouch for it"
        raise ConfigError(f"the certificate cannot be used ({error})", hint) from error
    return made
