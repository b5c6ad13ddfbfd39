"""Mails: the letter itself, without what it answers and without its signature."""

import re
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr

from whence.errors import UnreadablePage
from whence.ingest.article.authorship import mark_authorship
from whence.ingest.article.boilerplate import mark_furniture
from whence.ingest.article.labels import label
from whence.ingest.article.page import read_page
from whence.ingest.article.paragraphs import is_quoted, units_of
from whence.ingest.capture import Metadata
from whence.ingest.dates import any_date
from whence.ingest.decode import decode_text, tidy
from whence.ingest.draft import Draft, Unit, check_length, cut
from whence.ingest.options import Options

_SIGNATURE = re.compile(r"^--[ \t]?$", re.MULTILINE)
_ANSWERED = re.compile(
    r"(?:On|Le|Am|El|Il)\b.{4,200}(?:wrote|a écrit|schrieb|escribió|ha scritto)\s*:"
)
_LIST_HEADERS = ("List-Unsubscribe", "List-Id", "List-Post")
"""RFC 2369 and RFC 2919: who sends through a list is a publisher, not a person."""
_TITLE = re.compile(r"the\s+\w", re.IGNORECASE)
"""How the name of a paper or a letter begins ("The Evening Letter"), and no person's does."""
_LEAVING = re.compile(r"\b(?:unsubscribe|you (?:are receiving|receive|received))\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"-+\s*Original Message\s*-+", re.IGNORECASE)

_LONGEST = 4_000
"""Characters of a header that tells the form of a part; the longest of real mails have hundreds."""


class _Bounded(Compat32):
    """Reads headers as they stand, but for overlong forms of parts, which lose their parameters.

    The library goes through all of a form anew for each of its parameters.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return the name and the value of a header."""
        name, value = super().header_source_parse(sourcelines)
        if name.lower().startswith("content-") and len(value) > _LONGEST:
            value = value.partition(";")[0][:_LONGEST]
        return name, value


def _header(message: Message, name: str) -> str:
    raw = str(message.get(name, ""))
    try:
        return tidy(" ".join(str(make_header(decode_header(raw))).split()))
    except (ValueError, LookupError, HeaderParseError):  # no such charset, broken packing
        return tidy(" ".join(raw.split()))


def _body(message: Message, location: str) -> tuple[str, str]:
    """Return the subtype ("plain" or "html") and text of the letter; plain text goes first."""
    parts: dict[str, str] = {}
    for part in message.walk():
        if part.get_content_maintype() != "text" or part.get_filename():
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            charset = part.get_content_charset()
            parts.setdefault(part.get_content_subtype(), decode_text(payload, charset, location))
    for subtype in ("plain", "html"):
        if parts.get(subtype, "").strip():
            return subtype, parts[subtype]
    return "plain", ""


def _opened(raw: bytes, location: str) -> tuple[Message, str, str]:
    try:
        message = message_from_bytes(raw, policy=_Bounded())
        return (message, *_body(message, location))
    except RecursionError as error:  # the library reads a part within a part by calling itself
        raise UnreadablePage(location, "the mail holds too many parts within parts") from error


def _sender(header: str) -> tuple[str, str]:
    """Return the name and the address of who sent it; comments within comments tell neither."""
    try:
        return parseaddr(header)
    except RecursionError:
        return "", ""


def read_mail(raw: bytes, known: Metadata, options: Options, location: str = "") -> Draft:
    """Read a mail: subject, sender and date become metadata, its plain or HTML part the text.

    Raises:
        UnreadablePage: when it holds data instead of text, or its HTML part no article.
        TooLarge: when its text is over the limit.
    """
    message, subtype, text = _opened(raw, location)
    name, address = _sender(_header(message, "From"))
    listed = any(message.get(header) for header in _LIST_HEADERS)
    publisher = listed or _TITLE.match(name) is not None
    stated = Metadata(
        title=_header(message, "Subject") or None,
        outlet=(name or None) if publisher else None,
        byline=None if publisher else name or address or None,
        published=any_date(_header(message, "Date")),
    )
    if subtype == "html":
        draft = read_page(text, known.over(stated), options, location)
    else:
        check_length(text, location, options)
        draft = _read_letter(text, known.over(stated))
    return Draft(
        text=draft.text,
        blocks=draft.blocks,
        removed=draft.removed,
        found=stated.over(draft.found),
        declared_language=draft.declared_language,
        notices=draft.notices,
    )


def _read_letter(text: str, known: Metadata) -> Draft:
    units = units_of(text)
    _mark_quoted(units)
    signature = _SIGNATURE.search(text)
    for unit in units:
        if signature and unit.line >= signature.start():
            unit.reason = "author_box"
    authorship = mark_authorship(units, known.byline)
    mark_furniture(units)
    _mark_imprint(units)
    label(units, known.title)
    return cut(text, units, authorship.metadata())


def _mark_imprint(units: list[Unit]) -> None:
    """What stands below the line on leaving the list is the sender's imprint (in place)."""
    for index, unit in enumerate(units):
        behind = 2 * index >= len(units)
        if unit.reason == "newsletter" and behind and _LEAVING.search(unit.text):
            for later in units[index:]:
                later.reason = later.reason or "legal"
            return


def _mark_quoted(units: list[Unit]) -> None:
    """Mark what the letter answers: quoted lines and the line announcing them."""
    for index, unit in enumerate(units):
        if is_quoted(unit.text):
            unit.reason = "related"
            before = units[index - 1] if index else unit
            if _ANSWERED.fullmatch(" ".join(before.text.split())):
                before.reason = "related"
        elif _ORIGINAL.match(unit.text):
            for later in units[index:]:
                later.reason = "related"
            return
