"""Public pages fetched with care for the user's network and for the sites."""

import time
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urljoin

from msgspec import Struct

from whence import __version__
from whence.errors import FetchError, ForbiddenAddress, TooLarge
from whence.ingest.capture import Capture, kept_headers
from whence.ingest.web.addresses import target_of
from whence.ingest.web.robots import Robots

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"whence/{__version__} (+reads public reports; one page at a time, obeys robots.txt)"
_AGENT = "whence"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ROBOTS_BYTES = 512_000  # RFC 9309, section 2.5: at least 500 kibibytes
_READ = frozenset(
    {
        "", "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml",
        "application/xml", "application/rss+xml", "application/atom+xml", "application/feed+json",
    }
)  # fmt: skip


class Fetcher(Protocol):
    """Something that brings a page: the safe client here, or a store of captures in its place."""

    def fetch(self, url: str) -> Capture:
        """Bring the page at an address.

        Raises:
            FetchError: when it cannot be had, with the reason.
        """


class FetchLimits(Struct, frozen=True, kw_only=True):
    """Bounds of one fetch: seconds in all and between two pieces, bytes, redirects."""

    seconds: float = 30.0
    idle_seconds: float = 10.0
    max_bytes: int = 20_000_000
    redirects: int = 5


class PublicFetcher:
    """Fetches public http(s) pages only; refuses everything that could reach into a network.

    Every hop of a redirect is checked anew, and every connection at the moment it is made. ``now``
    gives the ISO time for ``retrieved_at``; ``monotonic`` measures the time limit in seconds.
    ``transport`` stands in for the network in tests.
    """

    def __init__(
        self,
        now: Callable[[], str],
        limits: FetchLimits | None = None,
        *,
        transport: "httpx.BaseTransport | None" = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._now = now
        self._limits = limits or FetchLimits()
        self._transport = transport
        self._monotonic = monotonic
        self._client: httpx.Client | None = None
        self._deadline = 0.0
        self._robots = Robots(self._read_robots, _AGENT)

    def fetch(self, url: str) -> Capture:
        """Fetch one page.

        Raises:
            ForbiddenAddress: when the address, or one it leads to, is never fetched.
            FetchError: when the host fails, answers with an error, or takes too long.
            TooLarge: when the page is over the limit, packed or unpacked.
        """
        self._deadline = self._monotonic() + self._limits.seconds
        try:
            final, status, headers, raw = self._follow(url, self._limits.max_bytes, robots=True)
        except FetchError as error:
            if error.location == url:
                raise
            # the user gave the first address: the one that failed on the way is the reason
            reason = f"{error.location}: {error.reason}"
            raise type(error)(url, reason, status=error.status, hint=error.hint) from error
        if not 200 <= status < 300:
            raise FetchError(url, f"the host answered {status}", status=status)
        media_type = headers.get("content-type", "")
        if media_type.partition(";")[0].strip().lower() not in _READ:
            raise FetchError(url, f"it is {media_type}, not a page", status=status)
        return Capture(
            location=url,
            raw=raw,
            url=final,
            media_type=media_type or None,
            retrieved_at=self._now(),
            status=status,
            headers=kept_headers(headers.multi_items()),
        )

    def close(self) -> None:
        """Close all connections."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _read_robots(self, url: str) -> tuple[int, str]:
        _, status, _, raw = self._follow(url, _ROBOTS_BYTES, robots=False)
        return status, raw.decode("utf-8", "replace")

    def _follow(self, url: str, most: int, robots: bool) -> tuple[str, int, Any, bytes]:
        """Return final address, status, headers and body, redirects followed."""
        current = url
        for _ in range(self._limits.redirects + 1):
            target = target_of(current)
            if robots and (reason := self._robots.refusal(current, target)):
                raise ForbiddenAddress(current, reason)
            status, headers, raw = self._get(current, url, most, cut_off=not robots)
            onward = headers.get("location")
            if status not in _REDIRECTS or not onward:
                return current, status, headers, raw
            current = urljoin(current, onward)
        raise FetchError(url, f"more than {self._limits.redirects} redirects")

    def _get(self, url: str, asked: str, most: int, cut_off: bool) -> tuple[int, Any, bytes]:
        import httpcore
        import httpx

        left = self._left(asked)
        wait = min(left, self._limits.idle_seconds)
        try:
            with self._open().stream("GET", url, timeout=wait) as response:
                if not 200 <= response.status_code < 300:  # what such a body says is not needed
                    return response.status_code, response.headers, b""
                raw = self._body(response, asked, most, cut_off)
                return response.status_code, response.headers, raw
        except httpcore.ConnectError as error:
            raise ForbiddenAddress(asked, str(error)) from error
        except httpx.TimeoutException as error:
            raise FetchError(asked, "the host did not answer in time") from error
        except UnicodeError as error:  # httpx lets those of the host name through
            raise ForbiddenAddress(asked, "it leads to no well-formed host name") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.NetworkError) as error:
            raise FetchError(asked, f"no connection ({error})") from error
        except httpcore.TimeoutException as error:
            raise FetchError(asked, "the host did not answer in time") from error
        except httpcore.ProtocolError as error:
            raise FetchError(asked, "the host broke off its answer") from error

    def _open(self) -> "httpx.Client":
        import httpx

        if self._client is None:
            if self._transport is None:
                from whence.ingest.web.connect import PublicTransport, resolve

                self._transport = PublicTransport(resolve, left=self._remaining)
            self._client = httpx.Client(
                transport=self._transport,
                follow_redirects=False,
                trust_env=False,
                headers={
                    "User-Agent": USER_AGENT,
                    "Accept": "text/html, application/xhtml+xml, text/plain, application/xml;q=0.8",
                    "Accept-Encoding": "gzip, deflate",
                },
            )
        return self._client

    def _remaining(self) -> float:
        return self._deadline - self._monotonic()

    def _left(self, asked: str) -> float:
        left = self._remaining()
        if left <= 0:
            raise FetchError(asked, f"it took longer than {self._limits.seconds:g} seconds")
        return left

    def _body(self, response: "httpx.Response", asked: str, most: int, cut_off: bool) -> bytes:
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > most and not cut_off:
            raise TooLarge(asked, f"it is larger than {most:,} bytes")
        encoding = response.headers.get("content-encoding", "").strip().lower()
        pieces: list[bytes] = []
        size = 0
        for piece in _unpacked(self._timed(response, asked), encoding, asked, most):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                if cut_off:
                    break
                raise TooLarge(asked, f"it is larger than {most:,} bytes")
        return b"".join(pieces)[: most + 1]

    def _timed(self, response: "httpx.Response", asked: str) -> Iterator[bytes]:
        for piece in response.iter_raw():
            self._left(asked)
            yield piece


def _unpacked(pieces: Iterator[bytes], encoding: str, asked: str, most: int) -> Iterator[bytes]:
    """Unpack a body piece by piece, never more than a little over ``most`` bytes at once."""
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(asked, f"it is packed as {encoding}, which was not asked for")
    bits = zlib.MAX_WBITS | 32 if encoding != "deflate" else zlib.MAX_WBITS
    unpacker = zlib.decompressobj(bits)
    given = False
    try:
        for piece in pieces:
            rest = piece
            given = given or bool(piece)
            while rest:
                if unpacker.eof:  # a gzip body may have several members (RFC 1952, section 2.2)
                    if not rest.startswith(b"\x1f"):
                        break  # padding
                    unpacker = zlib.decompressobj(bits)
                yield unpacker.decompress(rest, most + 1)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
        yield unpacker.flush(most + 1)
    except zlib.error as error:
        raise FetchError(asked, "it is packed in a broken way") from error
    if given and not unpacker.eof:
        raise FetchError(asked, "the host broke off its answer")
