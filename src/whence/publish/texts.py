"""How texts of others are shown: on one line, in quotation marks, and unable to hide anything."""

import re
from urllib.parse import urlsplit

_UNRESOLVED = re.compile(r"“([^“”]+)” \(not identified\)")
# Controls that reorder or hide text: a hostile page must not change how our own words read.
# U+200E/200F (plain direction marks) stay, right-to-left scripts need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def shown_location(location: str) -> str:
    """Return an address as it is, and of a file its name alone: folders are nobody's business."""
    if "://" in location:
        return location
    return re.split(r"[/\\]", location.rstrip("/\\"))[-1] or location


def known_as(name: str) -> str:
    """Return a name as readers meet it: an unresolved pronoun is no name and comes second."""
    return _UNRESOLVED.sub(r"an unidentified source (“\1”)", name)


def clean(text: str) -> str:
    """Return ``text`` with every control that could hide or reorder words made visible (U+FFFD)."""
    return _HIDDEN.sub("\ufffd", text)


def squeeze(text: str, limit: int = 0) -> str:
    """Return ``text`` on one line; cut at a word when over ``limit`` (0: never cut)."""
    line = " ".join(text.split())
    if not limit or len(line) <= limit:
        return line
    head = line[: limit - 1]
    space = head.rfind(" ")
    return (head[:space] if space > limit // 2 else head).rstrip(" ,;:.") + "…"


_OPENING = '“«„"‘'


def marks(text: str) -> tuple[str, str]:
    """Return the quotation marks around exact words; none when they bring their own."""
    return ("", "") if text[:1] in _OPENING else ("“", "”")


def marked(text: str) -> str:
    """Return exact words in quotation marks."""
    return text.join(marks(text))


def plain(text: str) -> str:
    """Return ``text`` on one line, safe for a terminal: no control moves what is shown."""
    return clean(squeeze(text)).replace("\x1b", "\ufffd")


def sentence(text: str) -> str:
    """Return ``text`` with its first letter as a sentence has it."""
    return text[:1].upper() + text[1:]


def web_address(url: str | None) -> str | None:
    """Return ``url`` when it may be linked: http or https with a host; None otherwise."""
    if not url or url != url.strip() or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
