"""Tokens put together into a text that reads like one, with the place of every token.

Corpora that come as tokens lose their spaces. Readers are given natural text: no space before
closing marks and clitics, none after opening ones, pairs of straight quotation marks opened and
closed in turn, Penn Treebank quotation marks and brackets written as a page has them.
"""

import re
from collections.abc import Sequence

from evaluation.passages import Range

_PLAIN = {
    "``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "\\/": "/",
}  # fmt: skip
_CLINGS = re.compile(r"^(?:[.,;:!?%)\]}”’…]+|['’](?:s|re|ve|ll|d|m|t)|n['’]t)$", re.IGNORECASE)
_OPENS = re.compile(r"^[(\[{“‘$£€#@]$")
_TIES = frozenset({"-", "–", "/"})
_STRAIGHT = frozenset({'"', "'"})


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """Return the text of a sentence, and where each of its tokens stands in it."""
    text = ""
    places: list[Range] = []
    glued = True
    open_marks: set[str] = set()
    for n, raw in enumerate(tokens):
        token = _PLAIN.get(raw, raw)
        tie = token in _TIES and 0 < n < len(tokens) - 1
        possessive = token == "'" and n > 0 and tokens[n - 1].endswith("s")
        closes = token in open_marks or possessive
        if not (glued or tie or closes or _CLINGS.match(token)):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glued = tie or bool(_OPENS.match(token))
        if token in _STRAIGHT:
            glued = not closes
            open_marks = open_marks - {token} if closes else open_marks | {token}
    return text, tuple(places)


def covering(places: Sequence[Range], start: int, end: int) -> Range:
    """Return the range of the tokens from ``start`` up to ``end``."""
    return places[start][0], places[end - 1][1]
