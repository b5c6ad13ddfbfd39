"""The entry of the stage: a capture in, a document or a failure out."""

import re
from hashlib import sha256

from whence.errors import InputError, TooLarge, UnreadablePage
from whence.ingest import formats
from whence.ingest.article.credits import each_once, split_outlet
from whence.ingest.article.mail import read_mail
from whence.ingest.article.markdown import read_markdown
from whence.ingest.article.page import read_page
from whence.ingest.article.plain import read_plain
from whence.ingest.capture import Capture, Metadata
from whence.ingest.decode import PASTE, decode_text
from whence.ingest.draft import Draft, check_length
from whence.ingest.language import language_code, language_of
from whence.ingest.options import Options
from whence.model.document import Document, Failure

_STREAMS = ("jsonl", "warc", "wacz", "feed")


def failure_of(error: InputError) -> Failure:
    """Return the row that an error becomes: it never stops a run."""
    return Failure(
        location=error.location,
        stage="ingest",
        kind=error.kind,
        reason=error.reason,
        hint=error.hint,
    )


def ingest(capture: Capture, options: Options | None = None) -> Document | Failure:
    """Read one capture: the document of its article, or why there is none.

    Pure: the same capture gives the same document on every machine.
    """
    options = options or Options()
    try:
        kind = _kind(capture, options)
        draft = _read(capture, kind, options)
        _check_words(draft, capture.location, options)
    except InputError as error:
        return failure_of(error)
    return _document(capture, draft, formats.MEDIA_TYPES[kind])


def _kind(capture: Capture, options: Options) -> formats.Kind:
    raw = capture.raw
    if not raw.strip(b"\x00 \t\r\n"):
        raise UnreadablePage(capture.location, "it is empty", hint="check how it was saved")
    if len(raw) > options.max_bytes:
        raise TooLarge(capture.location, f"it is larger than {options.max_bytes:,} bytes")
    if found := formats.binary(raw):
        raise UnreadablePage(capture.location, f"it is {found}, not a text", hint=PASTE)
    kind = formats.kind_of_type(capture.media_type) or formats.kind_of_name(capture.location)
    looks = formats.sniff(raw)
    if kind is None or kind in _STREAMS:
        kind = looks
    if kind == "plain" and looks == "page":
        kind = "page"  # pages saved, or served, as text
    return "plain" if kind in _STREAMS else kind


def _read(capture: Capture, kind: formats.Kind, options: Options) -> Draft:
    known = capture.metadata.over(Metadata(url=capture.url))
    if kind == "mail":
        return read_mail(capture.raw, known, options, capture.location)
    charset = formats.charset_of(capture.media_type)
    text = decode_text(capture.raw, charset, capture.location)
    if kind == "page":
        return read_page(text, known, options, capture.location)
    check_length(text, capture.location, options)
    return read_markdown(text, known) if kind == "markdown" else read_plain(text, known)


def _check_words(draft: Draft, location: str, options: Options) -> None:
    shown = " ".join(draft.text[block.start : block.end] for block in draft.blocks)
    words = re.findall(r"\w+", shown)
    if not draft.blocks or not words:
        reason = "nothing but page furniture was found" if draft.removed else "it has no words"
        raise UnreadablePage(location, reason)
    if len(words) < options.min_words:
        raise UnreadablePage(location, f"it has {len(words)} words, fewer than {options.min_words}")


def _document(capture: Capture, draft: Draft, media_type: str) -> Document:
    told = capture.metadata.over(Metadata(url=capture.url)).over(draft.found)
    outlet, credited = split_outlet(told.outlet) if told.outlet else (None, ())
    credits = each_once((*credited, *told.credits), outlet)
    declared = language_code(capture.metadata.language)
    return Document(
        id=Document.identify(draft.text, told.url or told.outlet),
        location=capture.location,
        url=told.url,
        outlet=outlet,
        title=told.title,
        byline=told.byline,
        credits=credits,
        language=declared or language_of(draft.text, draft.declared_language or told.language),
        published=told.published,
        retrieved_at=capture.retrieved_at,
        media_type=media_type,
        text=draft.text,
        blocks=draft.blocks,
        removed=draft.removed,
        notices=draft.notices,
        raw_sha256=sha256(capture.raw).hexdigest(),
        raw_size=len(capture.raw),
    )
