"""Documents made of invented text, for the tests of extraction."""

import re

from whence.model.document import Block, Document


def document(
    text: str,
    *,
    outlet: str | None = "The Harbour Post",
    title: str | None = None,
    published: str | None = None,
    credits: tuple[str, ...] = (),
) -> Document:
    """Return a document whose blocks are the paragraphs of ``text``."""
    blocks = tuple(
        Block(kind="paragraph", start=found.start(), end=found.end())
        for found in re.finditer(r"\S(?:.*\S)?(?:\n(?!\s*\n)\s*\S.*)*", text)
        if found.group() != "[...]"
    )
    return Document(
        id=Document.identify(text, None),
        location="report.txt",
        outlet=outlet,
        title=title,
        published=published,
        credits=credits,
        media_type="text/plain",
        text=text,
        blocks=blocks,
        raw_sha256="0" * 64,
        raw_size=len(text.encode("utf-8", "replace")),
    )
