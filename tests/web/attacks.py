"""Reports that attack whoever reads them, and how to tell that they did not succeed.

They are the example's reports with strings of attack in their sentences, names and titles, so that
what was read in them carries the strings to every page.
"""

import json
import re
from html import escape
from pathlib import Path
from typing import Final, cast

from lxml import html

from tests.run.case.kept import AT, add
from tests.web.desk import REPORTS
from whence.model.case import Judgement
from whence.model.ledger import Comment, Opened
from whence.store.ledger import Ledger, new_case
from whence.store.protocol import Store
from whence.store.sealing import Draft
from whence.web.assets import assets

PROBE: Final = "__pwned"
"""A global name that any script of a report would set, in the browser."""

_DO: Final = f"window.{PROBE}=1"
_IMAGE: Final = f"<img src=x onerror={_DO}>"
_SCRIPT: Final = f"</script><script>{_DO}</script>"

WORDS: Final = {
    "spokesman": f"spokesman {_IMAGE}",
    "Liberation": f'Liberation "><svg/onload={_DO}>',
    "watchman": f"watchman {_SCRIPT}",
    "officials": f"officials <a href=javascript:{_DO}>&lt;b&gt;</a>",
    "harbour guards": f"harbour guards' onfocus={_DO} autofocus x='",
    "ministry": f"ministry <![CDATA[<script>{_DO}</script>]]>",
    "engine": "engine x{{7*7}}x{%raw%}x${7*7}x<%=7*7%>x",
    "wounded": "wounded \u202egnp.exe\u2066 <x-pwned data-pwned=1 style='position:fixed;inset:0'>",
    "reporters": f"reporters <iframe srcdoc='<script>parent.{PROBE}=1</script>'></iframe>",
    "laboratory": f'laboratory <form action=//evil.example><button formaction="javascript:{_DO}">',
    "separatists": "separatists <meta http-equiv=refresh content='0;url=//evil.example'>",
    "parts": "parts <base href=//evil.example><link rel=stylesheet href=//evil.example/a.css>",
    "diplomat": f"diplomat &#x3c;script&#x3e;{_DO}&lt;/script&gt; <math><mtext></math>",
    "Tolmere": f'Tolmere <div hx-get="/" hx-trigger="load" hx-on:load="{_DO}">',
}
"""Words of the example, and what stands in their place."""

NAME: Final = f"{_IMAGE}{_SCRIPT}\u202e\"'x{{{{7*7}}}}x"
"""What a case, a question, an author is called."""

_TITLE: Final = re.compile(r"(<title>|content=\"|<h1>)(?=[A-Z])")
_SAFE: Final = ("http", "https", "mailto", "")


def hostile(folder: Path) -> Path:
    """Write the reports into a folder and return it; their files have hostile names as well."""
    folder.mkdir(parents=True)
    for number, path in enumerate(sorted(REPORTS.iterdir())):
        text = path.read_bytes().decode()
        page = path.suffix == ".html"
        for word, said in WORDS.items():
            text = text.replace(word, escape(said) if page else said)
        if page:
            text = _TITLE.sub(lambda found: f"{found[0]}{escape(_IMAGE)} ", text)
            text = re.sub(r'(rel="canonical" href=)"[^"]*"', rf'\1"javascript:{_DO}"', text)
        (folder / f"{number} '\"><b onclick={_DO}>{path.suffix}").write_text(text)
    return folder


def hostile_case(store: Store, folder: Path) -> Ledger:
    """Return a read case of such reports, in which people and what they write attack as well."""
    opening = Opened(name=f"{_IMAGE}\"'x{{{{7*7}}}}x", question=NAME)
    ledger = new_case(store, opening, NAME, AT)
    case = add(ledger, str(hostile(folder)))
    spoken = [
        Judgement(subject=one.id, verdict="accepted", by=NAME, at=AT, reason=NAME)
        for one in case.reports[1].claims
    ]
    said = Comment(text=NAME, subject=case.documents[0].id)
    later = ledger.head().at
    ledger.append(
        [
            *(Draft(kind="judgement", author=NAME, at=later, payload=one) for one in spoken),
            Draft(kind="comment", author=NAME, at=later, payload=said),
        ]
    )
    return ledger


def came_through(body: str) -> list[str]:
    """Return what of a page may have come from a report as more than text; none is right."""
    tree = html.fromstring(body)
    found = [f"a text that was worked out: {one}" for one in re.findall(r"x49x", body)]
    found += [
        f"hidden order: {hex(ord(one))}" for one in re.findall("[\u202a-\u202e\u2066-\u2069]", body)
    ]
    for element in tree.iter():
        if isinstance(element.tag, str):
            found += _of(element)
    return found


def _of(element: html.HtmlElement) -> list[str]:
    tag = str(element.tag).lower()
    found = []
    if tag in ("iframe", "object", "embed", "base", "math", "style", "x-pwned", "foreignobject"):
        found.append(f"<{tag}>")
    if tag == "meta" and "http-equiv" in element.attrib:
        found.append("<meta http-equiv>")
    if tag == "script" and not _data(element) and not _ours(element.get("src", "")):
        found.append(f"<script>{element.get('src') or element.text}")
    if tag == "link" and not _ours(element.get("href", "")):
        found.append(f"<link> to {element.get('href')}")
    for name, value in element.attrib.items():
        found += _of_attribute(tag, str(name).lower(), str(value))
    return found


def _data(element: html.HtmlElement) -> bool:
    """Tell whether a script is data for one of ours: no browser runs these."""
    if element.get("type") != "application/json" or element.get("src"):
        return False
    json.loads(element.text or "")
    return True


def _of_attribute(tag: str, name: str, value: str) -> list[str]:
    if name.startswith(("on", "hx-on")) or name in ("style", "srcdoc", "data-pwned", "autofocus"):
        return [f"<{tag} {name}>"]
    if name in ("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post", "poster"):
        plain = re.sub(r"[\x00-\x20]", "", value).lower()
        scheme = plain.partition(":")[0] if re.match(r"[a-z][a-z0-9+.-]*:", plain) else ""
        if scheme not in _SAFE or "evil.example" in plain.partition("?")[0]:
            return [f"<{tag} {name}={value}>"]
    return []


def _ours(address: str) -> bool:
    names = cast("list[str]", re.findall(r"^/static/[0-9a-f]+/(.+)$", address))
    return bool(names) and names[0] in assets()
