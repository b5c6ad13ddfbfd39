"""The words of a text as they are searched: alike for every database, because none of them splits.

A word is a run of letters and digits (Unicode), without accents and without the difference of small
and capital letters; characters of scripts that put no blanks between words are words by themselves.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 60
"""Code points of a word that are compared: PostgreSQL takes a megabyte of words a text."""

_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0x20000, 0x3FFFF),  # Han, further planes
)


class _Table(dict[int, str]):
    """What every code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        kept = (_kept(char) for char in unicodedata.normalize("NFKD", plain))
        self[code] = "".join(kept)
        return self[code]


def _kept(char: str) -> str:
    if unicodedata.category(char).startswith("M"):
        return ""
    if not char.isalnum():
        return " "
    unspaced = any(first <= ord(char) <= last for first, last in _UNSPACED)
    return f" {char} " if unspaced else char


_TABLE = _Table()
_RUNS = re.compile(r"[A-Za-z0-9\x80-\U0010ffff]+")
"""What may hold words; every other sign of ASCII parts them."""


def words(text: str) -> list[str]:
    """Return the words of a text, folded, in their order."""
    return [word[:LONGEST] for word in text.translate(_TABLE).split()]


def placed(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text with the range [start, end) of code points that each stands in."""
    found: list[tuple[str, int, int]] = []
    for match in _RUNS.finditer(text):
        run, start = match.group(), match.start()
        if run.isascii():
            found.append((run[:LONGEST].lower(), start, match.end()))
        else:
            found += _placed(run, start)
    return found


def _placed(run: str, offset: int) -> Iterator[tuple[str, int, int]]:
    word, start, end = "", 0, 0
    for place, char in enumerate(run, start=offset):
        for piece in _TABLE[ord(char)]:
            if piece != " ":
                start = start if word else place
                word, end = word + piece, place + 1
            elif word:
                yield word[:LONGEST], start, end
                word = ""
    if word:
        yield word[:LONGEST], start, end
