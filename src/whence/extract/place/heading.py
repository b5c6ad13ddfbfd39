"""Names at the head of a report: "HARROW, Tex. - ...", "Harrow: Two hurt"."""

import re

from whence.extract.place.words import straight, words
from whence.extract.prose import Prose, Token

_MARK = re.compile(r"[ \t,.]{0,2}(?:(?:-{1,2}|[–—]|:|>>)\s|\([A-Z][A-Za-z .&/]{1,24}\))")
"""What makes a known place the head of what follows, in capitals or not: "Harrow: Two hurt"."""
_NOTHING = " \t(\u200b\ufeff"
"""What may stand between the start of a line and its first word."""


def is_dateline(prose: Prose, name: tuple[Token, ...], end: int) -> bool:
    """Tell whether a name that opens a line heads a report; in a headline "Police:" is who says."""
    if prose.block_kind(name[0].start) == "title":
        return False
    line = prose.dateline_at(name[0].start)
    if line is not None and line.place is not None:
        after = prose.text[end : line.place[1]]
        return end <= line.place[1] and not after[:1].isspace()  # not "HARROW" of "HARROW BAY - "
    mark = _MARK.match(prose.text, end)
    says = mark is not None and mark.group().strip() == ":"
    return mark is not None and not (says and straight(name[-1]) in words().forces)


def heads(prose: Prose, name: str) -> bool:
    """Tell whether a name stands at the head of the report: "Harrow (AP) - ..."."""
    named = re.compile(rf"(?:{re.escape(name)}|{re.escape(name.upper())})(?!\w)")
    return any(line.place and named.match(prose.text, line.place[0]) for line in prose.datelines)


def opens(prose: Prose, token: Token) -> bool:
    """Tell whether a word opens its line."""
    before = prose.text[max(0, token.start - 3) : token.start].rstrip(_NOTHING)
    return not before or before.endswith("\n")
