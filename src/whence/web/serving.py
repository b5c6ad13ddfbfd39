"""Running the workbench: which address, for whom, and how it ends."""

import logging
import socket
import webbrowser
from collections.abc import Callable
from ipaddress import ip_address

import uvicorn
from msgspec import Struct

from whence.errors import ConfigError
from whence.run.clock import now
from whence.run.config import Config
from whence.run.intake.desk import Intake
from whence.store.protocol import Store
from whence.web.app import make_app
from whence.web.cards import Cards
from whence.web.desk import Desk
from whence.web.doors import Alone
from whence.web.shelf import Shelf

_GRACE = 10
"""Seconds that open requests may take once the server is told to end."""


class Bound(Struct, frozen=True, kw_only=True):
    """Where the workbench listens: ``port`` 0 lets the system choose a free one."""

    host: str = "127.0.0.1"
    port: int = 8421
    browser: bool = True


def serve(
    config: Config, store: Store, author: str, bound: Bound, say: Callable[[str], None]
) -> None:
    """Serve a library to one analyst on this machine until it is told to end.

    ``say`` is told the address, once it is listened at.

    Raises:
        ConfigError: when the address cannot be had, or others than this machine could reach it.
    """
    _refuse_others(bound.host)
    intake = Intake(config)
    desk = Desk(
        config=config,
        store=store,
        shelf=Shelf(store, config),
        cards=Cards(store),
        intake=intake,
        door=Alone(author),
        now=now,
    )
    listening = _listen(bound)
    address = f"http://{bound.host}:{listening.getsockname()[1]}/"
    server = uvicorn.Server(
        uvicorn.Config(
            make_app(desk),
            log_level=logging.WARNING,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )
    )
    say(address)
    if bound.browser:
        webbrowser.open(address)
    intake.start()
    try:
        server.run(sockets=[listening])
    finally:
        intake.stop()


def _refuse_others(host: str) -> None:
    try:
        local = ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost"
    if not local:
        hint = "without accounts it listens to this machine alone; for a team: --team"
        raise ConfigError(f"{host} can be reached by others, who would not have to log in", hint)


def _listen(bound: Bound) -> socket.socket:
    family = socket.AF_INET6 if ":" in bound.host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((bound.host, bound.port))
    except OSError as error:
        listening.close()
        hint = "another workbench may be open: look at that one, or name another --port"
        raise ConfigError(
            f"{bound.host}:{bound.port} cannot be listened at ({error.strerror})", hint
        ) from error
    return listening
