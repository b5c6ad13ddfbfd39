"""The ids that everything in a report can be linked by."""

import re

from whence.model.span import Span

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def anchor(kind: str, key: str) -> str:
    """Return the id of a thing: its kind and its key, reduced to what an id may hold.

    Keys come from a case file that anybody may have written; what is reduced keeps a trace of its
    code points, so that two keys never share an id.
    """
    return f"{kind}-" + _UNSAFE.sub(lambda match: f".{ord(match.group()):x}.", key)


def words_anchor(span: Span) -> str:
    """Return the id of exact words: the same range of a document always has the same id."""
    return f"{anchor('w', span.document_id)}-{span.start}-{span.end}"
