"""Archives made up in the manner of the auto-archiver: its table, pages and JSON."""

import csv
import json
import mimetypes
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

URL = "https://courier.example/boats"
TITLE = "Boats burn in Port Amel"
WHEN = datetime(2031, 11, 9, 7, 30, tzinfo=UTC)
TAKEN = datetime(2031, 11, 9, 10, 0, 5, 17, tzinfo=UTC)


def metadata(**more: Any) -> dict[str, Any]:
    return {"_processed_at": TAKEN, "url": URL, "title": TITLE, "timestamp": WHEN} | more


def media(raw: bytes, key: str | None, **properties: Any) -> dict[str, Any]:
    """Return a file as the archiver describes it; ``hash`` is its own unless given."""
    name = (key or "x").rsplit("/", 1)[-1]
    hashed = {"hash": f"SHA-256:{sha256(raw).hexdigest()}"}
    return {
        "filename": f"/tmp/tmpq1/{name}",
        "_key": key,
        "urls": [key] if key else [],
        "properties": hashed | properties,
        "_mimetype": None,
    }


def stored(folder: Path, raw: bytes, suffix: str) -> str:
    """Store a file flat under the first digits of its hash; return its key."""
    name = f"{sha256(raw).hexdigest()[:24]}{suffix}"
    (folder / "local_archive").mkdir(exist_ok=True)
    (folder / "local_archive" / name).write_bytes(raw)
    return f"./local_archive/{name}"


def table(path: Path, items: Iterable[tuple[dict[str, Any], list[dict[str, Any]]]]) -> Path:
    """Write a table as csv_db does."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["status", "metadata", "media"])
        for about, files in items:
            writer.writerow(["antibot: success", about, [one | {"_stored": True} for one in files]])
    return path


def json_file(about: dict[str, Any], files: list[dict[str, Any]]) -> bytes:
    """Return what json_enricher writes: before the files have a key."""
    early = [one | {"_key": None, "urls": []} for one in files]
    told = {"status": "antibot: success", "metadata": about, "media": early}
    return json.dumps(told, indent=4, default=str).encode()


def _listed(file: dict[str, Any]) -> str:
    lines = [f'<li><b>key:</b> <span class="copy">{escape(str(file["_key"]))}</span></li>']
    kind = mimetypes.guess_type(str(file["_key"]))[0] or ""
    lines.append(f'<li><b>type:</b> <span class="copy">{kind}</span></li>')
    for name, value in file["properties"].items():
        if isinstance(value, list):
            inner = "".join(f"<ul>{_listed(one)}</ul>" for one in value)
            lines.append(
                f'<p></p><div><b class="collapsible" title="expand">{name} ({len(value)}):</b>'
                f'<p></p><div class="collapsible-content">{inner}</div></div><p></p>'
            )
        elif str(value).startswith("http"):
            link = f'<a href="{escape(value)}" rel="noopener">{escape(value)}</a>'
            lines.append(f'<li><b>{name}:</b> \n<span class="copy">{link}</span>\n</li>')
        else:
            shown = escape(str(value))
            lines.append(f'<li><b>{name}:</b> \n<span class="copy">{shown}</span>\n</li>')
    return "\n".join(lines)


def own_page(about: dict[str, Any], files: list[dict[str, Any]]) -> bytes:
    """Return a page that shows an item as html_formatter does."""
    url = escape(about["url"])
    rows = "".join(
        f"<tr><td><ul>{_listed(one)}</ul></td><td><a href='{one['_key']}'>open</a></td></tr>"
        for one in files
    )
    told = "".join(
        f"<tr><td>{escape(key)}</td><td>\n<span class='copy'>{escape(str(value))}</span></td></tr>"
        for key, value in about.items()
    )
    return (
        f"<!DOCTYPE html><html><head><title>{url}</title><style>{'a {b: c}' * 300}</style></head>"
        f'<body><h2>Archived media for <span class="copy">{url}</span> - '
        f'<a href="{url}">open</a></h2><table class="content"><tr><th>about</th><th>files</th></tr>'
        f'<tbody>{rows}</tbody></table><table class="metadata"><tr><th>key</th><th>value</th></tr>'
        f'{told}</table><p class="center">Made with auto-archiver</p></body></html>'
    ).encode()
