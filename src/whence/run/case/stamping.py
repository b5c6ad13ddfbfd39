"""A time-stamp asked of an authority over HTTP (RFC 3161, section 3.4)."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from whence import __version__
from whence.errors import FetchError, ForbiddenAddress, TooLarge
from whence.store.custody.stamps import MOST_BYTES

if TYPE_CHECKING:
    import httpx

SECONDS: Final = 30.0
"""Seconds that an authority may take in all; a third of it between two pieces."""

_QUERY = "application/timestamp-query"
_REPLIES = frozenset({"application/timestamp-reply", "application/timestamp-response"})


def fetch_stamp(
    url: str,
    request: bytes,
    transport: "httpx.BaseTransport | None" = None,
    monotonic: Callable[[], float] = time.monotonic,
) -> bytes:
    """Return an authority's answer to a request, both in DER; whether it fits is not looked at.

    The address is the user's own, so one in a private network is asked too. No redirect is
    followed. ``transport`` stands in for the network in tests, ``monotonic`` counts seconds.

    Raises:
        ForbiddenAddress: when it is no http(s) address, or holds a password.
        FetchError: when the authority fails, takes too long or sends something else.
        TooLarge: when its answer is over ``MOST_BYTES`` bytes.
    """
    import httpx  # noqa: PLC0415  a client loads when it is needed

    _asked(url)
    deadline = monotonic() + SECONDS
    headers = {
        "Content-Type": _QUERY,
        "Accept": "application/timestamp-reply",
        "Accept-Encoding": "identity",
        "User-Agent": f"whence/{__version__}",
    }
    try:
        with (
            httpx.Client(
                transport=transport, timeout=SECONDS / 3, follow_redirects=False, trust_env=False
            ) as client,
            client.stream("POST", url, content=request, headers=headers) as response,
        ):
            _answered(url, response)
            return _body(url, response, lambda: deadline - monotonic())
    except httpx.TimeoutException as error:
        raise _failed(url, "the authority did not answer in time") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _failed(url, f"no connection ({error})") from error


def _asked(url: str) -> None:
    """Refuse what is no address to ask; a password would be kept for ever in the stamp's entry."""
    hint = "give the http or https address of a time-stamp authority"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise ForbiddenAddress(url, "it is no address", hint=hint) from error
    if "@" in parts.netloc:
        shown = f"{parts.scheme}://{host}"
        raise ForbiddenAddress(shown, "it holds a name or password: the case would keep it")
    if parts.scheme not in ("http", "https") or not host:
        raise ForbiddenAddress(url, "it is no http or https address", hint=hint)


def _answered(url: str, response: "httpx.Response") -> None:
    status = response.status_code
    if status != 200:
        raise _failed(url, f"the authority answered {status}", status)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _REPLIES:
        raise _failed(url, f"it sent {kind or 'something unnamed'}, not a time-stamp", status)
    if response.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise _failed(url, "it sent something packed, which was not asked for", status)


def _body(url: str, response: "httpx.Response", left: Callable[[], float]) -> bytes:
    found = b""
    for piece in response.iter_raw():
        found += piece
        if len(found) > MOST_BYTES:
            hint = "a time-stamp is smaller: check the address"
            raise TooLarge(url, f"its answer is larger than {MOST_BYTES:,} bytes", hint)
        if left() <= 0:
            raise _failed(url, f"it took longer than {SECONDS:g} seconds")
    return found


def _failed(url: str, reason: str, status: int | None = None) -> FetchError:
    hint = "check the address and the network, or ask another authority"
    return FetchError(url, reason, status=status, hint=hint)
