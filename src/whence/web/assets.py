"""Style sheets, scripts and pictures of the workbench: a fixed set, read once."""

import gzip
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Final

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response

_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_REPORT_CSS: Final = "report.css"
"""The style of the report's parts, which lies with them."""


class Asset(Struct, frozen=True):
    """One file as it is sent."""

    body: bytes
    packed: bytes
    media_type: str
    digest: str


@cache
def assets() -> dict[str, Asset]:
    """Return every file by its name below ``static/``; libraries lie below ``vendor/``."""
    found = {}
    root = resources.files("whence.web") / "static"
    for folder, prefix in ((root, ""), (root / "vendor", "vendor/")):
        for file in folder.iterdir():
            kind = file.name.rpartition(".")[2]
            if kind in _TYPES:
                found[prefix + file.name] = _asset(file.read_bytes(), kind)
    report = resources.files("whence.publish") / "templates" / _REPORT_CSS
    return found | {_REPORT_CSS: _asset(report.read_bytes(), "css")}


def address(name: str) -> str:
    """Return where a file is asked for: it changes with the content, so browsers may keep it."""
    return f"/static/{assets()[name].digest}/{name}"


async def send(request: Request) -> Response:
    """Answer with a file; nothing but the names known at the start leads to one."""
    asset = assets().get(request.path_params["name"])
    if asset is None or asset.digest != request.path_params["digest"]:
        return Response("no such file", status_code=404, media_type="text/plain")
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    packed = "gzip" in request.headers.get("accept-encoding", "")
    if packed:
        headers["Content-Encoding"] = "gzip"
    body = asset.packed if packed else asset.body
    return Response(body, media_type=asset.media_type, headers=headers)


def _asset(body: bytes, kind: str) -> Asset:
    # Level 9 once, at the start: what is sent a thousand times.
    return Asset(body, gzip.compress(body, 9, mtime=0), _TYPES[kind], sha256(body).hexdigest()[:16])
