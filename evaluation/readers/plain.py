"""Plain text as a document whose offsets are those of the annotation, without any cleaning."""

import re
from hashlib import sha256

from whence.model.document import Block, Document

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def plain_document(name: str, text: str, published: str | None = None) -> Document:
    """Return a document of ``text``; every line that is not blank is a paragraph."""
    blocks = tuple(
        Block(kind="paragraph", start=found.start(), end=found.end())
        for found in _LINE.finditer(text)
    )
    raw = text.encode()
    return Document(
        id=Document.identify(text, None),
        location=name,
        published=published,
        media_type="text/plain",
        text=text,
        blocks=blocks,
        raw_sha256=sha256(raw).hexdigest(),
        raw_size=len(raw),
    )
