"""Connections to public addresses only, checked at the moment of connecting.

Checking a name first and connecting to it afterwards would let a name server give two answers
(DNS rebinding); here the address that was checked is the one that is connected to.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore
import httpx

from whence.ingest.web.addresses import is_public

Resolver = Callable[[str, int], Sequence[str]]
Left = Callable[[], float]


class PrivateAddress(httpcore.ConnectError):
    """A name led to an address that is not public."""


def resolve(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a host, by the system's resolver, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every read and write ends with the time left for the whole fetch.

    Time limits on single reads alone would let a host send one byte of its headers at a time.
    """

    def __init__(self, inner: httpcore.NetworkStream, left: Left) -> None:
        self._inner = inner
        self._left = left

    def _wait(self, timeout: float | None) -> float:
        left = self._left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return left if timeout is None else min(left, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._wait(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._wait(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._inner.start_tls(ssl_context, server_hostname, self._wait(timeout))
        return _TimedStream(secured, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class PublicBackend(httpcore.NetworkBackend):
    """A network back end that resolves names itself and refuses what is not public.

    ``left`` gives the seconds left for the fetch that is going on.
    """

    def __init__(
        self,
        resolver: Resolver,
        inner: httpcore.NetworkBackend | None = None,
        left: Left | None = None,
    ) -> None:
        self._resolver = resolver
        self._inner = inner or httpcore.SyncBackend()
        self._left = left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of ``host``, if all its addresses are public.

        Raises:
            PrivateAddress: when one of them is not.
            httpcore.ConnectError: when the name leads nowhere.
        """
        try:
            addresses = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} cannot be resolved") from error
        if not addresses:
            raise httpcore.ConnectError(f"the name {host} leads nowhere")
        if private := [address for address in addresses if not is_public(address)]:
            raise PrivateAddress(f"{host} leads to {private[0]}, which is no public address")
        stream = self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)
        return _TimedStream(stream, self._left) if self._left else stream

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Refuse: pages are not read from local sockets.

        Raises:
            PrivateAddress: always.
        """
        raise PrivateAddress(f"{path} is a local socket")


class _Body(httpx.SyncByteStream):
    """The streamed body of an httpcore response."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Any:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class PublicTransport(httpx.BaseTransport):
    """An httpx transport over :class:`PublicBackend`; no proxy, no cookies, HTTP/1.1."""

    def __init__(
        self,
        resolver: Resolver,
        inner: httpcore.NetworkBackend | None = None,
        left: Left | None = None,
    ) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=4,
            max_keepalive_connections=0,
            network_backend=PublicBackend(resolver, inner, left),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request.

        Raises:
            httpx.ConnectError: when the host is not public or cannot be reached.
            httpx.TransportError: on whatever else goes wrong on the wire.
        """
        outgoing = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            response = self._pool.handle_request(outgoing)
        except PrivateAddress:
            raise
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout("the host did not answer in time", request=request) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise httpx.ConnectError(str(error) or "no connection", request=request) from error
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
