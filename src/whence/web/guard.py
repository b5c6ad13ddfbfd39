"""What holds for every answer: its headers, and for whom the workbench is."""

from collections.abc import Sequence
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No script and no style but our own files: nothing that a report brings can run."""

_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PLAIN: Final = (
    "the workbench is asked for by https; a proxy before it says so with X-Forwarded-Proto: https"
)
_STRICT_TRANSPORT: Final = "max-age=31536000; includeSubDomains"


class Guard:
    """Refuses requests for other hosts (DNS rebinding), and sets the headers of every answer.

    With ``secure`` it refuses what does not come by https, too.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str], secure: bool = False) -> None:
        self._app = app
        self._secure = secure
        self._hosts = frozenset(name.lower() for name in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, unless it is for another host."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._set(MutableHeaders(scope=message), scope["scheme"])
            await send(message)

        if not self._known(Headers(scope=scope).get("host", "")):
            answer: ASGIApp = PlainTextResponse("the workbench has another name", 421)
        elif self._secure and scope["scheme"] != "https":
            answer = PlainTextResponse(_PLAIN, 400)
        else:
            answer = self._app
        await answer(scope, receive, sending)

    def _known(self, host: str) -> bool:
        name = host.lower()
        bare = name.rpartition(":")[0] if name.rpartition(":")[2].isdigit() else name
        return bare in self._hosts or name in self._hosts

    def _set(self, headers: MutableHeaders, scheme: str) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("Cache-Control", "no-store")
        if scheme == "https":
            headers.setdefault("Strict-Transport-Security", _STRICT_TRANSPORT)
