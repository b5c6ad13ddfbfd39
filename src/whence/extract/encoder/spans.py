"""Contents as readers of news would mark them: with the quotation marks that enclose them."""

import re
from collections.abc import Sequence

from whence.model.attribution import AttributionKind
from whence.model.document import Document
from whence.model.span import Span

_OPENING = '“"«„‘'
_QUOTED = re.compile(r"""["“”«»„]|(?:''|``)""")
_CLOSING = re.compile(r"[,.?!…;]*([”\"»“]|’(?!\w))")
_SINGLE_CLOSED = re.compile(r"’(?!\w)")


def quoted(document: Document, start: int, end: int) -> Span:
    """Return the span [start, end) with the quotation marks that stand right around it."""
    text = document.text
    inside = text[start:end]
    if start and text[start - 1] in _OPENING and inside[:1] not in _OPENING:
        start -= 1
    closing = _CLOSING.match(text, end)
    if closing and closing.group(1) in awaited(text[start:end]):
        end = closing.end()
    return document.span(start, end)


def awaited(words: str) -> str:
    """Return the marks that would close a quotation which some words leave open."""
    found = '"”' if words.count('"') % 2 else ""
    if "„" in words:
        found += "“”" if words.count("„") > words.count("“") else ""
    elif words.count("“") > words.count("”"):
        found += '”"“'
    found += "»" if words.count("«") > words.count("»") else ""
    # A single mark between letters is an apostrophe.
    found += "’" if words.count("‘") > len(_SINGLE_CLOSED.findall(words)) else ""
    return found


def kind(content: Sequence[Span]) -> AttributionKind:
    """Tell a quotation from reported speech, and reported speech with quoted words in it."""
    if all(_QUOTED.match(span.text) for span in content):
        return "direct"
    return "mixed" if any(_QUOTED.search(span.text) for span in content) else "indirect"
