"""Which addresses may be fetched: public hosts over http(s), and nothing else."""

import ipaddress
import re
from urllib.parse import urlsplit

from msgspec import Struct

from whence.errors import ForbiddenAddress

PORTS = frozenset({80, 443, 8080, 8443})
"""Ports that public web servers use."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052, section 2.1
_COMPATIBLE = ipaddress.ip_network("::/96")  # RFC 4291, section 2.5.5.1 (withdrawn)
_RELAYS = ipaddress.ip_network("192.88.99.0/24")  # RFC 7526 (6to4 relays, withdrawn)
_LONGEST = 4_096
_NUMERIC = re.compile(r"(?:0[xX][0-9a-fA-F]*|\d+)")
_LOCAL = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".onion")


class Target(Struct, frozen=True, kw_only=True):
    """Where an address leads: scheme ("http" or "https"), host (lower case, ASCII) and port."""

    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port as the start of an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet.

    Private, loopback, link-local, multicast and reserved ranges do not (the IANA special-purpose
    registries, as Python's ``ipaddress`` has them), nor do IPv6 addresses that carry such an IPv4
    address within them: mapped, compatible, 6to4 (RFC 3056) and NAT64 (RFC 6052). Teredo,
    scoped and site-local addresses (RFC 3879) are never public, nor are the old 6to4 relays.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.scope_id or parsed.teredo or parsed.is_site_local:
            return False
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if inner is None and (parsed in _NAT64 or parsed in _COMPATIBLE):
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(str(inner))
    elif parsed in _RELAYS:
        return False
    return parsed.is_global and not (
        parsed.is_multicast
        or parsed.is_reserved
        or parsed.is_private
        or parsed.is_loopback
        or parsed.is_link_local
        or parsed.is_unspecified
    )


def target_of(url: str) -> Target:
    """Return where an address leads.

    Raises:
        ForbiddenAddress: when it is no http(s) address, carries a user name or password, names a
            port that no public page has, or a host that cannot be public.
    """
    if len(url) > _LONGEST or re.search(r"[\x00-\x20\x7f\\\ud800-\udfff]", url):
        raise ForbiddenAddress(url[:200], "it is no well-formed address")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError as error:  # UnicodeError is one
        raise ForbiddenAddress(url, "it is no well-formed address") from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https"):
        raise ForbiddenAddress(url, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddress(url, "addresses with a user name are not fetched")
    port = port if port is not None else 443 if scheme == "https" else 80
    if port not in PORTS:
        raise ForbiddenAddress(url, f"port {port} is none that public pages use")
    if reason := _private_host(host):
        raise ForbiddenAddress(url, reason)
    return Target(scheme=scheme, host=host, port=port)


def _private_host(host: str) -> str | None:
    """Return why a host cannot be public, judged by its name alone; None when it may be."""
    if not host:
        return "it names no host"
    if ":" in host or re.fullmatch(r"\d+\.\d+\.\d+\.\d+", host):
        return None if is_public(host) else "the host is no public address"
    last = host.rsplit(".", 1)[-1]
    if _NUMERIC.fullmatch(last):  # "2130706433", "0x7f.1": numbers that resolvers read as IPv4
        return "the host is a number in disguise"
    if "." not in host or host.endswith(_LOCAL):
        return "the host is a local name"
    return None
