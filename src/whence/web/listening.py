"""Where the workbench listens, under which names it is asked for, and who may reach it."""

import socket
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Final

from msgspec import Struct

from whence.errors import ConfigError

LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
"""The names under which a browser on this machine asks for it."""


class Team(Struct, frozen=True, kw_only=True):
    """How a team reaches the workbench.

    ``names`` are host names as they stand in addresses, those of this machine where none is given.
    ``proxies`` are the addresses or networks of proxies whose word is taken for who asks and how.
    With ``certificate`` and ``key`` (PEM files) the workbench speaks TLS itself.
    """

    names: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None

    @property
    def secure(self) -> bool:
        """Whether people reach it by https."""
        return self.certificate is not None or bool(self.proxies)


class Bound(Struct, frozen=True, kw_only=True):
    """Where the workbench listens: ``port`` 0 lets the system choose a free one.

    Without ``team`` it is one analyst's, without accounts.
    """

    host: str = "127.0.0.1"
    port: int = 8421
    browser: bool = True
    team: Team | None = None

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names under which it is asked for."""
        return (self.team and self.team.names) or LOOPBACK

    def address(self, port: int) -> str:
        """Return the address to give to people, once it is listened at a port."""
        team = self.team or Team()
        name = team.names[0] if team.names else self.host
        if team.proxies:
            return f"https://{name}/"
        shown = f"[{name}]" if ":" in name.strip("[") and not name.startswith("[") else name
        return f"{'https' if team.secure else 'http'}://{shown}:{port}/"


def refuse_unsafe(bound: Bound) -> None:
    """Refuse to let others listen in, or come in without a login.

    Raises:
        ConfigError: when what was asked for would, or names what is no name or address.
    """
    team = bound.team
    if not _is_local(bound.host):
        if team is None:
            hint = "without accounts it listens to this machine alone; for a team: --team"
            reason = f"{bound.host} can be reached by others, who would not have to log in"
            raise ConfigError(reason, hint)
        if not team.secure:
            hint = "give --certificate and --key, or --behind-proxy with the address of one"
            raise ConfigError(f"passwords would cross the network to {bound.host} openly", hint)
    for name in team.names if team else ():
        if not name or set(name) & set("/@*? ") or name != name.lower():
            hint = "a name is what stands between https:// and the next slash, as in desk.example"
            raise ConfigError(f"{name!r} is no host name", hint)
    for proxy in team.proxies if team else ():
        _refuse_unknown(proxy)
    if team and (team.certificate is None) != (team.key is None):
        raise ConfigError("a certificate needs its key", "give both --certificate and --key")


def listen(bound: Bound) -> socket.socket:
    """Return a socket that listens.

    Raises:
        ConfigError: when the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in bound.host else socket.AF_INET
    # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((bound.host, bound.port))
        listening.listen()  # who is told the address may come before the server does
    except OSError as error:
        listening.close()
        hint = "another workbench may be open: look at that one, or name another --port"
        raise ConfigError(
            f"{bound.host}:{bound.port} cannot be listened at ({error.strerror})", hint
        ) from error
    return listening


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refuse_unknown(proxy: str) -> None:
    """Refuse what no request comes from: its word would silently count for nothing."""
    try:
        found = ip_network(proxy)
    except ValueError:
        hint = "give the address from which the proxy connects, as in 127.0.0.1 or 10.0.0.0/28"
        raise ConfigError(f"{proxy!r} is no network address", hint) from None
    if found.prefixlen == 0:
        hint = "name the proxy alone: anybody could say to be somebody else"
        raise ConfigError(f"{proxy} is every address there is", hint)
