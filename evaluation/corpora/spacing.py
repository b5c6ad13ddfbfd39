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
_OPENING, _CLOSING = frozenset({"``"}), frozenset({"''"})
_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_LAST_DIGITS = {
    ",": re.compile(r"\d{3}"), ":": re.compile(r"\d\d"), ".": re.compile(r"\d+"),
}  # fmt: skip
_TIES = frozenset({"-", "–", "/"})
_APOSTROPHE = frozenset({"'"})
_STRAIGHT = frozenset({'"', "'"})


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Range, ...]]:
    """Return the text of a sentence, and where each of its tokens stands in it."""
    text = ""
    places: list[Range] = []
    glued = True
    open_marks: set[str] = set()
    for n, raw in enumerate(tokens):
        word = _PLAIN.get(raw, raw)
        tie = word in _TIES and 0 < n < len(tokens) - 1
        possessive = word in _APOSTROPHE and n > 0 and tokens[n - 1].endswith("s")
        opens = raw in _OPENING
        closes = not opens and (raw in _CLOSING or word in open_marks or possessive)
        if not (glued or tie or closes or _CLINGS.match(word) or _goes_on(tokens, n)):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        glued = tie or bool(_OPENS.match(word))
        if word in _STRAIGHT:
            glued = not closes
            open_marks = open_marks - {word} if closes else open_marks | {word}
    return text, tuple(places)


def _goes_on(tokens: Sequence[str], n: int) -> bool:
    """Tell whether a token is the second half of what a mark parts: "haven ’ t", "33 , 000"."""
    if n < 2:
        return False
    before, mark, token = tokens[n - 2], tokens[n - 1], tokens[n]
    if mark in ("'", "’"):
        return before[-1:].isalpha() and token.lower() in _CLITICS
    return mark in (",", ":", ".") and bool(
        before.isdigit() and _LAST_DIGITS[mark].fullmatch(token)
    )


def covering(places: Sequence[Range], start: int, end: int) -> Range:
    """Return the range of the tokens from ``start`` up to ``end``."""
    return places[start][0], places[end - 1][1]
