"""Contents as readers of news would mark them: with the quotation marks that enclose them."""

import re
from collections.abc import Sequence

from whence.model.attribution import AttributionKind
from whence.model.document import Document
from whence.model.span import Span

_OPENING = '“"«„‘'
_QUOTED = re.compile(r"""["“”«»„]|(?:''|``)""")
_CLOSING = re.compile(r"[,.?!…;]*[”\"»“]")


def quoted(document: Document, start: int, end: int) -> Span:
    """Return the span [start, end) with the quotation marks that stand right around it."""
    text = document.text
    inside = text[start:end]
    if start and text[start - 1] in _OPENING and inside[:1] not in _OPENING:
        start -= 1
    closing = _CLOSING.match(text, end)
    if closing and _open(text[start:end]):
        end = closing.end()
    return document.span(start, end)


def _open(words: str) -> bool:
    """Tell whether more quotations are opened than closed in some words."""
    if words.count('"') % 2:
        return True
    return words.count("“") + words.count("«") > words.count("”") + words.count("»")


def kind(content: Sequence[Span]) -> AttributionKind:
    """Tell a quotation from reported speech, and reported speech with quoted words in it."""
    if all(_QUOTED.match(span.text) for span in content):
        return "direct"
    return "mixed" if any(_QUOTED.search(span.text) for span in content) else "indirect"
